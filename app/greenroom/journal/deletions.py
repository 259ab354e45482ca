"""Deleting runs and drafts: hidden at once, brought back step by step, gone for good in the end."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from greenroom.errors import JournalError
from greenroom.journal import counting, marking, searching
from greenroom.journal.counting import recounted
from greenroom.journal.file import JournalFile

_EVERYTHING = " with everything"
"""Follows the time of a deletion that was of every run: also after a crash it is to be known as that."""
_WANTED = "deleted_at IS NULL AND (:only IS NULL OR id = :only)"
# What was imported again after it had been deleted is no longer hidden, and stays.
_DELETE = "DELETE FROM run WHERE id = ? AND deleted_at IS NOT NULL RETURNING deleted_at"

_DELETE_DRAFT = "DELETE FROM draft WHERE number = ? AND deleted_at IS NOT NULL RETURNING deleted_at"
_HIDE_DRAFTS = "UPDATE draft SET deleted_at = :at WHERE deleted_at IS NULL RETURNING number"
_HIDE_DRAFT = """
    UPDATE draft SET deleted_at = ? WHERE situation = ? AND version = ? AND deleted_at IS NULL RETURNING number
"""
_FORGET_FACTS = """
    DELETE FROM draft_fact WHERE situation IN
        (SELECT situation FROM draft GROUP BY situation HAVING count(deleted_at) = count(*))
"""
"""What was said of a message goes with its last draft; before there is one it stays, whatever else is deleted."""
_FORGET_EVERY_FACT = "DELETE FROM draft_fact WHERE situation NOT IN (SELECT situation FROM draft)"


class _Step(NamedTuple):
    """What one deletion has hidden."""

    runs: list[tuple[str]]
    drafts: list[tuple[int]]


class Deletions:
    """The deletions made since the journal was opened, each of which can be undone until it is closed."""

    def __init__(self, file: JournalFile) -> None:
        """Begin with nothing deleted."""
        self._file = file
        self._steps: list[_Step] = []

    def hide(self, only: str | None, at: str) -> None:
        """Hide the run `only`, or every run and draft when that is None, as one step. Raises `JournalError`."""
        values = {"only": only, "at": at if only is not None else at + _EVERYTHING}
        with self._file.writing() as connection:
            runs = connection.execute(f"SELECT id FROM run WHERE {_WANTED}", values).fetchall()  # noqa: S608 - ours
            with recounted(connection, (run for (run,) in runs)):
                connection.execute(f"UPDATE run SET deleted_at = :at WHERE {_WANTED}", values)  # noqa: S608 - ours
            drafts = connection.execute(_HIDE_DRAFTS, values).fetchall() if only is None else []
        self._remember(_Step(runs, drafts))

    def hide_draft(self, situation: str, version: int, at: str) -> bool:
        """Hide one version of a draft, as one step, and say whether it was there. Raises `JournalError`."""
        with self._file.writing() as connection:
            drafts = connection.execute(_HIDE_DRAFT, (at, situation, version)).fetchall()
        self._remember(_Step([], drafts))
        return bool(drafts)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._steps)

    def undo(self) -> bool:
        """Show again what the last step hid; False when there is nothing to show. Raises `JournalError`."""
        if not self._steps:
            return False
        step = self._steps[-1]
        with self._file.writing() as connection, recounted(connection, (run for (run,) in step.runs)):
            runs = connection.executemany("UPDATE run SET deleted_at = NULL WHERE id = ?", step.runs)
            drafts = connection.executemany("UPDATE draft SET deleted_at = NULL WHERE number = ?", step.drafts)
        del self._steps[-1]
        return runs.rowcount > 0 or drafts.rowcount > 0

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
                drafts = connection.execute("SELECT number FROM draft WHERE deleted_at IS NOT NULL").fetchall()
            if (runs or drafts) and self._file.is_alone():
                self._purge(_Step(runs, drafts))

    def _remember(self, step: _Step) -> None:
        if step.runs or step.drafts:
            self._steps.append(step)

    def _purge(self, step: _Step) -> None:
        with self._file.writing() as connection:
            connection.execute(_FORGET_FACTS)
            deleted = [connection.execute(_DELETE, run).fetchall() for run in step.runs]
            deleted += [connection.execute(_DELETE_DRAFT, draft).fetchall() for draft in step.drafts]
            if _was_everything(deleted):
                connection.execute(_FORGET_EVERY_FACT)
            connection.execute("DELETE FROM text WHERE hash NOT IN (SELECT text_hash FROM run)")
            for forget in (marking.forget_answers, counting.forget_uncounted, searching.forget):
                forget(connection)
        self._file.empty_log()
        self._file.remove_backups()
        if _was_everything(deleted):
            self._file.remove_set_aside()


def _was_everything(deleted: Iterable[Sequence[tuple[object]]]) -> bool:
    """Say whether rows, given by the times of their deletion, went with everything."""
    return any(str(at).endswith(_EVERYTHING) for rows in deleted for (at,) in rows)
