"""Finds the scenarios, shipped and the user's; each is playable or carries its trouble."""

import json
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from greenroom import __version__, paths
from greenroom.errors import GreenroomError
from greenroom.nearest import did_you_mean, nearest_names

if TYPE_CHECKING:
    from greenroom.checking import Known
    from greenroom.loading import Loaded

_SHOWN_FIRST = ("walking-in", "after-a-year", "asking-for-help")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_READING_TIME = 0.02
"""Seconds that reading may take before a window has to answer again."""
_LONGEST_SHOWN = 60
"""Letters of an unknown id that its message repeats."""

_NO_ID = "Its name may have only small letters, digits and single hyphens. Rename it to play it."
_LEADS_OUT = "It is a link to somewhere else. Put the file itself into the folder of scenarios to play it."
_NO_FILE = "It is not a file."
_TAKEN = "Greenroom has a scenario with this id already. Give yours another name to play it."

_Card = list[Any]
"""What a listing shows, from the title on."""
_Index = dict[str, tuple[list[int], _Card]]
"""By path the stamp that a file had when it was read, and its card; JSON makes a list of the pair."""


class Listing(NamedTuple):
    """A scenario file as the home shows it, without its states."""

    id: str
    """The file's stem."""
    path: Path
    shipped: bool
    title: str
    summary: str
    situation: str
    minutes: int
    partner: str
    """The partner's name."""
    portrait: str
    trouble: str = ""
    """Empty when it can be played; else the first problem in a sentence."""


class _File(NamedTuple):
    """A scenario file as its folder shows it, unread."""

    id: str
    path: str
    shipped: bool
    stamp: list[int]
    """Size and time of the last change: a file that has others has to be read again."""
    trouble: str = ""
    """Why it is not to be read at all."""


def _load(path: Path) -> "Loaded":
    from greenroom.loading import load  # noqa: PLC0415 - only a file that is new or has changed needs it

    return load(path, _known(), within=path.parent)


@cache
def _known() -> "Known":
    from greenroom.checking import known_in  # noqa: PLC0415 - see above

    return known_in(paths.shipped("assets"))


class Library:
    """The scenario files of two folders, and what is known of them since they were last read."""

    def __init__(
        self,
        user_scenarios: Path,
        shipped: Path,
        index: Path,
        load: "Callable[[Path], Loaded]" = _load,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Look into the two folders; `index` is the file that remembers what `load` has read."""
        self._folders = ((shipped, True), (user_scenarios, False))
        self._index = index
        self._load = load
        self._clock = clock
        self._remembered = _read_index(index)
        self._known = dict(self._remembered)
        self._files: list[_File] | None = None
        self._unread: list[_File] = []

    @property
    def unread(self) -> tuple[Path, ...]:
        """The files that wait for `read_next`, as of the last look."""
        return tuple(Path(file.path) for file in self._unread)

    def listings(self) -> tuple[Listing, ...]:
        """Look again, and return at once what is known: the shipped first, then the user's by title."""
        self._files = self._find_files()
        listed = [(file, self._listing(file)) for file in self._files]
        self._unread = [file for file, listing in listed if listing is None]
        return tuple(sorted((listing for _, listing in listed if listing), key=_order))

    def read_next(self) -> bool:
        """Read some of the unread files, for about a fiftieth of a second; return whether more wait."""
        if self._files is None:
            self.listings()
        end = self._clock() + _READING_TIME
        while self._unread:
            file = self._unread.pop(0)
            self._known[file.path] = (file.stamp, self._read(file))
            if self._clock() >= end:
                break
        return bool(self._unread)

    def save(self) -> None:
        """Remember what has been read for the next start. Where that is not possible, it is read again then."""
        files = self._find_files() if self._files is None else self._files
        known = {file.path: self._known[file.path] for file in files if file.path in self._known}
        if known == self._remembered:
            return
        with suppress(OSError):
            _write_index(self._index, known)
            self._remembered = known

    def load(self, scenario_id: str) -> "Loaded":
        """Return a scenario to play. Raises `GreenroomError` when there is none of that id or it is broken."""
        return self._load(self.find(scenario_id))

    def find(self, scenario_id: str) -> Path:
        """Return the file to play for an id; of two with the same the shipped one.

        Raises `GreenroomError` when there is none, naming the nearest, or when it cannot be read.
        """
        # The id is only compared with what is there: it is never made into a path.
        files = {file.id: file for file in reversed(self._find_files())}
        file = files.get(scenario_id)
        if file is None:
            raise GreenroomError(_unknown(scenario_id, files))
        if file.trouble:
            raise GreenroomError(f"{file.id}.toml can't be played. {file.trouble}")
        return Path(file.path)

    def _find_files(self) -> list[_File]:
        shipped, own = (list(_files(folder, shipped=is_shipped)) for folder, is_shipped in self._folders)
        taken = {file.id for file in shipped}
        return shipped + [file._replace(trouble=_TAKEN) if file.id in taken else file for file in own]

    def _listing(self, file: _File) -> Listing | None:
        if file.trouble:
            return Listing(file.id, Path(file.path), file.shipped, *_only_trouble(file, file.trouble))
        known = self._known.get(file.path)
        if known is None or known[0] != file.stamp:
            return None
        return Listing(file.id, Path(file.path), file.shipped, *known[1])

    def _read(self, file: _File) -> _Card:
        try:
            scenario = self._load(Path(file.path)).scenario
        except GreenroomError as error:
            return _only_trouble(file, str(error))
        partner = scenario.partner
        return [
            scenario.title,
            scenario.summary,
            scenario.situation,
            scenario.minutes,
            partner.name,
            partner.portrait,
            "",
        ]


def _only_trouble(file: _File, trouble: str) -> _Card:
    return [f"{file.id}.toml", "", "", 0, "", "", trouble]


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)


def _order(listing: Listing) -> tuple[int, int, str, str]:
    if not listing.shipped:
        return 1, 0, listing.title.casefold(), listing.id
    rank = _SHOWN_FIRST.index(listing.id) if listing.id in _SHOWN_FIRST else len(_SHOWN_FIRST)
    return 0, rank, listing.id, ""


def _files(folder: Path, *, shipped: bool) -> Iterator[_File]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name, dot, ending = entry.name.rpartition(".")
            # What begins with a dot is what systems and editors keep for themselves.
            if dot and ending == "toml" and name and not name.startswith("."):
                with suppress(OSError):
                    yield _file(name, entry, folder, shipped=shipped)


def _file(name: str, entry: os.DirEntry[str], folder: Path, *, shipped: bool) -> _File:
    if trouble := _trouble(name, entry, folder):
        return _File(_printable(name), entry.path, shipped, [], trouble)
    status = entry.stat()
    return _File(name, entry.path, shipped, [status.st_size, status.st_mtime_ns])


def _trouble(name: str, entry: os.DirEntry[str], folder: Path) -> str:
    if not _ID.fullmatch(name):
        return _NO_ID
    if entry.is_symlink():
        target = Path(os.path.realpath(entry))
        if not target.is_relative_to(os.path.realpath(folder)):
            return _LEADS_OUT
        return "" if target.is_file() else _NO_FILE
    # Only a plain file is ever opened: a pipe would never end.
    return "" if entry.is_file() else _NO_FILE


def _unknown(scenario_id: str, files: Iterable[str]) -> str:
    shown = _printable(scenario_id[:_LONGEST_SHOWN])
    hint = did_you_mean(*nearest_names(scenario_id, filter(_ID.fullmatch, files), most=3))
    return f'There is no scenario called "{shown}". {hint.capitalize() or "`greenroom list` names those there are."}'


def _read_index(index: Path) -> _Index:
    """Return what was remembered; nothing when it is missing, damaged or another version's."""
    try:
        seal, _, body = index.read_bytes().partition(b"\n")
    except OSError:
        return {}
    known: _Index = json.loads(body) if seal == _seal(body) else {}
    return known


def _write_index(index: Path, known: _Index) -> None:
    body = json.dumps(known).encode()
    part = index.with_suffix(".part")
    index.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(_seal(body) + b"\n" + body)
    part.replace(index)


def _seal(body: bytes) -> bytes:
    return f"{__version__} {crc32(body):08x}".encode()
