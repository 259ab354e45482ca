"""What the journal's list can be narrowed to: what there is of it in the journal."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from greenroom.journal import Filter
from greenroom.ui.widgets.chooser import Value
from greenroom.ui.widgets.run_filters import FilterValues

if TYPE_CHECKING:
    from greenroom.journal import Journal
    from greenroom.rubric import Rubric


def filter_values(
    journal: "Journal", kept: Filter, ending_title: Callable[[str, str], str], rubric: "Rubric"
) -> FilterValues:
    """Return the situations played, the endings reached (in the one chosen) and the moves made.

    Raises `JournalError`.
    """
    made = {use.move for use in journal.move_uses()}
    return FilterValues(
        scenarios=[Value(played.id, played.title) for played in journal.scenarios_played()],
        endings=_endings(journal, kept.scenario, ending_title),
        moves=[Value(move.id, move.name) for move in rubric.moves.values() if move.id in made],
    )


def _endings(journal: "Journal", scenario: str | None, ending_title: Callable[[str, str], str]) -> Sequence[Value]:
    values = [
        Value(ending, ending_title(run.text_hash, ending))
        for ending in journal.endings_reached(scenario)
        for run in journal.runs(1, Filter(scenario=scenario, ending=ending))
    ]
    return sorted(values, key=lambda value: value.words)
