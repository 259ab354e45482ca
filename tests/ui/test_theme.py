"""The themes: all roles in each, and every pair of colours far enough apart to be read."""

import json
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtGui import QColor

from greenroom.paths import shipped
from greenroom.settings import THEMES
from greenroom.ui.theme import Colour, read_theme, theme_name

NAMES = [name for name in THEMES if name != "system"]
LEGIBLE: list[tuple[Colour, Colour, float]] = [
    ("ink", "background", 7),
    ("ink", "surface", 7),
    ("ink", "tint", 7),
    ("ink_soft", "background", 7),
    ("ink_soft", "rail", 4.5),
    ("ink_soft", "sunken", 4.5),
    ("ink_soft", "quote", 4.5),
    ("ink_faint", "background", 4.5),
    ("ink_faint", "surface", 4.5),
    ("ink_faint", "rail", 4.5),
    ("ink_faint", "field", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("accent", "background", 4.5),
    ("accent", "surface", 4.5),
    ("accent", "tint", 4.5),
    ("relational", "relational_tint", 4.5),
    ("transactional", "transactional_tint", 4.5),
    ("relational_fill", "surface", 3),
    ("transactional_fill", "surface", 3),
    ("control", "background", 3),
    ("control", "surface", 3),
    ("focus", "background", 3),
    ("focus", "surface", 3),
]
"""A colour, what it stands on, and the contrast it needs there."""


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_has_every_role(name: str, tmp_path: Path) -> None:
    """No theme lacks a colour, has one too many, or has one that is none."""
    theme = read_theme(name, shipped("assets"), tmp_path)
    assert set(theme.colours) == set(get_args(Colour))
    assert all(colour.isValid() for colour in theme.colours.values())
    assert theme.dark == name.endswith("dark")
    assert theme.high_contrast == name.startswith("high-contrast")


@pytest.mark.parametrize("name", NAMES)
def test_everything_can_be_read(name: str, tmp_path: Path) -> None:
    """Every text and every border has the contrast that WCAG asks for, most of them more."""
    colours = read_theme(name, shipped("assets"), tmp_path).colours
    too_close = [(a, b) for a, b, least in LEGIBLE if _contrast(colours[a], colours[b]) < least]
    assert too_close == []


def test_the_system_decides_unless_something_is_set() -> None:
    """'As the system' follows darkness and contrast; anything else is taken as it is set."""
    assert theme_name("system", dark=False, high_contrast=False) == "light"
    assert theme_name("system", dark=True, high_contrast=True) == "high-contrast-dark"
    assert theme_name("light", dark=True, high_contrast=True) == "light"


def test_a_theme_is_kept_and_read_anew_when_it_changes(tmp_path: Path) -> None:
    """The cache answers while the file is the same; a changed file, or a damaged cache, is read anew."""
    assets = tmp_path / "assets"
    source = assets / "themes" / "light.toml"
    source.parent.mkdir(parents=True)
    text = (shipped("assets") / "themes" / "light.toml").read_text(encoding="utf-8")
    source.write_text(text, encoding="utf-8")
    cache = tmp_path / "cache"
    first = read_theme("light", assets, cache)
    kept = next(cache.iterdir())
    table = json.loads(kept.read_text(encoding="utf-8"))
    table["colours"]["ink"] = "#123456"
    kept.write_text(json.dumps(table), encoding="utf-8")
    assert read_theme("light", assets, cache).colours["ink"] == QColor("#123456")
    kept.write_text("[1, 2", encoding="utf-8")
    assert read_theme("light", assets, cache) == first
    source.write_text(text.replace(first.colours["ink"].name().upper(), "#0A0B0C"), encoding="utf-8")
    assert read_theme("light", assets, cache).colours["ink"] == QColor("#0A0B0C")


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
