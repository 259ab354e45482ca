"""What everything on the screen is drawn with: colours, fonts, spaces, and whether things move."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from greenroom.ui.theme import Colour, Theme

Role = Literal["display", "title", "heading", "body", "strong", "speech", "small", "small_strong", "action", "label"]
"""What a text is for."""

Breadth = Literal["wide", "middle", "narrow"]
"""How much fits side by side, at the present text size."""


class Type(NamedTuple):
    """How the text of a role is set."""

    size: int
    """Pixels at 100 %."""
    weight: QFont.Weight
    line_height: float
    """In em."""


_TYPES: dict[Role, Type] = {
    "display": Type(29, QFont.Weight.DemiBold, 1.22),
    "title": Type(21, QFont.Weight.DemiBold, 1.27),
    "heading": Type(16, QFont.Weight.DemiBold, 1.34),
    "body": Type(15, QFont.Weight.Normal, 1.50),
    "strong": Type(15, QFont.Weight.DemiBold, 1.40),
    "speech": Type(16, QFont.Weight.Normal, 1.52),
    "small": Type(13, QFont.Weight.Normal, 1.46),
    "small_strong": Type(13, QFont.Weight.DemiBold, 1.40),
    "action": Type(15, QFont.Weight.Medium, 1.40),
    "label": Type(12, QFont.Weight.Medium, 1.32),
}

_SYSTEM_PIXELS = 12
"""The size of the system's text for which the sizes above were chosen."""
_WIDE, _MIDDLE = 1100, 760
_SPACE_GROWTH = 0.45
"""Space grows more slowly than text, or large text would stand in a desert."""


class Look:
    """One for a window: every widget of it holds this object, and only the window changes it."""

    theme: Theme
    scale: float
    """The size of text: 1.0 at 100 % on a system with text of the usual size."""
    moves: Callable[[], bool]
    """Says whether bubbles rise and portraits fade; asked only when one would."""

    def __init__(
        self,
        theme: Theme,
        text_size: int = 100,
        system_pixels: int = _SYSTEM_PIXELS,
        moves: Callable[[], bool] = lambda: False,
    ) -> None:
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self._line_heights: dict[Role, float] = {}
        self.moves = moves
        self.change(theme, text_size, system_pixels)

    def change(self, theme: Theme, text_size: int, system_pixels: int) -> None:
        """Take another theme or text size (in percent). The window then lays itself out anew."""
        self.theme = theme
        self.scale = text_size / 100 * max(1.0, system_pixels / _SYSTEM_PIXELS)
        self._fonts.clear()
        self._line_heights.clear()

    def colour(self, role: Colour) -> QColor:
        """Return the colour that plays this role."""
        return self.theme.colours[role]

    def font(self, role: Role, *, italic: bool = False) -> QFont:
        """Return the font for this role."""
        if (role, italic) not in self._fonts:
            self._fonts[role, italic] = self._make_font(role, italic=italic)
        return self._fonts[role, italic]

    def line_height(self, role: Role) -> float:
        """Return the height of a line in pixels, never so low that letters would be cut."""
        if role not in self._line_heights:
            wanted = _TYPES[role].line_height * _TYPES[role].size * self.scale
            self._line_heights[role] = max(wanted, QFontMetricsF(self.font(role)).height())
        return self._line_heights[role]

    def pixels(self, size: float, most: float = 100.0) -> int:
        """Return a size that grows with the text, at most `most` times."""
        return round(size * min(self.scale, most))

    def space(self, size: float) -> int:
        """Return a space between things, which grows with the text, but more slowly."""
        return round(size * (1 + (self.scale - 1) * _SPACE_GROWTH))

    def breadth(self, width: int) -> Breadth:
        """Return what fits into a window of this width."""
        room = width / self.scale
        return "wide" if room >= _WIDE else "middle" if room >= _MIDDLE else "narrow"

    @property
    def hairline(self) -> int:
        """The width of a border, in pixels."""
        return 2 if self.theme.high_contrast else 1

    def _make_font(self, role: Role, *, italic: bool) -> QFont:
        made = QFont()
        made.setPixelSize(self.pixels(_TYPES[role].size))
        made.setWeight(_TYPES[role].weight)
        made.setItalic(italic)
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if role in ("display", "title"):
            made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
        return made
