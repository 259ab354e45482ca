"""Journals of any size, made by rule for measuring: the shipped scenarios walked at random, by plain INSERTs."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from greenroom.bare_graph import BareGraph
from greenroom.journal import Filter, Journal, open_journal, schema
from greenroom.loading import Loaded, load
from greenroom.paths import shipped

TURNS = 15
"""Of each run, on all its lines."""
WORDS = ("why", "bees", "tide", "marmalade", "perhaps", "tomorrow", "gladly", "sorry", "river", "badge")
"""What is typed now and then."""
AT = "2026-03-01T09:00:00.000+00:00"
TYPED = 0.02
"""The part of the turns that are."""
Row = tuple[object, ...]


class _Stand(NamedTuple):
    """Where a line has come to."""

    node: int | None
    position: int
    way: str


_START = _Stand(None, 0, "")


@contextmanager
def opened(path: Path, runs: int) -> Iterator[Journal]:
    """Write a journal of so many runs, upgrade it and hold it open."""
    write_journal(path, runs)
    with closing(open_journal(path, _now)) as journal:
        yield journal


def looks(journal: Journal) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what the screens ask of a journal, each with its name."""
    for text in ("you", "a", "marmalade", "lidgate", "zebra"):
        yield f"search for '{text}'", partial(journal.runs, 50, Filter(text=text))
    ending, move = journal.endings_reached()[0], journal.move_uses()[0].move
    for wanted in (
        Filter(ending=ending),
        Filter(move=move),
        Filter(move="never-made"),
        Filter(starred=True),
        Filter(scenario="walking-in", ending=ending, move=move, text="you"),
    ):
        yield (
            f"filter by {', '.join(name for name, value in wanted._asdict().items() if value)}",
            partial(journal.runs, 50, wanted),
        )
    yield "a page from the middle", partial(journal.runs, 50, before=50_000)
    for ask in (journal.unfinished, journal.ways_tried, journal.move_uses, journal.scenarios_played):
        yield ask.__name__, ask
    yield "seen", partial(journal.seen, "walking-in")
    yield "endings_reached", partial(journal.endings_reached, "walking-in")


def exchanged(folder: Path) -> tuple[float, float]:
    """Export the journal `many` in `folder`, and import it into a new one; return the seconds that each took."""
    file, begin = folder / "journal.json", time.perf_counter()
    with closing(open_journal(folder / "many.sqlite3", _now)) as many:
        many.export_to(file)
    between = time.perf_counter()
    with closing(open_journal(folder / "imported.sqlite3", _now)) as imported:
        imported.import_from(file)
    return between - begin, time.perf_counter() - between


def write_journal(path: Path, runs: int) -> None:
    """Write a journal of so many runs as the first released version would have."""
    loaded = [load(file) for file in sorted(shipped("scenarios").glob("*.toml"))]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        for statement in schema.MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        texts = [(one.text_hash, one.text) for one in loaded]
        connection.executemany("INSERT INTO text VALUES (?, ?)", texts)
        connection.executemany(f"INSERT INTO run VALUES ({'?, ' * 9}NULL)", _runs(loaded, runs))  # noqa: S608 - ours
        connection.executemany(f"INSERT INTO turn VALUES ({'?, ' * 11}?)", _turns(loaded, runs))  # noqa: S608 - ours


def _runs(loaded: list[Loaded], runs: int) -> Iterator[Row]:
    for number in range(1, runs + 1):
        one = loaded[number % len(loaded)]
        last = number * TURNS
        yield (number, f"{number:032x}", one.scenario.id, one.scenario.title, one.text_hash, "7", AT, AT, last)


def _turns(loaded: list[Loaded], runs: int) -> Iterator[Row]:
    """Yield the turns of every run."""
    chance = random.Random(1)  # noqa: S311  # a walk, not a secret
    graphs = [BareGraph(one.scenario) for one in loaded]
    ids = count(1)
    for run in range(1, runs + 1):
        yield from _walk(graphs[run % len(graphs)], run, ids, chance)


def _walk(graph: BareGraph, run: int, ids: Iterator[int], chance: random.Random) -> Iterator[Row]:
    """Yield lines to an ending, each branching off the one before; now and then in typed words."""
    states, line = graph.rules.scenario.states, [_START]
    taken: set[tuple[int | None, str]] = set()
    for node in islice(ids, TURNS):
        if not graph.expand(line[-1].position):
            del line[chance.randrange(1, len(line)) :]
        at = line[-1]
        turn = chance.randrange(len(graph.expand(at.position)))
        choice = states[graph.name(at.position)].choices[graph.ways[at.position][turn][0]]
        following = _Stand(node, graph.expand(at.position)[turn], f"{at.way}/{choice.id}")
        to = graph.name(following.position)
        typed = chance.random() < TYPED or (at.node, choice.id) in taken
        words = " ".join([*chance.choices(WORDS, k=6), str(node)]) if typed else None
        way = None if to in states else following.way[1:]
        yield (node, run, at.node, len(line), graph.name(at.position), choice.id, choice.move, 0, to, way, AT, words)
        taken.add((at.node, choice.id))
        line.append(following)


def _now() -> datetime:
    return datetime.now(UTC)
