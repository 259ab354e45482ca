"""The way through the journal: the list of runs, and what can be done with one."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.ui.frame import Frame
from greenroom.ui.sessions import Sessions
from greenroom.ui.shelf import kept_runs

if TYPE_CHECKING:
    from greenroom.ui.screens.journal import JournalScreen
    from greenroom.ui.widgets.run_row import KeptRun


class Keeping(QObject):
    """Shows the runs, and deletes them with a way back."""

    run_picked = Signal(str)
    """The id of the run to open."""
    closed = Signal()

    def __init__(self, frame: Frame, sessions: Sessions) -> None:
        super().__init__(frame)
        self._frame, self._sessions = frame, sessions
        self._read: list[KeptRun] = []

    def open(self) -> None:
        """Show the runs."""
        self._show_runs()
        self._frame.show(self._journal)
        self._offer_undo(self.tr("What you deleted can be brought back until Greenroom closes."))

    def _show_runs(self) -> None:
        self._journal.show_runs(self._read_runs)

    def _read_runs(self, limit: int) -> "list[KeptRun]":
        """Return the newest runs; those read before when the journal cannot be read now."""
        with self._frame.telling():
            if journal := self._frame.journal:
                self._read = kept_runs(journal, limit, self._sessions.ending_title, self._frame.parts.now())
        return self._read

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
            self._offer_undo(deleted)

    def _offer_undo(self, sentence: str) -> None:
        if self._frame.journal and self._frame.journal.can_undo_delete:
            self._frame.notices.show_notice(sentence, self.tr("Undo"), self._undo_deletion)

    def _undo_deletion(self) -> None:
        if journal := self._frame.journal:
            with self._frame.telling():
                journal.undo_delete()
                self._show_runs()
                self._offer_undo(self.tr("It is back. Something else was deleted before it."))

    @cached_property
    def _journal(self) -> "JournalScreen":
        from greenroom.ui.screens.journal import JournalScreen  # noqa: PLC0415  # the home does without it

        journal = JournalScreen(self._frame.look, self._frame.pictures)
        journal.run_picked.connect(self.run_picked)
        journal.deletion_requested.connect(self._on_deletion_requested)
        journal.deletion_of_all_requested.connect(self._on_deletion_of_all_requested)
        journal.closed.connect(self.closed)
        return journal
