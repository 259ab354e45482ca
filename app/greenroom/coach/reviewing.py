"""Reviews a message: its stance, and what in its words shows it."""

import time
from collections.abc import Callable, Iterator, Sequence

from greenroom.coach.findings import Finding, Review, Situation, Stance
from greenroom.coach.language import Language, shipped_language
from greenroom.coach.reading import Read, read
from greenroom.coach.rules import Rule
from greenroom.coach.tokens import tokens
from greenroom.coach.trimming import trimmed
from greenroom.coach.unjudged import blank_unjudged
from greenroom.coach.weights import Share, Weights, measures

LONGEST = 40_000
"""Characters; of a longer text only so many are read."""
TIME_LIMIT = 0.5
"""Seconds, after which the review ends with what it has."""
FEWEST_WORDS = 4
LEAST_COMMON = 0.12
"""The share of a language's most frequent words below which a text is in another."""
_BOTH = 0.8
"""The share that a clause of either side has to reach for a message to be mixed."""
_AGAINST = 0.1
"""How much surer a clause has to be for each step by which the message as a whole leans the other way, or less sure."""
_SUREST, _LEAST_SURE = 0.9, 0.55
_MORE = 0.1
"""How much surer a clause has to be for a mark against it that only a general rule could give a reason for."""
_UNDECIDED = 0.2
"""How far from zero the stance of a mixed message may be."""
_FEWEST_QUOTED = 5
_LONGEST_QUOTE = 70

NO_SITUATION = Situation()

TOO_SHORT = "This is too short to tell anything by."
NOTHING_OF_ONES_OWN = "Here are only quoted lines, links or code: nothing to read as your own words."
ANOTHER_LANGUAGE = "This does not look like English, the only language I can read so far."
TOO_LONG = "This is very long, so only its beginning was read."
OUT_OF_TIME = "Reading this took too long, so only its beginning was read."
NOT_IN_TIME = "I could not read this in time to judge it. Change a word, and I will try again."


def review(words: str, situation: Situation = NO_SITUATION) -> Review:
    """Return the stance of a message and its findings, in the order of the text.

    Raises `GreenroomError` for a language without rules.
    """
    return review_in(shipped_language(situation.language), words, situation)


def review_in(
    language: Language, words: str, situation: Situation = NO_SITUATION, clock: Callable[[], float] = time.monotonic
) -> Review:
    """Review a message by the rules of a language that has been read, within the time that `clock` tells."""
    text = blank_unjudged(words[:LONGEST])
    if trouble := _trouble(words, text, language):
        return Review("unclear", (), trouble)
    late = _late(clock)
    all_read = read(text, language, situation.kind, situation.facts, late)
    if not all_read:
        return Review("unclear", (), NOT_IN_TIME)
    note = TOO_LONG if len(words) > LONGEST else OUT_OF_TIME if late() else ""
    return _weighed(words, all_read, language, note)


def _late(clock: Callable[[], float]) -> Callable[[], bool]:
    end = clock() + TIME_LIMIT
    return lambda: clock() > end


def _trouble(words: str, text: str, language: Language) -> str:
    """Return why a text cannot be judged; nothing if it can."""
    own = [token.word for token in tokens(text) if token.kind in {"word", "number", "slot"}]
    if len(own) < FEWEST_WORDS:
        others = sum(token.kind == "word" for token in tokens(words[:LONGEST]))
        return NOTHING_OF_ONES_OWN if others >= FEWEST_WORDS else TOO_SHORT
    plain = [word for word in own if word[0].isalpha()]
    if sum(word in language.common for word in plain) < LEAST_COMMON * len(plain):
        return ANOTHER_LANGUAGE
    return ""


def _weighed(words: str, all_read: Sequence[Read], language: Language, note: str) -> Review:
    weights = language.weights
    shares = [weights.weigh(each.signs) for each in all_read]
    lean = weights.lean_of(measures(shares, sum("=generic" in each.signs for each in all_read)))
    findings = tuple(
        _finding(words, each, rule)
        for each, share in zip(all_read, shares, strict=True)
        for rule in _told_by(each, share, lean, language)
    )
    return Review(_stance(lean, shares), findings, note)


def _stance(lean: float, shares: Sequence[Share]) -> Stance:
    both = max(share.relational for share in shares) > _BOTH and max(share.transactional for share in shares) > _BOTH
    if both and abs(lean) < _UNDECIDED:
        return "mixed"
    return "transactional" if lean > 0 else "relational"


def _told_by(each: Read, share: Share, lean: float, language: Language) -> Iterator[Rule]:
    """Yield the rule that tells most of a clause, if the clause is to be marked at all."""
    side, against = ("relational", lean) if share.relational > share.transactional else ("transactional", -lean)
    enough = min(_SUREST, max(_LEAST_SURE, language.weights.enough + _AGAINST * against))
    holding = [rule for rule in each.rules if rule.side == side]
    best = max(holding, key=lambda rule: _words_of(each, rule, language.weights), default=None)
    if not best or (best.general and not all(rule.general for rule in each.rules)):
        return
    if max(share) > enough + _MORE * (best.general and side == "transactional"):
        yield best


def _words_of(each: Read, rule: Rule, weights: Weights) -> tuple[bool, int, float]:
    """Return whether a rule is one of its own, how many words gave it away, and how much it weighs."""
    first, end = _place(each, rule)
    return not rule.general, end - first, weights.of(rule.sign, rule.side)


def _place(each: Read, rule: Rule) -> tuple[int, int]:
    """Return the longest run of words that gave a rule away, of equals the first."""
    places = sorted(each.cues[sign] for sign in rule.needs[0] if sign in each.cues)
    return max(places, key=lambda place: place[1] - place[0], default=(0, 0))


def _finding(words: str, each: Read, rule: Rule) -> Finding:
    start, end = trimmed(words, each.clause, _place(each, rule))
    return Finding(
        start=start,
        end=end,
        rule=rule.id,
        move=rule.move,
        side=rule.side,
        why=rule.why.replace("{words}", _quote(words, each, rule)),
        try_instead=rule.try_instead,
        sources=rule.sources,
    )


def _quote(words: str, each: Read, rule: Rule) -> str:
    """Return the clause from where it gave itself away, or all of it where that is near its end; cut if long."""
    first = _place(each, rule)[0]
    begin = each.clause.words[first if len(each.clause.words) - first >= _FEWEST_QUOTED else 0].start
    quoted = " ".join(words[begin : each.clause.words[-1].end].split())
    return quoted if len(quoted) <= _LONGEST_QUOTE else quoted[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
