"""The sheet on which one writes, with the coach's notes in the margin beside their lines, or below."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from greenroom.rubric import Side
from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.theme import Colour
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.margin_note import MarginNote, Noted
from greenroom.ui.widgets.message_editor import Mark, MessageEditor, marks_of
from greenroom.ui.widgets.text import Text

_NOTE_WIDTH = 300
_GAP, _BETWEEN = 34, 10
_DOT = 3.5
_THREAD = 1.5
_THREAD_COLOURS: dict[Side, Colour] = {
    "relational": "relational_line",
    "transactional": "transactional_line",
    "neither": "control",
}


class MarkedSheet(QWidget):
    """Places each note at the height of its line, pushed down where the one above it ends lower."""

    dismissed = Signal(object)
    """A `Finding` that should not be shown again on these words."""
    switched_off = Signal(str)
    """A rule that should be silent."""
    noticed = Signal(object)
    """The `MarginNote` that is active now."""

    def __init__(self, look: Look, pictures: Pictures, editor: MessageEditor) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._beside = True
        self._height = 0
        self._notes: list[MarginNote] = []
        self._active: int | None = None
        self.editor = editor
        self._count = Text(look, "", "small", "ink_faint")
        self._card = Card(look, margins=(32, 26, 32, 18), spacing=8)
        self._card.box.add(self.editor, self._count)
        self._card.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.editor.resized.connect(self.place)

    def show_findings(self, words: str, noted: Sequence[Noted]) -> None:
        """Show what was found in `words`, which is the editor's text."""
        marks = marks_of(words, [each.finding for each in noted])
        if [_key(note.noted) for note in self._notes] == [_key(each) for each in noted]:
            self._renew(noted, marks)
            return
        active = _key(self.active.noted) if self.active else None
        for note in self._notes:
            note.hide()
            note.deleteLater()
        self._notes = [self._new_note(each, place) for place, each in enumerate(noted)]
        self._active = next((place for place, each in enumerate(noted) if _key(each) == active), None)
        self.editor.show_marks(marks)
        self._show_active()

    def _renew(self, noted: Sequence[Noted], marks: list[Mark]) -> None:
        """Keep the notes, of which only the places of their words are new: most keys change no more."""
        for note, each in zip(self._notes, noted, strict=True):
            note.noted = each
        self.editor.show_marks(marks, self._active)
        self.place()

    def show_count(self, words: str) -> None:
        """Show how long the message is, in words."""
        self._count.show_text(words)

    @property
    def active(self) -> MarginNote | None:
        """The note that shows what one can do with it."""
        return self._notes[self._active] if self._active is not None else None

    def step(self, step: int) -> None:
        """Go to the next note, or with -1 to the one before: from the active one, or from the cursor."""
        if not self._notes:
            return
        place = self._after_cursor(step) if self._active is None else self._active + step
        self.activate(place % len(self._notes))
        self._notes[place % len(self._notes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def activate(self, place: int | None) -> None:
        """Make a note the active one, or none."""
        if place != self._active:
            self._active = place
            self._show_active()
        if self.active:
            self.noticed.emit(self.active)

    def arrange(self, *, beside: bool) -> None:
        """Put the notes beside their lines, or below the sheet."""
        self._beside = beside
        self._card.box.change_margins((32, 26, 32, 18) if beside else (24, 18, 24, 14))
        self.place()

    def sizeHint(self) -> QSize:
        return QSize(self._look.pixels(400), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(200), self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._beside:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for note, mark in zip(self._notes, self.editor.marks, strict=True):
            if (line := self._line_of(mark)) is not None:
                self._paint_thread(painter, note, line)

    def place(self) -> None:
        """Give the sheet and the notes their places."""
        width = self._look.pixels(_NOTE_WIDTH, most=1.25)
        sheet_width = self.width() - width - self._look.space(_GAP) if self._beside else self.width()
        self._card.resize(max(1, sheet_width), self._card.height())
        self._card.box.activate()
        self._card.resize(max(1, sheet_width), self._card.box.totalSizeHint().height())
        bottom = self._place_beside(width) if self._beside else self._place_below()
        height = max(bottom, self._card.height())
        if height != self._height:
            self._height = height
            self.updateGeometry()
        self.update()

    def _place_beside(self, width: int) -> int:
        left, y, between = self.width() - width, 0, self._look.space(_BETWEEN)
        for note, mark in zip(self._notes, self.editor.marks, strict=True):
            line = self._line_of(mark)
            wanted = round(line.y()) - self._look.space(20) if line else y
            y = max(y, wanted)
            note.setGeometry(left, y, width, note.height_in(width))
            y += note.height() + between
        return y

    def _place_below(self) -> int:
        between = self._look.space(_BETWEEN)
        y = self._card.height() + self._look.space(14)
        for note in self._notes:
            note.setGeometry(0, y, self.width(), note.height_in(self.width()))
            y += note.height() + between
        return y

    def _line_of(self, mark: Mark) -> QPointF | None:
        """Return where the thread to a mark's note begins: at the sheet's edge, at the height of its first line."""
        boxes = self.editor.marked(mark)
        if not boxes:
            return None
        middle = self.editor.mapTo(self, QPoint(0, round(boxes[0].center().y())))
        return QPointF(self._card.geometry().right() + 6, middle.y())

    def _paint_thread(self, painter: QPainter, note: MarginNote, start: QPointF) -> None:
        colour = self._look.colour(_THREAD_COLOURS[note.noted.finding.side])
        end = QPointF(note.x(), note.y() + self._look.space(20))
        middle = (start.x() + end.x()) / 2
        thread = QPainterPath(start)
        thread.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        painter.setPen(QPen(colour, _THREAD))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(thread)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(start, _DOT, _DOT)

    def _show_active(self) -> None:
        for place, note in enumerate(self._notes):
            note.show_active(active=place == self._active)
        self.editor.show_marks(self.editor.marks, self._active)
        self.place()

    def _after_cursor(self, step: int) -> int:
        """Return the place of the first note after the cursor, or with -1 of the last before it."""
        cursor = self.editor.textCursor().position()
        before = sum(mark.start < cursor for mark in self.editor.marks)
        return before if step > 0 else before - 1

    def _new_note(self, noted: Noted, place: int) -> MarginNote:
        note = MarginNote(self._look, self._pictures, noted)
        note.setParent(self)
        note.activated.connect(lambda: self.activate(place))
        note.resized.connect(self.place)
        note.left.connect(lambda: self._go_back(place))
        note.dismissed.connect(lambda: self._on_dismissed(place))
        note.switched_off.connect(lambda: self._on_switched_off(place))
        note.show()
        return note

    def _go_back(self, place: int) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.go_to(self.editor.marks[place])
        self.activate(None)

    def _on_switched_off(self, place: int) -> None:
        rule = self._notes[place].noted.finding.rule
        self._go_back(place)
        self.switched_off.emit(rule)

    def _on_dismissed(self, place: int) -> None:
        finding = self._notes[place].noted.finding
        self._go_back(place)
        self.dismissed.emit(finding)


def _key(noted: Noted) -> tuple[str, str, str]:
    """Return what a note shows, wherever its words stand."""
    return noted.finding.rule, noted.words, noted.finding.why
