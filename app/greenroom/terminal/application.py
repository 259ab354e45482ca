"""Puts a rehearsal in the terminal together: the scenario, the journal, the lines in and out."""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from greenroom.command import command
from greenroom.errors import JournalError
from greenroom.journal import Journal, RunSummary, open_journal
from greenroom.library import Library
from greenroom.paths import Folders, shipped
from greenroom.rubric import read_rubric
from greenroom.session import Session, go_on
from greenroom.terminal.stage import TerminalStage

Clock = Callable[[], datetime]


class Manner(NamedTuple):
    """How a rehearsal is to be played."""

    seed: int
    plain: bool = False
    by_itself: bool = False
    continued: bool = False
    """Go on where this scenario was broken off."""


def play(library: Library, scenario_id: str, folders: Folders, now: Clock, manner: Manner) -> int:
    """Play a scenario and return the exit code; what was played is kept, however it ends."""
    journal = open_to_play(folders, now)
    play_kept(library, scenario_id, journal, manner)
    if journal:
        journal.close()
    return 0


def play_kept(library: Library, scenario_id: str, journal: Journal | None, manner: Manner) -> None:
    """Play a scenario and keep it in `journal`, where there is one."""
    again = command("play", scenario_id, "--continue")
    session = _session(library, scenario_id, journal, manner, again)
    ended = _rehearse(session, manner)
    # What was tried from the start is kept as well, though everything has been taken back.
    if not ended and (session.turns or session.tried) and not session.unsaved and journal:
        print(f"Kept. `{again}` goes on from here.")


def open_to_play(folders: Folders, now: Clock) -> Journal | None:
    """Open the journal, and tell what there is to tell about it; None where nothing can be kept."""
    try:
        journal = open_journal(folders.journal, now)
    except JournalError as error:
        say(f"{error} This rehearsal will not be kept.")
        return None
    if journal.notice:
        say(journal.notice)
    return journal


def broken_off(journal: Journal | None, scenario_id: str | None = None) -> RunSummary | None:
    """Return the run to go on with, of a scenario or of all; None also when the journal cannot be read."""
    try:
        return journal.unfinished(scenario_id) if journal else None
    except JournalError as error:
        say(str(error))
        return None


def typed_line() -> str:
    """Return the next line of input; nothing at its end. What is no text in UTF-8 is read as far as it is."""
    return sys.stdin.buffer.readline().decode(errors="replace")


def say(sentence: str) -> None:
    """Tell the user something that is not part of the rehearsal."""
    print(f"greenroom: {sentence}", file=sys.stderr, flush=True)


def _session(library: Library, scenario_id: str, journal: Journal | None, manner: Manner, again: str) -> Session:
    """Return the session to play: a new one, or the one that was broken off when that is wanted."""
    rubric = read_rubric(shipped("assets"))
    earlier = broken_off(journal, scenario_id)
    if manner.continued and journal and earlier and (run := journal.run(earlier.id)):
        return go_on(run, rubric, journal)
    if manner.continued and journal:
        say("No run of this scenario has been broken off, so here is a new one.")
    elif earlier:
        where = f"broken off at turn {earlier.turns}" if earlier.turns else "taken back to its start"
        say(f"An earlier run was {where}; `{again}` goes on there.")
    return Session(library.load(scenario_id), rubric, journal, manner.seed)


def _rehearse(session: Session, manner: Manner) -> bool:
    plain = manner.plain or not sys.stdout.isatty()
    stage = TerminalStage(session, iter(typed_line, ""), sys.stdout, plain=plain)
    try:
        return stage.play_by_itself(session.seed) if manner.by_itself else stage.play()
    except KeyboardInterrupt:
        print()
        return session.outcome is not None
