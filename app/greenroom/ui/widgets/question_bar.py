"""A question about what is on the screen, with a line to write in; one may skip it."""

from PySide6.QtCore import Qt, Signal

from greenroom.ui.look import Breadth, Look
from greenroom.ui.widgets.boxes import column, row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Panel
from greenroom.ui.widgets.fields import LineField
from greenroom.ui.widgets.text import Text


class QuestionBar(Panel):
    """Asks before the app gives its own reading."""

    answered = Signal(str)
    """The line, which may be empty."""
    skipped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "background", "top", (36, 12, 36, 14))
        self._question = Text(look, "", "strong")
        self._question.setObjectName("question")
        self.field = LineField(look, "")
        self.field.line.setObjectName("answer")
        self._show = Button(look, self.tr("Show what the words did"), "primary")
        self._show.setObjectName("show-reading")
        self._skip = Button(look, self.tr("Skip"), "quiet")
        self._skip.setObjectName("skip")
        buttons = row(look, self._show, spacing=10)
        buttons.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(1)
        self._line = row(look, spacing=16)
        self._line.addWidget(self.field, 1)
        self._line.addLayout(buttons)
        self.box.add(column(look, self._question, self._line, spacing=7))
        self._show.clicked.connect(self._on_answered)
        self.field.line.returnPressed.connect(self._on_answered)
        self._skip.clicked.connect(self.skipped)

    def ask(self, question: str, answer: str) -> None:
        """Ask; `answer` is what was written before."""
        self._question.show_text(question)
        self.field.line.setAccessibleName(question)
        self.field.line.setPlaceholderText(self.tr("A line for yourself. It stays on this computer."))
        self.field.line.setText(answer)

    def arrange(self, breadth: Breadth) -> None:
        """Put the buttons below the line where it is narrow."""
        turn(self._line, upright=breadth == "narrow")

    def _on_answered(self) -> None:
        self.answered.emit(self.field.line.text().strip())
