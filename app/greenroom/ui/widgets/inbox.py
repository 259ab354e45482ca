"""The message as the other person meets it: a line in an inbox among others, then the words alone."""

import textwrap
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import clear, column, row
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.occasions import Letter, Person

_PORTRAIT = 52
_WIDEST = 760
_LONGEST_BEGINNING = 70
_PLACE = 1
"""Before how many of the others the message stands."""


class Inbox(QWidget):
    """Shows no mark and no note: they will not see any either."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._title = Text(look, "", "small_strong", "ink_soft")
        self._lines = column(look, spacing=6)
        self._message = Text(look, "", "speech")
        self._portrait = Portrait(look, pictures, _PORTRAIT)
        self._thought = Text(look, "", "speech", italic=True)
        self._mind = QWidget()
        self._build()

    def show_message(self, words: str, person: "Person | None", mood: str, thought: str) -> None:
        """Show a message among those that a person got, and what goes through their mind."""
        title = self.tr("{name}'s inbox, this morning").format(name=person.name) if person else self.tr("Their inbox")
        self._title.show_text(title)
        self._show_lines(words, person.inbox if person else ())
        self._message.show_text(words)
        self._mind.setVisible(bool(person and thought))
        if person:
            self._portrait.show_person(person.portrait, person.name, mood)
        self._thought.show_text(thought)

    def arrange(self) -> None:
        """Be as wide as a message is read."""
        self.setMaximumWidth(self._look.pixels(_WIDEST))

    def _show_lines(self, words: str, letters: "tuple[Letter, ...]") -> None:
        clear(self._lines)
        beginning = textwrap.shorten(words, _LONGEST_BEGINNING, placeholder="…")
        others = [self._line(letter.sender, f"{letter.subject}. {letter.begins}") for letter in letters]
        own = self._line(self.tr("You"), beginning, here=True)
        self._lines.add(*others[:_PLACE], own, *others[_PLACE:])

    def _line(self, sender: str, begins: str, *, here: bool = False) -> Card:
        card = Card(self._look, "tint" if here else "surface", margins=(16, 8, 16, 8), radius=10)
        line = row(self._look, spacing=14)
        line.addWidget(Text(self._look, sender, "small_strong"), 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(self._look, begins, "small", "ink_soft"), 3)
        card.box.add(line)
        return card

    def _build(self) -> None:
        look = self._look
        sheet = Card(look, margins=(30, 24, 30, 24))
        sheet.box.add(self._message)
        mind = row(look, spacing=14)
        mind.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        mind.addWidget(self._thought, 1)
        self._mind.setLayout(mind)
        self.setLayout(column(look, self._title, self._lines, sheet, self._mind, spacing=14))
