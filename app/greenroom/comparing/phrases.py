"""What the reading and the printed comparison say in the same words."""

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


def move_in_words(choice: Choice, rubric: Rubric) -> str:
    """Return the move of a choice and its side: "specific opener, relational"; only the side of an unknown move."""
    move, side = rubric.moves.get(choice.move), _SIDES[rubric.side(choice.move)]
    return f"{move.name.lower()}, {side}" if move else side


def openness_in_words(openness: int) -> str:
    """Return how open the partner is."""
    return _OPENNESS[openness - OPENNESS_LOWEST]


def begun(sentence: str) -> str:
    """Return a sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]
