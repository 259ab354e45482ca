"""A comparison as it is printed, whatever the format: headings, and lines with a text for each run."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, zip_longest
from typing import NamedTuple

from greenroom.comparing.alignment import Row
from greenroom.comparing.comparison import Comparison, question
from greenroom.comparing.phrases import begun, move_in_words, openness_in_words
from greenroom.comparing.reading import reading
from greenroom.comparing.words import Piece, changed_words
from greenroom.in_words import quoted
from greenroom.retelling import Story
from greenroom.rubric import Rubric
from greenroom.turns import Turn

Text = tuple[Piece, ...]
"""With the words marked that differ from those beside them; empty where there is nothing to say."""


Turns = tuple[Turn | None, ...]


class Band(NamedTuple):
    """Lines that belong together."""

    heading: str
    """Where the runs part or meet; empty where they go on as before."""
    lines: tuple[tuple[Text, ...], ...]
    """A text for each run; or only one, where it is the same for all."""


class Script(NamedTuple):
    """All that is printed, from top to bottom."""

    title: str
    scene: tuple[str, ...]
    """What is there when it begins."""
    runs: tuple[str, ...]
    """Which they are, a line each."""
    names: tuple[str, ...]
    """What they are called, one above each column."""
    bands: tuple[Band, ...]
    question: str
    reading: tuple[str, ...]


def script(comparison: Comparison, rubric: Rubric) -> Script:
    """Return what is printed of a comparison."""
    scenario = comparison.scenario
    start = scenario.states[scenario.start]
    said = f"{scenario.partner.first_name}: {quoted(start.says)}" if start.says else ""
    return Script(
        title=f"{scenario.title}, with {scenario.partner.name}",
        scene=tuple(text for text in (scenario.setting.place, start.narration, said) if text),
        runs=tuple(_run(comparison, number) for number in range(len(comparison.stories))),
        names=tuple(begun(comparison.name(number)) for number in range(len(comparison.stories))),
        bands=(*_bands(comparison, rubric), _endings(comparison)),
        question=question(comparison),
        reading=reading(comparison, rubric),
    )


def _run(comparison: Comparison, number: int) -> str:
    story = comparison.stories[number]
    started = datetime.fromisoformat(story.started).astimezone()
    turns = f"{len(story.turns)} turn{'' if len(story.turns) == 1 else 's'}"
    return f"{begun(comparison.name(number))}: {started:%Y-%m-%d %H:%M}, {turns}"


def _bands(comparison: Comparison, rubric: Rubric) -> Iterator[Band]:
    rows, done = comparison.rows, 0
    for alone, group in groupby(rows, key=_is_alone):
        stretch = [row.turns for row in group]
        headings = [_heading(rows, place) for place in range(done, done + len(stretch))]
        for heading, turns in zip(headings, _packed(stretch) if alone else stretch, strict=False):
            yield Band(heading, _lines(comparison, turns, rubric, marked=not alone))
        done += len(stretch)


def _is_alone(row: Row) -> bool:
    return sum(turn is not None for turn in row.turns) == 1


def _packed(stretch: Sequence[Turns]) -> Iterator[Turns]:
    """Yield turns that stand alone beside each other, so that no column has gaps; they have nothing in common."""
    ways = [[turn for turn in column if turn] for column in zip(*stretch, strict=True)]
    yield from zip_longest(*ways)


def _heading(rows: Sequence[Row], place: int) -> str:
    row, before = rows[place], rows[:place]
    if row.is_meeting:
        return "Here they meet again, and part once more" if row.is_parting else "Here they meet again"
    if row.is_parting:
        return "Here they part again" if any(each.is_parting for each in before) else "Here they part"
    if not row.has_all:
        return "Here they go apart" if not before or before[-1].is_shared else ""
    return "" if before else "They begin the same way"


def _lines(comparison: Comparison, turns: Turns, rubric: Rubric, *, marked: bool) -> tuple[tuple[Text, ...], ...]:
    """Return what there is to say of turns beside each other: once, where it is the same for all."""
    columns = [
        _turn(story, turn, rubric, _other_words(turns, number) if marked else None) if turn else ()
        for number, (story, turn) in enumerate(zip(comparison.stories, turns, strict=True))
    ]
    if len(set(columns)) == 1:
        columns = columns[:1]
    heads = [_head(story, turn) for story, turn in zip(comparison.stories, turns, strict=True)]
    head = heads[:1] if len(columns) == 1 and len(set(heads)) == 1 else heads
    return (tuple(head), *(line for line in zip_longest(*columns, fillvalue=()) if any(line)))


def _turn(story: Story, turn: Turn, rubric: Rubric, other: str | None) -> tuple[Text, ...]:
    """Return a turn in lines, always in the same order; `other` are the words that stand beside it."""
    partner, choice, reply = story.scenario.partner.first_name, turn.choice, story.reply_to(turn)
    before, after = ("[", "]") if choice.say is None and turn.words is None else ('"', '"')
    return (
        (Piece(f"You: {before}", changed=False), *_marked(turn.said, other), Piece(after, changed=False)),
        _plain(f"{partner} thinks: {quoted(choice.landed)}"),
        _plain(f"{begun(move_in_words(choice, rubric))}."),
        _plain(f"{partner} is now {openness_in_words(turn.openness)}."),
        _plain(f"({reply.narration})" if reply and reply.narration else ""),
        _plain(f"{partner}: {quoted(reply.says)}" if reply and reply.says else ""),
    )


def _head(story: Story, turn: Turn | None) -> Text:
    return _plain(f"Turn {turn.number}, {quoted(story.scenario.states[turn.state].label)}") if turn else ()


def _other_words(turns: Turns, number: int) -> str | None:
    """Return the words that stand beside those of a run, if there are any: the first of them."""
    return next((turn.said for place, turn in enumerate(turns) if turn and place != number), None)


def _marked(words: str, other: str | None) -> Text:
    """Return words with what differs marked; where they have nothing in common there is nothing to mark."""
    pieces = changed_words(words, other)[0] if other is not None else _plain(words)
    return pieces if not all(piece.changed for piece in pieces) else _plain(words)


def _plain(text: str) -> Text:
    return (Piece(text, changed=False),) if text else ()


def _endings(comparison: Comparison) -> Band:
    columns = [_ending(story) for story in comparison.stories]
    if len(set(columns)) == 1:
        columns = columns[:1]
    return Band("How it ended", tuple(zip(*columns, strict=True)))


def _ending(story: Story) -> tuple[Text, Text, Text]:
    outcome = story.outcome
    if outcome is None:
        return _plain(f"No ending: it goes as far as turn {len(story.turns)}."), (), ()
    ending, name = outcome.ending, story.scenario.partner.first_name
    return _plain(ending.title), _plain(ending.text), _plain(f"A week later, {name}: {quoted(ending.later)}")
