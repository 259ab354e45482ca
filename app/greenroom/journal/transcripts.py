"""Writes runs as Markdown: what was said and thought, turn by turn, with the text of that time."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from sqlite3 import Connection
from typing import BinaryIO

from greenroom.command import command
from greenroom.errors import GreenroomError, JournalError
from greenroom.journal.listing import list_runs
from greenroom.journal.reading import read_run
from greenroom.journal.records import Node, Run, RunSummary
from greenroom.loading import read_kept
from greenroom.scenario import Scenario

_SIGN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


def write_transcripts(connection: Connection, file: BinaryIO, run_ids: Sequence[str]) -> None:
    """Write these runs one after the other. Raises `JournalError` when one is not there, and `OSError`."""
    for place, run_id in enumerate(run_ids):
        text = "\n\n".join(_transcript(connection, run_id))
        file.write(("\n---\n\n" * (place > 0) + text + "\n").encode())


def _transcript(connection: Connection, run_id: str) -> Iterator[str]:
    run = read_run(connection, run_id)
    if run is None:
        message = f"There is no run {run_id} in the journal. `{command('history')}` shows those that are."
        raise JournalError(message)
    number = connection.execute("SELECT number FROM run WHERE id = ?", (run_id,)).fetchone()[0]
    (summary,) = list_runs(connection, [number])
    yield from _heading(summary)
    try:
        scenario = read_kept(connection.execute("SELECT text FROM text WHERE hash = ?", (run.text_hash,)).fetchone()[0])
    except GreenroomError:
        yield "Part of this run can't be read."
        return
    yield from _lines(run, scenario)


def _heading(summary: RunSummary) -> Iterator[str]:
    star = " \u2605" if summary.starred else ""
    yield f"# {_plain(summary.name or summary.title)}{star}"
    started = datetime.fromisoformat(summary.started).astimezone()
    yield f"{_plain(summary.title)}, {started:%Y-%m-%d %H:%M}"
    if summary.note:
        yield "\n".join(f"> {_plain(line)}" for line in summary.note.splitlines())


def _lines(run: Run, scenario: Scenario) -> Iterator[str]:
    line = run.line()
    yield from _turns(line, scenario, 1)
    for leaf in run.leaves:
        if leaf.id != run.current:
            branch = run.line(leaf.id)
            shared = sum(1 for ours, theirs in zip(line, branch, strict=False) if ours.id == theirs.id)
            if shared < len(branch):
                yield f"## Another way, from turn {shared + 1}"
                yield from _turns(branch[shared:], scenario, shared + 1)


def _turns(nodes: Sequence[Node], scenario: Scenario, first: int) -> Iterator[str]:
    partner = _plain(scenario.partner.name)
    for number, node in enumerate(nodes, first):
        state = scenario.states.get(node.state)
        choices = {choice.id: choice for choice in state.choices} if state else {}
        if state is None or node.choice not in choices:
            yield "Part of this run can't be read."
            return
        choice = choices[node.choice]
        if state.narration:
            yield f"*{_plain(state.narration)}*"
        if state.says:
            yield f"**{partner}:** {_plain(state.says)}"
        yield f"**You**, turn {number}: {_plain(node.words or choice.words)}"
        yield f"How it landed: *{_plain(choice.landed)}*"
    yield from _end(nodes, scenario)


def _end(nodes: Sequence[Node], scenario: Scenario) -> Iterator[str]:
    """Yield how it ended, or what was said last where it was broken off."""
    if not nodes:
        return
    if ending := scenario.endings.get(nodes[-1].to):
        yield f"**{_plain(ending.title)}** {_plain(ending.text)}"
        yield f"A week later: {_plain(ending.later)}"
    elif (state := scenario.states.get(nodes[-1].to)) and state.says:
        yield f"**{_plain(scenario.partner.name)}:** {_plain(state.says)}"
        yield "Broken off here."


def _plain(text: str) -> str:
    """Return a stranger's text as Markdown that shows just that, in one line."""
    return _SIGN.sub(r"\\\1", " ".join(text.split()))
