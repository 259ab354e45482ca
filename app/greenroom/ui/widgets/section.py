"""A small heading with text under it; it hides when there is nothing to say."""

from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look, Role
from greenroom.ui.theme import Colour
from greenroom.ui.widgets.boxes import column
from greenroom.ui.widgets.text import Text


class Section(QWidget):
    """Shows what belongs under its title, in one paragraph or in several."""

    def __init__(self, look: Look, title: str, role: Role = "body", colour: Colour = "ink") -> None:
        super().__init__()
        self._look, self._role, self._colour = look, role, colour
        self._title = Text(look, title, "small_strong", "ink_faint")
        self._paragraphs: list[Text] = []
        self._box = column(look, spacing=6)
        self.setLayout(column(look, self._title, self._box, spacing=3))

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title.show_text(title)

    def show_text(self, *texts: str) -> None:
        """Show a paragraph for each text; hide when there is none, or nothing in it."""
        while len(self._paragraphs) < len(texts):
            self._paragraphs.append(Text(self._look, "", self._role, self._colour))
            self._box.add(self._paragraphs[-1])
        for place, paragraph in enumerate(self._paragraphs):
            paragraph.setVisible(place < len(texts))
            paragraph.show_text(texts[place] if place < len(texts) else "")
        self.setVisible(any(texts))
