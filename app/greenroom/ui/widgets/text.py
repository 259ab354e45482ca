"""A text on the screen, which wraps."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from greenroom.ui.look import Look, Role
from greenroom.ui.theme import Colour
from greenroom.ui.widgets.boxes import wrapping
from greenroom.ui.widgets.text_block import TextBlock

_LONGEST_LINE = 35
"""In em: what a text asks for when it is asked how wide it would like to be."""


class Text(QLabel):
    """Shows plain text; screen readers find it as the label that it is."""

    def __init__(  # noqa: PLR0913  # a text has this much to it
        self,
        look: Look,
        text: str = "",
        role: Role = "body",
        colour: Colour = "ink",
        *,
        italic: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self._look, self._role, self._colour, self._italic, self._align = look, role, colour, italic, align
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # or Qt would have its height follow from nothing
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred))
        self.show_text(text)

    def show_text(self, text: str, marked: Sequence[range] = ()) -> None:
        """Show another text; the characters in the ranges `marked` stand out."""
        self._block = TextBlock(
            self._look, text, self._role, self._colour, italic=self._italic, align=self._align, marked=marked
        )
        self.setText(text)

    def heightForWidth(self, width: int) -> int:
        return self._block.height(width)

    def sizeHint(self) -> QSize:
        longest = _LONGEST_LINE * self._look.font(self._role).pixelSize()
        width = min(self._block.natural_width(), longest)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._block.narrowest_width(), round(self._look.line_height(self._role)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        spare = max(0, self.height() - self.heightForWidth(self.width()))
        self._block.paint(QPainter(self), 0, spare // 2, self.width())
