"""The words of a scenario: how common each is, and what each choice is about."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from greenroom.matching.acts import Act, acts_of, acts_told
from greenroom.matching.tokens import LITTLE, stem, words_of
from greenroom.scenario import Choice, Scenario, State

_SAID, _LABEL, _FACT, _TOLD, _REPLY = 1.0, 1.6, 0.5, 0.25, 0.15
"""How much a word counts by where it stands: in the author's wordings, the label, a fact, what is told of it."""


_ENOUGH_WORDS = 10_000
"""From fewer one cannot tell how rare a word is: in a short scenario each stands there once."""
_LITTLE_STEMS = frozenset(map(stem, LITTLE))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a choice is about, and what it does."""

    words: Mapping[str, float]
    """How much each stem counts in it."""
    total: float
    acts: frozenset[Act]

    def share(self, word: str) -> float:
        """Return how large a part of it a stem is."""
        return self.words.get(word, 0.0) / self.total


class Vocabulary:
    """The words of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        """Count the words of all that is said and told in `scenario`."""
        self._scenario = scenario
        self._counts = Counter(stem(word) for text in _texts(scenario) for word in words_of(text))
        self._total = sum(self._counts.values())
        self.known = frozenset(word for text in _texts(scenario) for word in words_of(text))

    def rarity(self, word: str) -> float:
        """Return how large a part of the scenario a stem is."""
        total = self._total if word in _LITTLE_STEMS else max(self._total, _ENOUGH_WORDS)
        return (self._counts[word] + 1.0) / (total + len(self._counts))

    def meaning(self, choice: Choice) -> Meaning:
        """Return what a choice is about."""
        words: defaultdict[str, float] = defaultdict(float)
        for text, weight in self._weighted(choice):
            for word in words_of(text):
                words[stem(word)] += weight
        acts = acts_told(choice.label) | _common_acts(choice)
        return Meaning(words, sum(words.values()) or 1.0, acts)

    def _weighted(self, choice: Choice) -> Iterator[tuple[str, float]]:
        yield from ((wording, _SAID) for wording in (choice.words, *choice.also))
        yield choice.label, _LABEL
        yield " ".join((*choice.learns, *choice.requires.knows)).replace("-", " "), _FACT
        yield f"{choice.landed} {choice.why}", _TOLD
        for branch in choice.branches:
            if state := self._scenario.states.get(branch.to):
                yield f"{state.label} {state.says}", _REPLY / len(choice.branches)


def _common_acts(choice: Choice) -> frozenset[Act]:
    wordings = [acts_of(wording) for wording in (choice.words, *choice.also)]
    return frozenset(act for act in Act if 2 * sum(act in acts for acts in wordings) >= len(wordings))


def _texts(scenario: Scenario) -> Iterator[str]:
    for state in scenario.states.values():
        yield from _texts_of(state)


def _texts_of(state: State) -> Iterable[str]:
    yield from (state.narration, state.says, state.label)
    for choice in state.choices:
        yield from (choice.words, *choice.also, choice.label, choice.landed, choice.why)
