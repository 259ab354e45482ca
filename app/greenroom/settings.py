"""What the user has set: text size, theme, motion."""

import json
from pathlib import Path
from typing import NamedTuple

from greenroom.errors import GreenroomError
from greenroom.paths import make_folder

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Percent."""
THEMES = ("system", "light", "dark", "high-contrast-light", "high-contrast-dark")
MOTIONS = ("system", "full", "none")


class Settings(NamedTuple):
    """All that can be set; each has a default that follows the system."""

    text_size: int = 100
    theme: str = "system"
    motion: str = "system"
    silent_rules: tuple[str, ...] = ()
    """The coach's rules that the desk should not mark by."""


_ALLOWED = {"text_size": TEXT_SIZES, "theme": THEMES, "motion": MOTIONS}


def read_settings(path: Path) -> Settings:
    """Return the settings kept in `path`; whatever is missing or not understood has its default."""
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    understood = {name: kept[name] for name, allowed in _ALLOWED.items() if kept.get(name) in allowed}
    return Settings(**understood, silent_rules=_names(kept.get("silent_rules")))


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the settings in `path`. Raises `GreenroomError` when it cannot be written."""
    part = path.with_suffix(".part")
    try:
        make_folder(path.parent)
        part.write_text(json.dumps(settings._asdict(), indent=1), encoding="utf-8")
        part.replace(path)
    except OSError as error:
        message = f"The settings could not be saved to {path} ({error.strerror}). They hold until Greenroom closes."
        raise GreenroomError(message) from error


def _names(kept: object) -> tuple[str, ...]:
    return tuple(name for name in kept if isinstance(name, str)) if isinstance(kept, list) else ()
