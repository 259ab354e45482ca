"""A rehearsal as a ribbon: two threads, you and them, which draw together as both are more at ease."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.bead import TARGET, TURNING_BEAD, Bead, Moment
from greenroom.ui.widgets.boxes import wrapping
from greenroom.ui.widgets.text_block import TextBlock
from greenroom.ui.widgets.walking import LEVEL, place_after

_THREADS = 168
_LEFT, _RIGHT = 98, 70
_NAME_GAP = 10
_OVERHANG = 32
"""How far the threads go on beyond the first and the last bead."""
_NARROWEST_STEP = 96
"""With less room from bead to bead only the turning points have labels."""
_WIDEST_LABEL = 220
_OPENNESS_HIGHEST = 3
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Ribbon(QWidget):
    """Shows all turns; each can be pressed, and Left and Right walk along them."""

    turn_picked = Signal(int)
    """The number of the turn."""

    def __init__(self, look: Look, does: str = "") -> None:
        """Show turns; `does` tells what pressing one does if not going back to it."""
        super().__init__()
        self._look = look
        self._does = does
        self._partner = ""
        self._beads: list[Bead] = []
        self._labels: list[TextBlock] = []
        self._turned = TextBlock(look, self.tr("Turning point"), "label", align=_CENTRE)
        self.setSizePolicy(wrapping())

    def show_moments(self, moments: Sequence[Moment], partner: str) -> None:
        """Show the turns of a rehearsal with `partner` (their first name)."""
        self._partner = partner
        for bead in self._beads:
            bead.hide()
            bead.deleteLater()
        self._beads = [self._new_bead(moment, len(moments)) for moment in moments]
        self._labels = [self._new_label(moment) for moment in moments]
        self._walk_to(0)
        self.updateGeometry()
        self._place_beads()

    def heightForWidth(self, width: int) -> int:
        labels = [self._labels[place].height(self._bounds(place, width)[1]) for place in self._labelled(width)]
        return round(self._top + self._threads) + max(labels, default=0) + 4

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(600, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(280), 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_beads()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((place for place, bead in enumerate(self._beads) if bead.hasFocus()), None)
        place = None if focused is None else place_after(event.key(), focused, len(self._beads), LEVEL)
        if place is None:
            super().keyPressEvent(event)
            return
        self._walk_to(place)
        self._beads[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._beads:
            return
        self._place_beads()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_threads(painter)
        self._paint_names(painter)
        for place in self._labelled(self.width()):
            left, width = self._bounds(place, self.width())
            self._labels[place].paint(painter, left, self._top + self._threads, width)
            if self._beads[place].moment.turning_point:
                self._paint_riser(painter, place)

    def _paint_threads(self, painter: QPainter) -> None:
        theirs, yours = self._thread(-1), self._thread(1)
        if not self._look.theme.high_contrast:
            between = _curve(theirs)
            between.connectPath(_curve(yours[::-1]))
            painter.fillPath(between, self._look.colour("sunken"))
        round_cap = Qt.PenCapStyle.RoundCap
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("ink_faint"), 2.2, Qt.PenStyle.SolidLine, round_cap))
        painter.drawPath(_curve(theirs))
        painter.setPen(QPen(self._look.colour("accent"), 2.6, Qt.PenStyle.SolidLine, round_cap))
        painter.drawPath(_curve(yours))

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._look.font("small_strong"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        room = self._thread(-1)[0].x() - _NAME_GAP
        for name, colour, direction in ((self._partner, "ink_soft", -1), (self.tr("You"), "accent", 1)):
            middle = self._thread(direction)[0].y()
            painter.setPen(self._look.colour(colour))  # type: ignore[arg-type]
            painter.drawText(QRectF(0, middle - 20 * self._look.scale, room, 40 * self._look.scale), flags, name)

    def _paint_riser(self, painter: QPainter, place: int) -> None:
        width = self._turned.natural_width()
        below = self._turned.paint(painter, self._turned_left(place, width), 0, width)
        x = self._x(place, self.width())
        top_of_bead = self._y(place, 1) - self._look.pixels(TURNING_BEAD, most=1.5) * 0.8
        painter.setPen(QPen(self._look.colour("control"), 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, below + 2), QPointF(x, top_of_bead))

    def _turned_left(self, place: int, width: int) -> float:
        """Return where the words over a turning point begin: over its bead, or aside where another's are near."""
        x = self._x(place, self.width())
        left = x - width / 2
        for other, bead in enumerate(self._beads):
            middle = (self._x(other, self.width()) + x) / 2
            if bead.moment.turning_point and other != place:
                left = min(left, middle - 4 - width) if other > place else max(left, middle + 4)
        return min(max(left, 0.0), self.width() - width)

    def _new_bead(self, moment: Moment, count: int) -> Bead:
        bead = Bead(self._look, moment, count, self._does)
        bead.setParent(self)
        bead.show()
        bead.clicked.connect(lambda: self.turn_picked.emit(moment.number))
        return bead

    def _new_label(self, moment: Moment) -> TextBlock:
        if moment.turning_point:
            return TextBlock(self._look, moment.label, "small_strong", align=_CENTRE)
        return TextBlock(self._look, moment.label, "small", "ink_soft", align=_CENTRE)

    def _walk_to(self, place: int) -> None:
        """Let the Tab key stop at this bead only: the arrows lead to the others."""
        for index, bead in enumerate(self._beads):
            stops = index == place
            bead.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _place_beads(self) -> None:
        size = self._look.pixels(TARGET, most=1.5)
        for place, bead in enumerate(self._beads):
            x, y = self._x(place, self.width()), self._y(place, 1)
            bead.setGeometry(QRect(round(x - size / 2), round(y - size / 2), size, size))

    def _thread(self, direction: int) -> list[QPointF]:
        """Return the points of a thread: above the middle for -1, below it for 1."""
        points = [QPointF(self._x(place, self.width()), self._y(place, direction)) for place in range(len(self._beads))]
        overhang = QPointF(self._look.space(_OVERHANG), 0)
        return [points[0] - overhang, *points, points[-1] + overhang]

    def _x(self, place: int, width: int) -> float:
        left, right = self._left, self._look.space(_RIGHT)
        if len(self._beads) == 1:
            return (left + width - right) / 2
        return left + (width - left - right) * place / (len(self._beads) - 1)

    @property
    def _left(self) -> int:
        """The room before the first bead: for the longer name, and the threads' beginning."""
        metrics = QFontMetrics(self._look.font("small_strong"))
        longer = max(metrics.horizontalAdvance(name) for name in (self._partner, self.tr("You")))
        return max(self._look.space(_LEFT), longer + self._look.space(_OVERHANG) + _NAME_GAP)

    def _y(self, place: int, direction: int) -> float:
        openness = self._beads[place].moment.openness
        apart = 0.55 - 0.40 * openness / _OPENNESS_HIGHEST
        return self._top + self._threads * (0.46 + direction * 0.42 * apart)

    def _labelled(self, width: int) -> list[int]:
        """Return the places of the beads that have labels in a ribbon of this width."""
        step = width if len(self._beads) == 1 else self._x(1, width) - self._x(0, width)
        roomy = step > _NARROWEST_STEP * self._look.scale
        return [place for place, bead in enumerate(self._beads) if roomy or bead.moment.turning_point]

    def _bounds(self, place: int, width: int) -> tuple[int, int]:
        """Return where the label of a bead may begin and how wide it may get, so that labels never meet."""
        labelled = self._labelled(width)
        index, x = labelled.index(place), self._x(place, width)
        reach = self._look.pixels(_WIDEST_LABEL / 2)
        left, right = max(0.0, x - reach), min(float(width), x + reach)
        if index > 0:
            left = max(left, (self._x(labelled[index - 1], width) + x) / 2 + 4)
        if index + 1 < len(labelled):
            right = min(right, (self._x(labelled[index + 1], width) + x) / 2 - 4)
        around = min(x - left, right - x)
        if 2 * around >= self._labels[place].narrowest_width():  # there is room in the middle under the bead
            left, right = x - around, x + around
        return round(left), max(1, round(right - left))

    @property
    def _top(self) -> float:
        """Where the threads begin, below the words on the turning points."""
        return self._look.line_height("label") + self._look.space(6)

    @property
    def _threads(self) -> float:
        return _THREADS * (1 + (self._look.scale - 1) * 0.6)


def _curve(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, after in pairwise(points):
        middle = (before.x() + after.x()) / 2
        path.cubicTo(middle, before.y(), middle, after.y(), after.x(), after.y())
    return path
