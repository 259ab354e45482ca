"""Things that move by themselves for a moment: a bubble that rises, a portrait that fades."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QWidget

_RISE, _RISE_TIME = 8.0, 160
"""Pixels, milliseconds."""
_FADE_TIME = 240


class Motion(QVariantAnimation):
    """A number that runs towards its end, with the widget repainted on the way."""

    def __init__(self, widget: QWidget, start: float, end: float, time: int) -> None:
        super().__init__(widget)
        self.setStartValue(start)
        self.setEndValue(end)
        self.setDuration(time)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(widget.update)

    @property
    def now(self) -> float:
        """Where it has come to: the end, once it has stopped."""
        running = self.state() == QVariantAnimation.State.Running
        return float(self.currentValue() if running else self.endValue())


def rise(bubble: QWidget) -> Motion:
    """Return the pixels a new bubble has still to rise."""
    return Motion(bubble, _RISE, 0.0, _RISE_TIME)


def fade(portrait: QWidget) -> Motion:
    """Return how far, from 0 to 1, the new mood of a portrait covers the one before."""
    return Motion(portrait, 0.0, 1.0, _FADE_TIME)
