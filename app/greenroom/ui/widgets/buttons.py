"""Buttons with words: one primary a screen, secondary ones, quiet ones, and links."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from greenroom.ui.look import Look, Role
from greenroom.ui.pictures import Pictures
from greenroom.ui.theme import Colour
from greenroom.ui.widgets.shapes import paint_box, paint_focus, paint_ring

Weight = Literal["primary", "secondary", "quiet"]

_RADIUS = 10
_HEIGHT: dict[Weight, int] = {"primary": 40, "secondary": 40, "quiet": 34}
_PADDING: dict[Weight, int] = {"primary": 18, "secondary": 18, "quiet": 10}
_ICON = 18
_ICON_GAP = 8
_KEY_GAP = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down)


class PlainButton(QAbstractButton):
    """A button that Enter presses too, not only the space bar; it paints itself in a subclass."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__()
        self._look = look
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # repaints when the pointer comes and goes

    def text(self) -> str:
        """Return the words, as they were given."""
        return super().text().replace("&&", "&")

    def setText(self, text: str) -> None:
        """Take these words; Qt would make a key of the letter after a single `&`."""
        super().setText(text.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()  # what an arrow does is for the list around it to say
        else:
            super().keyPressEvent(event)

    @property
    def pointed_at(self) -> bool:
        """Whether the pointer is over it and it can be pressed."""
        return self.isEnabled() and self.underMouse()

    def paint_surface(self, painter: QPainter, radius: float, fill: Colour = "surface") -> None:
        """Paint all of it as a rounded box: tinted when it is pointed at, with a ring when it has the focus."""
        box = QRectF(self.rect())
        paint_box(painter, self._look, box, "tint" if self.pointed_at else fill, "line", radius)
        if self.hasFocus():
            paint_focus(painter, self._look, box, radius)


class Button(PlainButton):
    """Words, perhaps with an icon before them and the key that does the same after them."""

    def __init__(
        self,
        look: Look,
        text: str,
        weight: Weight = "secondary",
        *,
        icon: tuple[Pictures, str] | None = None,
        key: str = "",
    ) -> None:
        super().__init__(look, text)
        self._weight: Weight = weight
        self._icon, self._key = icon, key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def show_icon(self, name: str) -> None:
        """Show another icon, where there is one."""
        if self._icon:
            self._icon = (self._icon[0], name)
        self.update()

    def show_weight(self, weight: Weight) -> None:
        """Make it the primary button of its screen, or one that is not."""
        self._weight = weight
        self.updateGeometry()
        self.update()

    def show_key(self, key: str) -> None:
        """Show another key, or none."""
        self._key = key
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = 2 * self._padding + self._width_of(self.text(), self._role) + 2
        width += self._icon_size + self._look.space(_ICON_GAP) if self._icon else 0
        width += self._width_of(self._key, "label") + self._look.space(_KEY_GAP) if self._key else 0
        return QSize(width, self._look.pixels(_HEIGHT[self._weight]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_body(painter)
        x = self._padding
        if self._icon:
            self._paint_icon(painter, x)
            x += self._icon_size + self._look.space(_ICON_GAP)
        self._paint_words(painter, self.text(), self._role, x, self._ink)
        if self._key:
            key_x = self.width() - self._padding - self._width_of(self._key, "label")
            self._paint_words(painter, self._key, "label", key_x, self._key_ink)

    def _paint_body(self, painter: QPainter) -> None:
        body = QRectF(self.rect())
        if self._weight == "primary":
            paint_box(painter, self._look, body, "accent_hover" if self.pointed_at else "accent", None, _RADIUS)
        elif self._weight == "secondary":
            paint_box(painter, self._look, body, "tint" if self.pointed_at else "surface", "control", _RADIUS, 1.2)
        elif self.pointed_at:
            paint_box(painter, self._look, body, "tint", None, _RADIUS)
        if self.hasFocus() and self._weight == "quiet":  # it has no border from which to leave a gap
            paint_ring(painter, self._look, body, _RADIUS)
        elif self.hasFocus():
            paint_focus(painter, self._look, body, _RADIUS, "on_accent" if self._weight == "primary" else "focus")

    def _paint_icon(self, painter: QPainter, x: int) -> None:
        if self._icon:
            pictures, name = self._icon
            picture = pictures.icon(name, self._icon_size, self._ink, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, (self.height() - self._icon_size) / 2), picture)

    def _paint_words(self, painter: QPainter, words: str, role: Role, x: int, ink: Colour) -> None:
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour(ink))
        painter.drawText(self.rect().adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _width_of(self, words: str, role: Role) -> int:
        return QFontMetrics(self._look.font(role)).horizontalAdvance(words)

    @property
    def _role(self) -> Role:
        return "strong" if self._weight == "primary" else "action"

    @property
    def _ink(self) -> Colour:
        inks: dict[Weight, Colour] = {"primary": "on_accent", "secondary": "ink", "quiet": "accent"}
        return inks[self._weight]

    @property
    def _key_ink(self) -> Colour:
        return "on_accent" if self._weight == "primary" else "ink_faint"

    @property
    def _padding(self) -> int:
        return self._look.space(_PADDING[self._weight])

    @property
    def _icon_size(self) -> int:
        return self._look.pixels(_ICON, most=1.6)
