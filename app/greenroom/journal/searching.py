"""What can be found in the transcripts: the lines of every text that was played, in SQLite's full-text index."""

from collections.abc import Iterator
from sqlite3 import Connection
from typing import NamedTuple

from greenroom.errors import GreenroomError
from greenroom.journal.file import JournalFile

_LONGEST = 200
"""Characters of a search; nobody remembers more of a sentence."""


class Line(NamedTuple):
    """A choice in a text that was played."""

    text_hash: str
    state: str
    choice: str


def in_index_terms(text: str) -> str:
    """Return the index's query for all words that begin like those of `text`; empty when it has no word.

    Within quotes nothing has a meaning of its own, whatever the user types.
    """
    words = text[:_LONGEST].encode(errors="replace").decode().replace("\0", " ").replace('"', " ").split()
    return " ".join(f'"{word}"*' for word in words if any(map(str.isalnum, word)))


def make_searchable(file: JournalFile) -> None:
    """Add the lines of the texts that came since the last search. Raises `JournalError`."""
    with file.reading() as connection:
        missing = connection.execute("SELECT hash FROM text WHERE NOT is_searchable").fetchall()
    if not missing:
        return
    with file.writing() as connection:
        for (text_hash,) in missing:
            _add_lines(connection, text_hash)


def find_lines(connection: Connection, query: str) -> list[Line]:
    """Return the lines in which all words of the `query` stand."""
    return [Line(*row) for row in connection.execute("SELECT text_hash, state, choice FROM line(?)", (query,))]


def forget(connection: Connection) -> None:
    """Take what is gone for good out of the index too, where deleting alone leaves its words behind."""
    connection.execute("DELETE FROM line WHERE text_hash NOT IN (SELECT hash FROM text)")
    connection.execute("INSERT INTO line (line) VALUES ('optimize')")
    connection.execute("INSERT INTO typed (typed) VALUES ('optimize')")


def _add_lines(connection: Connection, text_hash: str) -> None:
    row = connection.execute(
        "UPDATE text SET is_searchable = 1 WHERE hash = ? AND NOT is_searchable RETURNING CAST(text AS BLOB)",
        (text_hash,),
    ).fetchone()
    if row:
        values = ((words, *line) for line, words in _lines(row[0], text_hash))
        connection.executemany("INSERT INTO line (words, text_hash, state, choice) VALUES (?, ?, ?, ?)", values)


def _lines(text: bytes, text_hash: str) -> Iterator[tuple[Line, str]]:
    from greenroom.loading import read_kept  # noqa: PLC0415 - only for whoever searches

    try:
        scenario = read_kept(text)
    except GreenroomError:
        return  # what can no longer be read cannot be shown either
    for name, state in scenario.states.items():
        for choice in state.choices:
            yield Line(text_hash, name, choice.id), f"{state.says}\n{choice.words}\n{choice.landed}"
