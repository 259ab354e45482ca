"""The reference behind an explanation, opened in place: what was found, how firm it is, what to do with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.section import Section
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.rubric import Source


class ReferencePanel(Card):
    """Shows one source in full."""

    closed = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "sunken", margins=(18, 14, 14, 16), spacing=10, radius=11)
        self._title = Text(look, "", "heading")
        self._full = Text(look, "", "small", "ink_soft")
        self._says = Section(look, self.tr("What it says"))
        self._grade = Section(look, self.tr("How firm it is"))
        self._note = Section(look, self.tr("Reservations"))
        self._practice = Section(look, self.tr("What you can do with it"))
        self.close_button = Button(look, self.tr("Close"), "quiet", icon=(pictures, "close"), key=self.tr("Esc"))
        self.close_button.setObjectName("close-reference")
        self._build()
        self.close_button.clicked.connect(self.closed)

    def show_source(self, source: "Source") -> None:
        """Show a source; what it has nothing to say about is left out."""
        self._title.show_text(source.short)
        self._full.show_text(source.full)
        grade = self.tr("{word}. {meaning}").format(word=source.grade.word.capitalize(), meaning=source.grade.meaning)
        for section, text in (
            (self._says, source.says),
            (self._grade, grade),
            (self._note, source.note),
            (self._practice, source.practice),
        ):
            section.show_text(text)

    def _build(self) -> None:
        head = row(self._look, self._title, spacing=10)
        head.addStretch(1)
        head.add(self.close_button)
        self.box.add(head, self._full, self._says, self._grade, self._note, self._practice)
