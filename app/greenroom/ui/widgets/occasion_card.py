"""Who a message goes to and what is true of you both; for one's own message, fields to say it oneself."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.note_field import NoteField
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.occasions import Occasion

_PORTRAIT = 64


class OccasionCard(Card):
    """Shows a fictional person and the facts to write to."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "quote", margins=(18, 14, 20, 14))
        self._portrait = Portrait(look, pictures, _PORTRAIT)
        self._who = Text(look, "", "small_strong")
        self._facts = Text(look, "", "small")
        self._want = Text(look, "", "small", "ink_soft")
        line = row(look, spacing=16)
        line.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(look, self._who, self._facts, self._want, spacing=3), 1)
        self.box.add(line)

    def show_occasion(self, occasion: "Occasion") -> None:
        """Show whom one writes to, and what one knows."""
        person = occasion.person
        self._portrait.show_person(person.portrait, person.name, "neutral")
        self._who.show_text(self.tr("{name}, who {role}").format(name=person.name, role=person.role))
        self._facts.show_text(" ".join(occasion.facts))
        self._want.show_text(occasion.you_want)


class OwnFacts(Card):
    """Asks what is true of a message of the user's own. Every answer may stay empty."""

    described = Signal(object)
    """All answers, by name."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "quote", margins=(18, 14, 20, 16), spacing=6)
        self._fields: dict[str, NoteField] = {}
        questions = {
            "person": self.tr("Who are they to you?"),
            "shared": self.tr("What do you two really share?"),
            "want": self.tr("What do you want?"),
            "answer": self.tr("Do you want to know the answer, whatever it is?"),
        }
        self.box.add(Text(look, self.tr("Before you write. All of it is for you alone, and may stay empty."), "small"))
        self._line = row(look, spacing=14)
        for name, words in questions.items():
            self._line.addWidget(self._question(look, name, words), 1)
        self.box.add(self._line)

    def show_facts(self, facts: Mapping[str, str]) -> None:
        """Show what has been said before."""
        for name, field in self._fields.items():
            field.blockSignals(True)  # noqa: FBT003 - Qt's
            field.show_text(facts.get(name, ""))
            field.blockSignals(False)  # noqa: FBT003 - Qt's

    def tell(self) -> None:
        """Tell what was answered, where that has not been done."""
        for field in self._fields.values():
            field.tell()

    def arrange(self, *, upright: bool) -> None:
        """Put the questions below each other, or side by side."""
        self._line.setDirection(self._line.Direction.TopToBottom if upright else self._line.Direction.LeftToRight)

    def _question(self, look: Look, name: str, words: str) -> QWidget:
        field = NoteField(look, words, "")
        field.setObjectName(f"fact-{name}")
        field.written.connect(lambda _words: self.described.emit(self._answers()))
        self._fields[name] = field
        question = QWidget()
        inside = column(look, Text(look, words, "small", "ink_soft"), spacing=4)
        inside.addStretch(1)
        inside.add(field)
        question.setLayout(inside)
        return question

    def _answers(self) -> dict[str, str]:
        return {name: field.text.toPlainText() for name, field in self._fields.items()}
