"""The map of a scenario: its states and endings with the choices between them, and how much has been seen of it.

It plays nothing, and knows no screen: where each place stands on one is for `arranging` to say.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from greenroom.bare_graph import BareGraph
from greenroom.scenario import Choice, Scenario
from greenroom.turns import Turn

Made = tuple[str, str]
"""A state, and the id of a choice that has been made in it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One choice of a state."""

    choice: Choice
    seen: bool
    """Whether it has ever been made."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A state or an ending: a node of the map."""

    id: str
    label: str
    """A state's label, an ending's title."""
    is_ending: bool
    seen: bool
    """Whether one has ever been there; what has not is told as a number only."""
    turns: tuple[int, ...]
    """The numbers of the turns at which this run was there; of an ending, that of the turn which led to it."""
    replies: tuple[Reply, ...]
    """All that can be answered there; nothing at an ending."""

    @property
    def unseen(self) -> int:
        """How many of its replies have never been made."""
        return sum(not reply.seen for reply in self.replies)


@dataclass(frozen=True, slots=True)
class Way:
    """All the choices that lead from one stop to another: an edge of the map."""

    source: str
    target: str
    replies: tuple[Reply, ...]
    seen: bool
    """Whether one has gone this way, as far as the journal tells."""
    on_path: bool
    """Whether this run went this way."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole map, with one run's path."""

    start: str
    stops: tuple[Stop, ...]
    """States, then endings, in the author's order."""
    ways: tuple[Way, ...]

    @property
    def unseen(self) -> int:
        """How many stops have never been seen."""
        return sum(not stop.seen for stop in self.stops)

    def stop(self, stop_id: str) -> Stop:
        """Return the stop of this id. Raises `KeyError` when there is none."""
        found = next((stop for stop in self.stops if stop.id == stop_id), None)
        if found is None:
            raise KeyError(stop_id)
        return found

    def ways_from(self, stop_id: str) -> tuple[Way, ...]:
        """Return the ways that lead away from a stop."""
        return tuple(way for way in self.ways if way.source == stop_id)


def chart(scenario: Scenario, made: Collection[Made], reached: Collection[str], turns: Sequence[Turn]) -> Chart:
    """Return the map of a scenario with the path of one run.

    `made` are the choices that have ever been made, `reached` the endings that one has come to. Of a choice with
    several branches the journal does not tell which was taken: a branch counts as seen where it leads to an ending
    that was reached, to a state in which something has been answered, or where this run went.
    """
    known = frozenset(made) | {(turn.state, turn.choice.id) for turn in turns}
    stops_seen = _stops_seen(scenario, known, turns) | set(reached)
    path = {(turn.state, turn.to) for turn in turns}
    return Chart(
        start=scenario.start,
        stops=tuple(_stops(scenario, known, stops_seen, turns)),
        ways=tuple(_ways(scenario, known, stops_seen, path)),
    )


def choices_to(scenario: Scenario, stop: str, most: int = 20_000) -> tuple[Choice, ...] | None:
    """Return the fewest choices that lead to a stop; None where none do, looking at `most` positions."""
    graph, number = BareGraph(scenario), 0
    while number < min(len(graph.found), most):
        if graph.name(number) == stop:
            return graph.path(number)
        graph.expand(number)
        number += 1
    return None


def _stops_seen(scenario: Scenario, made: Collection[Made], turns: Iterable[Turn]) -> set[str]:
    seen = {scenario.start, *(state for state, _ in made), *(turn.to for turn in turns)}
    for name, state in scenario.states.items():
        for choice in state.choices:
            if (name, choice.id) in made and len(choice.branches) == 1:
                seen.add(choice.branches[0].to)
    return seen


def _stops(scenario: Scenario, made: Collection[Made], seen: set[str], turns: Sequence[Turn]) -> Iterator[Stop]:
    were_at: dict[str, list[int]] = {}
    for turn in turns:
        were_at.setdefault(turn.state, []).append(turn.number)
    if turns:
        were_at.setdefault(turns[-1].to, []).append(turns[-1].number + (turns[-1].to in scenario.states))
    for name, state in scenario.states.items():
        replies = tuple(Reply(choice, (name, choice.id) in made) for choice in state.choices)
        yield Stop(name, state.label, False, name in seen, tuple(were_at.get(name, ())), replies)  # noqa: FBT003
    for name, ending in scenario.endings.items():
        yield Stop(name, ending.title, True, name in seen, tuple(were_at.get(name, ())), ())  # noqa: FBT003


def _ways(
    scenario: Scenario, made: Collection[Made], seen: Collection[str], path: Collection[tuple[str, str]]
) -> Iterator[Way]:
    for name, state in scenario.states.items():
        leading: dict[str, list[Reply]] = {}
        for choice in state.choices:
            for target in dict.fromkeys(branch.to for branch in choice.branches):
                leading.setdefault(target, []).append(Reply(choice, (name, choice.id) in made))
        for target, replies in leading.items():
            gone = target in seen and any(reply.seen for reply in replies)
            yield Way(name, target, tuple(replies), gone, (name, target) in path)
