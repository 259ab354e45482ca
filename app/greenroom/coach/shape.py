"""The shape of a clause: what can be counted in it without knowing what it says."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from greenroom.coach.clauses import Clause

_EMPTY = frozenset(
    f"<{name}>" for name in ("generic", "hype", "lovely", "admire", "stop", "business", "meeting", "drive")
)
_PRAISE = frozenset(f"<{name}>" for name in ("hype", "drive", "lovely", "admire"))
_YOU = frozenset({"you", "your", "yours"})
_ME = frozenset({"i", "me", "my", "we", "our", "us"})
_TINY, _SHORT, _LONG = 3, 6, 16


def shape(clause: Clause, tagged: Sequence[AbstractSet[str]]) -> Iterator[str]:
    """Yield the signs of a clause whose words have these tags; each begins with `=`."""
    words = [token.word for token in clause.words]
    yield from _marks(clause)
    yield from _particulars(clause, tagged)
    yield from _wording(tagged)
    yield from _persons(words, sum("<past>" in tags for tags in tagged))
    if len(words) <= _TINY:
        yield "=tiny"
    elif len(words) <= _SHORT:
        yield "=short"
    elif len(words) >= _LONG:
        yield "=long"


def _marks(clause: Clause) -> Iterator[str]:
    if clause.question:
        yield "=question"
    if "!" in clause.marks:
        yield "=exclaims"
    if '"' in clause.marks or "“" in clause.marks:
        yield "=quote"


def _particulars(clause: Clause, tagged: Sequence[AbstractSet[str]]) -> Iterator[str]:
    yield from _once_and_twice("name", sum(token.capital for token in clause.words[1:]))
    yield from _once_and_twice("slot", sum(token.kind == "slot" for token in clause.words))
    if any("#" in tags or "<count>" in tags for tags in tagged):
        yield "=number"
    if any("<day>" in tags or "<month>" in tags for tags in tagged):
        yield "=day"


def _wording(tagged: Sequence[AbstractSet[str]]) -> Iterator[str]:
    generic = sum("<generic>" in tags for tags in tagged)
    yield from _once_and_twice("generic", generic)
    if generic > 2:  # noqa: PLR2004  # three words that say nothing are a style
        yield "=generic3"
    yield from _once_and_twice("hype", sum(not _PRAISE.isdisjoint(tags) for tags in tagged))
    plain = sum(_EMPTY.isdisjoint(tags) for tags in tagged)
    for number in (2, 3, 4, 5, 6, 7):
        if plain >= number:
            yield f"=plain{number}"


def _persons(words: Sequence[str], past: int) -> Iterator[str]:
    you, me = sum(word in _YOU for word in words), sum(word in _ME for word in words)
    yield from _once_and_twice("past", past)
    yield from _once_and_twice("you", you)
    yield from _once_and_twice("me", me)
    if you and past:
        yield "=you+past"
    if me and past:
        yield "=me+past"
    if not you and not me:
        yield "=nobody"
    if words[0] in _YOU:
        yield "=you-first"
    elif words[0] in _ME:
        yield "=me-first"


def _once_and_twice(name: str, count: int) -> Iterator[str]:
    if count:
        yield f"={name}"
    if count > 1:
        yield f"={name}2"
