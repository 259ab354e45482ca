"""A note in the margin: what some words do, and why; the active one shows what to try and what one can do with it."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import column, row, wrapping
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.flow import flow
from greenroom.ui.widgets.marks import paint_mark, side_word
from greenroom.ui.widgets.shapes import paint_box, paint_focus
from greenroom.ui.widgets.source_lines import SourceLines
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.coach.findings import Finding
    from greenroom.rubric import Side, Source
    from greenroom.ui.theme import Colour

_RADIUS = 11
_MARK = 15
_MARGINS = (14, 10, 14, 11)
_LONGEST_QUOTE = 60
_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FILLS: "dict[Side, tuple[Colour, Colour]]" = {
    "relational": ("relational", "relational_fill"),
    "transactional": ("transactional", "transactional_fill"),
    "neither": ("ink_soft", "control"),
}


class Noted(NamedTuple):
    """A finding, and what there is to tell about it."""

    finding: "Finding"
    words: str
    """Which words it is about."""
    move: str
    """The name of the move."""
    sources: "tuple[Source, ...]"


class MarginNote(QWidget):
    """Shows one finding."""

    activated = Signal()
    resized = Signal()
    """It needs another height."""
    left = Signal()
    """One goes back to the words."""
    dismissed = Signal()
    switched_off = Signal()
    """The rule behind it should be silent from now on."""

    def __init__(self, look: Look, pictures: Pictures, noted: Noted) -> None:
        super().__init__()
        self._look, self._pictures, self.noted = look, pictures, noted
        self._side: Side = noted.finding.side
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(wrapping())
        self.setObjectName("note")
        self.setAccessibleName(self._name())
        self.setAccessibleDescription(f"{noted.finding.why} {noted.finding.try_instead}".strip())
        self._build()
        self.show_active(active=False)

    def show_active(self, *, active: bool) -> None:
        """Show what one can do with it, or the finding alone."""
        self._active = active
        if active and not self._more.layout():
            self._build_more()
        self._more.setVisible(active)
        self._box.invalidate()
        self.updateGeometry()
        self.update()

    def height_in(self, width: int) -> int:
        """Return the height it needs in this width."""
        return self._box.totalHeightForWidth(width)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._sources.close_reference():
            return
        if event.key() in _BACK:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.activated.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        border = _FILLS[self._side][1] if self._active else "line"
        paint_box(painter, self._look, box, "surface", border, _RADIUS, 1.5 if self._active else 0)
        if self.hasFocus():
            paint_focus(painter, self._look, box, _RADIUS)
        title = self._title.geometry()
        size = self._look.space(_MARK)
        x = title.left() - self._mark_room + size / 2
        middle = QPointF(x, title.top() + self._look.line_height("small_strong") / 2)
        paint_mark(painter, self._look, self._side, middle, size)

    def _name(self) -> str:
        words = self.noted.words if len(self.noted.words) <= _LONGEST_QUOTE else f"{self.noted.words[:_LONGEST_QUOTE]}…"
        named = self.tr("{side}: {move}, on “{words}”")
        return named.format(side=side_word(self._side), move=self.noted.move.lower(), words=words)

    def _build(self) -> None:
        look, finding = self._look, self.noted.finding
        self._title = Text(look, self.noted.move, "small_strong", _FILLS[self._side][0])
        head = row(look, self._title, margins=(_MARK + 8, 0, 0, 0))
        self._more = QWidget()
        self._sources = SourceLines(look, self._pictures)
        why = Text(look, finding.why, "small", "ink_soft")
        self._box = column(look, head, why, self._more, margins=_MARGINS, spacing=3)
        self.setLayout(self._box)

    def _build_more(self) -> None:
        """Put together what is seen of one note at a time."""
        inside = column(self._look, spacing=6)
        if self.noted.finding.try_instead:
            inside.add(Text(self._look, self.noted.finding.try_instead, "small"))
        self._sources.show_sources(self.noted.sources)
        inside.add(self._sources, flow(self._look, *self._buttons(), spacing=2))
        self._more.setLayout(inside)

    def _buttons(self) -> tuple[Button, Button]:
        leave = Button(self._look, self.tr("Leave it"), "quiet")
        leave.setObjectName("leave-it")
        leave.clicked.connect(self.dismissed)
        off = Button(self._look, self.tr("Never mark this"), "quiet")
        off.setObjectName("switch-off")
        off.clicked.connect(self.switched_off)
        return leave, off

    @property
    def _mark_room(self) -> int:
        return self._look.space(_MARK + 8)
