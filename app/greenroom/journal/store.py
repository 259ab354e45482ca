"""The journal: keeping a turn at a time, and reading back."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from greenroom.journal import adding, counting, listing, marking
from greenroom.journal.deletions import Deletions
from greenroom.journal.drafts import Drafts
from greenroom.journal.failures import UnreadableRunError
from greenroom.journal.file import JournalFile
from greenroom.journal.finding import END, find_runs
from greenroom.journal.reading import read_run
from greenroom.journal.records import Filter, Imported, MoveUse, PlayedScenario, Run, RunSummary
from greenroom.journal.searching import make_searchable
from greenroom.journal.writing import written_whole


class Journal:
    """An open journal. Every method raises `JournalError` with a sentence when the file fails."""

    def __init__(self, file: JournalFile, now: Callable[[], datetime]) -> None:
        """Keep the runs in `file`, which belongs to this journal from now on."""
        self._file = file
        self._now = now
        self._deletions = Deletions(file)
        self._deletions.purge_left_behind()
        self.drafts = Drafts(file, self._deletions, self._time)

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
        values: dict[str, object] = {"run": run, "scenario": scenario, "title": title}
        with self._file.writing() as connection:
            adding.add_text(connection, text_hash, text)
            rest = {"text_hash": text_hash, "seed": str(seed), "at": self._time()}
            adding.add_run(connection, values | rest)

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
        turn: dict[str, object] = {"parent": parent, "state": state, "choice": choice, "move": move, "to": to}
        turn |= {"openness": openness, "words": words, "at": self._time()}
        with self._file.writing() as connection:
            return adding.add_turn(connection, run, turn, ending=ending)

    def stand_at(self, run: str, node: int | None) -> None:
        """Take back: the run now stands at `node` (None: at its start)."""
        with self._file.writing() as connection:
            adding.stand(connection, adding.number_of(connection, run), node, self._time())

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

    def runs(
        self,
        limit: int | None = None,
        filter: Filter = Filter(),  # noqa: A002, B008 - it is what people call it, and frozen
        before: int | None = None,
    ) -> tuple[RunSummary, ...]:
        """Return the runs that fit, newest first: at most `limit`, and only those before run number `before`."""
        if filter.text:
            make_searchable(self._file)
        with self._file.reading() as connection:
            found = find_runs(connection, filter, END if before is None else before, -1 if limit is None else limit)
            return listing.list_runs(connection, found)

    def scenarios_played(self) -> tuple[PlayedScenario, ...]:
        """Return the scenarios of which there is a run, by title."""
        with self._file.reading() as connection:
            return listing.list_scenarios(connection)

    def endings_reached(self, scenario: str | None = None, text_hash: str | None = None) -> tuple[str, ...]:
        """Return the ids of the endings reached on any line of any run (of the scenario, of the text)."""
        with self._file.reading() as connection:
            return counting.endings_reached(connection, scenario, text_hash)

    def seen(self, scenario: str, text_hash: str | None = None) -> frozenset[tuple[str, str]]:
        """Return every choice made on any line of the scenario's runs (of the text), each with its state."""
        with self._file.reading() as connection:
            return counting.choices_made(connection, scenario, text_hash)

    def unfinished(self, scenario: str | None = None) -> RunSummary | None:
        """Return the run to go on with: the last touched of those that have a turn and stand at no ending.

        A run does not count once a later one of the same scenario has been begun.
        """
        with self._file.reading() as connection:
            return listing.find_unfinished(connection, scenario)

    def ways_tried(self) -> dict[str, int]:
        """Return for each scenario how many different sequences of choices have led to an ending."""
        with self._file.reading() as connection:
            return counting.count_ways(connection)

    def move_uses(self) -> tuple[MoveUse, ...]:
        """Return for each move that was made how often, in how many runs, and in which scenarios."""
        with self._file.reading() as connection:
            return counting.count_moves(connection)

    def rename(self, run: str, name: str) -> None:
        """Give a run a name; an empty one takes it away."""
        with self._file.writing() as connection:
            marking.mark(connection, run, "name", name)

    def annotate(self, run: str, note: str) -> None:
        """Write a note on a run in place of the one it has."""
        with self._file.writing() as connection:
            marking.mark(connection, run, "note", note)

    def star(self, run: str, starred: bool) -> None:  # noqa: FBT001 - the star is all there is
        """Star a run, or take the star away."""
        with self._file.writing() as connection:
            marking.mark(connection, run, "starred", starred)

    def answer(self, runs: Sequence[str], words: str) -> None:
        """Keep what was written when these runs were compared; it goes when one of them is deleted for good."""
        with self._file.writing() as connection:
            marking.write_answer(connection, runs, words)

    def answer_to(self, runs: Sequence[str]) -> str:
        """Return what was written when these runs were compared, in whatever order; empty if nothing."""
        with self._file.reading() as connection:
            return marking.read_answer(connection, runs)

    def export_to(self, path: Path) -> tuple[str, ...]:
        """Write everything as one JSON file; return a sentence for each run that is left out as it cannot be read."""
        with written_whole(path) as file:
            return self.write_to(file)

    def write_to(self, file: BinaryIO) -> tuple[str, ...]:
        """Write everything to an open file, as `export_to` does. Raises `OSError` too."""
        from greenroom.journal.exporting import export_everything  # noqa: PLC0415 - seldom wanted

        with self._file.reading() as connection:
            return export_everything(connection, file)

    def export_runs_to(self, path: Path, run_ids: Sequence[str]) -> None:
        """Write these runs, in this order, as Markdown that can be read by anybody."""
        with written_whole(path) as file:
            self.write_runs_to(file, run_ids)

    def write_runs_to(self, file: BinaryIO, run_ids: Sequence[str]) -> None:
        """Write these runs to an open file, as `export_runs_to` does. Raises `OSError` too."""
        from greenroom.journal.transcripts import write_transcripts  # noqa: PLC0415 - seldom wanted

        with self._file.reading() as connection:
            write_transcripts(connection, file, run_ids)

    def back_up(self, folder: Path) -> Path:
        """Write a copy of the journal into a folder, under a dated name, and return its path."""
        from greenroom.journal.copies import back_up  # noqa: PLC0415 - seldom wanted

        return back_up(self._file, folder, self._now)

    def import_from(self, path: Path) -> Imported:
        """Take in an exported journal; one that is not sound is refused, and then nothing has changed."""
        from greenroom.journal.importing import import_file  # noqa: PLC0415 - seldom wanted

        return import_file(self._file, path)

    def delete(self, run: str) -> None:
        """Hide a run; it is gone for good when the journal is closed."""
        self._deletions.hide(run, self._time())

    def delete_all(self) -> None:
        """Hide every run and every draft."""
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

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")


def open_journal(path: Path, now: Callable[[], datetime]) -> Journal:
    """Open the journal at `path`, or make it. Raises `JournalError` when it must be left alone."""
    return Journal(JournalFile(path, now), now)
