"""Beside the map: the stop one is at, as it was or as it would be, and what can be done from there."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card, Rule
from greenroom.ui.widgets.map_reply import MapReply
from greenroom.ui.widgets.map_words import unseen_replies_in_words
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.text import Text
from greenroom.ui.words import mood_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from greenroom.mapping import Stop
    from greenroom.rubric import Side
    from greenroom.scenario import Scenario
    from greenroom.turns import Turn


class Told(NamedTuple):
    """From what a panel tells of a stop."""

    scenario: "Scenario"
    turns: "Sequence[Turn]"
    """This run's."""
    side_of: "Callable[[str], Side]"


class MapPanel(Card):
    """Tells of one stop."""

    play_requested = Signal()
    comparison_requested = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, margins=(19, 17, 19, 16), spacing=10)
        self.setObjectName("map-panel")
        self._portrait = Portrait(look, pictures, 48)
        self._when = Text(look, "", "small", "ink_soft")
        self._who = Text(look, "", "small_strong")
        self._label = Text(look, "", "heading")
        self._says = Text(look, "", "body", italic=True)
        self._rule = Rule(look)
        self._replies: list[MapReply] = []
        self._replies_box = column(look, spacing=8)
        self._others = Text(look, "", "small", "ink_faint")
        self._play = Button(look, self.tr("Play from here"), "primary", key=self.tr("Enter"))
        self._play.setObjectName("map-play")
        self._compare = Button(look, self.tr("Compare runs from here"), "quiet")
        self._compare.setObjectName("map-compare")
        self._build()
        self._play.clicked.connect(self.play_requested)
        self._compare.clicked.connect(self.comparison_requested)

    def show_unseen(self) -> None:
        """Tell that nothing is known of a stop."""
        self._label.show_text(self.tr("Not seen yet"))
        self._says.show_text(self.tr("The map fills in as you talk."))
        for part in (self._portrait, self._when, self._who, self._rule, self._others, self._play, self._compare):
            part.hide()
        self._show_replies((), ())

    def show_stop(self, stop: "Stop", told: Told, *, lifted: bool, comparable: bool) -> None:
        """Tell of a stop: what was said there, and what has been answered."""
        self._label.show_text(stop.label)
        self._rule.setVisible(not stop.is_ending)
        self._compare.setVisible(bool(stop.turns) and comparable)
        self._play.setVisible(stop.seen and not stop.is_ending)
        self._when.setVisible(bool(stop.turns))
        self._when.show_text(self.tr("Turn {number}").format(number=", ".join(map(str, stop.turns))))
        self._show_person(stop, told.scenario)
        made = [turn.choice for turn in told.turns if turn.state == stop.id]
        replies = [reply for reply in stop.replies if reply.seen or lifted]
        self._show_replies(
            [(told.side_of(reply.choice.move), reply.choice.words, reply.choice.label) for reply in replies],
            [reply.choice in made for reply in replies],
        )
        unseen = "" if lifted else unseen_replies_in_words(stop.unseen)
        self._others.setVisible(bool(unseen))
        self._others.show_text(unseen)

    def _show_person(self, stop: "Stop", scenario: "Scenario") -> None:
        state, partner = scenario.states.get(stop.id), scenario.partner
        self._portrait.setVisible(state is not None)
        self._who.setVisible(state is not None)
        if state is None:
            self._says.show_text(scenario.endings[stop.id].text)
            return
        first_name = partner.name.split()[0]
        self._portrait.show_person(partner.portrait, partner.name, state.mood)
        self._who.show_text(self.tr("{name} is {mood}").format(name=first_name, mood=mood_word(state.mood)))
        self._says.show_text(state.says or state.narration)

    def _show_replies(self, told: "Sequence[tuple[Side, str, str]]", yours: "Sequence[bool]") -> None:
        while len(self._replies) < len(told):
            self._replies.append(MapReply(self._look))
            self._replies_box.add(self._replies[-1])
        for place, reply in enumerate(self._replies):
            reply.setVisible(place < len(told))
            if place < len(told):
                side, words, label = told[place]
                reply.show_reply(side, words or label, yours=yours[place])

    def _build(self) -> None:
        words = column(self._look, spacing=2)
        words.addStretch(1)
        words.add(self._when, self._who)
        words.addStretch(1)
        head = row(self._look, self._portrait, spacing=12)
        head.addLayout(words, 1)
        self.box.add(head, self._label, self._says, self._rule, self._replies_box, self._others)
        self.box.addStretch(1)
        for button in (self._play, self._compare):
            self.box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
