"""What the words did, as the app reads it, and the line that the user wrote first."""

from collections.abc import Sequence

from greenroom.ui.look import Look
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.section import Section


class ReadingCard(Card):
    """Shows a reading, under what was written before it was shown."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "quote", margins=(24, 20, 24, 20), spacing=14)
        self._sentences: Sequence[str] = ()
        self._answer = Section(look, self.tr("You wrote"), "speech")
        self._reading = Section(look, self.tr("What the words did"))
        self._reading.setObjectName("reading")
        self.box.add(self._answer, self._reading)

    def show_reading(self, sentences: Sequence[str]) -> None:
        """Show the app's own reading."""
        self._sentences = sentences
        self._reading.show_text(*sentences)

    @property
    def text(self) -> str:
        """What it says, for a screen reader."""
        return " ".join(self._sentences)

    def show_answer(self, answer: str) -> None:
        """Show what the user wrote; nothing when that is empty."""
        self._answer.show_text(answer)
