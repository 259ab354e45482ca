"""Finds the choice that an answer means, from the words and the act that both have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from greenroom.matching.acts import Act, acts_of
from greenroom.matching.tokens import LITTLE, LONGEST, mended, sentences_of, stem, words_of
from greenroom.matching.verdict import Match
from greenroom.matching.vocabulary import Meaning, Vocabulary
from greenroom.scenario import Choice, Scenario

# Found by trying answers written for half of the moments of the shipped scenarios, and the authors' own `also`, each
# left out once; the other half measured them.
_ANY_WORD = 0.65
"""How much of an answer may be words that its choice does not have."""
_LITTLE = 0.6
"""How much a little word counts."""
_ACT = 0.8
_SURE, _AHEAD = 1.5, 2.0
"""How likely a choice must be, by itself and before the next, to be taken without asking (logarithms)."""
_NEAR = -0.4
"""How likely a choice must be, by its words alone, to be worth asking about."""
_TELLING = 0.5
_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What an answer has in common with a choice."""

    choice: Choice
    by_words: float
    by_act: float
    words: tuple[str, ...]
    """Those that tell most, the most telling first."""
    acts: frozenset[Act]

    @property
    def whole(self) -> float:
        """How likely it is, by all that there is."""
        return self.by_words + self.by_act

    @property
    def is_near(self) -> bool:
        """Whether it is worth asking about: what an answer does tells nothing where none of its words does."""
        return bool(self.words) and self.by_words >= _NEAR

    @property
    def because(self) -> str:
        """What they have in common, in words."""
        named = [f'"{word}"' for word in self.words] + [act.value for act in Act if act in self.acts][:1]
        return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


_Offers = Sequence[tuple[Choice, Meaning]]


class Matcher:
    """Matches answers to the choices of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        """Learn the words of a scenario."""
        self._vocabulary = Vocabulary(scenario)
        # Whom one speaks to does not tell what one means.
        self._name = frozenset(words_of(scenario.partner.name))

    def match(self, words: str, choices: Sequence[Choice]) -> Match:
        """Return which of the choices on offer an answer means, or the two nearest, or none."""
        on_offer = [(choice, self._vocabulary.meaning(choice)) for choice in choices]
        likenesses = self._likenesses(words[:LONGEST], on_offer)
        if not likenesses:
            return Match()
        surest = _sure(likenesses)
        first = surest or likenesses[0]
        if other := self._other_act(words, on_offer, first):
            return _unsure([first, other])
        if surest:
            return Match(surest.choice, because=surest.because)
        return _unsure(likenesses) if first.is_near else Match()

    def _other_act(self, words: str, on_offer: _Offers, first: _Likeness) -> _Likeness | None:
        """Return what one sentence of an answer surely means, where its first choice says nothing like it."""
        for sentence in sentences_of(words):
            likenesses = self._likenesses(sentence, on_offer)
            other = _sure(likenesses)
            if other and any(each.by_words < 0 for each in likenesses if each.choice == first.choice):
                return other
        return None

    def _likenesses(self, words: str, on_offer: _Offers) -> list[_Likeness]:
        """Return what an answer has in common with each choice, the nearest first."""
        acts, typed = acts_of(words), self._typed(words, on_offer)
        return sorted((self._likeness(typed, acts, *offer) for offer in on_offer), key=lambda each: -each.whole)

    def _typed(self, words: str, on_offer: _Offers) -> tuple[str, ...]:
        """Return the words of an answer, mended where they have a typing error."""
        near = {word for choice, _ in on_offer for text in (choice.words, *choice.also) for word in words_of(text)}
        own = (word for word in words_of(words) if word not in self._name)
        return tuple(word if word in self._vocabulary.known else mended(word, near) for word in own)

    def _likeness(self, typed: Sequence[str], acts: frozenset[Act], choice: Choice, meaning: Meaning) -> _Likeness:
        gains = {word: self._gain(word, meaning) for word in typed}
        shared = acts & meaning.acts
        by_act = (_ACT if shared else -_ACT) if meaning.acts else 0.0
        return _Likeness(choice, sum(gains[word] for word in typed), by_act, _telling(gains), shared)

    def _gain(self, word: str, meaning: Meaning) -> float:
        """Return by how much likelier a word makes a choice than the scenario as a whole (a logarithm)."""
        root = stem(word)
        times = meaning.share(root) / self._vocabulary.rarity(root)
        return (_LITTLE if word in LITTLE else 1.0) * log(_ANY_WORD + (1 - _ANY_WORD) * times)


def _telling(gains: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words that tell most; little ones only where there are no others."""
    words = [word for word in gains if gains[word] > _TELLING]
    words = [word for word in words if word not in LITTLE] or words
    return tuple(sorted(words, key=lambda word: -gains[word])[:_MOST_NAMED])


def _sure(likenesses: Sequence[_Likeness]) -> _Likeness | None:
    """Return the first of them when it is likely, and far likelier than the next."""
    first, behind = likenesses[0], [each.whole for each in likenesses[1:2]]
    ahead = all(first.whole - whole >= _AHEAD for whole in behind)
    return first if ahead and first.whole >= _SURE else None


def _unsure(likenesses: Sequence[_Likeness]) -> Match:
    nearest = likenesses[:2]
    return Match(nearest=tuple(each.choice for each in nearest), because=nearest[0].because)
