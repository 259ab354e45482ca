"""Measures whether a choice gives itself away: strategies that see the words and do not understand them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from greenroom.scenario import Scenario

_QUESTION = re.compile(r"\?")
_EXCLAMATION = re.compile(r"!")
_NUMBER_OR_NAME = re.compile(r"\d|(?<=[a-z,;] )(?!I\b)[A-Z]\w+")
_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|possibly|probably|might|could|a bit|a little|sort of|kind of|i think|i guess|i suppose|just"
    r"|not sure|if (?:you like|that's all right|it helps))\b",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"\b(?:please|thanks?|thank you|sorry|excuse me|pardon|would you|could you|may i|if you don't mind|grateful"
    r"|appreciate|kindly|lovely|pleasure)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\byou(?:rs?|rself)?\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|me|my|mine|myself)\b")


def _count(pattern: re.Pattern[str]) -> Callable[[str], int]:
    return lambda words: len(pattern.findall(words))


STRATEGIES: Mapping[str, Callable[[str], int]] = {
    "the longest": len,
    "the shortest": lambda words: -len(words),
    "with a question mark": lambda words: bool(_QUESTION.search(words)),
    "without a question mark": lambda words: not _QUESTION.search(words),
    "with a number or a name": lambda words: bool(_NUMBER_OR_NAME.search(words)),
    "the most hedged": _count(_HEDGE),
    "the politest": _count(_POLITE),
    "the most exclamation marks": _count(_EXCLAMATION),
    "the most 'you'": _count(_YOU),
    "the least 'I'": lambda words: -len(_I.findall(words)),
}
"""What each strategy looks for: it takes the choice for which this is greatest, and any of those that are equal."""


@dataclass(frozen=True, slots=True)
class Cue:
    """How a strategy did over the decisions between relational choices and others."""

    strategy: str
    decisions: int
    picked: float
    """How many relational choices it takes; where it cannot tell several apart, the share of them."""
    by_chance: float
    """How many are taken blindly."""

    @property
    def advantage(self) -> float:
        """Return by how much it does better than chance, from -1 to 1; well-made choices give it 0."""
        return (self.picked - self.by_chance) / self.decisions if self.decisions else 0.0


def find_cues(scenarios: Iterable[Scenario], side_of: Callable[[str], str]) -> tuple[Cue, ...]:
    """Return how every strategy does over all decisions of these scenarios; `side_of` tells the side of a move."""
    decisions = [decision for scenario in scenarios for decision in _decisions(scenario, side_of)]
    return tuple(_cue(strategy, look, decisions) for strategy, look in STRATEGIES.items())


_Decision = list[tuple[str, bool]]
"""Of each choice the words, and whether it is relational."""


def _decisions(scenario: Scenario, side_of: Callable[[str], str]) -> Iterator[_Decision]:
    """Yield the decisions in which some choices are relational and some are not."""
    for state in scenario.states.values():
        decision = [(choice.words, side_of(choice.move) == "relational") for choice in state.choices]
        if len({relational for _, relational in decision}) > 1:
            yield decision


def _cue(strategy: str, look: Callable[[str], int], decisions: list[_Decision]) -> Cue:
    picked = sum(_share(_best(look, decision)) for decision in decisions)
    return Cue(strategy, len(decisions), picked, sum(map(_share, decisions)))


def _best(look: Callable[[str], int], decision: _Decision) -> _Decision:
    most = max(look(words) for words, _ in decision)
    return [(words, relational) for words, relational in decision if look(words) == most]


def _share(decision: _Decision) -> float:
    return sum(relational for _, relational in decision) / len(decision)
