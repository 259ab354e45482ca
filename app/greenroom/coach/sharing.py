"""Whether a clause takes up what the writer and the person really share: a fact of the situation, by its words."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from greenroom.coach.tokens import Token, tokens

Fact = frozenset[str]
"""The stems of those words of a fact that say something."""
Tagging = Callable[[Token], AbstractSet[str]]

_HOLLOW = frozenset(
    f"<{name}>"
    for name in (
        "stop", "hollow", "day", "month", "count", "unit", "deadline", "gone-by", "generic", "hype", "lovely", "admire",
        "drive", "business", "meeting", "favour", "skill", "contact",
    )
)  # fmt: skip
_ENDINGS = ("'s", "ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_SHORTEST = 4
_TELLING = 5
"""Letters from which one word in common is enough, as in `piano`; of names and of shorter words it takes two."""


def facts_of(sentences: Iterable[str], tags: Tagging) -> tuple[Fact, ...]:
    """Return facts by their stems."""
    return tuple(
        frozenset(_stem(token.word) for token in tokens(one) if _says_something(token, tags(token)))
        for one in sentences
    )


def shared(words: Sequence[Token], tagged: Sequence[AbstractSet[str]], facts: Iterable[Fact]) -> tuple[int, int] | None:
    """Return the first word taken from a fact and the one after the last; nothing where no fact is taken up."""
    stems = [_stem(word.word) if _says_something(word, tags) else "" for word, tags in zip(words, tagged, strict=True)]
    for fact in facts:
        places = [place for place, stem in enumerate(stems) if stem in fact]
        if len({stems[place] for place in places}) > 1 or any(_tells(words[place]) for place in places):
            return places[0], places[-1] + 1
    return None


def _says_something(word: Token, tags: AbstractSet[str]) -> bool:
    return word.kind == "word" and len(word.word) >= _SHORTEST and _HOLLOW.isdisjoint(tags)


def _tells(word: Token) -> bool:
    return len(word.word) >= _TELLING and not word.capital


def _stem(word: str) -> str:
    """Return a word without its ending, so that `chair` and `chairs`, `carry` and `carried` are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            return word.removesuffix(ending)
    return word
