"""One turn of a run that is compared: what you said, the reply, the thought behind it, and the move."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import Box, column, row
from greenroom.ui.widgets.bubble import PartnerBubble, Speech, SpeechLabel, own_words
from greenroom.ui.widgets.link import Link
from greenroom.ui.widgets.marks import SideLabel, side_word
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.rubric import Side

_PORTRAIT = 40


class Asked(NamedTuple):
    """A run from which one may play on, by its place among those compared."""

    column: int
    turn: int
    """The turn's number in this run."""
    name: str
    """What the run is called here, such as "Yesterday at 18:40"."""


class ComparedTurn(NamedTuple):
    """A turn as it is shown beside others."""

    number: int
    words: str
    act: bool
    """Whether it was done rather than said."""
    marked: Sequence[range]
    """The words that differ from those beside them."""
    side: "Side"
    move: str
    thought: str
    narration: str
    reply: str
    partner: str
    portrait: str
    mood: str
    played: bool
    """Whether it has ever been played."""
    runs: Sequence[Asked]
    """Whose turn it is: several where they all did the same."""


class WordsBubble(SpeechLabel):
    """What you said or did, which asks for nothing."""

    def __init__(self, look: Look, turn: ComparedTurn) -> None:
        speech = Speech(look, turn.words, mine=True, act=turn.act, marked=turn.marked)
        super().__init__(look, speech, turn.words, own_words(turn.words, act=turn.act))

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = self._speech.width(self.width())
        self._speech.paint(QPainter(self), QRectF(self.width() - width, 0, width, self.height()), past=False)


class TurnCell(QWidget):
    """Shows a turn; from each run whose turn it is one can play on."""

    play_on_requested = Signal(int, int)
    """The place of the run, and the number of the turn."""

    def __init__(self, look: Look, pictures: Pictures, turn: ComparedTurn) -> None:
        super().__init__()
        self._look, self._pictures, self._turn = look, pictures, turn
        self.links: list[Link] = []
        inside = column(look, self._head(), WordsBubble(look, turn), spacing=8)
        if turn.narration:
            inside.add(Text(look, turn.narration, "small", "ink_soft", italic=True))
        if turn.reply:
            inside.add(self._reply())
        inside.add(self._landing())
        inside.addStretch(1)
        inside.add(self._ways_on())
        self.setLayout(inside)

    def _head(self) -> Box:
        turn = self._turn
        chip = SideLabel(self._look, turn.side, chip=True)
        chip.show_side(turn.side, about=turn.move)
        head = row(self._look, spacing=8)
        number = self.tr("Turn {number}").format(number=turn.number)
        head.addWidget(Text(self._look, number, "label", "ink_faint"), 1)
        head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _reply(self) -> Box:
        turn = self._turn
        face = Portrait(self._look, self._pictures, _PORTRAIT, most=1.2)
        face.show_person(turn.portrait, turn.partner, turn.mood)
        reply = row(self._look, spacing=10)
        reply.addWidget(face, 0, Qt.AlignmentFlag.AlignBottom)
        reply.addWidget(PartnerBubble(self._look, turn.partner, turn.reply), 1)
        return reply

    def _landing(self) -> Box:
        turn = self._turn
        landing = column(self._look, spacing=1)
        if turn.move:
            landing.add(Text(self._look, turn.move, "small_strong"))
        landing.add(Text(self._look, turn.thought, "small", "ink_soft"))
        return landing

    def _ways_on(self) -> Box:
        ways = column(self._look)
        if not self._turn.played:
            ways.add(Text(self._look, self.tr("You have not played this."), "small_strong", "ink_soft"))
        for asked in self._turn.runs:
            link = self._new_link(asked)
            self.links.append(link)
            ways.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return ways

    def _new_link(self, asked: Asked) -> Link:
        alone = len(self._turn.runs) == 1
        text = self.tr("Play on from here") if alone else self.tr("Play on from here: {run}").format(run=asked.name)
        link = Link(self._look, self._pictures, "play", text)
        link.setObjectName(f"play-on-{asked.column}-{asked.turn}")
        link.setAccessibleName(_spoken(self._turn, asked))
        link.setAccessibleDescription(self.tr("Play on from here"))
        link.clicked.connect(lambda: self.play_on_requested.emit(asked.column, asked.turn))
        return link


class EmptyCell(QWidget):
    """Nothing was said here while others talked: a faint thread leads on."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._look.colour("control"), 2, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
        x = self.width() // 2
        painter.drawLine(x, 4, x, self.height() - 4)


def _spoken(turn: ComparedTurn, asked: Asked) -> str:
    """Return what a screen reader says of a turn."""
    said = QCoreApplication.translate("Compare", "Run: {run}, turn {number}: you said: {words} {side}: {move}.")
    did = QCoreApplication.translate("Compare", "Run: {run}, turn {number}: you did: {words} {side}: {move}.")
    text = did if turn.act else said
    side = side_word(turn.side)
    return text.format(run=asked.name, number=asked.turn, words=turn.words, side=side, move=turn.move)
