"""Which runs the list shows: of a situation, with an ending, with a move, only starred ones."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from greenroom.journal import Filter
from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import column
from greenroom.ui.widgets.chooser import Chooser, Value

_STARRED = "starred"


class FilterValues(NamedTuple):
    """What there is to choose from."""

    scenarios: Sequence[Value]
    endings: Sequence[Value]
    moves: Sequence[Value]


class RunFilters(QWidget):
    """A line for each thing to filter by, which unfolds what there is to choose from."""

    changed = Signal(Filter)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._filter = Filter()
        self._scenario = Chooser(look, self.tr("Situation"), self.tr("Any situation"))
        self._ending = Chooser(look, self.tr("Ending"), self.tr("Any ending"))
        self._move = Chooser(look, self.tr("Move"), self.tr("Any move"))
        self._star = Chooser(look, self.tr("Star"), self.tr("Starred or not"))
        choosers = (self._scenario, self._ending, self._move, self._star)
        for name, chooser in zip(("scenario", "ending", "move", "star"), choosers, strict=True):
            chooser.head.setObjectName(f"filter-{name}")
        inside = column(look, *choosers, spacing=8)
        inside.addStretch(1)
        self.setLayout(inside)
        self._connect()

    def show_filter(self, kept: Filter, values: FilterValues) -> None:
        """Show what the list is filtered by, and what else it could be."""
        self._filter = kept
        self._scenario.show_values(values.scenarios, kept.scenario or "")
        self._ending.show_values(values.endings, kept.ending or "")
        self._move.show_values(values.moves, kept.move or "")
        self._star.show_values([Value(_STARRED, self.tr("Only starred"))], _STARRED if kept.starred else "")

    def take_focus(self) -> None:
        """Put the focus on the first."""
        self._scenario.head.setFocus()

    def _connect(self) -> None:
        # An ending belongs to a scenario, so another scenario asks for another ending.
        self._scenario.picked.connect(lambda value: self._change(scenario=value or None, ending=None))
        self._ending.picked.connect(lambda value: self._change(ending=value or None))
        self._move.picked.connect(lambda value: self._change(move=value or None))
        self._star.picked.connect(lambda value: self._change(starred=bool(value)))

    def _change(self, **changed: str | bool | None) -> None:
        self._filter = self._filter._replace(**changed)  # type: ignore[arg-type]
        self.changed.emit(self._filter)
