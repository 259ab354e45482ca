"""Puts a rehearsal in the terminal together: the scenario, the journal, the lines in and out."""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from greenroom.errors import JournalError
from greenroom.journal import Journal, open_journal
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
    journal = _journal(folders, now)
    again = f"{_command()} play {scenario_id} --continue"
    session = _session(library, scenario_id, journal, manner, again)
    ended = _rehearse(session, manner)
    if not ended and session.turns and not session.unsaved and journal:
        print(f"Kept. `{again}` goes on from here.")
    if journal:
        journal.close()
    return 0


def play_without_window(library: Library, folders: Folders, now: Clock, seed: Callable[[], int], wanted: str) -> int:
    """Offer the scenarios in the terminal, one after another, where there is no display for the window."""
    _say("There is no display here, so the window cannot open. Greenroom goes on in the terminal.")
    if wanted:
        return play(library, wanted, folders, now, Manner(seed()))
    playable = [listing for listing in library.listings() if not listing.trouble]
    while True:
        for number, listing in enumerate(playable, 1):
            print(f"{number}  {listing.title}: {listing.summary}")
        print("\nType a number to begin, or q to leave.", flush=True)
        word = _typed_line().strip()
        if word.isdecimal() and 1 <= int(word) <= len(playable):
            play(library, playable[int(word) - 1].id, folders, now, Manner(seed()))
        elif word in {"", "q"}:
            return 0


def _session(library: Library, scenario_id: str, journal: Journal | None, manner: Manner, again: str) -> Session:
    """Return the session to play: a new one, or the one that was broken off when that is wanted."""
    rubric = read_rubric(shipped("assets"))
    broken_off = journal.unfinished(scenario_id) if journal else None
    if manner.continued and journal and broken_off and (run := journal.run(broken_off.id)):
        return go_on(run, rubric, journal)
    if manner.continued:
        _say("No run of this scenario has been broken off, so here is a new one.")
    elif broken_off:
        _say(f"An earlier run was broken off at turn {broken_off.turns}; `{again}` goes on there.")
    return Session(library.load(scenario_id), rubric, journal, manner.seed)


def _rehearse(session: Session, manner: Manner) -> bool:
    plain = manner.plain or not sys.stdout.isatty()
    stage = TerminalStage(session, iter(_typed_line, ""), sys.stdout, plain=plain)
    try:
        return stage.play_by_itself(session.seed) if manner.by_itself else stage.play()
    except KeyboardInterrupt:
        print()
        return session.outcome is not None


def _typed_line() -> str:
    """Return the next line of input; nothing at its end. What is no text in UTF-8 is read as far as it is."""
    return sys.stdin.buffer.readline().decode(errors="replace")


def _journal(folders: Folders, now: Clock) -> Journal | None:
    try:
        journal = open_journal(folders.journal, now)
    except JournalError as error:
        _say(f"{error} This rehearsal will not be kept.")
        return None
    if journal.notice:
        _say(journal.notice)
    return journal


def _command() -> str:
    """Return the words that started this program: a checkout is started by its script."""
    return os.environ.get("GREENROOM_COMMAND", "greenroom")


def _say(sentence: str) -> None:
    print(f"greenroom: {sentence}", file=sys.stderr, flush=True)
