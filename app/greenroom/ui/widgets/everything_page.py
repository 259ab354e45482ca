"""What can be done with the journal as a whole: save it, take one in, copy it, delete it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import Box, column
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.fields import LineField
from greenroom.ui.widgets.flow import flow
from greenroom.ui.widgets.text import Text


class EverythingPage(QWidget):
    """Offers each with a line on what it does."""

    export_requested = Signal()
    import_requested = Signal(str)
    """The path of the file to take in."""
    back_up_requested = Signal()
    deletion_requested = Signal()

    def __init__(self, look: Look, pictures: Pictures, folder: Path) -> None:
        super().__init__()
        self._look, self._folder = look, folder
        self._export = Button(look, self.tr("Save everything"))
        self._field = LineField(look, self.tr("The file to bring in"))
        self._field.line.setPlaceholderText(self.tr("The file to bring in"))
        self._choose = Button(look, self.tr("Find the file"), "quiet")
        self._import = Button(look, self.tr("Bring in a journal"))
        self._back_up = Button(look, self.tr("Back up"))
        self._delete = Button(look, self.tr("Delete everything"), "quiet", icon=(pictures, "delete"))
        self._name_parts()
        self._build()
        self._connect()

    def _name_parts(self) -> None:
        for name, part in (
            ("export", self._export),
            ("import-path", self._field.line),
            ("choose-file", self._choose),
            ("import", self._import),
            ("back-up", self._back_up),
            ("delete-all", self._delete),
        ):
            part.setObjectName(name)

    def _build(self) -> None:
        look = self._look
        inside = column(look, Text(look, self.tr("The whole journal"), "display"), spacing=0)
        self._add(
            inside, self.tr("Save it as one file, with your names and notes. It can be read anywhere."), self._export
        )
        brought = self.tr("Take in such a file, from another computer or an earlier time. What is here stays.")
        self._add(inside, brought, self._field, flow(look, self._import, self._choose))
        self._add(
            inside, self.tr("Copy it as it is. The command 'greenroom restore' puts the copy back."), self._back_up
        )
        self._add(inside, self.tr("Delete every run. You can undo that until Greenroom closes."), self._delete)
        inside.addStretch(1)
        self.setLayout(inside)

    def _add(self, inside: Box, explained: str, *parts: QWidget) -> None:
        inside.gap(22)
        inside.add(Text(self._look, explained, "body", "ink_soft"))
        for part in parts:
            inside.gap(8)
            keeps_its_size = isinstance(part, Button)
            inside.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if keeps_its_size else Qt.AlignmentFlag(0))

    def _connect(self) -> None:
        self._export.clicked.connect(self.export_requested)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._import.clicked.connect(self._on_import_clicked)
        self._field.line.returnPressed.connect(self._on_import_clicked)
        self._back_up.clicked.connect(self.back_up_requested)
        self._delete.clicked.connect(self.deletion_requested)

    def _on_import_clicked(self) -> None:
        path = self._field.line.text().strip()
        if path:
            self.import_requested.emit(path)
        else:
            self._on_choose_clicked()

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Bring in a journal"), str(self._folder), self.tr("Journals (*.json)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._field.line.setText)
        dialog.open()
