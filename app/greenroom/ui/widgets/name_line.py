"""A title that can be changed in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.fields import LineField
from greenroom.ui.widgets.text import Text


class NameLine(QWidget):
    """Shows a title, and a field in its place while one writes another."""

    renamed = Signal(str)
    """The new name; empty to take the name away."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._name = ""
        self._title = Text(look, "", "display")
        self._title.setObjectName("run-title")
        self.rename = Button(look, self.tr("Rename"), "quiet")
        self.rename.setObjectName("rename")
        self._field = LineField(look, self.tr("What you call this run"))
        self._field.line.setObjectName("name")
        self._keep = Button(look, self.tr("Keep"))
        self._keep.setObjectName("keep-name")
        shown = row(look, spacing=10)
        shown.addWidget(self._title, 1)
        shown.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignTop)
        edited = row(look, spacing=10)
        edited.addWidget(self._field, 1)
        edited.add(self._keep)
        self.setLayout(column(look, shown, edited))
        self._connect()
        self._show(editing=False)

    def show_name(self, name: str, title: str) -> None:
        """Show the name, or the `title` of what has none."""
        self._name = name
        self._title.show_text(name or title)
        self._field.line.setPlaceholderText(title)
        self._show(editing=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._field.isVisible():
            self._stop()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.rename.clicked.connect(self._on_rename_clicked)
        self._keep.clicked.connect(self._on_kept)
        self._field.line.returnPressed.connect(self._on_kept)

    def _show(self, *, editing: bool) -> None:
        self._title.setVisible(not editing)
        self.rename.setVisible(not editing)
        self._field.setVisible(editing)
        self._keep.setVisible(editing)

    def _stop(self) -> None:
        self._show(editing=False)
        self.rename.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rename_clicked(self) -> None:
        self._field.line.setText(self._name)
        self._show(editing=True)
        self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.line.selectAll()

    def _on_kept(self) -> None:
        name = self._field.line.text().strip()
        self._stop()
        if name != self._name:
            self.renamed.emit(name)
