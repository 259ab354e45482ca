"""Positions, requirements and names in words: for messages, for edges of a graph, and for what is told of runs."""

from collections.abc import Iterable, Iterator, Sequence

from greenroom.bare_graph import Position
from greenroom.scenario import OPENNESS_HIGHEST, OPENNESS_LOWEST, Requirement

_QUOTES = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'


def position_in_words(position: Position) -> str:
    """Return how things stand: "openness 1 and bees, the-map known"."""
    return f"openness {position.openness} and {in_order(position.facts) or 'nothing'} known"


def requirement_in_words(requirement: Requirement) -> str:
    """Return what is required: "openness at least 2, bees known"; empty when nothing is."""
    return ", ".join(_conditions(requirement))


def in_order(names: Iterable[str]) -> str:
    """Return names in the order of the alphabet: "bees, the-map"."""
    return ", ".join(sorted(names))


def listed(names: Sequence[str], joint: str = "and") -> str:
    """Return names in a row: "one, another and a third". There has to be one."""
    *first, last = names
    return f"{', '.join(first)} {joint} {last}" if first else last


def quoted(text: str) -> str:
    """Return a text in quotation marks, once."""
    return f'"{text.strip(_QUOTES)}"'


def _conditions(requirement: Requirement) -> Iterator[str]:
    if requirement.openness_at_least > OPENNESS_LOWEST:
        yield f"openness at least {requirement.openness_at_least}"
    if requirement.openness_at_most < OPENNESS_HIGHEST:
        yield f"openness at most {requirement.openness_at_most}"
    if requirement.knows:
        yield f"{in_order(requirement.knows)} known"
    if requirement.lacks:
        yield f"{in_order(requirement.lacks)} not known"
