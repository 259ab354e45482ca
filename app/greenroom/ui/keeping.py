"""The way through the journal: the list of runs, the page of each, and what can be done with one."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.errors import GreenroomError
from greenroom.ui.frame import Frame
from greenroom.ui.sessions import Sessions
from greenroom.ui.shelf import kept_run

if TYPE_CHECKING:
    from greenroom.journal import Filter
    from greenroom.ui.screens.journal import JournalScreen
    from greenroom.ui.whole_journal import WholeJournal
    from greenroom.ui.widgets.run_model import KeptRun


class Keeping(QObject):
    """Shows the runs, keeps what is noted on them, and deletes them with a way back."""

    run_picked = Signal(str)
    """The id of the run to go on with."""
    turn_wanted = Signal(str, int)
    """A run to read again, and the number of the turn to begin at (0: its beginning)."""
    comparison_picked = Signal(str, str)
    """Two runs to lay side by side."""
    closed = Signal()

    def __init__(self, frame: Frame, sessions: Sessions) -> None:
        super().__init__(frame)
        self._frame, self._sessions = frame, sessions

    def open(self) -> None:
        """Show the runs."""
        self._screen.runs.close_all()
        self._show_runs()
        self._frame.show(self._screen)
        self._offer_undo(self.tr("What you deleted can be brought back until Greenroom closes."))

    def start_search(self) -> None:
        """Let the user type what to search for in the journal, which is in sight."""
        self._screen.runs.start_search()

    # What is shown

    def _show_runs(self) -> None:
        self._screen.show_runs(self._read_runs)

    def _read_runs(self, wanted: "Filter", limit: int, before: int | None) -> "list[KeptRun] | None":
        """Return a page of runs; None when the journal cannot be read now."""
        with self._frame.telling():
            if journal := self._frame.journal:
                runs = journal.runs(limit, wanted, before)
                return [kept_run(run, self._sessions.ending_title, self._frame.parts.now()) for run in runs]
        return None

    def _on_run_wanted(self, _run_id: str) -> None:
        from greenroom.ui.run_details import details_of  # noqa: PLC0415  # the home does without it

        run, journal = self._screen.runs.list.current, self._frame.journal
        if run and journal:
            self._screen.show_run(details_of(run, journal, self._sessions.rubric))

    def _on_filters_opened(self) -> None:
        from greenroom.ui.filter_values import filter_values  # noqa: PLC0415  # the home does without it

        pane = self._screen.runs
        with self._frame.telling():
            if journal := self._frame.journal:
                titles, rubric = self._sessions.ending_title, self._sessions.rubric
                pane.show_filter_values(filter_values(journal, pane.filter, titles, rubric))

    def _on_moves_requested(self) -> None:
        from greenroom.ui.moves_in_words import uses_in_words  # noqa: PLC0415  # the home does without it

        with self._frame.telling():
            if journal := self._frame.journal:
                self._screen.moves_page.show_uses(uses_in_words(journal, self._sessions.rubric))
                self._screen.show_page(self._screen.moves_page)

    # What the user notes

    def _on_renamed(self, run_id: str, name: str) -> None:
        if journal := self._frame.journal:
            self._mark(run_id, lambda: journal.rename(run_id, name), name=name)

    def _on_noted(self, run_id: str, note: str) -> None:
        """Keep a note; the page stays as it is, since one may be writing on it."""
        if journal := self._frame.journal:
            try:
                journal.annotate(run_id, note)
            except GreenroomError as error:
                unsaved = self.tr("Your note couldn't be kept. It is still here until you leave this run. {trouble}")
                self._frame.notices.show_notice(unsaved.format(trouble=error))
            else:
                self._screen.runs.list.change_run(run_id, note=note)

    def _on_starred(self, run_id: str, starred: bool) -> None:  # noqa: FBT001  # as the signal has it
        if journal := self._frame.journal:
            self._mark(run_id, lambda: journal.star(run_id, starred), starred=starred)

    def _mark(self, run_id: str, mark: Callable[[], None], **changed: str | bool) -> None:
        with self._frame.telling():
            mark()
            self._screen.run_page.tell()
            self._screen.runs.list.change_run(run_id, **changed)
            self._on_run_wanted(run_id)

    # What the user deletes

    def _on_deletion_requested(self, run_id: str) -> None:
        if journal := self._frame.journal:
            self._delete(lambda: journal.delete(run_id), self.tr("The run is deleted."))

    def _on_deletion_of_all_requested(self) -> None:
        if journal := self._frame.journal:
            self._delete(journal.delete_all, self.tr("Every run is deleted."))

    def _delete(self, delete: Callable[[], None], deleted: str) -> None:
        with self._frame.telling():
            delete()
            self._show_runs()
            self._screen.take_focus()  # the button went with its run
            self._offer_undo(deleted)

    def _offer_undo(self, sentence: str) -> None:
        if self._frame.journal and self._frame.journal.can_undo_delete:
            self._frame.notices.show_notice(sentence, self.tr("Undo"), self._undo_deletion)

    def _undo_deletion(self) -> None:
        if journal := self._frame.journal:
            with self._frame.telling():
                journal.undo_delete()
                self._show_runs()
                self._screen.take_focus()
                self._offer_undo(self.tr("It is back. Something else was deleted before it."))

    # How it is put together

    @cached_property
    def _whole(self) -> "WholeJournal":
        from greenroom.ui.whole_journal import WholeJournal  # noqa: PLC0415  # the home does without it

        whole = WholeJournal(self._frame)
        whole.brought_in.connect(self._show_runs)
        return whole

    @cached_property
    def _screen(self) -> "JournalScreen":
        from greenroom.ui.screens.journal import JournalScreen  # noqa: PLC0415  # the home does without it

        screen = JournalScreen(self._frame.look, self._frame.pictures, self._frame.parts.documents)
        screen.run_wanted.connect(self._on_run_wanted)
        screen.closed.connect(self.closed)
        self._connect_runs(screen)
        self._connect_page(screen)
        self._connect_everything(screen)
        return screen

    def _connect_runs(self, screen: "JournalScreen") -> None:
        screen.runs.filters_opened.connect(self._on_filters_opened)
        screen.runs.comparison_picked.connect(self.comparison_picked)
        screen.runs.moves_requested.connect(self._on_moves_requested)
        screen.runs.everything_requested.connect(lambda: screen.show_page(screen.everything_page))

    def _connect_page(self, screen: "JournalScreen") -> None:
        page = screen.run_page
        page.turn_wanted.connect(self.turn_wanted)
        page.go_on_requested.connect(self.run_picked)
        page.comparison_requested.connect(screen.offer_beside)
        page.markdown_requested.connect(self._whole.export_run)
        page.deletion_requested.connect(self._on_deletion_requested)
        page.renamed.connect(self._on_renamed)
        page.noted.connect(self._on_noted)
        page.starred.connect(self._on_starred)

    def _connect_everything(self, screen: "JournalScreen") -> None:
        page = screen.everything_page
        page.export_requested.connect(self._whole.export)
        page.import_requested.connect(self._whole.bring_in)
        page.back_up_requested.connect(self._whole.back_up)
        page.deletion_requested.connect(self._on_deletion_of_all_requested)
