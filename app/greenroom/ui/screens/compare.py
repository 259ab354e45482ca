"""Compare: runs side by side, where they part and meet again, and what the words did."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from greenroom.comparing import question, reading
from greenroom.ui.announcing import announce
from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.compared import Compared
from greenroom.ui.screens.screen import Screen, TopBar
from greenroom.ui.screens.side_by_side import SideBySide
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.question_bar import QuestionBar
from greenroom.ui.widgets.reading_card import ReadingCard
from greenroom.ui.widgets.run_picker import RunPicker
from greenroom.ui.widgets.save_row import SaveRow
from greenroom.ui.widgets.scroll import ScrollColumn
from greenroom.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenroom.comparing import Comparison
    from greenroom.rubric import Rubric

MOST_RUNS = 3
_WIDEST, _READING_WIDEST = 1560, 820
_MARGINS = (36, 18, 36, 24)


class CompareScreen(Screen):
    """Shows a comparison; asks what differs before it says how it reads that itself."""

    rail_words = False
    scroll_area: ScrollColumn

    play_on_requested = Signal(int, int)
    """The place of the run among those compared, and the number of the turn."""
    other_runs_requested = Signal()
    further_run_requested = Signal()
    swap_requested = Signal()
    run_picked = Signal(int)
    """The place of a run among those offered."""
    answered = Signal(str)
    """The line on what differs, to be kept."""
    save_requested = Signal(str)
    """The format: "pdf", "markdown" or "html"."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._breadth: Breadth = "wide"
        self._bar = TopBar(look)
        self._others = self._new_button("other-runs", self.tr("Choose other runs"))
        self._further = self._new_button("further-run", self.tr("Add a run"))
        self._swap = self._new_button("swap", self.tr("Swap sides"))
        self._question = QuestionBar(look)
        self._reading = ReadingCard(look)
        self._saving = SaveRow(look)
        self._picker = RunPicker(look, pictures)
        self._picker.hide()
        self._side_by_side: SideBySide | None = None
        self._build()
        self._connect()

    def show_comparison(self, comparison: "Comparison", rubric: "Rubric", answer: str = "") -> None:
        """Show runs, each under its title; `answer` is the line that was written on them before."""
        compared = Compared(comparison, rubric)
        scenario, count = comparison.scenario, len(comparison.stories)
        two = count == 2  # noqa: PLR2004  # as the title says
        title = self.tr("Compare two runs") if two else self.tr("Compare three runs")
        about = self.tr("{title}, with {name}").format(title=scenario.title, name=scenario.partner.name)
        self._bar.show_title(title, about)
        self._further.setVisible(count < MOST_RUNS)
        self._show_side_by_side(SideBySide(self._look, self._pictures, compared))
        self._ask(sentence(question(comparison)), answer)
        self._picker.hide()
        self._reading.show_reading([sentence(told) for told in reading(comparison, rubric)])
        self.arrange(self._breadth)
        self.scroll_area.verticalScrollBar().setValue(0)

    def offer_runs(self, runs: "Sequence[str]") -> None:
        """Offer runs that may stand here too, each in a line of words."""
        self._picker.offer(runs)
        self.scroll_area.follow(self._picker)

    def arrange(self, breadth: Breadth) -> None:
        self._breadth = breadth
        self._bar.arrange(breadth)
        self.scroll_area.limit_width(self._look.pixels(_WIDEST, most=1.2))
        self._reading.setMaximumWidth(self._look.pixels(_READING_WIDEST))
        narrow = breadth == "narrow"
        if narrow:
            self._top.insertWidget(0, self._actions, 0, Qt.AlignmentFlag.AlignLeft)
            self._inside.insertWidget(self._inside.indexOf(self._top) + 1, self._question)
        else:
            self._bar.line.add(self._actions)
            self._whole.addWidget(self._question)
        self._question.arrange(breadth)
        self._saving.arrange(breadth)
        if self._side_by_side:
            self._side_by_side.arrange(breadth)

    def panes(self) -> list[QWidget]:
        return [self._actions, self.scroll_area, self._question]

    def take_focus(self) -> None:
        super().take_focus()
        self.scroll_area.verticalScrollBar().setValue(0)
        if self._side_by_side and self._side_by_side.parting:
            announce(self, self._side_by_side.parting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        escaped = event.key() == Qt.Key.Key_Escape
        if escaped and self._question.field.line.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif escaped and self._picker.isVisible():
            self._picker.hide()
        else:
            super().keyPressEvent(event)

    def _show_side_by_side(self, side_by_side: SideBySide) -> None:
        if self._side_by_side:
            self._side_by_side.hide()
            self._side_by_side.deleteLater()
        self._side_by_side = side_by_side
        side_by_side.play_on_requested.connect(self.play_on_requested)
        side_by_side.turn_wanted.connect(self.scroll_area.follow)
        self._top.addWidget(side_by_side)

    def _ask(self, asked: str, answer: str) -> None:
        self._question.ask(asked, answer)
        self._question.show()
        self._reading.hide()

    def _on_answered(self, answer: str) -> None:
        self.answered.emit(answer)
        self._show_reading(answer)

    def _show_reading(self, answer: str = "") -> None:
        self._question.hide()
        self._reading.show_answer(answer)
        self._reading.show()
        self.scroll_area.follow(self._reading)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._reading, self._reading.text)

    # How it is put together

    def _build(self) -> None:
        look = self._look
        self._actions = QWidget()
        self._actions.setLayout(row(look, self._others, self._further, self._swap))
        self._top = column(look, self._picker, spacing=14)
        middle = row(look)
        middle.addStretch(1)
        middle.addWidget(self._reading, 100)
        middle.addStretch(1)
        self._inside = column(look, self._top, middle, self._saving, spacing=18)
        self._inside.addStretch(1)
        self.scroll_area = ScrollColumn(look, self._inside, _MARGINS, centred=True)
        self._whole = column(look, self._bar)
        self._whole.addWidget(self.scroll_area, 1)
        self._whole.add(self._question)
        self.setLayout(self._whole)

    def _new_button(self, name: str, text: str) -> Button:
        button = Button(self._look, text, "quiet")
        button.setObjectName(name)
        return button

    def _connect(self) -> None:
        self._others.clicked.connect(self.other_runs_requested)
        self._further.clicked.connect(self.further_run_requested)
        self._swap.clicked.connect(self.swap_requested)
        self._picker.picked.connect(self.run_picked)
        self._question.answered.connect(self._on_answered)
        self._question.skipped.connect(self._show_reading)
        self._saving.save_requested.connect(self.save_requested)
