"""Runs of one scenario beside each other: their turns in rows, what they share, where they part and meet again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from greenroom.comparing.alignment import Row, align
from greenroom.errors import GreenroomError
from greenroom.in_words import listed, quoted
from greenroom.retelling import Story
from greenroom.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more runs side by side."""

    stories: tuple[Story, ...]
    rows: tuple[Row, ...]
    """With a turn of each story, in the order of `stories`."""
    opening: int
    """How many rows at the start all runs share."""

    @property
    def scenario(self) -> Scenario:
        """What was played in the first run; its text may have changed until the others."""
        return self.stories[0].scenario

    @property
    def is_pair(self) -> bool:
        """Whether it is of two runs, of which one says "both"."""
        return len(self.stories) == 2  # noqa: PLR2004  # a pair

    def name(self, number: int) -> str:
        """Return what a run is called in a sentence: its own name, or its place."""
        title, count = self.stories[number].title, len(self.stories)
        return f'"{title}"' if title else f"the {_PLACES[number]} run" if count <= len(_PLACES) else f"run {number + 1}"


_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def compare(stories: Sequence[Story]) -> Comparison:
    """Lay runs side by side. Raises `GreenroomError` when they are fewer than two, or of different scenarios."""
    if len(stories) < 2:  # noqa: PLR2004  # as the sentence says
        message = "It takes two runs to compare. Play the scenario another way, or name a second run."
        raise GreenroomError(message)
    titles = {story.scenario.id: story.scenario.title for story in stories}
    if len(titles) > 1:
        scenarios = listed([quoted(title) for title in titles.values()])
        message = f"These runs are of {scenarios}. Choose runs of one scenario to compare them."
        raise GreenroomError(message)
    rows = tuple(_meeting(align([story.turns for story in stories])))
    return Comparison(tuple(stories), rows, sum(1 for _ in takewhile(lambda row: row.is_shared, rows)))


def question(comparison: Comparison) -> str:
    """Return what to ask oneself before reading on."""
    return f"What differs here, and what does it change for {comparison.scenario.partner.first_name}?"


def _meeting(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, with those marked in which the runs meet again."""
    apart = False
    for row in rows:
        yield replace(row, is_meeting=apart and row.has_all)
        apart = row.is_parting or not row.has_all
