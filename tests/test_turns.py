"""The outcome: on which turns it turned."""

import pytest

from greenroom.turns import Outcome, Turn
from tests.building import a_choice, an_ending


def turning_points(*shifts: int) -> list[int]:
    """Return the numbers of the turning points of a run whose turns moved openness so."""
    choice = a_choice("say", "end")
    turns = tuple(Turn(number, "state", choice, "state", 0, shift) for number, shift in enumerate(shifts, 1))
    return [turn.number for turn in Outcome("end", an_ending(), turns).turning_points]


@pytest.mark.parametrize(
    ("shifts", "expected"),
    [
        ((0, 2, 0, -1), [2, 4]),
        ((1, 1, -1, 1), [1, 3]),
        ((1, 2, 2, -1), [2, 3]),
        ((0, 2, 0, 0), [2, 4]),
        ((0, 0, 0), [3]),
        ((1,), [1]),
        ((), []),
    ],
)
def test_it_turned_where_openness_moved_most(shifts: tuple[int, ...], expected: list[int]) -> None:
    """The two largest shifts count; of equal ones that in the other direction, then the earlier; else the last."""
    assert turning_points(*shifts) == expected
