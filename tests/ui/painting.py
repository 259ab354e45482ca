"""Watches words being painted: what they were, where, and how much room they had."""

from typing import NamedTuple, cast

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from greenroom.ui.theme import Colour
from greenroom.ui.widgets.text_block import TextBlock
from tests.ui.driving import Driver

_WRAPS = int(Qt.TextFlag.TextWordWrap)


class Painted(NamedTuple):
    """Words as they were painted onto a part of the window."""

    words: str
    part: QWidget
    box: QRectF
    """The room they were given, in the part's coordinates."""
    width: float
    """What they need."""
    height: float
    breaks_a_word: bool = False


class WordsWatch:
    """Notes every word that is painted for as long as a test takes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Watch the two ways in which the window paints words."""
        self._painted: list[Painted] = []
        self._draw, self._paint = QPainter.drawText, TextBlock.paint
        watch = self

        def draw_text(painter: QPainter, box: QRect | QRectF, flags: Qt.AlignmentFlag, words: str) -> None:
            watch.note_line(painter, QRectF(box), flags, words)
            watch._draw(painter, box, flags, words)

        def paint_block(  # noqa: PLR0913, PLR0917  # as TextBlock.paint has it
            block: TextBlock, painter: QPainter, x: float, y: float, width: int, colour: Colour | None = None
        ) -> int:
            watch.note_block(painter, block, QRectF(x, y, width, block.height(width)))
            return watch._paint(block, painter, x, y, width, colour)

        monkeypatch.setattr(QPainter, "drawText", draw_text)
        monkeypatch.setattr(TextBlock, "paint", paint_block)

    def painted(self, driver: Driver) -> list[Painted]:
        """Paint the window and return the words on it."""
        driver.settle()
        self._painted.clear()
        driver.window.grab()
        return list(self._painted)

    def note_line(self, painter: QPainter, box: QRectF, flags: Qt.AlignmentFlag, words: str) -> None:
        """Note a line; it wraps only on the map. What is painted in store (the map's squares) is on no part yet."""
        if not isinstance(painter.device(), QWidget):
            return
        metrics = QFontMetricsF(painter.font())
        needed = metrics.boundingRect(box, int(flags), words) if int(flags) & _WRAPS else None
        width = needed.width() if needed else metrics.horizontalAdvance(words)
        height = needed.height() if needed else metrics.height()
        zoom = painter.transform().m11()
        self._note(painter, Painted(words, _part(painter), box, width * zoom, height * zoom))

    def note_block(self, painter: QPainter, block: TextBlock, box: QRectF) -> None:
        """Note a text that wraps."""
        layout = block._broken_into_lines(round(box.width()))
        lines = [layout.lineAt(place) for place in range(layout.lineCount())]
        width = max((line.naturalTextWidth() for line in lines), default=0.0)
        height = sum(line.height() for line in lines)
        broken = block.narrowest_width() > box.width() + 1
        self._note(painter, Painted(block.text, _part(painter), box, width, height, breaks_a_word=broken))

    def _note(self, painter: QPainter, painted: Painted) -> None:
        if painted.words:
            self._painted.append(painted._replace(box=painter.transform().mapRect(painted.box)))


def _part(painter: QPainter) -> QWidget:
    return cast("QWidget", painter.device())
