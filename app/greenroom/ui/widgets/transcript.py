"""What has been said and done so far, line by line."""

from typing import Literal, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import column
from greenroom.ui.widgets.bubble import OwnBubble, PartnerBubble
from greenroom.ui.widgets.text import Text


class Line(NamedTuple):
    """One line of a conversation."""

    speaker: Literal["scene", "partner", "user"]
    text: str
    turn: int = 0
    """The number of the turn, for a line of the user's."""
    act: bool = False
    """Whether it was done rather than said."""


class Scene(Text):
    """A line that tells what happens."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, "small", "ink_soft", italic=True, align=Qt.AlignmentFlag.AlignHCenter)

    def show_past(self, past: bool) -> None:  # noqa: FBT001  # as the bubbles have it
        """Take no notice: what happens is always shown faintly."""


class Transcript(QWidget):
    """Shows lines; of those it shows already it keeps what is the same, and what is new rises."""

    take_back_requested = Signal(int)
    """The number of the turn to go back to."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._lines: list[Line] = []
        self._shown: list[Scene | PartnerBubble | OwnBubble] = []
        self._box = column(look, spacing=13)
        self.setLayout(self._box)

    def show_lines(self, lines: list[Line], speaker: str, past: int = 0) -> None:
        """Show `lines`, spoken with `speaker`; the first `past` of them are fainter."""
        same = _shared(self._lines, lines)
        self._remove_from(same)
        for line in lines[same:]:
            self._append(line, speaker, rises=bool(same))
        self._lines = lines
        for place, part in enumerate(self._shown):
            part.show_past(place < past)

    def _append(self, line: Line, speaker: str, *, rises: bool) -> None:
        part = self._new_part(line, speaker)
        part.setObjectName(f"line-{len(self._shown)}")
        self._shown.append(part)
        self._box.addWidget(part)
        if rises and not isinstance(part, Scene) and self._look.moves():
            part.rise.start()

    def _new_part(self, line: Line, speaker: str) -> Scene | PartnerBubble | OwnBubble:
        if line.speaker == "scene":
            return Scene(self._look, line.text)
        if line.speaker == "partner":
            return PartnerBubble(self._look, speaker, line.text)
        own = OwnBubble(self._look, self._pictures, line.text, act=line.act)
        own.clicked.connect(lambda: self.take_back_requested.emit(line.turn))
        return own

    def _remove_from(self, place: int) -> None:
        for part in self._shown[place:]:
            self._box.removeWidget(part)
            part.hide()
            part.deleteLater()
        del self._shown[place:]


def _shared(one: list[Line], other: list[Line]) -> int:
    """Return how many lines two transcripts have in common at their start."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
