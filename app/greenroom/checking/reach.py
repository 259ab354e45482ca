"""What can happen in a scenario and what cannot, told from every position of its graph."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from greenroom.bare_graph import BareGraph, Position

MOST_ON_OFFER = 9
"""Choices at once: the keys go from 1 to 9."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What can happen. What stands in none of these cannot."""

    exact: bool
    """False when it may name more than can really happen, but never less."""
    openness: Mapping[str, frozenset[int]]
    """For every state and ending that is reached, how open the partner may be there."""
    facts: Mapping[str, frozenset[str]]
    """For each, what may be known there, of the facts that matter from there on."""
    taken: frozenset[tuple[str, int, int]]
    """Branches that are taken: state, choice, branch."""
    opened: frozenset[tuple[str, int]]
    """Choices that are open at some time: state, choice."""
    trapped: Mapping[str, Position | None]
    """States from which no ending is reached: ever, or from this position."""
    stuck: Mapping[str, Position]
    """States in which no choice may be open, each with a position; empty if not exact."""
    crowded: Mapping[str, Position]
    """States in which too many choices may be open, each with a position; empty if not exact."""


def reach_of(graph: BareGraph, exits: Iterable[str] = ()) -> Reach:
    """Return what can happen, exactly. Explore the graph before; `exits` count as ways out."""
    rules, exits, taken = graph.rules, frozenset(exits), _taken(graph)
    openness: dict[str, set[int]] = {}
    facts: dict[str, int] = {}
    stuck: dict[str, int] = {}
    crowded: dict[str, int] = {}
    for number, (name_number, open_by, bits) in enumerate(graph.found):
        name = rules.names[name_number]
        openness.setdefault(name, set()).add(open_by)
        facts[name] = facts.get(name, 0) | bits
        if not graph.ways[number] and name in rules.scenario.states:
            stuck.setdefault(name, number)
        if len(graph.ways[number]) > MOST_ON_OFFER:
            crowded.setdefault(name, number)
    return Reach(
        exact=True,
        openness={name: frozenset(values) for name, values in openness.items()},
        facts={name: rules.facts_in(bits) for name, bits in facts.items()},
        taken=taken,
        opened=frozenset((state, choice) for state, choice, _ in taken),
        trapped=_trapped(graph, exits),
        stuck={name: graph.position(number) for name, number in stuck.items() if name not in exits},
        crowded={name: graph.position(number) for name, number in crowded.items()},
    )


def _taken(graph: BareGraph) -> frozenset[tuple[str, int, int]]:
    sets_of_ways = {(found[0], ways) for found, ways in zip(graph.found, graph.ways, strict=True)}
    return frozenset((graph.rules.names[name], *way) for name, ways in sets_of_ways for way in ways)


def _trapped(graph: BareGraph, exits: frozenset[str]) -> dict[str, Position | None]:
    """Find the states from which no ending is reached.

    A state from which one is reached at other times is named once, where the trap closes.
    """
    successors = [ways or () for ways in graph.successors]
    ways_out = [number for number, ways in enumerate(successors) if not ways or graph.name(number) in exits]
    lost = cannot_reach(successors, ways_out)
    free_names = {graph.name(number) for number in range(len(successors)) if number not in lost}
    trapped: dict[str, Position | None] = {}
    for number in sorted(lost):
        name = graph.name(number)
        if name not in free_names:
            trapped[name] = None
        elif graph.came_from[number][0] not in lost:
            trapped.setdefault(name, graph.position(number))
    return trapped


def cannot_reach(successors: Sequence[Iterable[int]], goals: Iterable[int]) -> set[int]:
    """Return the nodes of a graph from which there is no way to any of the goals.

    It sweeps over the nodes backwards and forwards in turn until a sweep finds nothing: nodes lead
    mostly to higher numbers, or back to lower ones, so a few sweeps do, and no edge has to be turned round.
    """
    can = bytearray(len(successors))
    for goal in goals:
        can[goal] = True
    left, before = [node for node, reaches in enumerate(can) if not reaches], -1
    while len(left) != before:
        before = len(left)
        left = [node for node in reversed(left) if not _reaches(node, successors, can)]
    return set(left)


def _reaches(node: int, successors: Sequence[Iterable[int]], can: bytearray) -> bool:
    for following in successors[node]:
        if can[following]:
            can[node] = True
            return True
    return False
