"""What each clause of a message shows by itself and in its place among the others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from greenroom.coach.clauses import Clause, clauses
from greenroom.coach.language import Language
from greenroom.coach.tokens import tokens
from greenroom.coach.unjudged import blank_unjudged

@dataclass(slots=True)
class Read:
    """A clause with what it shows."""

    clause: Clause
    cues: dict[str, tuple[int, int]]
    """Each cue with the words that gave it away: the first, and the one after the last."""
    signs: set[str] = field(default_factory=set)
    """The cues, the clause's shape, and what stands around it."""


def read(text: str, language: Language) -> list[Read]:
    """Return the clauses of a text with their signs."""
    all_read = [_read_clause(clause, language) for clause in clauses(tokens(blank_unjudged(text)))]
    _relate(all_read)
    return all_read


def _read_clause(clause: Clause, language: Language) -> Read:
    tagged = [language.finder.tags(word) for word in clause.words]
    cues: dict[str, tuple[int, int]] = {}
    for cue, first, last in language.finder.find(tagged):
        if cue not in cues:
            cues[cue] = (first, last)
    return Read(clause, cues, set(cues) | set(_shape(clause, tagged)))


def _shape(clause: Clause, tagged: Sequence[frozenset[str]]):
    words = [token.word for token in clause.words]
    n = len(words)
    names = sum(t.capital and t.kind == "word" for t in clause.words[1:])
    numbers = sum("#" in t or "<count>" in t for t in tagged)
    slots = sum(t.kind == "slot" for t in clause.words)
    days = sum(not t.isdisjoint(("<day>", "<month>")) for t in tagged)
    generic = sum("<generic>" in t for t in tagged)
    hype = sum("<hype>" in t or "<drive>" in t or "<lovely>" in t or "<admire>" in t for t in tagged)
    past = sum("<past>" in t for t in tagged)
    you = sum(w in {"you", "your", "yours"} for w in words)
    me = sum(w in {"i", "me", "my", "we", "our", "us"} for w in words)
    common = sum("<stop>" in t for t in tagged)
    if clause.question: yield "=question"
    if "!" in clause.marks: yield "=exclaims"
    if names: yield "=name"
    if names > 1: yield "=names"
    if numbers: yield "=number"
    if days: yield "=day"
    if slots: yield "=slot"
    if slots > 1: yield "=slots"
    if '"' in clause.marks or "“" in clause.marks: yield "=quote"
    if generic: yield "=generic"
    if generic > 1: yield "=generic2"
    if generic > 2: yield "=generic3"
    if hype: yield "=hype"
    if hype > 1: yield "=hype2"
    if past: yield "=past"
    if past > 1: yield "=past2"
    if you: yield "=you"
    if you > 1: yield "=you2"
    if me: yield "=me"
    if me > 1: yield "=me2"
    if you and past: yield "=you+past"
    if me and past: yield "=me+past"
    if not you and not me: yield "=nobody"
    if words and words[0] in {"you", "your"}: yield "=you-first"
    if words and words[0] in {"i", "we", "my", "our"}: yield "=me-first"
    if n <= 3: yield "=tiny"
    elif n <= 6: yield "=short"
    elif n >= 16: yield "=long"
    plain = sum(not (t & {"<generic>", "<hype>", "<lovely>", "<admire>", "<stop>", "<business>", "<meeting>", "<drive>"}) for t in tagged)
    for k in (2, 3, 4, 5, 6):
        if plain >= k: yield f"=plain{k}"
    if plain >= 7: yield "=plain7"


RELATED = (
    "asking", "demand", "big-favour", "out", "pitch-we", "pitch-self", "pitch-figures", "you-said", "your-thing", "memory",
    "saw-theirs", "praise-vague", "reason", "thanks-for-thing", "tried-it", "collect", "guilt", "bounded", "recruiting", "long-time",
    "self-disclosed", "came-across", "nice-meeting", "stay-touch", "now-doing", "=question", "vague-meet", "pick-brain",
)


def _relate(all_read: list[Read]) -> None:
    own = [set(r.signs) for r in all_read]
    n = len(all_read)
    everything = set().union(*own) if own else set()
    for i, r in enumerate(all_read):
        before = set().union(*own[:i]) if i else set()
        after = set().union(*own[i + 1 :]) if i + 1 < n else set()
        for sign in RELATED:
            if sign in before: r.signs.add("before:" + sign)
            if sign in after: r.signs.add("after:" + sign)
        if i == 0 or (i == 1 and "greeting" in own[0]): r.signs.add("=first")
        if i >= n - 2: r.signs.add("=last")
        if "asking" in r.signs and not before & {"you-said", "memory", "saw-theirs", "your-thing", "tried-it"}: r.signs.add("=ask-before-ground")
        if "asking" in r.signs and "out" in after: r.signs.add("=ask-then-out")
        if "asking" in r.signs and ("bounded" in r.signs): r.signs.add("=ask-bounded")
        if "asking" in r.signs and ("topic" in r.signs): r.signs.add("=ask-topic")
