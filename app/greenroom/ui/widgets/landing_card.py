"""How a choice landed: the thought behind the reply, the move, why, and the sources it rests on."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import Box, clear, column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card, Rule
from greenroom.ui.widgets.explanation import Explanation
from greenroom.ui.widgets.found_line import FoundLine
from greenroom.ui.widgets.other_choice import OtherChoice
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.source_lines import SourceLines
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenroom.rubric import Rubric
    from greenroom.scenario import Choice, Partner
    from greenroom.ui.widgets.margin_note import Noted

_LARGE = 1.5
"""The scale of text from which the actions have no room for their keys."""


class Landing(NamedTuple):
    """What there is to tell about a choice that has been made."""

    choice: "Choice"
    partner: "Partner"
    mood_before: str
    mood: str
    ended: bool
    """Whether the conversation is over with it."""
    alone: bool
    """Whether there was no other choice."""
    taken: str = ""
    """How an answer in own words was taken."""
    noted: "Sequence[Noted]" = ()
    """What the coach found in them."""


class LandingCard(Card):
    """Takes the place of the choices once one has been made."""

    continued = Signal()
    another_requested = Signal()
    others_requested = Signal()
    part_opened = Signal(object)
    """A part of the card, a `QWidget`, that should be scrolled into view."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, margins=(24, 20, 24, 18), spacing=12, radius=16, lifted=True)
        self._pictures = pictures
        self._taken = Text(look, "", "small", "ink_soft")
        self._thought = Text(look)
        self._explanation = Explanation(look)
        self._sources = SourceLines(look, pictures)
        self._found = column(look, spacing=8)
        self._others = column(look, spacing=10)
        self._make_portraits()
        self._make_buttons()
        self._build()
        self._connect()

    def show_landing(self, landing: Landing, rubric: "Rubric") -> None:
        """Show how a choice landed; whatever was open about the one before is closed."""
        self._taken.show_text(landing.taken)
        self._taken.setVisible(bool(landing.taken))
        self._thought.show_text(landing.choice.landed)
        partner = landing.partner
        self._then.show_person(partner.portrait, partner.name, landing.mood_before)
        self._now.show_person(partner.portrait, partner.name, landing.mood)
        self._explanation.show_choice(landing.choice, rubric)
        self._sources.show_sources(rubric.sources[name] for name in landing.choice.sources if name in rubric.sources)
        self._show_found(landing.noted)
        self.others_button.setVisible(not landing.alone)
        self.continue_button.show_text(self.tr("See how it ended") if landing.ended else self.tr("Continue"))
        clear(self._others)

    def show_others(self, others: "Sequence[tuple[Choice, str]]", partner: str, rubric: "Rubric") -> None:
        """Show what the choices not taken would have done; each comes with the reply it would have got."""
        clear(self._others)
        cards = [OtherChoice(self._look, choice, reply, partner, rubric) for choice, reply in others]
        for place, card in enumerate(cards):
            card.setObjectName(f"other-{place + 1}")
            self._others.add(card)
        self.continue_button.setFocus(Qt.FocusReason.OtherFocusReason)  # before the button hides that has it
        self.others_button.hide()
        if cards:
            self.part_opened.emit(cards[0])

    def close_reference(self) -> bool:
        """Close the reference that is open, and say whether there was one."""
        return self._sources.close_reference()

    def arrange(self, breadth: Breadth) -> None:
        """Leave the actions to the screen where the window is narrow: there they are pinned below."""
        keys_fit = breadth == "wide" or (breadth == "middle" and self._look.scale < _LARGE)
        self.continue_button.show_key(self.tr("Enter") if keys_fit else "")
        self.another_button.show_key(self.tr("Backspace") if keys_fit else "")
        if breadth == "narrow":
            self.box.insertWidget(self.box.indexOf(self._others), self.others_button)
        else:
            self._actions.add(self.others_button)
            self.box.addWidget(self.actions_row)

    def _show_found(self, noted: "Sequence[Noted]") -> None:
        clear(self._found)
        if noted:
            self._found.add(Text(self._look, self.tr("How your own words read"), "small_strong", "ink_faint"))
            self._found.add(*(FoundLine(self._look, each, explained=True) for each in noted))

    def _make_portraits(self) -> None:
        self._then = Portrait(self._look, self._pictures, 50)
        self._now = Portrait(self._look, self._pictures, 50)

    def _make_buttons(self) -> None:
        self.continue_button = Button(self._look, self.tr("Continue"), "primary", key=self.tr("Enter"))
        self.continue_button.setObjectName("continue")
        take_back = (self._pictures, "take-back")
        self.another_button = Button(self._look, self.tr("Try another"), icon=take_back, key=self.tr("Backspace"))
        self.another_button.setObjectName("try-another")
        self.others_button = Button(self._look, self.tr("The other choices"), "quiet")
        self.others_button.setObjectName("others")
        self.others_button.setAccessibleName(self.tr("What the other choices would have done"))
        self.others_button.setToolTip(self.tr("What the other choices would have done"))

    def _build(self) -> None:
        self.actions_row = QWidget()
        self._actions = row(self._look, self.continue_button, self.another_button, spacing=10)
        self._actions.addStretch(1)
        self._actions.add(self.others_button)
        self.actions_row.setLayout(self._actions)
        self.box.add(self._head(), self._taken, self._thought, Rule(self._look), self._explanation)
        self.box.add(self._sources, self._found, self._others, self.actions_row)

    def _head(self) -> Box:
        then = Text(self._look, self.tr("then"), "label", "ink_faint")
        now = Text(self._look, self.tr("now"), "label", "ink_faint")
        head = row(self._look, Text(self._look, self.tr("How it landed"), "title"), spacing=6)
        head.addStretch(1)
        head.add(self._then, then)
        head.gap(6)
        head.add(self._now, now)
        return head

    def _connect(self) -> None:
        self.continue_button.clicked.connect(self.continued)
        self.another_button.clicked.connect(self.another_requested)
        self.others_button.clicked.connect(self.others_requested)
        self._sources.opened.connect(self.part_opened)
