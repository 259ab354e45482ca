"""What the window is built from."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from greenroom.paths import Folders

if TYPE_CHECKING:
    from greenroom.journal import Journal
    from greenroom.library import Library


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
