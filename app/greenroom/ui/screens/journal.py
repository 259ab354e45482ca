"""The journal: every run, newest first, and beside the list the page of the one that one has walked to."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.screen import UNLIMITED, Screen
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.everything_page import EverythingPage
from greenroom.ui.widgets.moves_page import MovesPage
from greenroom.ui.widgets.run_page import RunDetails, RunPage
from greenroom.ui.widgets.runs_pane import ReadRuns, RunsPane
from greenroom.ui.widgets.scroll import ScrollColumn

if TYPE_CHECKING:
    from greenroom.ui.widgets.run_model import KeptRun

_LIST, _PAGE = 286, 620


class JournalScreen(Screen):
    """Shows the list and a page; where there is little room, one of the two."""

    place = "journal"

    run_wanted = Signal(str)
    """The id of the run whose page should be shown."""

    def __init__(self, look: Look, pictures: Pictures, folder: Path) -> None:
        """Show a journal; `folder` is where one would look for a file to bring in."""
        super().__init__()
        self._look = look
        self._narrow = self._page_wanted = False
        self.runs = RunsPane(look, pictures)
        self.run_page = RunPage(look, pictures)
        self.moves_page = MovesPage(look)
        self.everything_page = EverythingPage(look, pictures, folder)
        self._back = Button(look, self.tr("All runs"), "quiet", icon=(pictures, "take-back"))
        self._back.setObjectName("all-runs")
        self._build()
        self._connect()

    def show_runs(self, read: ReadRuns) -> None:
        """Show the runs that `read` returns."""
        self.runs.show_runs(read)
        self._show_parts()

    def show_run(self, details: RunDetails) -> None:
        """Show the page of a run."""
        self.run_page.show_run(details)
        self._pages.setCurrentWidget(self._areas[0])
        self._show_parts()

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages that are not about a run, and put the focus there."""
        self._page_wanted = True
        area = next(area for area in self._areas if area.isAncestorOf(page))
        self._pages.setCurrentWidget(area)
        self._show_parts()
        area.verticalScrollBar().setValue(0)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_beside(self, run: "KeptRun") -> None:
        """Offer the other runs of the same scenario, to stand beside `run`."""
        self._page_wanted = False
        self.runs.offer_beside(run)
        self._show_parts()
        self.runs.take_focus()

    def arrange(self, breadth: Breadth) -> None:
        self._narrow = breadth == "narrow"
        self.runs.setMaximumWidth(UNLIMITED if self._narrow else self._look.pixels(_LIST))
        self.runs.setMinimumWidth(0 if self._narrow else self._look.pixels(_LIST))
        self.runs.list.relook()
        for area in self._areas:
            area.limit_width(self._look.pixels(_PAGE))
        self._show_parts()

    def panes(self) -> list[QWidget]:
        return [self.runs, self._page]

    def take_focus(self) -> None:
        super().take_focus()
        self._page_wanted = False
        self._show_parts()
        self.runs.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.runs.list.hasFocus() and self.runs.list.current:
            self.run_page.deletion_requested.emit(self.runs.list.current.id)
        elif event.key() != Qt.Key.Key_Escape or not self._close_one():
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.run_page.tell()

    def _close_one(self) -> bool:
        """Close what is open: a page in the list's place, filters, the offer of other runs."""
        if self.runs.close_one():
            return True
        if not self._page_wanted:
            return False
        self._on_back_clicked()
        return True

    def _show_parts(self) -> None:
        of_run = self._pages.currentWidget() is self._areas[0]
        has_page = not of_run or not self.runs.list.is_empty
        self._page.setVisible(self._page_wanted if self._narrow else has_page)
        self._spare.setVisible(not self._narrow and not has_page)
        self.runs.setVisible(not (self._narrow and self._page_wanted))
        self._back.setVisible(self._narrow or not of_run)
        self.scroll_area = self._pages.currentWidget()  # type: ignore[assignment]  # it has nothing else in it

    def _on_pressed(self, _run_id: str) -> None:
        if self._narrow:
            self._page_wanted = True
            self._show_parts()
            self.run_page.take_focus()

    def _on_entered(self, run_id: str) -> None:
        self._on_pressed(run_id)
        self.run_page.take_focus()

    def _on_back_clicked(self) -> None:
        self._page_wanted = False
        self._pages.setCurrentWidget(self._areas[0])
        self._show_parts()
        self.runs.take_focus()

    def _build(self) -> None:
        look = self._look
        self._pages = QStackedWidget()
        self._areas = [self._new_area(page) for page in (self.run_page, self.moves_page, self.everything_page)]
        for area in self._areas:
            self._pages.addWidget(area)
        back = row(look, self._back, margins=(18, 10, 18, 0))
        back.addStretch(1)
        self._page, self._spare = QWidget(), QWidget()
        inside = column(look)
        inside.addLayout(back)
        inside.addWidget(self._pages, 1)
        self._page.setLayout(inside)
        whole = row(look)
        for part in (self.runs, self._page, self._spare):
            whole.addWidget(part, 1)
        self.setLayout(whole)
        self.scroll_area = self._areas[0]

    def _new_area(self, page: QWidget) -> ScrollColumn:
        return ScrollColumn(self._look, column(self._look, page, margins=(0, 26, 0, 28)), (28, 0, 20, 0), centred=True)

    def _connect(self) -> None:
        self.runs.list.moved_to.connect(self.run_wanted)
        self.runs.pressed_on.connect(self._on_pressed)
        self.runs.entered_on.connect(self._on_entered)
        self._back.clicked.connect(self._on_back_clicked)
