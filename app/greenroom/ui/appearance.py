"""Keeps what everything is drawn with in step with the user's settings and the system's wishes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from greenroom.paths import Folders
from greenroom.settings import TEXT_SIZES, Settings, read_settings, write_settings
from greenroom.ui.look import Look
from greenroom.ui.system import Wishes, read_wishes, watch_wishes, wishes_stillness
from greenroom.ui.theme import Theme, palette, read_theme, theme_name


class Appearance(QObject):
    """Holds the settings and the `look` that follows from them."""

    changed = Signal()

    def __init__(self, folders: Folders, assets: Path) -> None:
        super().__init__()
        self._folders, self._assets = folders, assets
        self.settings = read_settings(folders.settings)
        wishes = read_wishes()
        self.look = Look(self._theme(wishes), self.settings.text_size, wishes.text_pixels, self._moves)
        QApplication.setPalette(palette(self.look.theme))

    def watch(self) -> None:
        """Follow the system from now on."""
        watch_wishes(self._follow)

    def change(self, settings: Settings) -> None:
        """Take other settings and keep them. Raises `GreenroomError` when they hold, but could not be kept."""
        self.settings = settings
        self._follow()
        write_settings(self._folders.settings, settings)

    def step_text_size(self, step: int) -> None:
        """Take the next larger text size (1), the next smaller one (-1), or 100 % (0). Raises as `change` does."""
        place = TEXT_SIZES.index(self.settings.text_size) + step if step else 0
        self.change(self.settings._replace(text_size=TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)]))

    def _follow(self) -> None:
        wishes = read_wishes()
        theme = self._theme(wishes)
        self.look.change(theme, self.settings.text_size, wishes.text_pixels)
        QApplication.setPalette(palette(theme))
        self.changed.emit()

    def _theme(self, wishes: Wishes) -> Theme:
        name = theme_name(self.settings.theme, dark=wishes.dark, high_contrast=wishes.high_contrast)
        return read_theme(name, self._assets, self._folders.cache)

    def _moves(self) -> bool:
        return self.settings.motion == "full" or (self.settings.motion == "system" and not wishes_stillness())
