"""The home: where you left off, and the situations one can rehearse."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.screen import Screen
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.resume_card import Resumable, ResumeCard
from greenroom.ui.widgets.scroll import ScrollColumn
from greenroom.ui.widgets.situation_card import Situation, SituationCard
from greenroom.ui.widgets.text import Text
from greenroom.ui.words import sentence, tried_in_words

if TYPE_CHECKING:
    from greenroom.library import Listing
    from greenroom.ui.widgets.fields import LineField

_ABREAST: dict[Breadth, int] = {"wide": 3, "middle": 3, "narrow": 2}
_PAGE = 18
"""Cards shown at first, and added by 'Show more'."""
_FEW = 9
"""Up to this many scenarios need no search."""
_WIDEST = 1040


class Catalogue(NamedTuple):
    """What the home offers."""

    greeting: str
    listings: "Sequence[Listing]"
    ways_tried: Mapping[str, int]
    """For a scenario's id, in how many ways it has been played to an ending."""
    resumable: Resumable | None


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
        self._abreast, self._pages = 3, 1
        self._search: LineField | None = None
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
        self._listings, self._ways_tried = catalogue.listings, catalogue.ways_tried
        self._resume.setVisible(catalogue.resumable is not None)
        if catalogue.resumable:
            self._resume.show_resumable(catalogue.resumable)
        if len(self._listings) > _FEW and not self._search:
            self._add_search()
        self._show_found()

    def start_search(self) -> None:
        """Let the user type what to search for, where there is enough to search in."""
        if self._search:
            self._search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.line.selectAll()

    def arrange(self, breadth: Breadth) -> None:
        self.scroll_area.limit_width(self._look.pixels(_WIDEST, most=1.5))
        self._abreast = _ABREAST[breadth]
        self._resume.arrange(breadth)
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

    def _add_search(self) -> None:
        from greenroom.ui.widgets.fields import LineField  # noqa: PLC0415  # many homes need none

        self._search = LineField(self._look, self.tr("Search the situations"))
        self._search.line.setObjectName("search")
        self._search.line.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self._search.line.textChanged.connect(self._on_search_changed)
        self._head.add(self._search)

    def _show_found(self) -> None:
        wanted = self._search.line.text() if self._search else ""
        words = wanted.casefold().split()
        self._found = [listing for listing in self._listings if _matches(listing, words)]
        nothing = self.tr("Nothing called '{words}'. Try a feeling or a place.")
        self._nothing.show_text(nothing.format(words=wanted))
        self._nothing.setVisible(not self._found and bool(words))
        shown = self._found[: self._pages * _PAGE]
        while len(self._cards) < len(shown):
            self._add_card()
        for card, listing in zip(self._cards, shown, strict=False):
            card.show_situation(self._situation(listing))
            card.setObjectName(f"situation-{listing.id}")
        self._more.setVisible(len(shown) < len(self._found))
        self._place_cards()
        if self.hasFocus():  # there was no card yet on which to put it
            self.take_focus()

    def _add_card(self) -> None:
        card = SituationCard(self._look, self._pictures)
        place = len(self._cards)
        card.clicked.connect(lambda: self.scenario_picked.emit(self._found[place].id))
        self._cards.append(card)

    def _place_cards(self) -> None:
        shown = min(len(self._found), self._pages * _PAGE)
        self._grid.setSpacing(self._look.space(14))
        for column_number in range(max(_ABREAST.values())):
            self._grid.setColumnStretch(column_number, 1 if column_number < self._abreast else 0)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // self._abreast, place % self._abreast)
            card.setVisible(place < shown)

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

    def _on_search_changed(self, _text: str) -> None:
        self._pages = 1
        self._show_found()

    def _on_more_clicked(self) -> None:
        first_new = self._pages * _PAGE
        self._pages += 1
        self._show_found()
        self._cards[first_new].setFocus(Qt.FocusReason.OtherFocusReason)


def _matches(listing: "Listing", words: Sequence[str]) -> bool:
    text = f"{listing.title} {listing.summary} {listing.partner}".casefold()
    return all(word in text for word in words)
