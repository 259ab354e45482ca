"""A field for an answer in one's own words: a line or two for what one says, the desk's sheet for what one writes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import Box, clear, column, lay_out_around, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.marked_sheet import MarkedSheet
from greenroom.ui.widgets.message_editor import MessageEditor
from greenroom.ui.widgets.shapes import paint_box, paint_focus
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenroom.ui.widgets.margin_note import Noted

_RADIUS = 11
_LINES_OF_A_DRAFT = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OwnWords(QWidget):
    """Tells what was typed when Enter is pressed, or Ctrl+Enter where one writes."""

    said = Signal(str)
    typed = Signal(str)
    """The words as they are now, at every key; never none."""
    left = Signal()
    """Esc."""
    dismissed = Signal(object)
    """A `Finding` that should not be shown again on these words."""
    switched_off = Signal(str)
    """A rule that should be silent."""
    noticed = Signal(object)
    """The `MarginNote` that is active now."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._written: bool | None = None
        self._box = column(look)
        self.setLayout(self._box)
        self.show_medium(written=False)

    def show_medium(self, *, written: bool) -> None:
        """Be a field for what one says, or a sheet for what one writes."""
        if written == self._written:
            return
        self._written = written
        clear(self._box)
        self._build(written=written)
        self.setFocusProxy(self.editor)

    @property
    def words(self) -> str:
        """What stands there."""
        return self.editor.toPlainText()

    def show_words(self, words: str) -> None:
        """Show other words, which can be gone on with."""
        self.editor.show_text(words)
        if self.sheet:
            self.sheet.show_findings(words, ())

    def show_findings(self, words: str, noted: "Sequence[Noted]") -> None:
        """Show what the coach says of `words` on the sheet, unless others stand there by now."""
        if self.sheet and words == self.words:
            self.sheet.show_findings(words, noted)

    def step_note(self, step: int) -> None:
        """Go to the next note on the sheet, or with -1 to the one before."""
        if self.sheet:
            self.sheet.step(step)

    def eventFilter(self, _editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.sheet:
            return
        painter, box = QPainter(self), QRectF(self.rect())
        paint_box(painter, self._look, box, "field", "control", _RADIUS, 1.2)
        if self.editor.hasFocus():
            paint_focus(painter, self._look, box, _RADIUS)

    def _takes(self, event: QKeyEvent) -> bool:
        """Act on a key that is no letter of the answer, and say whether it was one."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() in _ENTER and (control or not (self._written or shift)):
            if not event.isAutoRepeat():
                self._say()
            return True
        return False

    def _say(self) -> None:
        if any(map(str.isalpha, self.words)):
            self.said.emit(self.words.strip())

    def _on_text_changed(self) -> None:
        is_empty = not self.words.strip()
        self._hint.setVisible(is_empty)
        self._button.setVisible(not is_empty)
        if not is_empty:
            self.typed.emit(self.words)
        elif self.sheet:
            self.sheet.show_findings(self.words, ())
        lay_out_around(self.editor)

    def _build(self, *, written: bool) -> None:
        look = self._look
        hint = self.tr("Or write it in your own words") if written else self.tr("Or say it in your own words")
        lines = _LINES_OF_A_DRAFT if written else 1
        self.editor = MessageEditor(look, self.tr("Your own words"), hint, least_lines=lines)
        self.editor.setObjectName("own-words")
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(self._on_text_changed)
        self._hint = Text(look, self.tr("Press T to type"), "label", "ink_faint")
        self._button = Button(look, self.tr("Write this") if written else self.tr("Say this"), "quiet")
        self._button.show_key(self.tr("Ctrl+Enter") if written else self.tr("Enter"))
        self._button.setObjectName("say-own-words")
        self._button.clicked.connect(self._say)
        self._button.hide()
        self.sheet = self._new_sheet() if written else None
        self._box.add(self._draft(self.sheet) if self.sheet else self._line())

    def _new_sheet(self) -> MarkedSheet:
        sheet = MarkedSheet(self._look, self._pictures, self.editor)
        sheet.arrange(beside=False)
        sheet.dismissed.connect(self.dismissed)
        sheet.switched_off.connect(self.switched_off)
        sheet.noticed.connect(self.noticed)
        return sheet

    def _draft(self, sheet: MarkedSheet) -> QWidget:
        end = row(self._look, self._hint, spacing=10)
        end.addStretch(1)
        end.add(self._button)
        return _holding(column(self._look, sheet, end, spacing=6))

    def _line(self) -> QWidget:
        line = row(self._look, margins=(14, 9, 10, 9), spacing=10)
        line.addWidget(self.editor, 1, Qt.AlignmentFlag.AlignVCenter)
        line.add(self._hint, self._button)
        return _holding(line)


def _holding(box: Box) -> QWidget:
    widget = QWidget()
    widget.setLayout(box)
    return widget
