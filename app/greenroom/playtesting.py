"""Walks a scenario in every way there is, and at random: over its bare graph, with no machine and no window."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from greenroom.bare_graph import MOST_POSITIONS, BareGraph, Position
from greenroom.checking.reach import Reach, reach_of
from greenroom.checking.relaxed import relaxed_reach
from greenroom.scenario import Scenario

LONGEST_RUN = 1_000
"""Choices, after which a random run is cut off: it may go round in a loop."""


@dataclass(frozen=True, slots=True)
class Exploration:
    """What every way through a scenario comes to."""

    positions: int
    """How many were looked at: moments of the conversation that differ in what may follow."""
    exact: bool
    """False when there are too many positions to look at each; then something may be missing below."""
    endings: Mapping[str, tuple[str, ...] | None]
    """For each ending the choices of a shortest way to it; None when it is never reached."""
    unreached: tuple[str, ...]
    """States that are never reached."""
    never_open: tuple[tuple[str, str], ...]
    """Choices that are never open, as state and choice."""
    dead_ends: Mapping[str, Position | None]
    """States from which no ending is reached: ever (None), or from this position."""

    @property
    def sound(self) -> bool:
        """Say whether every ending is reached, every choice opens and there is no dead end."""
        return not (self.unreached or self.never_open or self.dead_ends) and None not in self.endings.values()


@dataclass(frozen=True, slots=True)
class RandomRuns:
    """What some runs came to in which each open choice was as likely as the others."""

    runs: int
    choices: int
    """Made in all of them together."""
    endings: Mapping[str, int]
    """How many runs came to each ending."""
    visits: Mapping[str, int]
    """How often a choice was made in each state."""
    stuck: int
    """Runs that came to a moment with no choice open."""
    cut_off: int
    """Runs that were still going on after the longest that is allowed."""

    @property
    def mean_length(self) -> float:
        """Choices a run."""
        return self.choices / self.runs if self.runs else 0.0


def explore(scenario: Scenario, most_positions: int = MOST_POSITIONS) -> Exploration:
    """Go every way through a scenario that has been checked."""
    graph = BareGraph(scenario)
    exact = graph.explore(most_positions)
    reach = reach_of(graph) if exact else relaxed_reach(scenario)
    return Exploration(
        positions=len(graph.found),
        exact=exact,
        endings=_shortest_ways(graph),
        unreached=tuple(name for name in scenario.states if name not in reach.openness),
        never_open=_never_open(scenario, reach),
        dead_ends={**reach.trapped, **reach.stuck},
    )


def play_at_random(scenario: Scenario, runs: int, seed: int, longest: int = LONGEST_RUN) -> RandomRuns:
    """Play a scenario that has been checked again and again; the same seed gives the same runs."""
    graph = BareGraph(scenario)
    visits, ends, cut_off = _walk(graph, runs, random.Random(seed), longest)  # noqa: S311 - plays, guards nothing
    by_name: Counter[str] = Counter()
    for number, count in enumerate(visits):
        by_name[graph.name(number)] += count
    ended: Counter[str] = Counter()
    for number, count in ends.items():
        ended[graph.name(number)] += count
    return RandomRuns(
        runs=runs,
        choices=sum(visits),
        endings={name: ended[name] for name in scenario.endings},
        visits={name: by_name[name] for name in scenario.states},
        stuck=sum(ended[name] for name in scenario.states),
        cut_off=cut_off,
    )


def _walk(graph: BareGraph, runs: int, chance: random.Random, longest: int) -> tuple[list[int], Counter[int], int]:
    """Return how often each position was left, how often a run ended there, and how many were cut off.

    This loop is where the time goes: it does nothing but look up and count.
    """
    draw, successors, expand = chance.random, graph.successors, graph.expand
    visits = [0] * len(successors)
    ends: Counter[int] = Counter()
    cut_off = 0
    for _ in range(runs):
        number = 0
        for _ in range(longest):
            following = successors[number]
            if following is None:
                following = expand(number)
                visits += [0] * (len(successors) - len(visits))
            if not following:
                ends[number] += 1
                break
            visits[number] += 1
            number = following[int(draw() * len(following))]
        else:
            cut_off += 1
    return visits, ends, cut_off


def _shortest_ways(graph: BareGraph) -> dict[str, tuple[str, ...] | None]:
    scenario = graph.rules.scenario
    ways: dict[str, tuple[str, ...] | None] = dict.fromkeys(scenario.endings)
    for number in range(len(graph.found)):
        name = graph.name(number)
        if name in ways and ways[name] is None:
            ways[name] = tuple(choice.id for choice in graph.path(number))
    return ways


def _never_open(scenario: Scenario, reach: Reach) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, choice.id)
        for name, state in scenario.states.items()
        for number, choice in enumerate(state.choices)
        if name in reach.openness and (name, number) not in reach.opened
    )
