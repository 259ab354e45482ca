"""The scenarios to choose from in the terminal, where there is no display for the window."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from greenroom.errors import GreenroomError
from greenroom.journal import Journal, RunSummary
from greenroom.library import Library, Listing
from greenroom.paths import Folders
from greenroom.terminal.application import Clock, Manner, broken_off, open_to_play, play, play_kept, say, typed_line


class _Wish(NamedTuple):
    """What the user has chosen."""

    scenario_id: str
    continued: bool = False


def play_without_window(library: Library, folders: Folders, now: Clock, seed: Callable[[], int], wanted: str) -> int:
    """Play the scenario `wanted`; without one offer all of them, one after another, until the user leaves."""
    say("There is no display here, so the window cannot open. Greenroom goes on in the terminal.")
    if wanted:
        return play(library, wanted, folders, now, Manner(seed()))
    journal = open_to_play(folders, now)
    playable = [listing for listing in library.listings() if not listing.trouble]
    while wish := _choose(playable, broken_off(journal)):
        _play(library, wish.scenario_id, journal, Manner(seed(), continued=wish.continued))
    if journal:
        journal.close()
    return 0


def _play(library: Library, scenario_id: str, journal: Journal | None, manner: Manner) -> None:
    """Play a scenario; where that is not possible, say why, and the menu goes on."""
    try:
        play_kept(library, scenario_id, journal, manner)
    except GreenroomError as error:
        say(str(error))


def _choose(playable: Sequence[Listing], unfinished: RunSummary | None) -> _Wish | None:
    """Offer a run to go on with and the scenarios, and return what the user wants; None to leave."""
    offered = {str(number): _Wish(listing.id) for number, listing in enumerate(playable, 1)}
    if unfinished:
        offered["0"] = _Wish(unfinished.scenario, continued=True)
    _show(playable, unfinished)
    what_to_type = f"Type a number from {0 if unfinished else 1} to {len(playable)}, or q to leave."
    print(f"\n{what_to_type}", flush=True)
    while line := typed_line():
        word = line.strip().lower()
        if word in offered:
            return offered[word]
        if word == "q":
            return None
        print(what_to_type, flush=True)
    return None


def _show(playable: Sequence[Listing], unfinished: RunSummary | None) -> None:
    print()
    if unfinished:
        where = f"after turn {unfinished.turns}" if unfinished.turns else "at the start"
        print(f"0  Go on where you were: {unfinished.title}, {where}")
    for number, listing in enumerate(playable, 1):
        print(f"{number}  {listing.title}: {listing.summary}")
