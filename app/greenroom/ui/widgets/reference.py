"""The reference behind an explanation, opened in place: what was found, how firm it is, what to do with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.section import Section
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenroom.rubric import Source

_NARROW = 400
"""Pixels at 100 %, in which the button to close has no room beside the words."""


class ReferencePanel(Card):
    """Shows in full the source, or the sources, behind one line."""

    closed = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "sunken", margins=(18, 14, 14, 16), spacing=10, radius=11)
        self._head = row(look, spacing=10)
        self._full = Text(look)
        self._says = Section(look, self.tr("What it says"))
        self._grade = Section(look, self.tr("How firm it is"))
        self._note = Section(look, self.tr("Reservations"))
        self._practice = Section(look, self.tr("What you can do with it"))
        self.close_button = Button(look, self.tr("Close"), "quiet", icon=(pictures, "close"), key=self.tr("Esc"))
        self.close_button.setObjectName("close-reference")
        self._build()
        self.close_button.clicked.connect(self.closed)

    def show_sources(self, sources: "Sequence[Source]") -> None:
        """Show sources of one grade; what they have nothing to say about is left out."""
        self._full.show_text("\n".join(source.full for source in sources))
        grade = sources[0].grade
        firm = self.tr("{word}. {meaning}").format(word=grade.word.capitalize(), meaning=grade.meaning)
        for section, texts in (
            (self._says, [source.says for source in sources]),
            (self._grade, [firm]),
            (self._note, [source.note for source in sources]),
            (self._practice, [source.practice for source in sources]),
        ):
            section.show_text(*filter(None, texts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._head, upright=self.width() < self._look.pixels(_NARROW))

    def _build(self) -> None:
        self._head.addWidget(self._full, 1)
        self._head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.box.add(self._head, self._says, self._grade, self._note, self._practice)
