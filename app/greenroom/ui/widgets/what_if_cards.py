"""What else there was at a turn: what the other choices would have done, and what was missing for the rest."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import clear, column
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.other_choice import OtherChoice
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenroom.rubric import Rubric
    from greenroom.scenario import Choice


class WhatElse(NamedTuple):
    """The choices of a turn that were not made."""

    open: "Sequence[tuple[Choice, str]]"
    """Each with the reply it would have got, if any."""
    closed: "Sequence[tuple[Choice, str]]"
    """Those not on offer, each with what was missing."""


class WhatIfCards(QWidget):
    """Shows a card for each."""

    comparison_requested = Signal(str)
    """The id of the choice that should stand beside the one made."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards = column(look, spacing=10)
        self.setLayout(self._cards)

    def show_choices(self, else_: WhatElse, partner: str, rubric: "Rubric") -> None:
        """Show the choices that were not made."""
        self.clear()
        for place, (choice, reply) in enumerate(else_.open):
            card = OtherChoice(self._look, choice, reply, partner, rubric)
            card.setObjectName(f"other-{place + 1}")
            card.box.addWidget(self._new_button(choice), 0, Qt.AlignmentFlag.AlignLeft)
            self._cards.add(card)
        for place, (choice, missing) in enumerate(else_.closed):
            closed = Card(self._look, "sunken", margins=(18, 14, 18, 15), spacing=4, radius=11)
            closed.setObjectName(f"closed-{place + 1}")
            closed.box.add(Text(self._look, choice.label, "strong"), Text(self._look, missing, "body", "ink_soft"))
            self._cards.add(closed)

    def clear(self) -> None:
        """Show nothing."""
        clear(self._cards)

    def _new_button(self, choice: "Choice") -> Button:
        button = Button(self._look, self.tr("Compare with this choice"), "quiet")
        button.setObjectName(f"compare-{choice.id}")
        button.setAccessibleName(self.tr("Compare with this choice: {label}").format(label=choice.label))
        button.clicked.connect(lambda: self.comparison_requested.emit(choice.id))
        return button
