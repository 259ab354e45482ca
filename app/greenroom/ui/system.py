"""What the system wishes of a window: dark or light, strong contrast, larger text, no motion."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication


class Wishes(NamedTuple):
    """As the system has them now."""

    dark: bool
    high_contrast: bool
    text_pixels: int
    """The height of the system's own text."""


def read_wishes() -> Wishes:
    """Return what the system wishes; there has to be a `QApplication`."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()  # `hints` has to outlive it
    return Wishes(
        dark=hints.colorScheme() == Qt.ColorScheme.Dark,
        high_contrast=accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast,
        text_pixels=QFontInfo(QApplication.font()).pixelSize(),
    )


def wishes_stillness() -> bool:
    """Return whether nothing should move by itself: a slow question, so ask it late."""
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415  # see above

    hints = QGuiApplication.styleHints()
    preference = getattr(hints.accessibility(), "motionPreference", None)
    if preference is not None:  # from Qt 6.12 on
        return "Reduced" in str(preference())
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def watch_wishes(changed: Callable[[], None]) -> None:
    """Call `changed` whenever the system wishes something else."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: changed())
    accessibility = hints.accessibility()
    accessibility.contrastPreferenceChanged.connect(lambda _preference: changed())
