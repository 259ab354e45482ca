"""Measures whether vocabulary gives a choice's side away: a bag of words that has learnt from all other scenarios.

A multinomial naive Bayes classifier with add-one smoothing (McCallum and Nigam, 1998): it knows which words stood in
choices of each side, and nothing of their order, of who speaks or of what was said before.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log

from greenroom.scenario import Scenario

_WORD = re.compile(r"[a-z']+|\?")


@dataclass(frozen=True, slots=True)
class Guesses:
    """How a bag of words did that was trained on all other scenarios."""

    scenario: str
    choices: int
    right: int
    """Of how many choices it told the side."""
    by_chance: int
    """How many are right when every choice is taken to be of the commonest side."""


def guess_sides(scenarios: Iterable[Scenario], side_of: Callable[[str], str]) -> tuple[Guesses, ...]:
    """Return how well the side of each scenario's choices is told from words in the others; none for a single one."""
    labelled = {scenario.id: list(_labelled(scenario, side_of)) for scenario in scenarios}
    if len(labelled) < 2:  # noqa: PLR2004 - one alone has nothing to learn from
        return ()
    return tuple(
        _guesses(name, choices, [choice for other in labelled if other != name for choice in labelled[other]])
        for name, choices in labelled.items()
    )


_Labelled = tuple[list[str], str]
"""The words of a choice, and its side."""


def _labelled(scenario: Scenario, side_of: Callable[[str], str]) -> Iterable[_Labelled]:
    for state in scenario.states.values():
        for choice in state.choices:
            yield _WORD.findall(choice.words.lower()), side_of(choice.move)


def _guesses(name: str, choices: Sequence[_Labelled], others: Sequence[_Labelled]) -> Guesses:
    guess = _learn(others)
    commonest = Counter(side for _, side in choices).most_common(1)[0][1]
    return Guesses(name, len(choices), sum(guess(words) == side for words, side in choices), commonest)


def _learn(labelled: Sequence[_Labelled]) -> Callable[[list[str]], str]:
    """Return what guesses a side from words, after these."""
    sides = Counter(side for _, side in labelled)
    seen: dict[str, Counter[str]] = {side: Counter() for side in sides}
    for words, side in labelled:
        seen[side].update(words)
    known = len(set().union(*seen.values()))

    def likelihood(side: str, words: list[str]) -> float:
        total = seen[side].total() + known
        return log(sides[side]) + sum(log((seen[side][word] + 1) / total) for word in words)

    return lambda words: max(sides, key=lambda side: likelihood(side, words))
