"""What had become possible or impossible where runs meet again: choices, and what had come up."""

from collections.abc import Iterator, Sequence
from itertools import islice

from greenroom.comparing.alignment import Row
from greenroom.comparing.comparison import Comparison
from greenroom.in_words import listed, quoted
from greenroom.scenario import Choice
from greenroom.turns import Turn
from greenroom.what_if import missing_in_words, position_at

_MOST_TOLD = 3


def possibilities(comparison: Comparison) -> Iterator[str]:
    """Yield what differs where the runs meet for the first time; where they never do, what came up in one alone."""
    meeting = next((row for row in comparison.rows if row.is_meeting), None)
    if meeting:
        yield from islice(_choices(comparison, meeting), _MOST_TOLD)
    yield from _learnt(comparison, meeting)


def _choices(comparison: Comparison, meeting: Row) -> Iterator[str]:
    """Yield the choices that are open in some runs there and not in others, and what the others had not done."""
    turns = [(number, turn) for number, turn in enumerate(meeting.turns) if turn]
    state = comparison.scenario.states[turns[0][1].state]
    for choice in state.choices:
        missing = {number: words for number, turn in turns if (words := _missing(comparison, number, turn, choice))}
        if 0 < len(missing) < len(turns):
            others = listed([comparison.name(number) for number, _ in turns if number not in missing])
            reasons = " ".join(f"In {comparison.name(number)}: {words}" for number, words in missing.items())
            yield f"Where they first meet again, {quoted(choice.label)} is open in {others} only. {reasons}"


def _missing(comparison: Comparison, number: int, turn: Turn, choice: Choice) -> str:
    story = comparison.stories[number]
    position = position_at(story, turn)
    made = [each.choice for each in story.turns[: turn.number - 1]]
    return missing_in_words(choice, story.scenario, position.openness, position.facts, made)


def _learnt(comparison: Comparison, meeting: Row | None) -> Iterator[str]:
    """Yield for each run what has come up in it alone, by the choices that brought it up."""
    ends = meeting.turns if meeting else (None,) * len(comparison.stories)
    taught = [_taught(story.turns, end) for story, end in zip(comparison.stories, ends, strict=True)]
    for number, facts in enumerate(taught):
        elsewhere = {fact for other, those in enumerate(taught) if other != number for fact in those}
        labels = list(dict.fromkeys(label for fact, label in facts.items() if fact not in elsewhere))
        if labels:
            named = listed([quoted(label) for label in labels[:_MOST_TOLD]])
            yield f"What came up with {named} is known in {comparison.name(number)} only."


def _taught(turns: Sequence[Turn], before: Turn | None) -> dict[str, str]:
    """Return the facts that were learnt before a turn (all, without one), with the label of what taught each."""
    earlier = turns[: before.number - 1] if before else turns
    return {fact: turn.choice.label for turn in reversed(earlier) for fact in turn.choice.learns}
