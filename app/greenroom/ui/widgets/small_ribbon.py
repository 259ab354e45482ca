"""The ribbon of a run that stands beside others: the threads and the beads alone."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from greenroom.ui.look import Look
from greenroom.ui.widgets.bead import Bead, Moment
from greenroom.ui.widgets.marks import paint_mark
from greenroom.ui.widgets.ribbon import Ribbon
from greenroom.ui.widgets.shapes import paint_ring

_THREADS = 92
_MARGIN = 15
"""Above and below, for a name beside a thread that runs along the edge."""
_BEAD, _TURNING_BEAD = 12, 16
_TARGET, _LEAST_TARGET = 34, 25
"""Pixels: how large a bead is to press, and how narrow it may get where beads are many."""
_RIGHT = 26
_RING = 1.4
_SMALLEST = 6.0
"""Pixels: as small a mark as can still be told from the others; beads nearer than that overlap."""


class SmallBead(Bead):
    """A turn, whose words stand elsewhere."""

    def __init__(self, look: Look, moment: Moment, count: int) -> None:
        super().__init__(look, moment, count)
        self.setAccessibleDescription(self.tr("Show this turn"))
        self.setToolTip(moment.label)
        self._apart = float("inf")

    def keep_apart(self, apart: float) -> None:
        """Be no wider than the way to the next bead, in pixels."""
        self._apart = apart
        self.update()

    @property
    def radius(self) -> float:
        """How far the bead is seen to reach, with its ring."""
        return self._size * 0.75 + _RING / 2

    @property
    def _size(self) -> float:
        wished = self._look.pixels(_TURNING_BEAD if self.moment.turning_point else _BEAD, most=1.5)
        return max(min(wished, (self._apart - _RING) / 1.5), _SMALLEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turning, centre = self.moment.turning_point, QRectF(self.rect()).center()
        size = self._size
        painter.setPen(QPen(self._look.colour("ink"), _RING) if turning else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("tint" if self.pointed_at else "surface"))
        painter.drawEllipse(centre, size * 0.75, size * 0.75)
        paint_mark(painter, self._look, self.moment.side, centre, size * 0.95)
        if self.hasFocus():
            radius = min(size, self.width() / 2)
            around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            paint_ring(painter, self._look, around, radius)


class SmallRibbon(Ribbon):
    """Shows how a run went at a glance; what was said on each turn stands below it."""

    def __init__(self, look: Look, run: int) -> None:
        """Name the beads after the place of their `run`."""
        super().__init__(look)
        self._run = run

    def heightForWidth(self, _width: int) -> int:
        return round(self._top + self._threads) + self._look.pixels(_MARGIN // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(240, most=1.2), self.heightForWidth(0))

    def _new_bead(self, moment: Moment, count: int) -> Bead:
        bead = SmallBead(self._look, moment, count)
        bead.setObjectName(f"bead-{self._run}-{moment.number}")
        bead.setParent(self)
        bead.show()
        bead.clicked.connect(lambda: self.turn_picked.emit(moment.number))
        return bead

    def _place_beads(self) -> None:
        size, least = self._look.pixels(_TARGET, most=1.5), self._look.pixels(_LEAST_TARGET, most=1.5)
        apart = self._x(1, self.width()) - self._x(0, self.width()) if len(self._beads) > 1 else float(size)
        width = max(min(size, round(apart)), least)
        for place, bead in enumerate(self._beads):
            x, y = self._x(place, self.width()), self._y(place, 1)
            bead.setGeometry(QRect(round(x - width / 2), round(y - size / 2), width, size))
            if isinstance(bead, SmallBead):
                bead.keep_apart(apart)

    def _x(self, place: int, width: int) -> float:
        right = self._look.space(_RIGHT)
        if len(self._beads) == 1:
            return (self._left + width - right) / 2
        return self._left + (width - self._left - right) * place / (len(self._beads) - 1)

    def _labelled(self, _width: int) -> list[int]:
        return []

    @property
    def _top(self) -> float:
        return self._look.pixels(_MARGIN)

    @property
    def _threads(self) -> float:
        return self._look.pixels(_THREADS, most=1.5)
