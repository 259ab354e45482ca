"""The way through what is done with the journal as a whole: saving it, taking one in, copying it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.errors import GreenroomError
from greenroom.journal import Imported, Journal
from greenroom.ui.frame import Frame
from greenroom.ui.free_path import free_path

if TYPE_CHECKING:
    from greenroom.ui.widgets.run_model import KeptRun


class WholeJournal(QObject):
    """Does it, and tells in the notice where it is, or why it could not be done."""

    brought_in = Signal()
    """There may be runs that were not there before."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame

    def export(self) -> None:
        """Write everything as one JSON file among the user's documents."""

        def write(journal: Journal) -> str:
            path = self._free("Greenroom journal", ".json")
            left_out = journal.export_to(path)
            saved = self.tr("Everything is saved as {path}.").format(path=path)
            return " ".join([saved, *left_out])

        self._do(write)

    def export_run(self, run: "KeptRun") -> None:
        """Write one run as Markdown among the user's documents."""

        def write(journal: Journal) -> str:
            path = self._free(run.scenario, ".md")
            journal.export_runs_to(path, [run.id])
            return self.tr("The run is saved as {path}.").format(path=path)

        self._do(write)

    def bring_in(self, path: str) -> None:
        """Take in the journal that was saved as `path`."""

        def take_in(journal: Journal) -> str:
            imported = journal.import_from(Path(path).expanduser())
            self.brought_in.emit()
            return self._told(imported)

        self._do(take_in)

    def back_up(self) -> None:
        """Copy the journal's file among the user's documents."""

        def copy(journal: Journal) -> str:
            folder = self._folder()
            return self.tr("A copy of the journal is kept as {path}.").format(path=journal.back_up(folder))

        self._do(copy)

    def _do(self, act: Callable[[Journal], str]) -> None:
        with self._frame.telling():
            if journal := self._frame.journal:
                self._frame.notices.show_notice(act(journal))

    def _told(self, imported: Imported) -> str:
        if not any(imported):
            return self.tr("Everything in that file was here already.")
        counts = self.tr("New runs: {added}. Runs that have gained something: {merged}. New drafts: {drafts}.")
        told = counts.format(added=imported.added, merged=imported.merged, drafts=imported.drafts)
        return " ".join([told, *imported.skipped])

    def _free(self, stem: str, suffix: str) -> Path:
        return free_path(self._folder(), f"{stem} {self._frame.parts.now():%Y-%m-%d}", suffix)

    def _folder(self) -> Path:
        """Return the user's documents, which are there then."""
        folder = self._frame.parts.documents
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            unsaved = self.tr("This couldn't be saved to {folder}: {reason}. Make that folder, and try again.")
            raise GreenroomError(unsaved.format(folder=folder, reason=error.strerror)) from error
        return folder
