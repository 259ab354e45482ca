"""Why a choice lands as it does: the side it takes, what kind of move it is, and why."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import column
from greenroom.ui.widgets.marks import SideLabel
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.rubric import Rubric
    from greenroom.scenario import Choice


class Explanation(QWidget):
    """A chip with the side in shape, word and colour; the move's name; and the one point about these words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._chip = SideLabel(look, chip=True)
        self._move = Text(look, "", "heading")
        self._why = Text(look, "", "body", "ink_soft")
        self.setLayout(column(look, self._chip, self._move, self._why, spacing=6))

    def show_choice(self, choice: "Choice", rubric: "Rubric") -> None:
        """Explain a choice."""
        move = rubric.moves.get(choice.move)
        name = move.name if move else ""
        self._chip.show_side(rubric.side(choice.move), about=name)
        self._move.show_text(name)
        self._move.setVisible(bool(name))
        self._why.show_text(choice.why)
