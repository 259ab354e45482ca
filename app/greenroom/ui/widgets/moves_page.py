"""How you use the moves: how often each was made and where, in words and side by side, with no score."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import clear, column
from greenroom.ui.widgets.marks import SideLabel
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.rubric import Side

SIDES: "tuple[Side, ...]" = ("relational", "transactional", "neither")


class UseInWords(NamedTuple):
    """What there is to say about a move."""

    side: "Side"
    name: str
    what: str
    used: str
    """How often, and where."""


class MovesPage(QWidget):
    """Lists the moves that were made or on offer, side by side of the rubric."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lists = {side: column(look, spacing=14) for side in SIDES}
        self._parts: dict[Side, QWidget] = {}
        self._none = Text(look, self.tr("Nothing yet. Once you have rehearsed, your moves are told here."), "body")
        inside = column(look, Text(look, self.tr("How you use the moves"), "display"), spacing=0)
        inside.gap(6)
        counted = self.tr("What you have said and done in all your runs, also on ways you took back.")
        inside.add(Text(look, counted, "body", "ink_soft"))
        inside.gap(18)
        inside.add(self._none)
        for side in SIDES:
            inside.add(self._new_part(side))
        inside.addStretch(1)
        self.setLayout(inside)

    def show_uses(self, uses: Sequence[UseInWords]) -> None:
        """Show what there is to say about each move."""
        self._none.setVisible(not uses)
        for side in SIDES:
            of_side = [use for use in uses if use.side == side]
            self._parts[side].setVisible(bool(of_side))
            clear(self._lists[side])
            for use in of_side:
                self._lists[side].add(self._new_use(use))

    def _new_part(self, side: "Side") -> QWidget:
        part = QWidget()
        inside = column(self._look, SideLabel(self._look, side, chip=True), spacing=12)
        inside.addLayout(self._lists[side])
        inside.gap(14)
        part.setLayout(inside)
        self._parts[side] = part
        return part

    def _new_use(self, use: UseInWords) -> QWidget:
        made = QWidget()
        name, what = Text(self._look, use.name, "strong"), Text(self._look, use.what, "small", "ink_faint")
        made.setLayout(column(self._look, name, what, Text(self._look, use.used, "body", "ink_soft"), spacing=1))
        return made
