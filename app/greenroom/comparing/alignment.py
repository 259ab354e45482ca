"""Turns of several runs side by side; of this package the only file that imports rapidfuzz."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from greenroom.turns import Turn

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """Turns that stand side by side, one for each run, all in the same state; None where a run has none there."""

    turns: tuple[Turn | None, ...]
    is_meeting: bool = False
    """Whether all runs are in the same state again after having parted."""

    @property
    def has_all(self) -> bool:
        """Whether every run has a turn here, which means that all are in the same state."""
        return None not in self.turns

    @property
    def is_shared(self) -> bool:
        """Whether every run made the same choice here, in the same words."""
        return self.has_all and len({key(turn) for turn in self.turns if turn}) == 1

    @property
    def is_parting(self) -> bool:
        """Whether different choices were made here in the same state."""
        return len({turn.choice.id for turn in self.turns if turn}) > 1


def key(turn: Turn) -> Key:
    """Return what makes two turns equal: the state, the choice, and the words that were typed."""
    return turn.state, turn.choice.id, turn.words or ""


def align(runs: Sequence[Sequence[Turn]]) -> tuple[Row, ...]:
    """Return all turns of the runs in rows: each in exactly one, in order.

    As many equal turns as possible stand side by side; between those, as many turns as possible in the
    same state; the rest stand alone. Further runs are aligned with the rows of those before them. In
    which order the runs are given decides on nothing but the columns.
    """
    keys = [tuple(key(turn) for turn in run) for run in runs]
    different = sorted(set(keys))  # runs that are equal share their rows, whatever stands between them
    rows: list[tuple[Turn | None, ...]] = []
    for width, each in enumerate(different):
        rows = list(_with(rows, runs[keys.index(each)], width))
    columns = [different.index(each) for each in keys]
    return tuple(Row(tuple(_own(run, row[column]) for run, column in zip(runs, columns, strict=True))) for row in rows)


def _own(run: Sequence[Turn], like: Turn | None) -> Turn | None:
    """Return the turn of a run that is equal to one of a run equal to it."""
    return like and run[like.number - 1]


def _with(
    rows: Sequence[tuple[Turn | None, ...]], run: Sequence[Turn], width: int
) -> Iterator[tuple[Turn | None, ...]]:
    """Yield rows of `width` columns with a run beside them."""
    for row, turn in _pairs(rows, run):
        yield (*(rows[row] if row is not None else (None,) * width), run[turn] if turn is not None else None)


Pair = tuple[int | None, int | None]
"""The places of a row and of a turn that stand side by side; None for one that stands alone."""


def _pairs(rows: Sequence[tuple[Turn | None, ...]], run: Sequence[Turn]) -> Iterator[Pair]:
    wanted = {key(turn) for turn in run}
    row = turn = 0
    for next_row, next_turn in _anchors([_like(each, wanted) for each in rows], [key(each) for each in run]):
        yield from ((each, None) for each in range(row, next_row))
        yield from ((None, each) for each in range(turn, next_turn))
        if next_row < len(rows) and next_turn < len(run):
            yield next_row, next_turn
        row, turn = next_row + 1, next_turn + 1


def _like(row: Sequence[Turn | None], wanted: set[Key]) -> Key:
    """Return the key by which a row is aligned: one that the further run has too, if there is one."""
    keys = [key(turn) for turn in row if turn]
    return next((each for each in keys if each in wanted), keys[0])


def _anchors(rows: Sequence[Key], run: Sequence[Key]) -> Iterator[tuple[int, int]]:
    """Yield the places that stand side by side: the equal ones, those in the same state between them, and the ends."""
    row = turn = 0
    for next_row, next_turn in (*_common(rows, run), (len(rows), len(run))):
        states = [each[0] for each in rows[row:next_row]], [each[0] for each in run[turn:next_turn]]
        for further_rows, further_turns in _common(*states):
            yield row + further_rows, turn + further_turns
        yield next_row, next_turn
        row, turn = next_row + 1, next_turn + 1


def _common(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Yield the places of a longest common subsequence, after everything that both begin with."""
    # Numbered, since the library compares by hash, and two names may have the same.
    numbers: dict[Hashable, int] = {}
    codes = [[numbers.setdefault(each, len(numbers)) for each in those] for those in (one, other)]
    for block in LCSseq.opcodes(*codes).as_matching_blocks():
        yield from zip(range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True)
