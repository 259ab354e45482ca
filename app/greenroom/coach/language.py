"""What the coach knows of a language: its words and cues, read from assets/coach/ at the first review."""

from dataclasses import dataclass
from pathlib import Path

from greenroom.coach.patterns import Finder, compile_pattern
from greenroom.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class Language:
    """Everything needed to read a message in one language."""

    code: str
    finder: Finder
    common: frozenset[str]
    """Words so frequent that a text in this language cannot do without them."""


def read_language(folder: Path) -> Language:
    """Read a language's folder. Raises `ValueError` for a pattern that cannot be read."""
    words = {name: tuple(written.split()) for name, written in read_toml(folder / "words.toml")["words"].items()}
    cues = read_toml(folder / "cues.toml")["cues"]
    patterns = [
        pattern for cue, all_written in cues.items() for written in all_written for pattern in compile_pattern(cue, written)
    ]
    return Language(folder.name, Finder(patterns, words), frozenset(words["stop"]))
