"""The home: where you left off, and the situations one can rehearse."""

from collections.abc import Mapping, Sequence
from itertools import groupby, islice
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSpacerItem

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.screen import Screen
from greenroom.ui.widgets.boxes import column, row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.resume_card import Resumable, ResumeCard
from greenroom.ui.widgets.scroll import ScrollColumn
from greenroom.ui.widgets.situation_card import Situation, SituationCard
from greenroom.ui.widgets.text import Text
from greenroom.ui.words import sentence, tried_in_words

if TYPE_CHECKING:
    from greenroom.library import Listing
    from greenroom.ui.widgets.finder import Finder

_ABREAST: dict[Breadth, int] = {"wide": 3, "middle": 3, "narrow": 2}
_FIRST = 3
"""Cards made before there is something to look at; the others come with the next picture."""
_PAGE = 24
"""Cards shown then, and added by 'Show more'."""
_FEW = 9
"""Up to this many scenarios need no search."""
_WIDEST = 1040
_GAP = 10
"""Between the groups, more than between cards."""
_GROUPS = ("event", "message", "request", "beside", "leaving", "")
"""What one may face, in the order of the home; nothing is known of what cannot be played."""


class Catalogue(NamedTuple):
    """What the home offers."""

    greeting: str
    listings: "Sequence[Listing]"
    ways_tried: Mapping[str, int]
    """For a scenario's id, in how many ways it has been played to an ending."""
    resumable: Resumable | None
    whole: bool
    """False before the first picture: then only what fits the window has to be there."""


class HomeScreen(Screen):
    """Asks which conversation is on one's mind."""

    scroll_area: ScrollColumn

    scenario_picked = Signal(str)
    """The id of the scenario to begin; of one that cannot be played, to be told why."""
    resume_requested = Signal(str)
    """The id of the run to go on with."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._listings: Sequence[Listing] = ()
        self._ways_tried: Mapping[str, int] = {}
        self._found: list[Listing] = []
        self._cards: list[SituationCard] = []
        self._headings: dict[str, Text] = {}
        self._abreast, self._pages = 3, 1
        self._whole = self._narrow = False
        self._finder: Finder | None = None
        self._greeting = Text(look, "", "body", "ink_soft")
        self._resume = ResumeCard(look, pictures)
        self._nothing = Text(look, "", "body", "ink_soft")
        self._more = Button(look, self.tr("Show more"))
        self._more.setObjectName("show-more")
        self._build()
        self._connect()

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Show what there is to rehearse."""
        self._greeting.show_text(catalogue.greeting)
        self._listings, self._ways_tried, self._whole = catalogue.listings, catalogue.ways_tried, catalogue.whole
        self._resume.setVisible(catalogue.resumable is not None)
        if catalogue.resumable:
            self._resume.show_resumable(catalogue.resumable)
        if self._whole and len(self._listings) > _FEW and not self._finder:
            self._add_finder()
        self._show_found()

    def start_search(self) -> None:
        """Let the user type what to search for, where there is enough to search in."""
        if self._finder:
            self._finder.start()

    def arrange(self, breadth: Breadth) -> None:
        self.scroll_area.limit_width(self._look.pixels(_WIDEST, most=1.5))
        self._abreast = _ABREAST[breadth]
        self._resume.arrange(breadth)
        self._narrow = breadth == "narrow"
        turn(self._head, upright=self._narrow)
        if self._finder:
            self._finder.arrange(upright=self._narrow)
        self._place_cards()

    def take_focus(self) -> None:
        if self._resume.isVisible():
            self._resume.take_focus()
        elif self._found:
            self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def _build(self) -> None:
        look = self._look
        self._head = row(look, Text(look, self.tr("Situations"), "title"), spacing=16)
        self._head.addStretch(1)
        self._grid = QGridLayout()
        inside = column(look, self._greeting, margins=(36, 36, 36, 28))
        inside.gap(2)
        inside.add(Text(look, self.tr("What conversation is on your mind?"), "display"))
        inside.gap(22)
        inside.add(self._resume)
        inside.gap(28)
        inside.add(self._head)
        inside.gap(12)
        inside.add(self._nothing)
        inside.addLayout(self._grid)
        inside.gap(16)
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self.scroll_area = ScrollColumn(look, inside)
        self.setLayout(column(look, self.scroll_area))

    def _connect(self) -> None:
        self._resume.resume_requested.connect(self.resume_requested)
        self._resume.restart_requested.connect(self.scenario_picked)
        self._more.clicked.connect(self._on_more_clicked)

    def _add_finder(self) -> None:
        from greenroom.ui.widgets.finder import Finder  # noqa: PLC0415  # the first picture does without it

        self._finder = Finder(self._look)
        self._finder.changed.connect(self._on_search_changed)
        self._head.addWidget(self._finder, 100)
        self._finder.arrange(upright=self._narrow)

    def _show_found(self) -> None:
        fitting = [listing for listing in self._listings if not self._finder or self._finder.fits(listing)]
        self._found = sorted(fitting, key=lambda listing: _GROUPS.index(listing.facing))
        self._show_if_nothing()
        shown = self._found[: self._most]
        while len(self._cards) < len(shown):
            self._add_card()
        for card, listing in zip(self._cards, shown, strict=False):
            card.show_situation(self._situation(listing))
            card.setObjectName(f"situation-{listing.id}")
        self._more.setVisible(self._whole and len(shown) < len(self._found))
        self._place_cards()
        if self.hasFocus():  # there was no card yet on which to put it
            self.take_focus()

    def _show_if_nothing(self) -> None:
        words = self._finder.words.strip() if self._finder else ""
        nothing = self.tr("Nothing called '{words}'. Try a feeling or a place.").format(words=words)
        self._nothing.show_text(nothing if words else self.tr("Nothing is that short or that light."))
        self._nothing.setVisible(not self._found and bool(self._listings))

    @property
    def _most(self) -> int:
        """How many cards are shown at most."""
        return self._pages * _PAGE if self._whole else _FIRST

    def _add_card(self) -> None:
        card = SituationCard(self._look, self._pictures)
        place = len(self._cards)
        card.clicked.connect(lambda: self.scenario_picked.emit(self._found[place].id))
        self._cards.append(card)

    def _place_cards(self) -> None:
        shown = self._found[: self._most]
        self._grid.setSpacing(self._look.space(14))
        for column_number in range(max(_ABREAST.values())):
            self._grid.setColumnStretch(column_number, 1 if column_number < self._abreast else 0)
        for part in (*self._headings.values(), *self._cards[len(shown) :]):
            part.hide()
        while self._grid.takeAt(0) is not None:
            pass
        line, cards = 0, iter(self._cards)
        for group, listings in groupby(shown, key=lambda listing: listing.facing):
            of_group = list(islice(cards, sum(1 for _ in listings)))
            if len(of_group) < len(self._found):
                line = self._place_heading(group, line)
            for place, card in enumerate(of_group):
                self._grid.addWidget(card, line + place // self._abreast, place % self._abreast)
                card.show()
            line += ceil(len(of_group) / self._abreast)

    def _place_heading(self, group: str, line: int) -> int:
        """Place it below a gap, and return the line of the first card."""
        if group not in self._headings:
            self._headings[group] = Text(self._look, self._group_in_words(group), "small_strong", "ink_soft")
        self._grid.addItem(QSpacerItem(0, self._look.space(_GAP) if line else 0), line, 0)
        self._grid.addWidget(self._headings[group], line + 1, 0, 1, self._abreast)
        self._headings[group].show()
        return line + 2

    def _group_in_words(self, group: str) -> str:
        return {
            "event": self.tr("An event"),
            "message": self.tr("A message"),
            "request": self.tr("A request"),
            "beside": self.tr("Working beside someone"),
            "leaving": self.tr("Saying no, or leaving"),
        }.get(group, self.tr("What can't be played yet"))

    def _situation(self, listing: "Listing") -> Situation:
        if listing.trouble:
            unplayable = self.tr("This can't be played yet")
            return Situation(listing.title or listing.id, sentence(listing.trouble), "", unplayable, playable=False)
        tried = tried_in_words(self._ways_tried.get(listing.id, 0))
        lasts = (
            self.tr("{tried}. About {minutes} minutes") if listing.minutes != 1 else self.tr("{tried}. About a minute")
        )
        note = lasts.format(tried=tried, minutes=listing.minutes)
        return Situation(listing.title, listing.summary, listing.portrait, note, playable=True)

    def _on_search_changed(self) -> None:
        self._pages = 1
        self._show_found()

    def _on_more_clicked(self) -> None:
        first_new = self._pages * _PAGE
        self._pages += 1
        self._show_found()
        self._cards[first_new].setFocus(Qt.FocusReason.OtherFocusReason)
