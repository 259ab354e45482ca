"""Columns side by side, each on a card, with rows of equal height; where it is narrow, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from greenroom.ui.look import Look
from greenroom.ui.reading_order import focus_stops
from greenroom.ui.widgets.compared_turn import EmptyCell
from greenroom.ui.widgets.scroll import step_onto
from greenroom.ui.widgets.shapes import paint_box

GAP = 20
"""Between two columns, in pixels at 100 %."""
_PADDING = 18
_ROW_GAP = 18
_RADIUS = 14
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Columns(QWidget):
    """Shows rows of cells, one for each column; Left and Right lead to the cell beside."""

    def __init__(self, look: Look, rows: Sequence[Sequence[QWidget]]) -> None:
        super().__init__()
        self._look, self._rows = look, rows
        self._upright = False
        self._grid = QGridLayout()
        self.setLayout(self._grid)
        self.arrange(upright=False)

    def arrange(self, *, upright: bool) -> None:
        """Put the columns side by side, or below each other (`upright`)."""
        self._upright = upright
        pad, gap = self._look.space(_PADDING), self._look.space(GAP)
        between = 2 * pad + gap
        self._grid.setContentsMargins(pad, pad, pad, pad)
        self._grid.setHorizontalSpacing(between)
        self._grid.setVerticalSpacing(self._look.space(_ROW_GAP))
        columns = range(len(self._rows[0]))
        for number in columns:
            self._grid.setColumnStretch(number, 0 if upright and number else 1)
            self._grid.setRowMinimumHeight(self._row(number, len(self._rows)), gap if upright else 0)
        places = [(number, place) for number in columns for place in range(len(self._rows))]
        for number, place in places if upright else sorted(places, key=lambda at: (at[1], at[0])):
            self._place(self._rows[place][number], place, number)

    def _place(self, cell: QWidget, place: int, number: int) -> None:
        if self._upright:
            self._grid.addWidget(cell, self._row(number, place), 0)
        else:
            self._grid.addWidget(cell, place, number)
        cell.setVisible(not (self._upright and isinstance(cell, EmptyCell)))

    def _row(self, number: int, place: int) -> int:
        """Return the row of the grid for a cell, where the columns stand below each other with a gap between."""
        return number * (len(self._rows) + 1) + place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _SIDEWAYS.get(Qt.Key(event.key()), 0)
        beside = self._beside(step) if step else None
        if beside is None:
            super().keyPressEvent(event)
        else:
            step_onto(beside, Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number in range(len(self._rows[0])):
            paint_box(painter, self._look, QRectF(self._card(number)), "surface", "line", _RADIUS)

    def _card(self, number: int) -> QRect:
        """Return where the card of a column lies: around its cells, with the padding."""
        cells = [cells[number].geometry() for cells in self._rows if not cells[number].isHidden()]
        around = QRect()
        for cell in cells:
            around = around.united(cell)
        pad = self._look.space(_PADDING)
        return around.adjusted(-pad, -pad, pad, pad)

    def _beside(self, step: int) -> QWidget | None:
        """Return where the focus goes from its cell into the next column that has something to go to."""
        focused = QApplication.focusWidget()
        for cells in self._rows:
            here = next((n for n, cell in enumerate(cells) if focused and cell.isAncestorOf(focused)), None)
            if here is not None:
                others = cells[here + 1 :] if step > 0 else cells[:here][::-1]
                return next((stop for cell in others for stop in focus_stops(cell)), None)
        return None
