"""What you can say or do now: a row for each choice, with the key that picks it."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import column, wrapping
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.scroll import step_onto
from greenroom.ui.widgets.shapes import paint_box
from greenroom.ui.widgets.text import Text
from greenroom.ui.widgets.text_block import TextBlock
from greenroom.ui.widgets.walking import place_after

if TYPE_CHECKING:
    from greenroom.scenario import Choice
    from greenroom.ui.theme import Colour

_RADIUS = 11
_PADDING_LEFT, _PADDING_RIGHT, _PADDING_Y = 13, 18, 13
_KEY, _KEY_RADIUS, _KEY_GAP = 26, 7, 14


class ChoiceRow(PlainButton):
    """One choice: its key, its words, and whether it has been tried here before. All of it can be pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._number = 0
        self._words = TextBlock(look, "")
        self._note = TextBlock(look, "", "small", "ink_faint")
        self.setSizePolicy(wrapping())

    def show_words(self, number: int, words: str, *, act: bool, tried: bool) -> None:
        """Show what one can say, or do (`act`), which the key `number` picks."""
        self._number = number
        self._words = TextBlock(self._look, words, italic=act)
        note = self.tr("You have tried this") if tried else ""
        self._note = TextBlock(self._look, note, "small", "ink_faint")
        self.setText(words)
        name = self.tr("{number}. {words} (you have tried this)") if tried else self.tr("{number}. {words}")
        self.setAccessibleName(name.format(number=number, words=words))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        room = self._room(width)
        return max(self._words.height(room) + self._note_height(room), self._key_size) + 2 * self._padding

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(120), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_surface(painter, _RADIUS)
        self._paint_key(painter)
        room, x = self._room(self.width()), self._words_x
        y = (self.height() - self._words.height(room) - self._note_height(room)) / 2
        y += self._words.paint(painter, x, y, room)
        if self._note.text:
            self._note.paint(painter, x, y, room)

    def _paint_key(self, painter: QPainter) -> None:
        size = self._key_size
        cap = QRectF(self._look.space(_PADDING_LEFT), (self.height() - size) / 2, size, size)
        focused = self.hasFocus()
        fill: Colour = "accent" if focused else "sunken"
        paint_box(painter, self._look, cap, fill, "accent" if focused else "control", _KEY_RADIUS, 1)
        painter.setFont(self._look.font("small_strong"))
        painter.setPen(self._look.colour("on_accent" if focused else "ink_soft"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _note_height(self, room: int) -> int:
        return self._note.height(room) if self._note.text else 0

    def _room(self, width: int) -> int:
        return max(1, width - self._words_x - self._look.space(_PADDING_RIGHT))

    @property
    def _words_x(self) -> int:
        return self._look.space(_PADDING_LEFT) + self._key_size + self._look.space(_KEY_GAP)

    @property
    def _key_size(self) -> int:
        return self._look.pixels(_KEY)

    @property
    def _padding(self) -> int:
        return self._look.space(_PADDING_Y)


class ChoiceList(QWidget):
    """Asks what you say, and tells which choice was picked; rows are made once and reused."""

    choice_picked = Signal(object)
    """The `Choice`."""
    none_picked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._choices: Sequence[Choice] = ()
        self._none = ""
        self._rows: list[ChoiceRow] = []
        self._question = Text(look, "", "small_strong", "ink_soft")
        self._box = column(look, self._question, spacing=9)
        self.setLayout(self._box)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the rows are what the Tab key stops at

    def show_choices(self, question: str, choices: "Sequence[Choice]", tried: Collection[str], none: str = "") -> None:
        """Ask `question` and show `choices`; those whose ids are in `tried` say so.

        With `none` there is one more row, with these words, for none of them.
        """
        self._choices, self._none = choices, none
        self._question.show_text(question)
        self.setAccessibleName(question)
        while len(self._rows) < self._count:
            self._add_row()
        for place, choice in enumerate(choices):
            act, was_tried = choice.say is None, choice.id in tried
            self._rows[place].show_words(place + 1, choice.words, act=act, tried=was_tried)
        if none:
            self._rows[len(choices)].show_words(self._count, none, act=True, tried=False)
        for place, row in enumerate(self._rows):
            row.setVisible(place < self._count)

    def pick(self, number: int) -> None:
        """Pick the choice with this number, where there is one."""
        if 1 <= number <= len(self._choices):
            self.choice_picked.emit(self._choices[number - 1])
        elif number == self._count:
            self.none_picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = self._count
        outside = count if event.key() == Qt.Key.Key_Up else -1
        focused = next((place for place, row in enumerate(self._rows) if row.hasFocus()), outside)
        place = place_after(event.key(), focused, count, round_trip=True)
        if place is None:
            super().keyPressEvent(event)
        else:
            step_onto(self._rows[place], Qt.FocusReason.TabFocusReason)

    @property
    def _count(self) -> int:
        """How many rows can be picked."""
        return len(self._choices) + bool(self._none)

    def _add_row(self) -> None:
        row = ChoiceRow(self._look)
        number = len(self._rows) + 1
        row.setObjectName(f"choice-{number}")
        row.clicked.connect(lambda: self.pick(number))
        self._rows.append(row)
        self._box.addWidget(row)
