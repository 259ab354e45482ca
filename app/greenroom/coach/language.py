"""What the coach knows of a language, read from assets/coach/ at the first review."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from greenroom.coach.patterns import Finder, compile_pattern
from greenroom.coach.rules import Rule, read_rules
from greenroom.coach.weights import Weights, read_weights
from greenroom.errors import GreenroomError
from greenroom.paths import shipped
from greenroom.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class Language:
    """Everything needed to judge a message in one language."""

    finder: Finder
    rules: tuple[Rule, ...]
    weights: Weights
    common: frozenset[str]
    """Words so frequent that a text in this language cannot do without them."""


@cache
def shipped_language(code: str) -> Language:
    """Return a language that is shipped, read once. Raises `GreenroomError` for one that is not."""
    folder = shipped("assets") / "coach" / code
    if not folder.is_dir():
        raise GreenroomError(f"There are no rules for the language {code!r} yet. English is en.")
    return read_language(folder)


def read_language(folder: Path) -> Language:
    """Read a language's folder. Raises `ValueError` for a pattern that cannot be read."""
    words = {name: tuple(written.split()) for name, written in read_toml(folder / "words.toml")["words"].items()}
    return Language(
        finder=_finder(folder, words),
        rules=read_rules(folder / "rules.toml"),
        weights=read_weights(folder / "weights.toml"),
        common=frozenset(words["stop"]),
    )


def _finder(folder: Path, words: dict[str, tuple[str, ...]]) -> Finder:
    cues = read_toml(folder / "cues.toml")["cues"]
    patterns = (
        pattern
        for cue, all_written in cues.items()
        for written in all_written
        for pattern in compile_pattern(cue, written)
    )
    return Finder(patterns, words)
