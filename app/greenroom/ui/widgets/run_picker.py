"""Which run should stand beside the others: one line each, to pick one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.link import Link
from greenroom.ui.widgets.text import Text


class RunPicker(Card):
    """Offers runs by what they are called and how they ended."""

    picked = Signal(int)
    """The place of the run among those offered."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, margins=(22, 16, 16, 18), spacing=8)
        self._look, self._pictures = look, pictures
        self._links: list[Link] = []
        self._none = Text(look, self.tr("One run so far. Try another way and they'll sit here side by side."))
        self._close = Button(look, self.tr("Close"), "quiet", icon=(pictures, "close"))
        self._close.setObjectName("close-picker")
        self._close.clicked.connect(self.hide)
        head = row(look, spacing=10)
        head.addWidget(Text(look, self.tr("Which run should stand here?"), "heading"), 1)
        head.add(self._close)
        self._list = column(look, spacing=2)
        self.box.add(head, self._none, self._list)

    def offer(self, runs: Sequence[str]) -> None:
        """Offer runs, each in a line of words, and put the focus on the first."""
        for link in self._links:
            self._list.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._new_link(place, run) for place, run in enumerate(runs)]
        self._none.setVisible(not runs)
        self.show()
        (self._links[0] if self._links else self._close).setFocus(Qt.FocusReason.TabFocusReason)

    def _new_link(self, place: int, run: str) -> Link:
        link = Link(self._look, self._pictures, "journal", run)
        link.setObjectName(f"candidate-{place}")
        link.clicked.connect(lambda: self._on_link_clicked(place))
        self._list.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return link

    def _on_link_clicked(self, place: int) -> None:
        self.hide()
        self.picked.emit(place)
