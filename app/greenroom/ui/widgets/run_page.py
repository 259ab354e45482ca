"""The page of a run: what it was, how it went, what you noted on it, and what can be done with it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.bead import Moment
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.flow import flow
from greenroom.ui.widgets.name_line import NameLine
from greenroom.ui.widgets.note_field import NoteField
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.ribbon import Ribbon
from greenroom.ui.widgets.run_model import KeptRun
from greenroom.ui.widgets.text import Text
from greenroom.ui.words import opening


class RunDetails(NamedTuple):
    """What the page shows of a run beyond its row in the list."""

    run: KeptRun
    about: str
    """The scenario and how many turns: "After a year, seven turns"."""
    partner: str = ""
    """With the next two empty where nothing of the run can be read."""
    portrait: str = ""
    mood: str = "neutral"
    moments: Sequence[Moment] = ()
    whole: bool = True
    """Whether all of it can be read."""


class RunPage(QWidget):
    """Shows one run."""

    turn_wanted = Signal(str, int)
    """The run to read again, and the number of the turn to begin at (0: its beginning)."""
    go_on_requested = Signal(str)
    comparison_requested = Signal(object)
    """The `KeptRun`."""
    markdown_requested = Signal(object)
    """The `KeptRun`."""
    deletion_requested = Signal(str)
    renamed = Signal(str, str)
    noted = Signal(str, str)
    starred = Signal(str, bool)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._run: KeptRun | None = None
        self._when = Text(look, "", "small", "ink_faint")
        self._name = NameLine(look)
        self._trouble = Text(look, self.tr("Part of this run can't be read. Here is what can."), "body", "ink_soft")
        self._face = Portrait(look, pictures, 40)
        self._about = Text(look, "", "small_strong")
        self._how = Text(look, "", "small", "ink_soft")
        self._ribbon = Ribbon(look, self.tr("Read from here"))
        self._note = NoteField(look, self.tr("Your note"), self.tr("What did you notice?"))
        self._note.text.setObjectName("note")
        self._make_buttons()
        self._build()
        self._connect()

    def show_run(self, details: RunDetails) -> None:
        """Show a run; what was still being written on the one before is told first."""
        run = details.run
        self._note.show_text(run.note)
        self._run = run
        self._when.show_text(opening(run.when))
        self._name.show_name(run.name, run.situation)
        self._about.show_text(details.about)
        self._how.show_text(run.how)
        self._trouble.setVisible(not details.whole)
        self._face.setVisible(bool(details.portrait))
        self._face.show_person(details.portrait, details.partner, details.mood)
        self._ribbon_card.setVisible(bool(details.moments))
        if details.moments:
            self._ribbon.show_moments(details.moments, (details.partner.split() or [""])[0])
        self._show_actions(run, details)

    def tell(self) -> None:
        """Tell what was written on the run, where that has not been done."""
        self._note.tell()

    def take_focus(self) -> None:
        """Put the focus on what one is most likely to do."""
        first = next((button for button in (self._go_on, self._read) if not button.isHidden()), self._delete)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_actions(self, run: KeptRun, details: RunDetails) -> None:
        goes_on = details.whole and not run.ended
        self._go_on.setVisible(goes_on)
        self._read.setVisible(bool(details.moments))
        self._read.show_weight("secondary" if goes_on else "primary")
        self._beside.setVisible(details.whole and bool(details.moments))
        self._star.show_icon("star" if run.starred else "star-open")
        self._star.show_text(self.tr("Starred") if run.starred else self.tr("Star"))
        self._star.setAccessibleName(self.tr("Take the star away") if run.starred else self.tr("Star this run"))

    # How it is put together

    def _make_buttons(self) -> None:
        look, pictures = self._look, self._pictures
        self._read = Button(look, self.tr("Read it again"), "primary")
        self._go_on = Button(look, self.tr("Go on"), "primary", icon=(pictures, "play"))
        self._beside = Button(look, self.tr("Lay beside another run"))
        self._star = Button(look, self.tr("Star"), "quiet", icon=(pictures, "star-open"))
        self._markdown = Button(look, self.tr("Save as Markdown"), "quiet")
        self._delete = Button(look, self.tr("Delete"), "quiet", icon=(pictures, "delete"))
        names = ("read-again", "go-on", "beside", "star", "markdown", "delete")
        buttons = (self._read, self._go_on, self._beside, self._star, self._markdown, self._delete)
        for name, button in zip(names, buttons, strict=True):
            button.setObjectName(name)

    def _build(self) -> None:
        look = self._look
        words = column(look, self._about, self._how, spacing=1)
        line = row(look, self._face, spacing=14)
        line.addLayout(words, 1)
        card = Card(look, "quote", margins=(14, 10, 14, 11), radius=11)
        card.box.add(line)
        self._ribbon_card = Card(look, margins=(16, 14, 10, 10))
        self._ribbon_card.box.add(self._ribbon)
        inside = column(look, self._when, spacing=0)
        inside.gap(2)
        inside.add(self._name)
        inside.gap(14)
        inside.add(card)
        inside.gap(12)
        inside.add(self._trouble, self._ribbon_card)
        inside.gap(16)
        inside.add(flow(look, self._go_on, self._read, self._beside))
        inside.gap(22)
        inside.add(Text(look, self.tr("Your note"), "heading"))
        inside.gap(8)
        inside.add(self._note)
        inside.gap(6)
        inside.add(Text(look, self.tr("Kept as you type, only for you."), "small", "ink_faint"))
        inside.gap(18)
        inside.add(flow(look, self._star, self._markdown, self._delete))
        inside.addStretch(1)
        self.setLayout(inside)

    def _connect(self) -> None:
        self._name.renamed.connect(lambda name: self.renamed.emit(self._id, name))
        self._note.written.connect(lambda words: self.noted.emit(self._id, words))
        self._note.left.connect(self.take_focus)
        self._ribbon.turn_picked.connect(lambda number: self.turn_wanted.emit(self._id, number))
        self._read.clicked.connect(lambda: self.turn_wanted.emit(self._id, 0))
        self._star.clicked.connect(self._on_star_clicked)
        self._go_on.clicked.connect(lambda: self.go_on_requested.emit(self._id))
        self._beside.clicked.connect(lambda: self.comparison_requested.emit(self._run))
        self._markdown.clicked.connect(lambda: self.markdown_requested.emit(self._run))
        self._delete.clicked.connect(lambda: self.deletion_requested.emit(self._id))

    def _on_star_clicked(self) -> None:
        if self._run:
            self.starred.emit(self._run.id, not self._run.starred)

    @property
    def _id(self) -> str:
        return self._run.id if self._run else ""
