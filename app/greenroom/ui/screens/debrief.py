"""The debrief: how it ended, the ribbon of turns, the two on which it turned, and what to carry out of the room."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.conversation import moments, mood_at
from greenroom.ui.screens.screen import Screen, TopBar
from greenroom.ui.widgets.boxes import Box, column, row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.flow import flow
from greenroom.ui.widgets.marks import SideLabel
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.ribbon import Ribbon
from greenroom.ui.widgets.scroll import ScrollColumn
from greenroom.ui.widgets.section import Section
from greenroom.ui.widgets.text import Text
from greenroom.ui.widgets.turning_card import TurningCard
from greenroom.ui.words import turns_in_words

if TYPE_CHECKING:
    from greenroom.rubric import Rubric, Side
    from greenroom.scenario import Scenario
    from greenroom.turns import Outcome

_WIDEST = 1180
_MARGINS, _RIBBON_MARGINS = (40, 26, 40, 26), (22, 16, 12, 12)
_LEGEND_GAP = 14
_SIDES: "tuple[Side, ...]" = ("relational", "transactional", "neither")


class Suggested(NamedTuple):
    """Another rehearsal that follows well on this one."""

    id: str
    title: str
    why: str


class DebriefScreen(Screen):
    """Shows a rehearsal that has come to an ending."""

    rail_words = False
    scroll_area: ScrollColumn

    replay_requested = Signal()
    turn_wanted = Signal(int)
    """The number of the turn to go back to."""
    comparison_requested = Signal()
    reading_requested = Signal()
    suggestion_taken = Signal(str)
    """The id of the scenario to begin."""
    done = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._bar = TopBar(look)
        self._title = Text(look, "", "display")
        self._text = Text(look, "", "body", "ink_soft")
        self._portrait = Portrait(look, pictures, 104, most=1.1)
        self._count = Text(look, "", "heading")
        self._ribbon = Ribbon(look)
        self._turning = [TurningCard(look, pictures), TurningCard(look, pictures)]
        self._make_quote()
        self._carry = Section(look, self.tr("To carry out of the room"), "strong")
        self._wanted = Section(look, "")
        self._replay = Button(look, self.tr("Play again"), "primary", icon=(pictures, "play"))
        self._compare = Button(look, self.tr("Compare with another run"))
        self._read = Button(look, self.tr("Read it again"))
        self._done = Button(look, self.tr("Done for now"), "quiet")
        self._suggested: Suggested | None = None
        self._suggestion = Section(look, self.tr("If you want another"))
        self._suggestion_button = Button(look, "", "quiet")
        self._name_parts()
        self._build()
        self._connect()

    def show_outcome(
        self,
        outcome: "Outcome",
        scenario: "Scenario",
        rubric: "Rubric",
        *,
        comparable: bool = False,
        kept: bool = False,
    ) -> None:
        """Show how a rehearsal ended and how it came to that; it is `comparable` when there is another run."""
        partner = scenario.partner
        self._bar.show_title(scenario.title, self.tr("with {name}").format(name=partner.name))
        self._title.show_text(outcome.ending.title)
        self._text.show_text(outcome.ending.text)
        openness = outcome.turns[-1].openness if outcome.turns else 0
        self._portrait.show_person(partner.portrait, partner.name, mood_at(openness))
        self._count.show_text(turns_in_words(len(outcome.turns)))
        self._ribbon.show_moments(moments(outcome.turns, outcome, rubric), partner.first_name)
        self._show_turning_points(outcome, rubric)
        self._show_words(outcome, scenario)
        self._compare.setVisible(comparable)
        self._read.setVisible(kept)
        self.scroll_area.verticalScrollBar().setValue(0)

    def arrange(self, breadth: Breadth) -> None:
        self._bar.arrange(breadth)
        self.scroll_area.limit_width(self._look.pixels(_WIDEST, most=1.5))
        turn(self._cards, upright=breadth != "wide")
        turn(self._words, upright=breadth == "narrow")
        turn(self._ways_on, upright=breadth == "narrow")
        self._hint.setVisible(breadth == "wide")
        turn(self._ribbon_head, upright=breadth == "narrow")
        self._arrange_legend()

    def _arrange_legend(self) -> None:
        spacing = self._look.space(_LEGEND_GAP)
        room = self.width() - sum(self._look.space(margin) for margin in (*_MARGINS[::2], *_RIBBON_MARGINS[::2]))
        needed = sum(label.sizeHint().width() + spacing for label in self._legend_labels)
        abreast = len(_SIDES) if needed < room else 2
        self._legend.setHorizontalSpacing(spacing)
        for place, label in enumerate(self._legend_labels):
            self._legend.addWidget(label, place // abreast, place % abreast)

    def panes(self) -> list[QWidget]:
        return [self._ribbon, *self._turning, self._actions]

    def take_focus(self) -> None:
        # Not on a button: Enter, pressed once too often on the way here, would begin anew unseen.
        super().take_focus()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _show_turning_points(self, outcome: "Outcome", rubric: "Rubric") -> None:
        points = outcome.turning_points
        for place, card in enumerate(self._turning):
            card.setVisible(place < len(points))
            if place < len(points):
                card.show_turn(points[place], rubric.side(points[place].choice.move))

    def _show_words(self, outcome: "Outcome", scenario: "Scenario") -> None:
        first_name = scenario.partner.first_name
        self._week_later.show_text(self.tr("A week later, {name}").format(name=first_name))
        self._face.show_person(scenario.partner.portrait, scenario.partner.name, "neutral")
        self._quote.show_text(self.tr("“{words}”").format(words=outcome.ending.later.strip('"“”')))
        self._carry.show_text(outcome.ending.carry)
        self._wanted.show_title(self.tr("What {name} had hoped for").format(name=first_name))
        self._wanted.show_text(scenario.partner.wants)

    def show_suggestion(self, suggested: Suggested | None) -> None:
        """Show another rehearsal that follows well, or none."""
        self._suggested = suggested
        self._suggestion.show_text(suggested.why if suggested else "")
        self._suggestion_button.setVisible(suggested is not None)
        if suggested:
            self._suggestion_button.show_text(suggested.title)

    def _on_suggestion_taken(self) -> None:
        if self._suggested:
            self.suggestion_taken.emit(self._suggested.id)

    # How it is put together

    def _build(self) -> None:
        look = self._look
        inside = column(look, self._build_head())
        inside.gap(20)
        inside.add(self._build_ribbon())
        inside.gap(16)
        self._cards = row(look, spacing=16)
        for card, share in (*((card, 10) for card in self._turning), (self._quote_card, 12)):
            self._cards.addWidget(card, share)
        inside.add(self._cards)
        inside.gap(16)
        inside.add(self._build_words())
        inside.gap(18)
        self._actions = QWidget()
        self._ways_on = row(look, spacing=10)
        self._ways_on.addWidget(flow(look, self._replay, self._compare, self._read), 1)
        self._ways_on.add(self._done)
        self._actions.setLayout(self._ways_on)
        inside.add(self._actions)
        inside.gap(18)
        inside.add(self._suggestion)
        inside.addWidget(self._suggestion_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self.scroll_area = ScrollColumn(look, inside, _MARGINS, centred=True)
        whole = column(look, self._bar)
        whole.addWidget(self.scroll_area, 1)
        self.setLayout(whole)

    def _build_head(self) -> Box:
        over = Text(self._look, self.tr("How it ended"), "small_strong", "accent")
        head = row(self._look, spacing=24)
        head.addLayout(column(self._look, over, self._title, self._text, spacing=6), 1)
        head.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _build_ribbon(self) -> Card:
        hint = self.tr("Where the threads draw together, you were both more at ease.")
        self._hint = Text(self._look, hint, "small", "ink_soft")
        self._legend = QGridLayout()
        self._legend_labels = [SideLabel(self._look, side) for side in _SIDES]
        self._ribbon_head = row(self._look, self._count, self._hint, spacing=10)
        self._ribbon_head.addStretch(1)
        self._ribbon_head.addLayout(self._legend)
        self._ribbon_head.setAlignment(self._legend, Qt.AlignmentFlag.AlignLeft)
        card = Card(self._look, margins=_RIBBON_MARGINS, spacing=8)
        card.box.add(self._ribbon_head, self._ribbon)
        return card

    def _make_quote(self) -> None:
        self._face = Portrait(self._look, self._pictures, 34)
        self._week_later = Text(self._look, "", "small_strong", "ink_soft")
        self._quote = Text(self._look, "", "body", italic=True)
        head = row(self._look, self._face, spacing=10)
        head.addWidget(self._week_later, 1)
        self._quote_card = Card(self._look, "quote", margins=(20, 15, 20, 14), spacing=6)
        self._quote_card.box.add(head, self._quote)
        self._quote_card.box.addStretch(1)

    def _build_words(self) -> Box:
        self._words = row(self._look, spacing=16)
        for section in (self._carry, self._wanted):
            card = Card(self._look, margins=(18, 15, 18, 14))
            card.box.add(section)
            card.box.addStretch(1)
            self._words.addWidget(card, 1)
        return self._words

    def _name_parts(self) -> None:
        self._replay.setObjectName("play-again")
        self._compare.setObjectName("compare")
        self._read.setObjectName("read-again")
        self._done.setObjectName("done")
        self._suggestion_button.setObjectName("suggestion")
        self._title.setObjectName("ending-title")
        self._ribbon.setObjectName("ribbon")

    def _connect(self) -> None:
        self._replay.clicked.connect(self.replay_requested)
        self._compare.clicked.connect(self.comparison_requested)
        self._read.clicked.connect(self.reading_requested)
        self._done.clicked.connect(self.done)
        self._suggestion_button.clicked.connect(self._on_suggestion_taken)
        self._ribbon.turn_picked.connect(self.turn_wanted)
        for card in self._turning:
            card.go_back_requested.connect(self.turn_wanted)
