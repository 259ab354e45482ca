"""Writes the whole journal as JSON."""

from collections.abc import Iterator
from sqlite3 import Connection
from typing import BinaryIO

from greenroom.journal import drafts, exchange
from greenroom.journal.failures import UnreadableRunError
from greenroom.journal.listing import list_runs
from greenroom.journal.reading import read_run
from greenroom.journal.records import RunSummary
from greenroom.loading import hash_of

_ANSWERS = """
    SELECT runs, words FROM answer WHERE NOT EXISTS (
        SELECT 1 FROM json_each(answer.runs) WHERE value NOT IN (SELECT id FROM run WHERE deleted_at IS NULL)
    ) ORDER BY runs
"""
_PAGE = 1000


def export_everything(connection: Connection, file: BinaryIO) -> tuple[str, ...]:
    """Write every run that is not hidden, with its text and all that was added to it, and every draft.

    Return a sentence for each run that cannot be read, and is left out. Raises `OSError`.
    """
    texts = dict(_texts(connection))
    head = exchange.in_json({"format": exchange.FORMAT, "version": exchange.VERSION})[:-1]
    file.write(head + b',\n"texts":' + exchange.in_json(texts) + b',\n"runs":[')
    exported: set[str] = set()
    left_out: list[str] = []
    for summary in _oldest_first(connection):
        try:
            content = _run(connection, summary, texts)
        except (UnreadableRunError, exchange.UnsoundError) as error:
            left_out.append(f"{summary.id[:8]} ({summary.title}) is left out: {error}")
            continue
        file.write((b",\n" if exported else b"\n") + content)
        exported.add(summary.id)
    file.write(b'],\n"answers":' + exchange.in_json(_answers(connection, exported)))
    file.write(b',\n"drafts":' + exchange.in_json(drafts.every(connection)))
    file.write(b',\n"facts":' + exchange.in_json(drafts.every_fact(connection)) + b"}\n")
    return tuple(left_out)


def _texts(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield the texts that are as they were: one that was damaged is of no use to anybody."""
    wanted = "SELECT text_hash FROM run WHERE deleted_at IS NULL"
    rows = connection.execute(f"SELECT hash, CAST(text AS BLOB) FROM text WHERE hash IN ({wanted})")  # noqa: S608 - ours
    for text_hash, text in rows:
        if hash_of(text) == text_hash:
            yield text_hash, text.decode()


def _oldest_first(connection: Connection) -> Iterator[RunSummary]:
    numbers = [row[0] for row in connection.execute("SELECT number FROM run WHERE deleted_at IS NULL ORDER BY number")]
    for start in range(0, len(numbers), _PAGE):
        yield from reversed(list_runs(connection, numbers[start : start + _PAGE]))


def _run(connection: Connection, summary: RunSummary, texts: dict[str, str]) -> bytes:
    run = read_run(connection, summary.id)
    if run is None or run.text_hash not in texts:
        raise UnreadableRunError
    return exchange.in_file(run, summary)


def _answers(connection: Connection, exported: set[str]) -> list[exchange.Answer]:
    rows = connection.execute(_ANSWERS)
    answers = (exchange.Answer(runs=exchange.read(list[str], runs, "an answer"), words=words) for runs, words in rows)
    return [answer for answer in answers if exported.issuperset(answer.runs)]
