"""The left part of the journal: search and filters above the list of runs, and what there is besides below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from greenroom.journal import Filter
from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import column
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Panel
from greenroom.ui.widgets.fields import LineField
from greenroom.ui.widgets.flow import flow
from greenroom.ui.widgets.run_filters import FilterValues, RunFilters
from greenroom.ui.widgets.run_list import RunList
from greenroom.ui.widgets.run_model import KeptRun
from greenroom.ui.widgets.scroll import ScrollArea
from greenroom.ui.widgets.text import Text

TYPING = 150
"""Milliseconds without a key after which what was typed is searched for."""
ReadRuns = Callable[[Filter, int, int | None], Sequence[KeptRun] | None]
"""Returns the newest runs that fit, at most so many, of those before the run of a number (None: of all).

None when they cannot be read now.
"""


class RunsPane(Panel):
    """Shows the runs that fit what is searched for, or those that may stand beside one of them."""

    pressed_on = Signal(str)
    """The id of a run that was clicked."""
    entered_on = Signal(str)
    """The id of a run on which Enter was pressed."""
    comparison_picked = Signal(str, str)
    filters_opened = Signal()
    moves_requested = Signal()
    everything_requested = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "background", "right", (22, 26, 15, 12))
        self._look = look
        self._read: ReadRuns = lambda _filter, _limit, _before: ()
        self.filter = Filter()
        self._beside: KeptRun | None = None
        self.list = RunList(look, pictures)
        self._filters = RunFilters(look)
        self._filters_area = ScrollArea(look, self._filters)
        self._nothing = Text(look, "", "body", "ink_soft")
        self._nothing.setObjectName("empty")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._make_controls(pictures)
        self._build()
        self._connect()

    def show_runs(self, read: ReadRuns) -> None:
        """Show the runs that `read` returns."""
        self._read = read
        self.read_again()

    def read_again(self) -> None:
        """Show the runs that fit, as they are now."""
        wanted = Filter(scenario=self._beside.scenario) if self._beside else self.filter
        self.list.show_runs(lambda limit, before: self._fitting(wanted, limit, before))
        empty = self.list.is_empty
        picking_filters = self._filters_area.isVisibleTo(self)
        self.list.setVisible(not empty and not picking_filters)
        self._nothing.show_text(self._nothing_in_words)
        self._nothing.setVisible(empty and not picking_filters)
        self._show_all.setVisible(self.filter != Filter() and not self._beside)
        self._controls.setVisible(self._beside is None and (not empty or self.filter != Filter()))

    def offer_beside(self, run: KeptRun) -> None:
        """Offer the other runs of the same scenario, to stand beside `run`."""
        self._beside = run
        self._fold_filters()
        self._banner.setVisible(True)
        asked = self.tr("Which run should stand beside '{title}', {when}?")
        self._asked.show_text(asked.format(title=run.title, when=run.when))
        self.read_again()

    def close_all(self) -> None:
        """Fold the filters and offer nothing, as when one comes to the journal anew."""
        self._fold_filters()
        self._beside = None
        self._banner.setVisible(False)

    def show_filter_values(self, values: FilterValues) -> None:
        """Show what there is to filter by."""
        self._filters.show_filter(self.filter, values)

    def start_search(self) -> None:
        """Let the user type what to search for."""
        if self._controls.isVisibleTo(self):
            self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.line.selectAll()

    def take_focus(self) -> None:
        """Put the focus on the list, or on what can be done where it is empty."""
        if not self.list.is_empty:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._beside:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.filter != Filter():
            self._show_all.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_one(self) -> bool:
        """Close what is open, the latest first, and say whether something was."""
        if self._beside:
            self._stop_offering()
        elif self._filters_area.isVisibleTo(self):
            self._fold_filters()
            self.read_again()
        else:
            return False
        self.take_focus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.line.hasFocus():
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _fitting(self, wanted: Filter, limit: int, before: int | None) -> Sequence[KeptRun] | None:
        if not self._beside:
            return self._read(wanted, limit, before)
        runs = self._read(wanted, limit + 1, before)
        return runs and [run for run in runs if run.id != self._beside.id][:limit]

    @property
    def _nothing_in_words(self) -> str:
        if self._beside:
            return self.tr("One run so far. Try another way and they'll sit here side by side.")
        if self.filter.text:
            nothing = self.tr("Nothing called '{words}'. Try a feeling or a place.")
            return nothing.format(words=self.filter.text)
        return self.tr("No run is like that.") if self.filter != Filter() else self.tr("A blank page, only for you.")

    # What the user does

    def _on_search_typed(self) -> None:
        self._change(self.filter._replace(text=self.search.line.text().strip()))

    def _on_filter_clicked(self) -> None:
        if self._filters_area.isVisibleTo(self):
            self.close_one()
            return
        self.filters_opened.emit()
        self._filters_area.setVisible(True)
        self._filter_button.show_text(self.tr("Show the runs"))
        self.read_again()
        self._filters.take_focus()

    def _on_filters_changed(self, wanted: Filter) -> None:
        self._change(wanted._replace(text=self.filter.text))
        self.filters_opened.emit()

    def _on_show_all_clicked(self) -> None:
        self._fold_filters()
        self.search.line.clear()
        self._typing.stop()
        self._change(Filter())
        self.take_focus()

    def _change(self, wanted: Filter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self.read_again()

    def _on_pressed(self, run_id: str) -> None:
        if not self._pick_beside(run_id):
            self.pressed_on.emit(run_id)

    def _on_entered(self, run_id: str) -> None:
        if not self._pick_beside(run_id):
            self.entered_on.emit(run_id)

    def _pick_beside(self, run_id: str) -> bool:
        """Take a run as the one to stand beside another, where one is asked for."""
        beside = self._beside
        if beside:
            self._stop_offering()
            self.comparison_picked.emit(beside.id, run_id)
        return beside is not None

    def _stop_offering(self) -> None:
        self._beside = None
        self._banner.setVisible(False)
        self.read_again()

    def _fold_filters(self) -> None:
        self._filters_area.setVisible(False)
        self._filter_button.show_text(self.tr("Filter"))

    # How it is put together

    def _make_controls(self, pictures: Pictures) -> None:
        look = self._look
        self.search = LineField(look, self.tr("Search all that was said, thought and typed"))
        self.search.line.setObjectName("search-runs")
        self.search.line.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self._filter_button = Button(look, self.tr("Filter"), "quiet")
        self._filter_button.setObjectName("filter")
        self._show_all = Button(look, self.tr("Show all"), "quiet")
        self._show_all.setObjectName("show-all")
        self._asked = Text(look, "", "strong")
        self._cancel = Button(look, self.tr("Cancel"), "quiet", icon=(pictures, "close"))
        self._cancel.setObjectName("cancel-beside")
        self._moves = Button(look, self.tr("How you use the moves"), "quiet")
        self._moves.setObjectName("moves")
        self._everything = Button(look, self.tr("The whole journal"), "quiet")
        self._everything.setObjectName("everything")

    def _build(self) -> None:
        look = self._look
        self._controls = QWidget()
        buttons = flow(look, self._filter_button, self._show_all, spacing=4)
        self._controls.setLayout(column(look, self.search, buttons, spacing=6))
        self._banner = QWidget()
        self._banner.setLayout(column(look, self._asked, self._cancel, spacing=6))
        self._banner.setVisible(False)
        self._filters_area.setVisible(False)
        self.box.add(Text(look, self.tr("Journal"), "title"))
        self.box.gap(12)
        self.box.add(self._controls, self._banner)
        self.box.gap(8)
        self.box.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(self.list, 1)
        self.box.addWidget(self._filters_area, 1)
        self.box.gap(8)
        self.box.add(flow(look, self._moves, self._everything, spacing=2))

    def _connect(self) -> None:
        self._typing.timeout.connect(self._on_search_typed)
        self.search.line.textEdited.connect(lambda _text: self._typing.start())
        self._filter_button.clicked.connect(self._on_filter_clicked)
        self._show_all.clicked.connect(self._on_show_all_clicked)
        self._filters.changed.connect(self._on_filters_changed)
        self._cancel.clicked.connect(self.close_one)
        self.list.pressed_on.connect(self._on_pressed)
        self.list.entered_on.connect(self._on_entered)
        self._moves.clicked.connect(self.moves_requested)
        self._everything.clicked.connect(self.everything_requested)
