"""The head of the desk: what one writes for, in which draft, and what can be done with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.widgets.boxes import column, row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.flow import flow
from greenroom.ui.widgets.picker import Picker
from greenroom.ui.widgets.tabs import Tabs
from greenroom.ui.widgets.text import Text

_COMPARE = "compare"


class DeskHead(QWidget):
    """Tells what the user wants to write, to see or to be rid of."""

    occasion_picked = Signal(str)
    view_picked = Signal(str)
    draft_picked = Signal(int)
    draft_wanted = Signal()
    draft_discarded = Signal()
    copy_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._drafts: dict[str, str] = {}
        """The words on the tabs, by version."""
        self._here = ""
        self._title = Text(look, "", "display")
        self._occasions = Picker(look, self.tr("What you write for"))
        self._tabs = Tabs(look, self.tr("Drafts"))
        self._copy = self._new_button("copy", self.tr("Copy"), primary=True)
        self._new = self._new_button("new-draft", self.tr("New draft"))
        self._read = self._new_button("as-they-would", self.tr("Read it as they would"))
        self._examples = self._new_button("examples", self.tr("Two examples"))
        self._discard = self._new_button("discard-draft", self.tr("Delete this draft"))
        self._build()
        self._connect()

    def offer(self, occasions: Mapping[str, str], here: str) -> None:
        """Offer what one can write for, names by id, and show which is open."""
        self._occasions.show_entries(occasions, here)

    def show_title(self, title: str, *, examples: bool) -> None:
        """Show what is open; `examples` says whether there are any to look at."""
        self._title.show_text(title)
        self._examples.setVisible(examples)

    def show_drafts(self, versions: Sequence[int], version: int) -> None:
        """Show which drafts there are, and which of them is open."""
        self._drafts = {str(each): self.tr("Draft {number}").format(number=each) for each in versions}
        self._here = str(version)

    def show_view(self, view: str) -> None:
        """Show what one looks at."""
        tabs = self._drafts | ({_COMPARE: self.tr("Compare")} if len(self._drafts) > 1 else {})
        self._tabs.show_tabs(tabs, {"write": self._here, "compare": _COMPARE}.get(view, ""))

    def arrange(self, breadth: Breadth) -> None:
        """Put the title above the tabs where there is no room beside them."""
        turn(self._line, upright=breadth != "wide")

    def _on_tab_picked(self, key: str) -> None:
        if key == _COMPARE:
            self.view_picked.emit("compare")
        else:
            self.draft_picked.emit(int(key))

    def _new_button(self, name: str, words: str, *, primary: bool = False) -> Button:
        button = Button(self._look, words, "primary" if primary else "quiet")
        button.setObjectName(name)
        return button

    def _build(self) -> None:
        look = self._look
        tabs = row(look, spacing=12)
        tabs.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignBottom)
        tabs.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignBottom)
        kicker = Text(look, self.tr("Wording desk"), "small_strong", "accent")
        self._line = row(look, spacing=14)
        self._line.addLayout(column(look, kicker, self._title, spacing=2), 1)
        self._line.addLayout(tabs)
        self._line.setAlignment(tabs, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        acts = flow(look, self._occasions, self._new, self._read, self._examples, self._discard, spacing=6)
        self.setLayout(column(look, self._line, acts, spacing=10))

    def _connect(self) -> None:
        self._occasions.picked.connect(self.occasion_picked)
        self._tabs.picked.connect(self._on_tab_picked)
        self._copy.clicked.connect(self.copy_wanted)
        self._new.clicked.connect(self.draft_wanted)
        self._discard.clicked.connect(self.draft_discarded)
        self._read.clicked.connect(lambda: self.view_picked.emit("inbox"))
        self._examples.clicked.connect(lambda: self.view_picked.emit("examples"))
