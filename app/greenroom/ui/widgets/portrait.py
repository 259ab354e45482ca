"""A round portrait, which fades from one mood into the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.shapes import paint_rim
from greenroom.ui.words import MOODS, mood_word

if TYPE_CHECKING:
    from greenroom.ui.widgets.motion import Motion


class Portrait(QWidget):
    """Shows a person; `size` is in pixels at 100 %, and grows at most `most` times."""

    def __init__(self, look: Look, pictures: Pictures, size: int, *, most: float = 1.3) -> None:
        super().__init__()
        self._look, self._pictures, self._size, self._most = look, pictures, size, most
        self._person, self._mood, self._mood_before = "", "neutral", ""
        self._fade: Motion | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, person: str, name: str, mood: str) -> None:
        """Show a person in a mood. From another mood of the same person it fades."""
        fades = self.isVisible() and person == self._person and mood != self._mood and self._look.moves()
        self._mood_before = self._mood
        self._person, self._mood = person, mood
        described = QCoreApplication.translate("Mood", "{name}, looking {mood}")
        self.setAccessibleName(described.format(name=name, mood=mood_word(mood)))
        if fades:
            self._start_fade()
        elif self._fade:
            self._fade.stop()
        self.update()

    def prepare(self, person: str) -> None:
        """Have a person's pictures ready in every mood, so that none has to be drawn when the mood changes."""
        for mood in MOODS:
            self._pictures.portrait(person, mood, self.sizeHint().width(), self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        side = self._look.pixels(self._size, self._most)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._fade and self._fade.now < 1:
            painter.drawPixmap(0, 0, self._picture(self._mood_before))
            painter.setOpacity(self._fade.now)
        painter.drawPixmap(0, 0, self._picture(self._mood))
        paint_rim(painter, self._look, QRectF(self.rect()))

    def _start_fade(self) -> None:
        from greenroom.ui.widgets.motion import fade  # noqa: PLC0415  # nothing fades at the start

        self._fade = self._fade or fade(self)
        self._fade.stop()
        self._fade.start()

    def _picture(self, mood: str) -> QPixmap:
        return self._pictures.portrait(self._person, mood, self.width(), self.devicePixelRatioF())
