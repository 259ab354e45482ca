"""Takes an exported journal in: all that is sound of it, or nothing."""

from pathlib import Path
from sqlite3 import Connection

from greenroom.errors import JournalError
from greenroom.journal import adding, drafts, exchange, marking
from greenroom.journal.counting import recounted
from greenroom.journal.exchange import KeptRun, KeptTurn, UnsoundError
from greenroom.journal.failures import UnreadableRunError
from greenroom.journal.file import JournalFile
from greenroom.journal.ordering import in_order_of_beginning
from greenroom.journal.reading import read_run
from greenroom.journal.records import Imported, Node
from greenroom.loading import hash_of

LARGEST = 1024**3
"""Bytes; the file of a hundred thousand runs is a third of that."""
_ADD_RUN = """
    INSERT INTO run (id, scenario, title, text_hash, seed, started, touched, current, name, note, starred)
    VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?)
"""
_ADD_TURN = "INSERT INTO turn VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MARK = """
    UPDATE run SET name = iif(name = '', ?, name), note = iif(note = '', ?, note), starred = starred OR ?
    WHERE number = ? AND (name = '' AND ? != '' OR note = '' AND ? != '' OR NOT starred AND ?)
"""


class _ContradictionError(JournalError):
    """The journal has a run of this id that went another way."""


def import_file(file: JournalFile, path: Path) -> Imported:
    """Take in an exported journal. Raises `JournalError` when it is refused; then nothing has changed."""
    try:
        kept = exchange.read_journal(_read(path))
        _check_texts(kept.texts)
        ids = _ids(kept)
        with file.writing() as connection, recounted(connection, ids), in_order_of_beginning(connection):
            return _Import(connection, kept).carry_out()
    except UnsoundError as error:
        message = f"{path} can't be imported: {error}. The journal is as it was."
        raise JournalError(message) from error


class _Import:
    """One import in progress, within one transaction."""

    def __init__(self, connection: Connection, kept: exchange.KeptJournal) -> None:
        """Begin with nothing taken in."""
        self._connection = connection
        self._kept = kept
        self._added = 0
        self._merged = 0
        self._skipped: list[str] = []
        self._next_turn: int = connection.execute("SELECT ifnull(max(id), 0) + 1 FROM turn").fetchone()[0]

    def carry_out(self) -> Imported:
        """Take in every run, then what was written about them. Raises `UnsoundError`."""
        for place, content in enumerate(self._kept.runs, 1):
            self._take_in(exchange.read_run(content, f"run {place}"), f"run {place}")
        for answer in self._kept.answers:
            marking.take_in_answer(self._connection, answer.runs, answer.words)
        added = drafts.take_in(self._connection, self._kept.drafts, self._kept.facts)
        return Imported(self._added, self._merged, tuple(self._skipped), added)

    def _take_in(self, run: KeptRun, where: str) -> None:
        if run.text not in self._kept.texts:
            raise UnsoundError(f"{where}: its text is not in the file")
        # What the user has deleted, and not brought back, makes way.
        self._connection.execute("DELETE FROM run WHERE id = ? AND deleted_at IS NOT NULL", (run.id,))
        row = self._connection.execute("SELECT number, touched FROM run WHERE id = ?", (run.id,)).fetchone()
        if row is None:
            self._add(run)
            return
        try:
            self._merged += self._merge(run, *row)
        except (_ContradictionError, UnreadableRunError):
            self._skipped.append(
                f"{run.id[:8]} ({run.title}): the journal has a run of this id that differs. It was left as it is."
            )

    def _add(self, run: KeptRun) -> None:
        adding.add_text(self._connection, run.text, self._kept.texts[run.text].encode())
        values = (run.id, run.scenario, run.title, run.text, run.seed, run.started, run.touched)
        added = self._connection.execute(_ADD_RUN, (*values, run.name, run.note, run.starred))
        number = added.lastrowid or 0
        self._stand(number, run, self._add_turns(number, run.turns, {}))
        self._added += 1

    def _merge(self, run: KeptRun, number: int, touched: str) -> bool:
        """Add what the run lacks, and say whether there was anything."""
        nodes = self._matching(run)
        gained = len(nodes) < len(run.turns)
        nodes = self._add_turns(number, run.turns, nodes)
        marks = (run.name, run.note, run.starred)
        gained |= self._connection.execute(_MARK, (*marks, number, *marks)).rowcount > 0
        if run.touched > touched:
            self._stand(number, run, nodes)
            gained = True
        return gained

    def _matching(self, run: KeptRun) -> dict[int, int]:
        """Return the nodes of those turns that are there, by their place in the file."""
        ours = read_run(self._connection, run.id)
        if ours is None or (ours.scenario, ours.text_hash, ours.started, str(ours.seed)) != (
            run.scenario,
            run.text,
            run.started,
            str(int(run.seed)),
        ):
            raise _ContradictionError
        known = {(node.parent, node.choice, node.words or ""): node for node in ours.nodes}
        nodes: dict[int, int] = {}
        for place, turn in enumerate(run.turns, 1):
            if turn.after is None or turn.after in nodes:
                parent = nodes[turn.after] if turn.after else None
                if node := known.get((parent, turn.choice, turn.words or "")):
                    _check_same(node, turn)
                    nodes[place] = node.id
        return nodes

    def _add_turns(self, number: int, turns: list[KeptTurn], nodes: dict[int, int]) -> dict[int, int]:
        """Add the turns that are not among the `nodes` yet; return the nodes of all, by place."""
        missing = [place for place in range(1, len(turns) + 1) if place not in nodes]
        nodes = nodes | {place: self._next_turn + count for count, place in enumerate(missing)}
        self._next_turn += len(missing)
        depths = exchange.depths(turns)
        rows = (_row(number, turns, place, nodes, depths[place - 1]) for place in missing)
        self._connection.executemany(_ADD_TURN, rows)
        return nodes

    def _stand(self, number: int, run: KeptRun, nodes: dict[int, int]) -> None:
        self._connection.execute(
            "UPDATE run SET current = ?, touched = ? WHERE number = ?",
            (run.current and nodes[run.current], run.touched, number),
        )


def _row(number: int, turns: list[KeptTurn], place: int, nodes: dict[int, int], depth: int) -> tuple[object, ...]:
    turn = turns[place - 1]
    parent = turn.after and nodes[turn.after]
    way = exchange.way_to(turns, turn) if turn.ending else None
    what = (turn.state, turn.choice, turn.move, turn.openness, turn.to)
    return (nodes[place], number, parent, depth, *what, way, turn.at, turn.words or None)


def _check_same(node: Node, turn: KeptTurn) -> None:
    ours = (node.state, node.move, node.openness, node.to, node.ending)
    if ours != (turn.state, turn.move, turn.openness, turn.to, turn.ending):
        raise _ContradictionError


def _check_texts(texts: dict[str, str]) -> None:
    for text_hash, text in texts.items():
        if hash_of(text.encode()) != text_hash:
            raise UnsoundError(f"text {text_hash} is not what it was")


def _ids(kept: exchange.KeptJournal) -> list[str]:
    ids: dict[str, int] = {}
    for place, content in enumerate(kept.runs, 1):
        run_id = exchange.read(exchange.Identity, content, f"run {place}").id
        if run_id in ids:
            raise UnsoundError(f"run {place} has the same id as run {ids[run_id]}")
        ids[run_id] = place
    return list(ids)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        message = f"{path} can't be read ({error.strerror or error}). The journal is as it was."
        raise JournalError(message) from error
    if len(content) > LARGEST:
        raise UnsoundError("it is larger than any journal")
    return content
