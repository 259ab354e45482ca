"""What each clause of a message shows: by itself, and in its place among the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from greenroom.coach.clauses import Clause, clauses
from greenroom.coach.language import Language
from greenroom.coach.rules import Rule
from greenroom.coach.shape import shape
from greenroom.coach.sharing import Fact, facts_of, shared
from greenroom.coach.tokens import tokens

SHARED_FACT = "shared-fact"
"""The sign of a clause that takes up a fact of the situation."""
_GROUND = frozenset({"they-did", "both-were", "kept-memory", "came-of-it", "sent-by", SHARED_FACT})
_RELATED = _GROUND | {"easy-no", "real-offer", "thanks", "their-thing"}
"""Cues that tell something of the clauses before and after."""


@dataclass(frozen=True, slots=True)
class Read:
    """A clause with what it shows."""

    clause: Clause
    cues: dict[str, tuple[int, int]]
    """Each cue with the words that gave it away: the first, and the one after the last."""
    signs: frozenset[str]
    rules: tuple[Rule, ...] = ()
    """Those that hold."""


def read(
    text: str, language: Language, kind: str = "", facts: Iterable[str] = (), enough: Callable[[], bool] = lambda: False
) -> list[Read]:
    """Return the clauses of a text with their signs, up to the one at which `enough` says to stop.

    What the message is for is a sign of every clause: `kind:thank_you`; a shared fact is one of those that take it up.
    """
    known = facts_of(facts, language.finder.tags)
    all_read: list[Read] = []
    for clause in clauses(tokens(text)):
        if enough():
            break
        all_read.append(_read_clause(clause, language, kind, known))
    return [_judged(each, language) for each in _related(all_read)]


def _read_clause(clause: Clause, language: Language, kind: str, facts: Sequence[Fact]) -> Read:
    tagged = [language.finder.tags(word) for word in clause.words]
    cues: dict[str, tuple[int, int]] = {}
    for cue, first, end in language.finder.find(tagged):
        longest = cues.get(cue, (0, 0))
        if end - first > longest[1] - longest[0]:
            cues[cue] = (first, end)
    if place := shared(clause.words, tagged, facts) if facts else None:
        cues[SHARED_FACT] = place
    classes = {tag for tags in tagged for tag in tags if tag[0] == "<"}
    return Read(clause, cues, frozenset({*cues, *classes, *shape(clause, tagged), f"kind:{kind}"}))


def _related(all_read: Sequence[Read]) -> list[Read]:
    """Add to each clause what stands before and after it."""
    after: list[frozenset[str]] = [frozenset()]
    for each in reversed(all_read[1:]):
        after.append(after[-1] | (each.signs & _RELATED))
    before: frozenset[str] = frozenset()
    related = []
    for each, later in zip(all_read, reversed(after), strict=True) if all_read else ():
        signs = each.signs | {f"before:{sign}" for sign in before} | {f"after:{sign}" for sign in later}
        if "bounds" in each.signs and "easy-no" in later:
            signs |= {"=bounded-with-a-way-out"}
        if "asking" in each.signs:
            signs |= set(_asked(each.signs, before, later))
        related.append(Read(each.clause, each.cues, signs))
        before |= each.signs & _RELATED
    return related


def _asked(own: AbstractSet[str], before: AbstractSet[str], later: AbstractSet[str]) -> Iterator[str]:
    """Yield how a request stands to what was said before it and what comes after."""
    if _GROUND.isdisjoint(before):
        yield "=ask-before-ground"
    if "easy-no" in later:
        yield "=ask-with-a-way-out"
    if not (_GROUND | {"thanks"}).isdisjoint(before) and ("bounds" in own or "easy-no" in later):
        yield "=ask-on-ground"


def _judged(each: Read, language: Language) -> Read:
    holding = tuple(rule for rule in language.rules if rule.holds(each.signs))
    return Read(each.clause, each.cues, each.signs.union(rule.sign for rule in holding if not rule.general), holding)
