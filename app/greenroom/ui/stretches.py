"""Where compared runs go together and where apart, as stretches of rows."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from greenroom.comparing import Row
    from greenroom.turns import Turn


class Stretch(NamedTuple):
    """Rows that follow each other."""

    rows: "Sequence[Row]"
    together: bool
    """Whether all runs do the same and hear the same."""

    @property
    def packed(self) -> "Sequence[tuple[Turn | None, ...]]":
        """The first row as it is, and below it what each run did until they meet again, with no gaps."""
        first, *others = self.rows
        ways = [[turn for row in others if (turn := row.turns[place])] for place in range(len(first.turns))]
        return [first.turns, *zip_longest(*ways)]

    @property
    def has_idle_run(self) -> bool:
        """Whether there is a run that does nothing in it."""
        return any(not any(turns) for turns in zip(*(row.turns for row in self.rows), strict=True))


def stretches(rows: "Sequence[Row]") -> list[Stretch]:
    """Return the rows in stretches: a new one begins where runs part, and where they stand in one state again."""
    return list(_stretches(rows))


def _stretches(rows: "Sequence[Row]") -> Iterator[Stretch]:
    first = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or _begins(rows[place - 1], rows[place]):
            yield Stretch(rows[first:place], _is_together(rows[first]))
            first = place


def _begins(before: "Row", row: "Row") -> bool:
    if _is_together(row):
        return not _is_together(before)
    return _is_together(before) or row.has_all


def _is_together(row: "Row") -> bool:
    """Return whether all make the same choice in the same words, and it leads to the same place."""
    return len({turn and (turn.state, turn.choice.id, turn.words, turn.to) for turn in row.turns}) == 1
