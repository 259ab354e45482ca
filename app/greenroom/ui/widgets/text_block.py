"""Plain text laid out and painted with the line height of its role. It knows no markup, so content brings none."""

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextOption,
)

from greenroom.ui.look import Look, Role
from greenroom.ui.theme import Colour

_LINE_SEPARATOR = "\u2028"
_LONGEST_WORD = 10
"""In em: a word that is longer is broken when there is no room for it."""
_RAGGED = 6
"""Pixels by which a snug width may be wider than it need be."""
_LONGEST_SNUG = 10_000
"""Characters; trying widths for a longer text takes long, and nobody sees what they gain."""


class TextBlock:
    """A text; layouts ask for the same sizes again and again, so they are kept for as long as the text size holds."""

    def __init__(  # noqa: PLR0913  # a text has this much to it
        self,
        look: Look,
        text: str,
        role: Role = "body",
        colour: Colour = "ink",
        *,
        italic: bool = False,
        underline: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        marked: Sequence[range] = (),
    ) -> None:
        """Lay out `text`; the characters in the ranges `marked` stand out, on a ground and underlined."""
        self.text = text.replace("\r\n", "\n")
        self._look, self._role, self._colour, self._align = look, role, colour, align
        self._italic, self._underline, self._marked = italic, underline, marked
        self._scale = look.scale
        self._sizes: dict[tuple[str, int], int] = {}
        self._layout: QTextLayout | None = None
        self._broken_at = -1

    def height(self, width: int) -> int:
        """Return the height it needs in this width."""
        return self._once("height", width, self._measure_height)

    def natural_width(self) -> int:
        """Return the width it would take on a single line (or on as many as it has line breaks)."""
        return self._once("natural width", 0, lambda _width: self._widest(self._paragraphs()))

    def narrowest_width(self) -> int:
        """Return the width of its longest word (of one too long for any line, what a line can be asked to have)."""
        return self._once("narrowest width", 0, self._measure_longest_word)

    def snug_width(self, most: int) -> int:
        """Return the smallest width with no more lines than in `most`, and no wider; of a long text, `most`."""
        return self._once("snug width", most, self._balance)

    def paint(self, painter: QPainter, x: float, y: float, width: int, colour: Colour | None = None) -> int:
        """Paint it with its upper left corner at `x`, `y`, and return its height."""
        height = self.height(width)
        painter.setPen(self._look.colour(colour or self._colour))
        marks = [self._mark(part) for part in self._marked]
        self._broken_into_lines(width).draw(painter, QPointF(x, y), marks)
        return height

    def _mark(self, part: range) -> QTextLayout.FormatRange:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = part.start, len(part)
        from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415  # slow, and few texts are underlined in part

        look = QTextCharFormat()
        look.setBackground(self._look.colour("surface"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(self._look.colour("accent"))
        mark.format = look
        return mark

    def _once(self, question: str, width: int, measure: Callable[[int], int]) -> int:
        if self._scale != self._look.scale:
            self._scale, self._layout = self._look.scale, None
            self._sizes.clear()
        key = (question, width)
        if key not in self._sizes:
            self._sizes[key] = measure(width)
        return self._sizes[key]

    def _measure_height(self, width: int) -> int:
        fits = self.natural_width() <= width  # as most texts do: no need to break lines to count them
        lines = len(self._paragraphs()) if fits else self._broken_into_lines(width).lineCount()
        return round(lines * self._look.line_height(self._role))

    def _measure_longest_word(self, _width: int) -> int:
        words = sorted(self.text.split(), key=len)[-3:]  # the widest is among those with the most letters
        return min(self._widest(words), _LONGEST_WORD * self._font().pixelSize())

    def _balance(self, most: int) -> int:
        if self.natural_width() <= most:
            return self.natural_width()
        if len(self.text) > _LONGEST_SNUG:
            return most
        height, low, high = self.height(most), most // 2, most
        while high - low > _RAGGED:
            middle = (low + high) // 2
            low, high = (middle, high) if self.height(middle) > height else (low, middle)
        return high

    def _widest(self, parts: list[str]) -> int:
        metrics = QFontMetricsF(self._font())
        return ceil(max((metrics.horizontalAdvance(part) for part in parts), default=0)) + 1

    def _paragraphs(self) -> list[str]:
        return self.text.split("\n")

    def _broken_into_lines(self, width: int) -> QTextLayout:
        if self._layout is None:
            self._layout, self._broken_at = self._new_layout(), -1
        if self._broken_at != width:
            self._break_lines(self._layout, width)
            self._broken_at = width
        return self._layout

    def _new_layout(self) -> QTextLayout:
        layout = QTextLayout(self.text.replace("\n", _LINE_SEPARATOR), self._font())
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        return layout

    def _break_lines(self, layout: QTextLayout, width: int) -> None:
        height, y = self._look.line_height(self._role), 0.0
        metrics, text = QFontMetricsF(layout.font()), layout.text()  # a copy each time it is asked for
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            first = text[line.textStart() : line.textStart() + 1]
            reaches_out = max(0.0, -metrics.leftBearing(first)) if first.isascii() and first else 0.0
            line.setPosition(QPointF(reaches_out, y + (height - line.height()) / 2))  # or a J would lose its hook
            y += height
        layout.endLayout()

    def _font(self) -> QFont:
        font = QFont(self._look.font(self._role, italic=self._italic))
        font.setUnderline(self._underline)
        return font
