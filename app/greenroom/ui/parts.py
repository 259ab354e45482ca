"""What the window is built from."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from greenroom.paths import Folders

if TYPE_CHECKING:
    from greenroom.coach.findings import Review, Situation
    from greenroom.journal import Journal
    from greenroom.library import Library


def review_when_asked(words: str, situation: "Situation") -> "Review":
    """Have the coach read a message; it is loaded when it is first asked."""
    from greenroom.coach import review  # noqa: PLC0415  # only the desk asks

    return review(words, situation)


class Parts(NamedTuple):
    """All that comes from outside: nothing in the window looks for it by itself."""

    folders: Folders
    assets: Path
    """The shipped pictures, themes, moves and sources."""
    library: "Library"
    open_journal: "Callable[[], Journal]"
    """Called once, when the home is on the screen or a rehearsal begins. May raise `JournalError`."""
    now: Callable[[], datetime]
    random_seed: Callable[[], int]
    documents: Path
    """Where the user looks for what was saved."""
    review: "Callable[[str, Situation], Review]" = review_when_asked
    """The coach. It is asked off the window's thread."""
