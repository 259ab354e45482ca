"""Knows what the broken pieces of a file leave open, so that what only follows from them is not reported."""

from collections.abc import Iterable

from greenroom.problems import Place, Problem

_ABOUT_NAMES = frozenset({"GR302", "GR303", "GR505"})
_ALL = "*"
"""Stands for every key of a choice that is broken as a whole."""


class Gaps:
    """The places of a scenario that hold a placeholder, because the file has nothing there that fits."""

    def __init__(self, broken: Iterable[Place] = ()) -> None:
        """Look through the broken places."""
        self._broken = frozenset(broken)
        self.without_names = not self._broken.isdisjoint({("states",), ("endings",)})
        """The states or the endings as a whole are missing."""
        unwritten: set[str] = set()
        in_choices: set[tuple[str, str]] = set()
        for place in self._broken:
            match place:
                case ("states", str(state)) | ("states", str(state), "choices"):
                    unwritten.add(state)
                case ("states", str(state), "choices", int()):
                    in_choices.add((state, _ALL))
                case ("states", str(state), "choices", int(), str(key), *_):
                    in_choices.add((state, key))
        self.unwritten = frozenset(unwritten)
        """States without choices."""
        self.lost = _states_with(in_choices, "to")
        """States with a choice of which it is not known where it leads."""
        self.loose = _states_with(in_choices, "to", "requires", "openness", "learns")
        """States with a choice of which it is not known when it is open or what it changes."""
        self._facts_unknown = bool(_states_with(in_choices, "learns"))
        self._requirements_unknown = bool(_states_with(in_choices, "to", "requires"))
        self._words_unknown = _states_with(in_choices, "say")

    def explain(self, problem: Problem) -> bool:
        """Say whether a problem may be there only because of a gap."""
        place, code = problem.place, problem.code
        return (
            any(place[:length] in self._broken for length in range(1, len(place) + 1))
            or (code in _ABOUT_NAMES and self.without_names)
            or (code == "GR309" and self._facts_unknown)
            or (code == "GR601" and self._requirements_unknown)
            or (code == "GR406" and place[1] in self.lost)
            or (code == "GR603" and place[1] in self._words_unknown)
        )


def _states_with(in_choices: Iterable[tuple[str, str]], *keys: str) -> frozenset[str]:
    """Return the states with a choice in which one of these keys is broken, or all of it."""
    return frozenset(state for state, key in in_choices if key in {*keys, _ALL})
