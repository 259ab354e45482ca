"""Finds the names that a misspelled one was probably meant to be, and asks whether it was."""

from collections.abc import Iterable

from greenroom.scenario_files import printable

_LOOK_UPS = 200
_CANDIDATES = 500
_LONGEST_SHOWN = 60
"""Letters of an unknown name that its message repeats."""


class Nearest:
    """Looks up the first few hundred misspelled names of a file; for the rest it would take too long."""

    def __init__(self) -> None:
        """Begin with nothing looked up."""
        self._left = _LOOK_UPS

    def name(self, word: str, names: Iterable[str]) -> str | None:
        """Return the one of `names` that is most like `word`, if one is much like it."""
        if self._left <= 0:
            return None
        self._left -= 1
        return next(iter(nearest_names(word, names, most=1)), None)

    def hint(self, word: str, names: Iterable[str]) -> str:
        """Return the hint to go with a message about `word`; empty when nothing is like it."""
        return did_you_mean(self.name(word, names))


def nearest_names(word: str, names: Iterable[str], most: int) -> list[str]:
    """Return those of `names` that are much like `word`, at most so many, the nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistyped name needs it

    candidates = [name for name in names if abs(len(name) - len(word)) <= len(word)]
    return get_close_matches(word, candidates[:_CANDIDATES], most)


def did_you_mean(*guesses: str | None) -> str:
    """Return the question to go with a message about a name that does not exist; empty without a guess."""
    quoted = " or ".join(f'"{guess}"' for guess in guesses if guess)
    return f"did you mean {quoted}?" if quoted else ""


def unknown(kind: str, name: str, names: Iterable[str], otherwise: str) -> str:
    """Return the sentence for a name that the user mistyped: what it may have been meant to be, or `otherwise`."""
    hint = did_you_mean(*nearest_names(name, names, most=3))
    shown = printable(name[:_LONGEST_SHOWN])
    return f'There is no {kind} called "{shown}". {hint[:1].upper() + hint[1:] or otherwise}'
