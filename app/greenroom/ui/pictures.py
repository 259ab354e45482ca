"""Portraits and icons, kept as pictures in the cache; what is not there is drawn, which takes QtSvg."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

from greenroom.paths import make_folder
from greenroom.ui.look import Look
from greenroom.ui.theme import Colour

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

_CLOSE_BELOW = 72
"""Pixels: a smaller portrait shows the face alone."""


class Pictures:
    """Gives the pictures of one window, in its colours and for the density of its screen."""

    def __init__(self, look: Look, assets: Path, cache: Path) -> None:
        self._look, self._assets, self._cache = look, assets, cache / "pictures"
        self._shown: dict[str, QPixmap] = {}

    def portrait(self, person: str, mood: str, size: int, density: float) -> QPixmap:
        """Return a round portrait of `size` pixels; a plain disc for a person who has none."""
        person = person if person == Path(person).name else ""  # a path into another folder names nobody
        source = self._assets / "portraits" / f"{person}-{mood}.svg"
        theme = self._look.theme

        def draw() -> "QImage":
            from greenroom.ui import drawing  # noqa: PLC0415  # only when there is something to draw

            if not _is_file(source):
                return drawing.draw_disc(theme.colours["fog"], size * density)
            view = "close_view" if size < _CLOSE_BELOW else "view"
            return drawing.draw_portrait(source, person, view, size * density, dark=theme.dark)

        return self._picture(source, f"{person}-{mood}-{size}-{density}-{theme.name}", density, draw)

    def icon(self, name: str, size: int, colour: Colour, density: float) -> QPixmap:
        """Return a shipped icon of `size` pixels, in a colour of the theme."""
        source = self._assets / "icons" / f"{name}.svg"
        ink = self._look.colour(colour).name()

        def draw() -> "QImage":
            from greenroom.ui import drawing  # noqa: PLC0415  # only when there is something to draw

            return drawing.draw_icon(source, ink, size * density)

        return self._picture(source, f"{name}-{size}-{density}-{ink}", density, draw)

    def _picture(self, source: Path, name: str, density: float, draw: "Callable[[], QImage]") -> QPixmap:
        if name not in self._shown:
            self._shown[name] = self._kept_or_drawn(source, name, draw)
            self._shown[name].setDevicePixelRatio(density)
        return self._shown[name]

    def _kept_or_drawn(self, source: Path, name: str, draw: "Callable[[], QImage]") -> QPixmap:
        if not _is_file(source):
            return QPixmap.fromImage(draw())
        found = source.stat()
        kept = self._cache / f"{name}-{found.st_size}-{found.st_mtime_ns}.png"  # another one when the drawing changes
        pixmap = QPixmap(str(kept)) if kept.is_file() else QPixmap()
        if not pixmap.isNull():
            return pixmap
        image = draw()
        with suppress(OSError):  # without a cache it is drawn again at the next start
            make_folder(kept.parent)
            image.save(str(kept))
        return QPixmap.fromImage(image)


def _is_file(path: Path) -> bool:
    """Return whether there is such a file; a name with characters that no file can have is none."""
    try:
        return path.is_file()
    except ValueError:
        return False
