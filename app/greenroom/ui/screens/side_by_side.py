"""The runs of a comparison side by side: what they share, where they part and meet again, and how they ended."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.compared import Compared, joint
from greenroom.ui.stretches import Stretch, stretches
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.columns import GAP, Columns
from greenroom.ui.widgets.compared_run import RunFoot, RunHead
from greenroom.ui.widgets.compared_turn import ComparedTurn, EmptyCell, TurnCell
from greenroom.ui.widgets.fork import Fork, Joint
from greenroom.ui.widgets.shared_card import SharedCard, Together
from greenroom.ui.widgets.text import Text

_SHARED_WIDEST = 900
_TWO = 2


class SideBySide(QWidget):
    """Shows one comparison; for another one, another of these is made."""

    play_on_requested = Signal(int, int)
    """The place of the run, and the number of the turn."""
    turn_wanted = Signal(object)
    """A part of this, a `QWidget`, that should be scrolled into view."""

    def __init__(self, look: Look, pictures: Pictures, compared: Compared) -> None:
        super().__init__()
        self._look, self._pictures, self._compared = look, pictures, compared
        self._count = len(compared.comparison.stories)
        self._columns: list[Columns] = []
        self._forks: list[Fork] = []
        self._shared: list[SharedCard] = []
        self._cells: dict[tuple[int, int], QWidget] = {}
        self._box = column(look)
        self.setLayout(self._box)
        self._show_stretches(stretches(compared.comparison.rows))
        self._show_endings()

    def arrange(self, breadth: Breadth) -> None:
        """Put the columns side by side, or below each other where there is no room beside."""
        upright = breadth == "narrow" or (breadth == "middle" and self._count > _TWO)
        for columns in self._columns:
            columns.arrange(upright=upright)
        for fork in self._forks:
            fork.show_columns(1 if upright else self._count)
        for shared in self._shared:
            shared.arrange(breadth)

    @property
    def parting(self) -> str:
        """Where they first part, in words; empty where they never do."""
        return self._forks[0].text() if self._forks else ""

    # How it is put together

    def _show_stretches(self, found: list[Stretch]) -> None:
        heads = [self._heads()]
        if not found or not found[0].together:
            self._add_shared(self._compared.start(self._begin_title()))
        for place, stretch in enumerate(found):
            if told := joint(found, place):
                self._add_fork(*told)
            if stretch.together:
                self._add_shared(self._compared.together(stretch, self._together_title(first=place == 0)))
            else:
                self._add_columns([*heads, *self._rows(stretch)])
                heads = [self._names()]

    def _show_endings(self) -> None:
        self._box.gap(16)
        runs = range(self._count)
        feet = (RunFoot(self._look, self._pictures, self._compared.run(number), number) for number in runs)
        self._add_columns([list(feet)])

    def _rows(self, stretch: Stretch) -> Iterator[list[QWidget]]:
        for turns in stretch.packed:
            yield [self._cell(self._compared.cell(turns, number)) for number in range(self._count)]

    def _cell(self, turn: ComparedTurn | None) -> QWidget:
        if turn is None:
            return EmptyCell(self._look)
        cell = TurnCell(self._look, self._pictures, turn)
        cell.play_on_requested.connect(self.play_on_requested)
        self._remember(turn, cell)
        return cell

    def _remember(self, turn: ComparedTurn, cell: QWidget) -> None:
        for asked in turn.runs:
            self._cells[asked.column, asked.turn] = cell

    def _heads(self) -> list[QWidget]:
        heads: list[QWidget] = []
        for number in range(self._count):
            head = RunHead(self._look, self._compared.run(number), number)
            head.turn_picked.connect(lambda turn, number=number: self._on_turn_picked(number, turn))
            heads.append(head)
        return heads

    def _names(self) -> list[QWidget]:
        names = (self._compared.run(number).name for number in range(self._count))
        return [Text(self._look, name, "small_strong", "ink_soft") for name in names]

    def _on_turn_picked(self, number: int, turn: int) -> None:
        if cell := self._cells.get((number, turn)):
            self.turn_wanted.emit(cell)

    def _add_columns(self, rows: list[list[QWidget]]) -> None:
        columns = Columns(self._look, rows)
        self._columns.append(columns)
        self._box.add(columns)

    def _add_fork(self, kind: Joint, text: str) -> None:
        fork = Fork(self._look, GAP)
        fork.show_joint(kind, text)
        self._forks.append(fork)
        self._box.add(fork)

    def _add_shared(self, together: Together) -> None:
        card = SharedCard(self._look, self._pictures, together)
        card.play_on_requested.connect(self.play_on_requested)
        card.setMaximumWidth(_SHARED_WIDEST)
        for turn in together.turns:
            self._remember(turn, card)
        self._shared.append(card)
        line = row(self._look)
        line.addStretch(1)
        line.addWidget(card, 100)
        line.addStretch(1)
        self._box.add(line)

    def _begin_title(self) -> str:
        return self.tr("Both runs begin here") if self._count == _TWO else self.tr("All runs begin here")

    def _together_title(self, *, first: bool) -> str:
        two = self._count == _TWO
        if first:
            return self.tr("Both runs begin the same way") if two else self.tr("All runs begin the same way")
        return self.tr("Both go on the same way") if two else self.tr("All go on the same way")
