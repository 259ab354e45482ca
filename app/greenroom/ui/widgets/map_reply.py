"""One reply in a stop of the map, with its side as a mark and a word."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.marks import SideLabel
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.rubric import Side


class MapReply(QWidget):
    """Shows what can be, or was, answered."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._side = SideLabel(look)
        self._yours = Text(look, self.tr("Your answer"), "label", "accent")
        self._words = Text(look, "", "body")
        head = row(look, self._side, spacing=8)
        head.addWidget(self._yours, 1)
        head.addStretch(0)
        self.setLayout(column(look, head, self._words, spacing=1))

    def show_reply(self, side: "Side", words: str, *, yours: bool) -> None:
        """Show a reply; `yours` is the one that this run chose."""
        self._side.show_side(side, words)
        self._yours.setVisible(yours)
        self._words.show_text(words)
