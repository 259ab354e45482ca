"""The runs in the journal, one below the other: the arrows walk through them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import column
from greenroom.ui.widgets.run_row import KeptRun, RunRow
from greenroom.ui.widgets.walking import place_after


class RunList(QWidget):
    """Shows runs; rows are made once and reused."""

    opened = Signal(str)
    deletion_requested = Signal(str)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._rows: list[RunRow] = []
        self._count = 0
        self._box = column(look, spacing=9)
        self.setLayout(self._box)

    def show_runs(self, runs: Sequence[KeptRun]) -> None:
        """Show these runs."""
        self._count = len(runs)
        while len(self._rows) < len(runs):
            self._add_row()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(runs))
            if place < len(runs):
                row.show_run(runs[place])

    def take_focus(self, place: int) -> None:
        """Put the focus on the run at `place`, or on the last where there are fewer."""
        if self._count:
            self._rows[min(place, self._count - 1)].take_focus()

    @property
    def focused(self) -> int:
        """The place of the row that has the focus; -1 for none."""
        return next((place for place, row in enumerate(self._rows) if row.has_focus), -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = place_after(event.key(), self.focused, self._count)
        if place is None:
            super().keyPressEvent(event)
        else:
            self.take_focus(place)

    def _add_row(self) -> None:
        row = RunRow(self._look, self._pictures)
        row.opened.connect(self.opened)
        row.deletion_requested.connect(self.deletion_requested)
        self._rows.append(row)
        self._box.add(row)
