"""The scenario files of a folder, unread: their ids, and why some of them are not to be read."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Refusal(NamedTuple):
    """Why a file is not to be read, in the words of a problem."""

    code: str
    message: str
    hint: str

    @property
    def sentence(self) -> str:
        """The same as two sentences."""
        return " ".join(f"{part[0].upper()}{part[1:]}." for part in (self.message, self.hint))


NO_FILE = Refusal("GR102", "this is not an ordinary file", "a scenario is a text file")
LEADS_OUT = Refusal("GR103", "this is a link to somewhere else", "put the file itself into the folder to play it")
_NO_ID = Refusal(
    "GR111", "a file's name may have only small letters, digits and single hyphens", "rename the file to play it"
)
TAKEN = Refusal("GR112", "Greenroom has a scenario with this id already", "give yours another name to play it")


class ScenarioFile(NamedTuple):
    """A scenario file as its folder shows it."""

    id: str
    """The file's stem, as far as it can be shown."""
    path: str
    shipped: bool
    stamp: list[int]
    """Size and time of the last change: a file that has others has to be read again."""
    refusal: Refusal | None = None
    """Why it cannot be played, whatever is in it."""


def find_files(folder: Path, *, shipped: bool) -> Iterator[ScenarioFile]:
    """Give the scenario files of a folder; none when it is not there or cannot be read."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name, dot, ending = entry.name.rpartition(".")
            # What begins with a dot is what systems and editors keep for themselves.
            if dot and ending == "toml" and name and not name.startswith("."):
                with suppress(OSError):
                    yield _file(name, entry, folder, shipped=shipped)


def is_id(name: str) -> bool:
    """Say whether a name is one that a scenario may have."""
    return bool(_ID.fullmatch(name))


def printable(name: str) -> str:
    """Return a name that a stranger may have given, fit for a line."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)


def _file(name: str, entry: os.DirEntry[str], folder: Path, *, shipped: bool) -> ScenarioFile:
    if refusal := _refusal(name, entry, folder):
        return ScenarioFile(printable(name), entry.path, shipped, [], refusal)
    status = entry.stat()
    return ScenarioFile(name, entry.path, shipped, [status.st_size, status.st_mtime_ns])


def _refusal(name: str, entry: os.DirEntry[str], folder: Path) -> Refusal | None:
    if not is_id(name):
        return _NO_ID
    if entry.is_symlink():
        target = Path(os.path.realpath(entry))
        if not target.is_relative_to(os.path.realpath(folder)):
            return LEADS_OUT
        return None if target.is_file() else NO_FILE
    # Only a plain file is ever opened: a pipe would never end.
    return None if entry.is_file() else NO_FILE
