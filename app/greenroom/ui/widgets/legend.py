"""What the marks mean, and the one place where rules that were switched off are switched on again."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from greenroom.rubric import Side
from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import clear, column
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.flow import Flow, flow
from greenroom.ui.widgets.marks import paint_mark
from greenroom.ui.widgets.text import Text

_MARK = 14


class _Line(QWidget):
    """A mark, and how it looks under words."""

    def __init__(self, look: Look, side: Side, words: str) -> None:
        super().__init__()
        self._look, self._side, self._words = look, side, words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font("label"))
        width = self._words_x + metrics.horizontalAdvance(self._words) + self._look.space(12)
        return QSize(width, round(self._look.line_height("label")) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, size = QPainter(self), self._look.pixels(_MARK)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._look, self._side, QPointF(size / 2, self.height() / 2), size)
        painter.setFont(self._look.font("label"))
        painter.setPen(self._look.colour("ink_soft"))
        beside = self.rect().adjusted(self._words_x, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._words)

    @property
    def _words_x(self) -> int:
        return self._look.pixels(_MARK) + self._look.space(7)


class Legend(QWidget):
    """Stands below the sheet."""

    switched_on = Signal(str)
    """A rule that should be heard again."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        marks = flow(
            look,
            _Line(look, "relational", self.tr("Towards the person, solid line")),
            _Line(look, "transactional", self.tr("Towards what they can do, dashed line")),
            Text(look, self.tr("F8 next note, Delete leaves it"), "label", "ink_faint"),
        )
        self._silent = QWidget()
        self._buttons = Flow(look, spacing=4)
        buttons = QWidget()
        buttons.setLayout(self._buttons)
        head = Text(
            look, self.tr("You have switched these off. Press one to have it marked again."), "small", "ink_soft"
        )
        self._silent.setLayout(column(look, head, buttons, spacing=2))
        self._silent.hide()
        self.setLayout(column(look, marks, self._silent, spacing=10))

    def show_silent(self, rules: Mapping[str, str]) -> None:
        """Show the rules that are off, in words by id."""
        clear(self._buttons)
        for rule, words in rules.items():
            self._buttons.addWidget(self._new_button(rule, words))
        self._silent.setVisible(bool(rules))

    def _new_button(self, rule: str, words: str) -> Button:
        button = Button(self._look, words, "quiet")
        button.setObjectName(f"switch-on-{rule}")
        button.setAccessibleName(self.tr("Mark this again: {rule}").format(rule=words))
        button.clicked.connect(lambda: self.switched_on.emit(rule))
        return button
