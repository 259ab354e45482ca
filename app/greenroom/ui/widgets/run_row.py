"""A run in the journal: what it was, when, and how it ended."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import row, wrapping
from greenroom.ui.widgets.buttons import Button, PlainButton
from greenroom.ui.widgets.scroll import step_onto
from greenroom.ui.widgets.text_block import TextBlock
from greenroom.ui.words import opening

_RADIUS = 11
_PADDING_X, _PADDING_Y = 16, 11


class KeptRun(NamedTuple):
    """What the row of a run shows."""

    id: str
    title: str
    when: str
    how: str
    """The ending's title, or where it was broken off."""


class _Opener(PlainButton):
    """The row itself, which opens the run."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._blocks: tuple[TextBlock, ...] = ()
        self.setSizePolicy(wrapping())

    def show_run(self, run: KeptRun) -> None:
        self._blocks = (
            TextBlock(self._look, opening(run.when), "small", "ink_faint"),
            TextBlock(self._look, run.title, "strong"),
            TextBlock(self._look, run.how, "small", "ink_soft"),
        )
        name = self.tr("{title}, {when}: {how}").format(title=run.title, when=run.when, how=run.how)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        room = self._room(width)
        return sum(block.height(room) for block in self._blocks) + 2 * self._look.space(_PADDING_Y)

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(300, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(160), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_surface(painter, _RADIUS)
        y = float(self._look.space(_PADDING_Y))
        for block in self._blocks:
            y += block.paint(painter, self._look.space(_PADDING_X), y, self._room(self.width()))

    def _room(self, width: int) -> int:
        return max(1, width - 2 * self._look.space(_PADDING_X))


class RunRow(QWidget):
    """A run, and beside it the button that deletes it."""

    opened = Signal(str)
    deletion_requested = Signal(str)

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._id = ""
        self._opener = _Opener(look)
        self._delete = Button(look, self.tr("Delete"), "quiet", icon=(pictures, "delete"))
        line = row(look, spacing=8)
        line.addWidget(self._opener, 1)
        line.add(self._delete)
        self.setLayout(line)
        self._opener.clicked.connect(lambda: self.opened.emit(self._id))
        self._delete.clicked.connect(lambda: self.deletion_requested.emit(self._id))

    def show_run(self, run: KeptRun) -> None:
        """Show a run."""
        self._id = run.id
        self._opener.show_run(run)
        self._opener.setObjectName(f"run-{run.id}")
        self._delete.setObjectName(f"delete-{run.id}")
        self._delete.setAccessibleName(self.tr("Delete {title}, {when}").format(title=run.title, when=run.when))

    def take_focus(self) -> None:
        """Put the focus on the run."""
        step_onto(self._opener, Qt.FocusReason.TabFocusReason)

    @property
    def has_focus(self) -> bool:
        """Whether the run or its button has the focus."""
        return self._opener.hasFocus() or self._delete.hasFocus()
