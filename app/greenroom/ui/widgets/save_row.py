"""Keeps what is on the screen as a file: one button a format."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.widgets.boxes import row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.text import Text


class SaveRow(QWidget):
    """Offers the formats in which the screen can be saved."""

    save_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        formats = {"pdf": self.tr("PDF"), "markdown": self.tr("Markdown"), "html": self.tr("HTML")}
        self._buttons = row(look, spacing=10)
        for name, words in formats.items():
            button = Button(look, words)
            button.setObjectName(f"save-{name}")
            button.setAccessibleName(self.tr("Save as {format}").format(format=words))
            button.clicked.connect(lambda _checked=False, name=name: self.save_requested.emit(name))
            self._buttons.add(button)
        self._buttons.addStretch(1)
        words_before = Text(look, self.tr("Save or print it:"), "body", "ink_soft")
        self._line = row(look, spacing=14)
        self._line.addWidget(words_before, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(self._buttons, 1)
        self.setLayout(self._line)

    def arrange(self, breadth: Breadth) -> None:
        """Put the words above the buttons where it is narrow."""
        turn(self._line, upright=breadth == "narrow")
