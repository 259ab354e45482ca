"""Journals of any size, made by rule for measuring: the shipped scenarios walked at random, by plain INSERTs."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from greenroom.bare_graph import BareGraph
from greenroom.journal import schema
from greenroom.loading import Loaded, load
from greenroom.paths import shipped

TURNS = 15
"""Of each run, on all its lines."""
WORDS = ("why", "bees", "tide", "marmalade", "perhaps", "tomorrow", "gladly", "sorry", "river", "badge")
"""What is typed now and then."""
AT = "2026-03-01T09:00:00.000+00:00"
Row = tuple[object, ...]


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
    """Yield the turns of each run: lines to an ending, each branching off an earlier one."""
    chance = random.Random(1)  # noqa: S311  # a walk, not a secret
    graphs = [BareGraph(one.scenario) for one in loaded]
    ids = count(1)
    for number in range(1, runs + 1):
        yield from _walk(graphs[number % len(graphs)], number, ids, chance)


def _walk(graph: BareGraph, run: int, ids: Iterator[int], chance: random.Random) -> Iterator[Row]:
    scenario = graph.rules.scenario
    line: list[tuple[int | None, int, str]] = [(None, 0, "")]
    taken: set[tuple[int | None, str]] = set()
    for _ in range(TURNS):
        while not (open_ways := _open_ways(graph, line[-1], taken)):
            del line[max(1, chance.randrange(len(line))) :]
            if len(line) == 1:
                taken.clear()
        choice, position, words = chance.choice(open_ways), line[-1][1], None
        if chance.random() < 0.02 or (line[-1][0], choice[0]) in taken:  # noqa: PLR2004 - now and then
            words = " ".join(chance.choices(WORDS, k=6))
        made = next(choice_made for choice_made in scenario.states[graph.name(position)].choices if choice_made.id == choice[0])
        parent, way = line[-1][0], f"{line[-1][2]}/{made.id}"
        taken.add((parent, made.id))
        node, to = next(ids), graph.name(choice[1])
        ends = way[1:] if to in scenario.endings else None
        yield (node, run, parent, len(line), graph.name(position), made.id, made.move, 0, to, ends, AT, words)
        line.append((node, choice[1], way))


def _open_ways(
    graph: BareGraph, at: tuple[int | None, int, str], taken: set[tuple[int | None, str]]
) -> list[tuple[str, int]]:
    following = graph.expand(at[1])
    if not following:
        return []
    choices = graph.rules.scenario.states[graph.name(at[1])].choices
    ids = (choices[choice].id for choice, _ in graph.ways[at[1]])
    ways = zip(ids, following, strict=True)
    return [way for way in ways if (at[0], way[0]) not in taken]
