"""A theme: the colour of each role on the screen, read from assets/themes."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple

from PySide6.QtGui import QColor, QPalette

from greenroom.paths import make_folder

Colour = Literal[
    "background", "rail", "surface", "sunken", "quote", "field", "fog", "line", "control",
    "ink", "ink_soft", "ink_faint", "accent", "accent_hover", "focus", "on_accent", "tint",
    "relational", "relational_fill", "relational_tint", "relational_line",
    "transactional", "transactional_fill", "transactional_tint", "transactional_line",
]  # fmt: skip
"""What a colour is for; every theme has all of them."""


class Theme(NamedTuple):
    """The colours of a screen, and what kind of screen it is."""

    name: str
    """The file's stem, as in the settings."""
    dark: bool
    high_contrast: bool
    colours: dict[Colour, QColor]


def theme_name(setting: str, *, dark: bool, high_contrast: bool) -> str:
    """Return the theme to show: the one that was set, or the one that fits the system."""
    if setting != "system":
        return setting
    tone = "dark" if dark else "light"
    return f"high-contrast-{tone}" if high_contrast else tone


def read_theme(name: str, assets: Path, cache: Path) -> Theme:
    """Read the theme `name` from the shipped `assets`.

    The `cache` keeps it as JSON, so that starting the program need not load a reader of TOML.
    """
    source = assets / "themes" / f"{name}.toml"
    found = source.stat()
    stamp = f"{found.st_size} {found.st_mtime_ns}"
    kept = cache / f"theme-{name}.json"
    table = _read_kept(kept, stamp) or _read_source(source, kept, stamp)
    colours = {role: QColor(value) for role, value in table["colours"].items()}
    return Theme(name, table["dark"], table["high_contrast"], colours)


def palette(theme: Theme) -> QPalette:
    """Return the theme's colours for the parts that Qt draws by itself: text fields, tooltips, selections."""
    of = QPalette.ColorRole
    made = QPalette()
    for colour, roles in {
        "background": (of.Window,),
        "field": (of.Base, of.ToolTipBase),
        "surface": (of.Button, of.AlternateBase),
        "ink": (of.WindowText, of.Text, of.ButtonText, of.ToolTipText),
        "ink_faint": (of.PlaceholderText,),
        "accent": (of.Highlight, of.Accent, of.Link),
        "on_accent": (of.HighlightedText,),
    }.items():
        for role in roles:
            made.setColor(role, theme.colours[colour])  # type: ignore[index]
    return made


def _read_kept(kept: Path, stamp: str) -> dict[str, Any] | None:
    try:
        table = json.loads(kept.read_bytes())
    except (OSError, ValueError):
        return None
    whole = isinstance(table, dict) and {"dark", "high_contrast", "colours"} <= table.keys()
    return table if whole and table.get("stamp") == stamp else None


def _read_source(source: Path, kept: Path, stamp: str) -> dict[str, Any]:
    from greenroom.toml_file import read_toml  # noqa: PLC0415  # only when the cache has nothing

    table = {**read_toml(source), "stamp": stamp}
    with suppress(OSError):  # without a cache the next start is a little slower
        make_folder(kept.parent)
        kept.write_text(json.dumps(table), encoding="utf-8")
    return table
