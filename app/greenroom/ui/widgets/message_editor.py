"""The editor of the desk: plain text, with the coach's marks painted beneath the words."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from greenroom.coach.findings import Finding
from greenroom.rubric import Side
from greenroom.ui.look import Look
from greenroom.ui.theme import Colour

_LINE_HEIGHT = 136
"""Percent of what the font asks for."""
_RADIUS = 4
_UNDERLINE, _DOTTED = 2.4, 2.0
_OUTLINE = 1.5
_DASHES = (3.2, 1.6)
_COLOURS: dict[Side, tuple[Colour, Colour]] = {
    "relational": ("relational_tint", "relational_fill"),
    "transactional": ("transactional_tint", "transactional_fill"),
    "neither": ("sunken", "control"),
}
"""The tint behind the words, and the line below them."""


class Mark(NamedTuple):
    """A stretch of the text, in the editor's own positions."""

    start: int
    end: int
    side: Side


def marks_of(words: str, findings: Sequence[Finding]) -> list[Mark]:
    """Return where the findings on `words` stand in the editor, which counts in units of UTF-16."""
    places = sorted({0, *(place for finding in findings for place in (finding.start, finding.end))})
    parts = (len(words[start:end].encode("utf-16-le", "surrogatepass")) // 2 for start, end in pairwise(places))
    units = dict(zip(places, accumulate(parts, initial=0), strict=True))
    return [Mark(units[finding.start], units[finding.end], finding.side) for finding in findings]


class MessageEditor(QTextEdit):
    """As high as its text; whatever is pasted comes as plain text."""

    resized = Signal()
    """It has become higher or lower."""
    reached_out = Signal()
    """The cursor has moved, perhaps out of sight."""

    def __init__(self, look: Look, name: str, hint: str, *, least_lines: int) -> None:
        super().__init__()
        self._look, self._least_lines = look, least_lines
        self.marks: list[Mark] = []
        self._active: int | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_resized)
        self.document().contentsChange.connect(self._move_marks)
        self.cursorPositionChanged.connect(self.reached_out)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show another text, with nothing to undo."""
        self.show_marks([])
        self.setPlainText(text)
        every = QTextCursor(self.document())
        every.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        every.mergeBlockFormat(spaced)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def show_marks(self, marks: Sequence[Mark], active: int | None = None) -> None:
        """Show marks beneath the words, the one at the place `active` with a line around it."""
        self.marks, self._active = list(marks), active
        self.viewport().update()

    def marked(self, mark: Mark) -> list[QRectF]:
        """Return the parts of lines that a mark covers."""
        return [box for block in self._blocks(mark) for box in self._boxes(block, mark)]

    def go_to(self, mark: Mark) -> None:
        """Put the cursor before a mark."""
        cursor = self.textCursor()
        cursor.setPosition(min(mark.start, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        font = self._look.font("speech")
        if self.font() != font:
            self.setFont(font)
        least = round(self._least_lines * QFontMetricsF(font).height() * _LINE_HEIGHT / 100)
        return QSize(self._look.pixels(300), max(least, round(self.document().size().height()) + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = QRectF(event.rect()).adjusted(0, -_LINE_HEIGHT, 0, _LINE_HEIGHT)
        for place, mark in enumerate(self.marks):
            for box in self.marked(mark):
                if box.intersects(seen):
                    self._paint(painter, box, mark.side, active=place == self._active)
        painter.end()
        super().paintEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words and nothing else, in the spacing of the words around them."""
        if source.hasText():
            self.insertPlainText(source.text())

    def event(self, event: QEvent) -> bool:
        # Keys that mean something to the screen around it are letters here.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers():
            event.setAccepted(bool(event.text()) or event.isAccepted())
        return super().event(event)

    def _move_marks(self, position: int, removed: int, added: int) -> None:
        """Keep the marks on their words while one types, until there are new ones."""
        self.marks = [_moved(mark, position, removed, added) for mark in self.marks]

    def _on_document_resized(self) -> None:
        self.updateGeometry()
        self.resized.emit()

    def _blocks(self, mark: Mark) -> Iterator[QTextBlock]:
        block = self.document().findBlock(mark.start)
        while block.isValid() and block.position() < mark.end:
            yield block
            block = block.next()

    def _boxes(self, block: QTextBlock, mark: Mark) -> Iterator[QRectF]:
        layout, words = block.layout(), block.text()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(mark.start - block.position(), line.textStart())
            end = min(mark.end - block.position(), line.textStart() + line.textLength())
            while end > start and words[end - 1 : end].isspace():  # a space at a line's end hangs out
                end -= 1
            if start < end:
                yield self._box(line, start, end).translated(corner)

    def _box(self, line: QTextLine, start: int, end: int) -> QRectF:
        left, right = sorted((_x(line, start), _x(line, end)))
        metrics = QFontMetricsF(self.font())
        top = line.y() + line.ascent() - metrics.ascent()
        return QRectF(left - 2, top - 1, right - left + 4, metrics.height() + 5)

    def _paint(self, painter: QPainter, box: QRectF, side: Side, *, active: bool) -> None:
        tint, line = (self._look.colour(role) for role in _COLOURS[side])
        painter.setPen(QPen(line, _OUTLINE) if active else Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        pen = QPen(line, _DOTTED if side == "neither" else _UNDERLINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if side == "transactional":
            pen.setDashPattern(_DASHES)
        elif side == "neither":
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        y = box.bottom() - 1
        painter.drawLine(QPointF(box.left() + 2, y), QPointF(box.right() - 2, y))


def _moved(mark: Mark, position: int, removed: int, added: int) -> Mark:
    """Return a mark after letters have been removed and added at a position."""
    if position >= mark.end:
        return mark
    longer = added - removed
    if position + removed <= mark.start:
        return Mark(mark.start + longer, mark.end + longer, mark.side)
    start = min(mark.start, position)
    return Mark(start, max(start, mark.end + longer), mark.side)


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # with the position, which Qt's stubs do not say
    return float(found[0])
