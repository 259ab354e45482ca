"""Finds the name that a misspelled one was probably meant to be."""

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
        from difflib import get_close_matches  # noqa: PLC0415 - only a file with an error needs it

        candidates = [name for name in names if abs(len(name) - len(word)) <= len(word)]
        return next(iter(get_close_matches(word, candidates[:_CANDIDATES], n=1)), None)

    def hint(self, word: str, names: Iterable[str]) -> str:
        """Return the hint to go with a message about `word`; empty when nothing is like it."""
        name = self.name(word, names)
        return f'did you mean "{name}"?' if name else ""


def unknown(kind: str, name: str, names: Iterable[str], otherwise: str) -> str:
    """Return the sentence for a name that the user mistyped: what it may have been meant to be, or `otherwise`."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistyped name needs it

    nearest = get_close_matches(name, list(names))
    hint = f"Did you mean {' or '.join(nearest)}?" if nearest else otherwise
    return f'There is no {kind} called "{printable(name[:_LONGEST_SHOWN])}". {hint}'
