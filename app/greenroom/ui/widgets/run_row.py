"""A run as a row of the list: when it was, what it was, and how it ended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from greenroom.ui.look import Look, Role
from greenroom.ui.pictures import Pictures
from greenroom.ui.theme import Colour
from greenroom.ui.widgets.shapes import paint_box, paint_ring
from greenroom.ui.words import opening

if TYPE_CHECKING:
    from greenroom.ui.widgets.run_model import KeptRun

_RADIUS = 11
_PADDING_X, _PADDING_Y = 14, 9
_STAR = 15


class RunRow(QStyledItemDelegate):
    """Paints rows of one height; a line too long for its row ends in dots, and the run's page has it whole."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = sum(self._look.line_height(role) for role in ("small", "strong", "small"))
        return QSize(self._look.pixels(160), round(lines) + 2 * self._look.space(_PADDING_Y))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        run: KeptRun = index.data(Qt.ItemDataRole.UserRole)
        body: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._paint_body(painter, QRectF(body), state)
        beside = self._look.space(_PADDING_X)
        room = body.adjusted(beside, self._look.space(_PADDING_Y), -beside, 0)
        if run.starred:
            self._paint_star(painter, room)
        star = self._look.pixels(_STAR) + 4 if run.starred else 0
        room = self._paint_line(painter, room.adjusted(0, 0, -star, 0), opening(run.day), "small", "ink_faint")
        room = self._paint_line(painter, room.adjusted(0, 0, star, 0), run.title, "strong", "ink")
        self._paint_line(painter, room, run.how, "small", "ink_soft")

    def _paint_body(self, painter: QPainter, body: QRectF, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            border: Colour | None = "line" if self._look.theme.high_contrast and selected else None
            paint_box(painter, self._look, body, "tint", border, _RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, self._look, body, _RADIUS)

    def _paint_line(self, painter: QPainter, room: QRect, words: str, role: Role, ink: Colour) -> QRect:
        """Paint a line at the top of `room`, and return the room below it."""
        font, height = self._look.font(role), round(self._look.line_height(role))
        fitting = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(self._look.colour(ink))
        line = QRect(room.x(), room.y(), room.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitting)
        return room.adjusted(0, height, 0, 0)

    def _paint_star(self, painter: QPainter, room: QRect) -> None:
        size = self._look.pixels(_STAR)
        star = self._pictures.icon("star", size, "accent", painter.device().devicePixelRatio())
        painter.drawPixmap(room.right() - size, room.y() + 2, star)
