"""Positions and requirements in words, for messages and for edges of a graph."""

from collections.abc import Iterable, Iterator

from greenroom.bare_graph import Position
from greenroom.scenario import OPENNESS_HIGHEST, OPENNESS_LOWEST, Requirement


def position_in_words(position: Position) -> str:
    """Return how things stand: "openness 1 and bees, the-map known"."""
    return f"openness {position.openness} and {listed(position.facts) or 'nothing'} known"


def requirement_in_words(requirement: Requirement) -> str:
    """Return what is required: "openness at least 2, bees known"; empty when nothing is."""
    return ", ".join(_conditions(requirement))


def listed(names: Iterable[str]) -> str:
    """Return names in a row, sorted."""
    return ", ".join(sorted(names))


def _conditions(requirement: Requirement) -> Iterator[str]:
    if requirement.openness_at_least > OPENNESS_LOWEST:
        yield f"openness at least {requirement.openness_at_least}"
    if requirement.openness_at_most < OPENNESS_HIGHEST:
        yield f"openness at most {requirement.openness_at_most}"
    if requirement.knows:
        yield f"{listed(requirement.knows)} known"
    if requirement.lacks:
        yield f"{listed(requirement.lacks)} not known"
