"""What the reading and the printed comparison say in the same words."""

from collections.abc import Sequence

from greenroom.rubric import Rubric
from greenroom.scenario import OPENNESS_LOWEST, Choice

_OPENNESS = (
    "closed",
    "guarded",
    "a little guarded",
    "neither open nor guarded",
    "a little open",
    "open",
    "wide open",
)
_SIDES = {"relational": "relational", "transactional": "transactional", "neither": "neither side"}
_QUOTES = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'


def quoted(text: str) -> str:
    """Return a text in quotation marks, once."""
    return f'"{text.strip(_QUOTES)}"'


def move_in_words(choice: Choice, rubric: Rubric) -> str:
    """Return the move of a choice and its side: "specific opener, relational"; only the side of an unknown move."""
    move, side = rubric.moves.get(choice.move), _SIDES[rubric.side(choice.move)]
    return f"{move.name.lower()}, {side}" if move else side


def openness_in_words(openness: int) -> str:
    """Return how open the partner is."""
    return _OPENNESS[openness - OPENNESS_LOWEST]


def listed(names: Sequence[str]) -> str:
    """Return names in a row: "one, another and a third"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def begun(sentence: str) -> str:
    """Return a sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]
