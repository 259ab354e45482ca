"""The app's own reading of a comparison: a few plain sentences, without a verdict."""

from collections.abc import Iterator, Sequence

from greenroom.comparing.alignment import Row
from greenroom.comparing.comparison import Comparison
from greenroom.comparing.phrases import begun, move_in_words
from greenroom.comparing.possibilities import possibilities
from greenroom.in_words import listed, quoted
from greenroom.retelling import Story
from greenroom.rubric import Rubric
from greenroom.turns import Turn

_MOST_JOINTS = 4
"""Partings and meetings after the first parting that are told one by one."""
_FURTHER = ("a little", "clearly", "far")


def reading(comparison: Comparison, rubric: Rubric) -> tuple[str, ...]:
    """Return what differs between the runs and what it changed, from the moves and explanations on all paths."""
    return tuple(_sentences(comparison, rubric))


def _sentences(comparison: Comparison, rubric: Rubric) -> Iterator[str]:
    two, all_shared = comparison.is_pair, comparison.opening == len(comparison.rows)
    if all_shared:
        yield f"{'Both' if two else 'All'} runs are the same from beginning to end."
    else:
        yield from _first_parting(comparison, rubric)
        yield from _further_joints(comparison, rubric)
        yield from possibilities(comparison)
    yield from _endings(comparison)
    if not all_shared:
        yield "Neither is the right answer." if two else "None of them is the right answer."


def _first_parting(comparison: Comparison, rubric: Rubric) -> Iterator[str]:
    row, opening = comparison.rows[comparison.opening], comparison.opening
    together = f"Up to turn {opening} the runs are the same" if opening else "The runs part at once"
    if not row.is_parting:
        yield f"{together}{'; from there' if opening else ':'} {_going_on(comparison, row)}."
        return
    place = _label(comparison, row)
    yield f'{together}; they part at "{place}".' if opening else f'{together}, at "{place}".'
    for number, turn in _present(row):
        yield _landing(comparison, number, turn, rubric)
    yield from _openness(comparison, row)


def _going_on(comparison: Comparison, row: Row) -> str:
    """Return which runs go on alone, where the others have come to their end or say it in other words."""
    if row.has_all:
        return "the same is said in other words"
    return f"only {listed([comparison.name(number) for number, _ in _present(row)])} goes on"


def _landing(comparison: Comparison, number: int, turn: Turn, rubric: Rubric) -> str:
    move = move_in_words(turn.choice, rubric)
    name = comparison.scenario.partner.first_name
    what = f"In {comparison.name(number)}: {quoted(turn.choice.label)} ({move})."
    return f"{what} {name} thinks: {quoted(turn.choice.landed)} {turn.choice.why}"


def _openness(comparison: Comparison, row: Row) -> Iterator[str]:
    """Say how far apart the runs left the partner's openness."""
    levels = {number: turn.openness for number, turn in _present(row)}
    most, least = max(levels.values()), min(levels.values())
    name = comparison.scenario.partner.first_name
    if most == least:
        yield f"{name} is as open after {'the one as after the other' if comparison.is_pair else 'each of them'}."
        return
    ends = [
        listed([comparison.name(number) for number, level in levels.items() if level == end]) for end in (most, least)
    ]
    further = _FURTHER[min(most - least, len(_FURTHER)) - 1]
    yield f"After that {name} is {further} more open in {ends[0]} than in {ends[1]}."


def _further_joints(comparison: Comparison, rubric: Rubric) -> Iterator[str]:
    """Say where the runs meet and part after the first parting."""
    later = comparison.rows[comparison.opening + 1 :]
    joints = [row for row in later if row.is_meeting or row.is_parting]
    for row in joints[:_MOST_JOINTS]:
        yield _joint(comparison, row, rubric)
    if (more := len(joints) - _MOST_JOINTS) > 0:
        yield f"Later they part or meet {more} more time{'' if more == 1 else 's'}."
    if not any(row.is_meeting for row in joints):
        yield "They do not come to the same place again."


def _joint(comparison: Comparison, row: Row, rubric: Rubric) -> str:
    place = quoted(_label(comparison, row))
    turns = listed([f"turn {turn.number} of {comparison.name(number)}" for number, turn in _present(row)])
    choices = "; ".join(
        f"in {comparison.name(number)}, {quoted(turn.choice.label)} ({move_in_words(turn.choice, rubric)})"
        for number, turn in _present(row)
    )
    if not row.is_meeting:
        return f"They part again at {place}: {choices}."
    met = f"They meet again at {place}, {turns}"
    return f"{met}, and part once more: {choices}." if row.is_parting else f"{met}."


def _endings(comparison: Comparison) -> Iterator[str]:
    """Say how each run ended, those that ended alike together, and what is said a week later."""
    by_ending: dict[tuple[str, str], list[str]] = {}
    for number, story in enumerate(comparison.stories):
        by_ending.setdefault(_ending(story), []).append(comparison.name(number))
    for (verb, rest), names in by_ending.items():
        who = "both runs" if comparison.is_pair and len(by_ending) == 1 else listed(names)
        yield begun(f"{who} {verb if len(names) > 1 else f'{verb}s'} {rest}")


def _ending(story: Story) -> tuple[str, str]:
    """Return how a run ended: a verb, and what comes after it."""
    if not (outcome := story.outcome):
        return "stop", f"after turn {len(story.turns)}, without an ending."
    name, ending = story.scenario.partner.first_name, outcome.ending
    return "end", f"in {quoted(ending.title)}. A week later {name} says: {quoted(ending.later)}"


def _present(row: Row) -> Sequence[tuple[int, Turn]]:
    return [(number, turn) for number, turn in enumerate(row.turns) if turn]


def _label(comparison: Comparison, row: Row) -> str:
    number, turn = _present(row)[0]
    return comparison.stories[number].scenario.states[turn.state].label
