"""Deleting runs: hidden at once, brought back step by step, gone for good in the end."""

from contextlib import suppress

from greenroom.errors import JournalError
from greenroom.journal import counting, marking, searching
from greenroom.journal.counting import recounted
from greenroom.journal.file import JournalFile

_EVERYTHING = " with everything"
"""Follows the time of a deletion that was of every run: also after a crash it is to be known as that."""
_WANTED = "deleted_at IS NULL AND (:only IS NULL OR id = :only)"
# What was imported again after it had been deleted is no longer hidden, and stays.
_DELETE = "DELETE FROM run WHERE id = ? AND deleted_at IS NOT NULL RETURNING deleted_at"


class Deletions:
    """The deletions made since the journal was opened, each of which can be undone until it is closed."""

    def __init__(self, file: JournalFile) -> None:
        """Begin with nothing deleted."""
        self._file = file
        self._steps: list[list[tuple[str]]] = []

    def hide(self, only: str | None, at: str) -> None:
        """Hide the run `only`, or every run when that is None, as one step. Raises `JournalError`."""
        values = {"only": only, "at": at if only is not None else at + _EVERYTHING}
        with self._file.writing() as connection:
            runs = connection.execute(f"SELECT id FROM run WHERE {_WANTED}", values).fetchall()  # noqa: S608 - ours
            with recounted(connection, (run for (run,) in runs)):
                connection.execute(f"UPDATE run SET deleted_at = :at WHERE {_WANTED}", values)  # noqa: S608 - ours
        if runs:
            self._steps.append(runs)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._steps)

    def undo(self) -> bool:
        """Show again what the last step hid; False when there is nothing to show. Raises `JournalError`."""
        if not self._steps:
            return False
        step = self._steps[-1]
        with self._file.writing() as connection, recounted(connection, (run for (run,) in step)):
            shown = connection.executemany("UPDATE run SET deleted_at = NULL WHERE id = ?", step)
        del self._steps[-1]
        return shown.rowcount > 0

    def purge(self) -> None:
        """Delete for good what these steps have hidden. Raises `JournalError`."""
        while self._steps:
            self._purge(self._steps[-1])
            del self._steps[-1]

    def purge_left_behind(self) -> None:
        """Delete for good what was hidden when the program was killed, unless another window may still undo it."""
        # What cannot be done now stays hidden, and is tried again at the next opening.
        with suppress(JournalError):
            with self._file.reading() as connection:
                runs = connection.execute("SELECT id FROM run WHERE deleted_at IS NOT NULL").fetchall()
            if runs and self._file.is_alone():
                self._purge(runs)

    def _purge(self, runs: list[tuple[str]]) -> None:
        with self._file.writing() as connection:
            deleted = [connection.execute(_DELETE, run).fetchall() for run in runs]
            connection.execute("DELETE FROM text WHERE hash NOT IN (SELECT text_hash FROM run)")
            for forget in (marking.forget_answers, counting.forget_uncounted, searching.forget):
                forget(connection)
        self._file.empty_log()
        self._file.remove_backups()
        if any(str(at).endswith(_EVERYTHING) for rows in deleted for (at,) in rows):
            self._file.remove_set_aside()
