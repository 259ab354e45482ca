"""Turns side by side: whatever the runs, each turn stands once and in order, equal ones beside each other."""

from dataclasses import replace
from itertools import takewhile
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from greenroom.comparing.alignment import Row, align, key
from greenroom.turns import Turn
from tests.building import a_choice

made = st.tuples(st.sampled_from("abc"), st.sampled_from(["say", "do", "ask"]), st.sampled_from([None, "typed"]))
"""A state, a choice, and what was typed: few, so that the same state comes again and equal turns are many."""
lines = st.lists(made, max_size=9).map(
    lambda turns: tuple(
        Turn(number, state, a_choice(choice, "b"), "b", 0, 0, words)
        for number, (state, choice, words) in enumerate(turns, 1)
    )
)


def longest_common(one: tuple[Turn, ...], other: tuple[Turn, ...]) -> int:
    """Return how many equal turns two runs have in common in order, by the textbook's table."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, turn in enumerate(one, 1):
        for j, beside in enumerate(other, 1):
            equal = table[i - 1][j - 1] + 1 if key(turn) == key(beside) else 0
            table[i][j] = max(equal, table[i - 1][j], table[i][j - 1])
    return table[-1][-1]


def gaps(rows: tuple[Row, ...]) -> list[list[Row]]:
    """Return the stretches of rows in which turns stand alone."""
    stretches: list[list[Row]] = [[]]
    for row in rows:
        if row.has_all:
            stretches.append([])
        else:
            stretches[-1].append(row)
    return stretches


@given(st.lists(lines, min_size=1, max_size=4))
def test_each_turn_stands_once_and_in_order(runs: list[tuple[Turn, ...]]) -> None:
    """Read from top to bottom, each column gives its run back, and no row is empty."""
    rows = align(runs)
    assert [tuple(row.turns[column] for row in rows if row.turns[column]) for column in range(len(runs))] == runs
    assert all(any(row.turns) for row in rows)


@given(st.lists(lines, min_size=2, max_size=4))
def test_a_row_is_of_one_state(runs: list[tuple[Turn, ...]]) -> None:
    """Turns in different states never stand side by side."""
    assert all(len({turn.state for turn in row.turns if turn}) == 1 for row in align(runs))


@given(lines, lines)
def test_as_many_equal_turns_as_possible_stand_side_by_side(one: tuple[Turn, ...], other: tuple[Turn, ...]) -> None:
    """There are as many shared rows as the longest common subsequence is long."""
    assert sum(row.is_shared for row in align([one, other])) == longest_common(one, other)


@given(lines, lines)
def test_between_them_no_turns_of_one_state_stand_apart(one: tuple[Turn, ...], other: tuple[Turn, ...]) -> None:
    """Where turns stand alone, the other run has none in the same state that could stand there."""
    for gap in gaps(align([one, other])):
        states = [{turn.state for row in gap if (turn := row.turns[column])} for column in (0, 1)]
        assert not states[0] & states[1]


@given(st.lists(lines, min_size=2, max_size=4))
def test_the_shared_beginning_is_as_long_as_it_can_be(runs: list[tuple[Turn, ...]]) -> None:
    """What all begin with stands in shared rows at the top, though the same may come again later."""
    together = takewhile(lambda turns: len({key(turn) for turn in turns}) == 1, zip(*runs, strict=False))
    opening = sum(1 for _ in takewhile(lambda row: row.is_shared, align(runs)))
    assert opening == sum(1 for _ in together)


@given(lines, st.integers(2, 4))
def test_a_run_beside_itself_is_shared_throughout(run: tuple[Turn, ...], count: int) -> None:
    """As many rows as turns, each with the same turn in every column."""
    assert [row.turns for row in align([run] * count)] == [(turn,) * count for turn in run]


@given(st.lists(lines, min_size=2, max_size=4), st.randoms())
def test_another_order_of_runs_moves_the_columns_and_nothing_else(runs: list[tuple[Turn, ...]], chance: Random) -> None:
    """Whichever way round they are given, the same turns stand side by side."""
    order = list(range(len(runs)))
    chance.shuffle(order)
    moved = align([runs[number] for number in order])
    assert [tuple(row.turns[number] for number in order) for row in align(runs)] == [row.turns for row in moved]


def test_a_third_run_stands_beside_the_one_that_it_goes_with() -> None:
    """Where two part, an equal turn of a third shares their row, and not one that is only in the same state."""
    ask, do, say = (Turn(1, "a", a_choice(choice, "a"), "a", 0, 0) for choice in ("ask", "do", "say"))
    then_do = replace(do, number=2)
    assert [row.turns for row in align([[ask], [do], [say, then_do]])] == [(None, None, say), (ask, do, then_do)]


def test_equal_runs_share_their_rows() -> None:
    """Whatever a third run has between them, in whichever order the three are given."""
    taken = [("a", "say"), ("b", "say"), ("b", "do")], [("a", "do"), ("a", "say"), ("a", "say")]
    long, short = (
        [Turn(number, state, a_choice(choice, "b"), "b", 0, 0) for number, (state, choice) in enumerate(run, 1)]
        for run in taken
    )
    first, last = align([long, long, short]), align([short, long, long])
    assert [row.turns[:2] for row in first] == [row.turns[1:] for row in last]
    assert all(row.turns[0] == row.turns[1] for row in first)
