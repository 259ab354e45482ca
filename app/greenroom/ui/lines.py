"""The lines of runs that can be compared: found in the journal, told as stories, and named in words."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from greenroom.errors import GreenroomError
from greenroom.journal import Filter, Journal, Run
from greenroom.retelling import Story, kept, story
from greenroom.turns import Turn
from greenroom.ui.words import opening, when_in_words
from greenroom.what_if import open_choices, position_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_RUNS_LOOKED_AT = 30


class Line(NamedTuple):
    """One way through a run, of which a take-back makes several."""

    run: str
    leaf: int | None
    """The node at its end; None for a run that stands at its start."""
    instead: str = ""
    """The id of a choice that was never made: it stands in place of turn `turn` and of all after it."""
    turn: int = 0


class Lines:
    """Reads lines from the journal as it stands when they are first asked for: each run once."""

    def __init__(
        self, journal: Journal, now: "Callable[[], datetime]", ending_title: "Callable[[str, str], str]"
    ) -> None:
        """Tell times as seen from `now`; `ending_title` names an ending of a text, given as its hash."""
        self._journal, self._now, self._ending_title = journal, now, ending_title
        self._runs: dict[str, Run] = {}

    def standing(self, run_id: str) -> Line:
        """Return the line on which the user stands in a run. Raises `GreenroomError` when the run is gone."""
        return Line(run_id, self._run(run_id).current)

    def others(self, shown: Sequence[Line], most: int) -> list[Line]:
        """Return the newest lines of the same scenario that go another way than those shown, and than each other."""
        found: list[Line] = []
        ways = {self._way(line) for line in shown}
        for line in self._newest(self._run(shown[0].run).scenario):
            if (way := self._way(line)) not in ways:
                ways.add(way)
                found.append(line)
            if len(found) == most:
                break
        return found

    def stories(self, lines: Sequence[Line]) -> list[Story]:
        """Return what happened on each line, under a title that no other of them has.

        Raises `GreenroomError` when one can no longer be read.
        """
        stories = [self._story(line) for line in lines]
        names = [self._name(line, told) for line, told in zip(lines, stories, strict=True)]
        return [replace(told, title=_told_apart(names, place)) for place, told in enumerate(stories)]

    def in_words(self, line: Line) -> str:
        """Return when a line was played, and how it ended."""
        run = self._run(line.run)
        nodes = run.line(line.leaf)
        left = QCoreApplication.translate("Compare", "left after turn {number}").format(number=len(nodes))
        how = self._ending_title(run.text_hash, nodes[-1].to) if nodes[-1].ending else left
        told = QCoreApplication.translate("Compare", "{when}: {how}")
        return told.format(when=opening(when_in_words(nodes[-1].at, self._now())), how=how)

    def _run(self, run_id: str) -> Run:
        if run_id not in self._runs:
            self._runs[run_id] = kept(self._journal, run_id)
        return self._runs[run_id]

    def _story(self, line: Line) -> Story:
        told = story(self._journal, line.run, line.leaf)
        return _otherwise(told, line) if line.instead else told

    def _newest(self, scenario: str) -> Iterator[Line]:
        for summary in self._journal.runs(_RUNS_LOOKED_AT, Filter(scenario=scenario)):
            # One that is damaged, or was deleted meanwhile, is in the way of no other.
            with suppress(GreenroomError):
                for leaf in reversed(self._run(summary.id).leaves):
                    yield Line(summary.id, leaf.id)

    def _way(self, line: Line) -> tuple[tuple[str, str | None], ...]:
        return tuple((node.choice, node.words) for node in self._run(line.run).line(line.leaf))

    def _name(self, line: Line, told: Story) -> str:
        if line.instead:
            return QCoreApplication.translate("Compare", "The other choice")
        nodes = self._run(line.run).line(line.leaf)
        at = nodes[-1].at if nodes else told.started
        return told.title or opening(when_in_words(at, self._now()))


def _otherwise(told: Story, line: Line) -> Story:
    """Return a story that goes another way at one turn, and ends with what that would have led to."""
    made = told.turns[line.turn - 1]
    choice = next((choice for choice in open_choices(told, made) if choice.id == line.instead), None)
    led_to = position_at(told, made).after(choice) if choice else None
    if choice is None or led_to is None:
        message = "This choice was not open there, so there is nothing to compare. Pick another one."
        raise GreenroomError(message)
    turn = Turn(line.turn, made.state, choice, led_to.name, made.openness_before, led_to.openness)
    return replace(told, run="", turns=(*told.turns[: line.turn - 1], turn))


def _told_apart(names: Sequence[str], place: int) -> str:
    """Return the name at `place`, with a number where there are several of it."""
    name = names[place]
    if names.count(name) == 1:
        return name
    numbered = QCoreApplication.translate("Compare", "{name}, way {number}")
    return numbered.format(name=name, number=names[: place + 1].count(name))
