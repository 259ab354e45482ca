"""The journal: keeping a turn at a time, and reading back."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection

from greenroom.errors import JournalError
from greenroom.journal.deletions import Deletions
from greenroom.journal.failures import DamageError, UnreadableRunError
from greenroom.journal.file import JournalFile
from greenroom.journal.reading import read_run, read_summary
from greenroom.journal.records import Run, RunSummary

# A column may hold what is none of its kind: the lists show what can be made of it.
_SUMMARIES = """
    SELECT
        CAST(run.id AS TEXT), CAST(scenario AS TEXT), CAST(title AS TEXT), CAST(text_hash AS TEXT),
        CAST(started AS TEXT), CAST(touched AS TEXT), CAST(ifnull(turn.number, 0) AS INTEGER),
        CASE WHEN way IS NOT NULL THEN CAST(leads_to AS TEXT) END
    FROM run LEFT JOIN turn ON turn.id = run.current AND turn.run = run.number
    WHERE deleted_at IS NULL AND (:scenario IS NULL OR scenario = :scenario)
"""
_UNFINISHED = """
    AND way IS NULL AND (current IS NULL OR turn.id IS NOT NULL)
    AND EXISTS (SELECT 1 FROM turn WHERE turn.run = run.number)
    AND run.number IN (SELECT max(number) FROM run WHERE deleted_at IS NULL GROUP BY scenario)
    ORDER BY touched DESC, run.number DESC LIMIT 1
"""
_ADD = """
    INSERT INTO turn (run, parent, number, state, choice, move, openness, leads_to, way, at, words)
    VALUES (
        :run, :parent, ifnull((SELECT number FROM turn WHERE id = :parent), 0) + 1,
        :state, :choice, :move, :openness, :to, :way, :at, :words
    )
    ON CONFLICT DO NOTHING
"""
_FIND = """
    SELECT id FROM turn
    WHERE run = :run AND ifnull(parent, 0) = ifnull(:parent, 0)
    AND choice = :choice AND ifnull(words, '') = ifnull(:words, '')
"""
_CHOICES_FROM_LAST_TO_FIRST = """
    WITH RECURSIVE line (id, parent, choice) AS (
        SELECT id, parent, choice FROM turn WHERE id = ?
        UNION SELECT turn.id, turn.parent, turn.choice FROM line JOIN turn ON turn.id = line.parent
    )
    SELECT choice FROM line
"""


class Journal:
    """An open journal. Every method raises `JournalError` with a sentence when the file fails."""

    def __init__(self, file: JournalFile, now: Callable[[], datetime]) -> None:
        """Keep the runs in `file`, which belongs to this journal from now on."""
        self._file = file
        self._now = now
        self._deletions = Deletions(file)
        self._deletions.purge_left_behind()

    @property
    def notice(self) -> str:
        """What the user should be told about the file (a damaged one was set aside); empty if nothing."""
        return self._file.notice

    @property
    def fresh_starts(self) -> int:
        """How often a damaged file has made way for a fresh one, which has none of the runs kept until then."""
        return self._file.fresh_starts

    def begin(  # noqa: PLR0913, PLR0917 - a run has this much to it
        self, run: str, scenario: str, title: str, text: bytes, text_hash: str, seed: int
    ) -> None:
        """Keep a new run and the text of its scenario (once per hash). A run that is kept already stays as it is."""
        at = self._time()
        with self._file.writing() as connection:
            connection.execute("INSERT INTO text VALUES (?, ?) ON CONFLICT DO NOTHING", (text_hash, text))
            connection.execute(
                "INSERT INTO run (id, scenario, title, text_hash, seed, started, touched) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (run, scenario, title, text_hash, str(seed), at, at),
            )

    def add(  # noqa: PLR0913, PLR0917 - a turn has this much to it
        self,
        run: str,
        parent: int | None,
        state: str,
        choice: str,
        move: str,
        openness: int,
        to: str,
        *,
        ending: bool,
        words: str | None = None,
    ) -> int:
        """Keep a turn under `parent`, stand the run there, and return the node's id.

        The same choice made again in the same place, in the same words if any, is the same node.
        Committed on return.
        """
        words = _storable(words)
        with self._file.writing() as connection:
            number = _number(connection, run)
            way = _way(connection, parent, choice) if ending else None
            place: dict[str, object] = {"run": number, "parent": parent, "choice": choice, "words": words}
            rest = {"state": state, "move": move, "openness": openness, "to": to, "way": way, "at": self._time()}
            connection.execute(_ADD, place | rest)
            node = _node(connection, place)
            self._stand(connection, number, node)
        return node

    def stand_at(self, run: str, node: int | None) -> None:
        """Take back: the run now stands at `node` (None: at its start)."""
        with self._file.writing() as connection:
            self._stand(connection, _number(connection, run), node)

    def run(self, run: str) -> Run | None:
        """Return one run, whole; None when it is not there (any more). A run of which part is bad is refused."""
        with self._file.reading() as connection:
            return read_run(connection, run)

    def whole_runs(self, tell: Callable[[str], object]) -> Iterator[Run]:
        """Give every run whole, newest first, read as it is asked for; `tell` hears of each that cannot be read."""
        for summary in self.runs():
            try:
                if run := self.run(summary.id):
                    yield run
            except UnreadableRunError as error:
                tell(f"{summary.id[:8]} ({summary.title}): {error}")

    def text(self, text_hash: str) -> bytes | None:
        """Return the text of a scenario as it was played; None when no run needs it (any more)."""
        with self._file.reading() as connection:
            row = connection.execute("SELECT CAST(text AS BLOB) FROM text WHERE hash = ?", (text_hash,)).fetchone()
        return row[0] if row else None

    def runs(self, limit: int | None = None, scenario: str | None = None) -> tuple[RunSummary, ...]:
        """Return the runs, newest first."""
        return self._summaries("ORDER BY run.number DESC LIMIT :limit", scenario, -1 if limit is None else limit)

    def unfinished(self, scenario: str | None = None) -> RunSummary | None:
        """Return the run to go on with: the last touched of those that have a turn and stand at no ending.

        A run does not count once a later one of the same scenario has been begun.
        """
        return next(iter(self._summaries(_UNFINISHED, scenario)), None)

    def ways_tried(self) -> dict[str, int]:
        """Return for each scenario how many different sequences of choices have led to an ending."""
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT scenario, count(DISTINCT way) FROM run JOIN turn ON turn.run = run.number "
                "WHERE deleted_at IS NULL AND way IS NOT NULL GROUP BY scenario"
            )
            return dict(rows.fetchall())

    def delete(self, run: str) -> None:
        """Hide a run; it is gone for good when the journal is closed."""
        self._deletions.hide(run, self._time())

    def delete_all(self) -> None:
        """Hide every run."""
        self._deletions.hide(None, self._time())

    @property
    def can_undo_delete(self) -> bool:
        """Whether there is a deletion to undo: those made since the journal was opened can be, one after the other."""
        return self._deletions.can_undo

    def undo_delete(self) -> bool:
        """Bring back what the last deletion hid; False when there is nothing to bring back."""
        return self._deletions.undo()

    def close(self) -> None:
        """Delete for good what has been hidden, and close the file."""
        try:
            self._deletions.purge()
        finally:
            self._file.connection.close()

    def _summaries(self, selection: str, scenario: str | None, limit: int = -1) -> tuple[RunSummary, ...]:
        with self._file.reading() as connection:
            rows = connection.execute(_SUMMARIES + selection, {"scenario": scenario, "limit": limit})
            return tuple(map(read_summary, rows))

    def _stand(self, connection: Connection, number: int, node: int | None) -> None:
        # A run that stands there already needs no write, so none has to reach the disk.
        connection.execute(
            "UPDATE run SET current = :node, touched = :at WHERE number = :number AND current IS NOT :node",
            {"node": node, "at": self._time(), "number": number},
        )

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")


def open_journal(path: Path, now: Callable[[], datetime]) -> Journal:
    """Open the journal at `path`, or make it. Raises `JournalError` when it must be left alone."""
    return Journal(JournalFile(path, now), now)


def _number(connection: Connection, run: str) -> int:
    row = connection.execute("SELECT number FROM run WHERE id = ? AND deleted_at IS NULL", (run,)).fetchone()
    if row is None:
        message = (
            "This rehearsal has been deleted from the journal, so its turns are not kept. Begin anew to keep them."
        )
        raise JournalError(message)
    number: int = row[0]
    return number


def _node(connection: Connection, place: dict[str, object]) -> int:
    row = connection.execute(_FIND, place).fetchone()
    if row is None:
        raise DamageError("A turn that has just been kept is not there.")
    node: int = row[0]
    return node


def _way(connection: Connection, parent: int | None, choice: str) -> str:
    earlier = [row[0] for row in connection.execute(_CHOICES_FROM_LAST_TO_FIRST, (parent,))]
    return "/".join([*reversed(earlier), choice])


def _storable(words: str | None) -> str | None:
    # A key pressed half (a lone surrogate) is no character that a file can hold.
    return words and words.encode(errors="replace").decode()
