"""Finds the scenarios, shipped and the user's; each is playable or carries its trouble."""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from greenroom import paths
from greenroom.command import command
from greenroom.errors import GreenroomError
from greenroom.nearest import unknown
from greenroom.scenario_files import TAKEN, ScenarioFile, find_files, is_id
from greenroom.scenario_index import Card, read_index, write_index

if TYPE_CHECKING:
    from greenroom.checking import Known
    from greenroom.loading import Loaded

_SHOWN_FIRST = ("walking-in", "after-a-year", "asking-for-help")
_READING_TIME = 0.02
"""Seconds that reading may take before a window has to answer again."""


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
    facing: str
    """What one faces when one looks for it: the group it is shown in."""
    energy: str
    moves: str
    """The ids of the moves that one can make in it, with blanks between them."""
    trouble: str = ""
    """Empty when it can be played; else the first problem in a sentence."""


class Reader:
    """Reads scenario files against what is shipped, which it looks up once, when the first file is read."""

    def __call__(self, path: Path) -> "Loaded":
        """Read a file. Raises `ScenarioError`."""
        from greenroom.loading import load  # noqa: PLC0415 - only a file that is new or has changed needs it

        return load(path, self._known, within=path.parent)

    @cached_property
    def _known(self) -> "Known":
        from greenroom.checking import known_in  # noqa: PLC0415 - see above

        return known_in(paths.shipped("assets"))


class Library:
    """The scenario files of two folders, and what is known of them since they were last read."""

    def __init__(
        self,
        user_scenarios: Path,
        shipped: Path,
        index: Path,
        load: "Callable[[Path], Loaded] | None" = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Look into the two folders; `index` is the file that remembers what `load` (else a `Reader`) has read."""
        self._folders = ((shipped, True), (user_scenarios, False))
        self._index = index
        self._load = load or Reader()
        self._clock = clock
        self._remembered = read_index(index)
        self._known = dict(self._remembered)
        self._files: list[ScenarioFile] | None = None
        self._unread: list[ScenarioFile] = []

    @property
    def unread(self) -> tuple[Path, ...]:
        """The files that wait for `read_next`, as of the last look."""
        return tuple(Path(file.path) for file in self._unread)

    def listings(self) -> tuple[Listing, ...]:
        """Look again, and return at once what is known: the shipped first, then the user's by title."""
        self._files = self.files()
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
        files = self.files() if self._files is None else self._files
        known = {file.path: self._known[file.path] for file in files if file.path in self._known}
        if known == self._remembered:
            return
        with suppress(OSError):
            write_index(self._index, known)
            self._remembered = known

    def load(self, scenario_id: str) -> "Loaded":
        """Return a scenario to play. Raises `GreenroomError` when there is none of that id or it is broken."""
        from greenroom.loading import ScenarioError  # noqa: PLC0415 - see `Reader`

        path = self.find(scenario_id)
        try:
            return self._load(path)
        except ScenarioError as error:
            raise error.in_file(path.name) from error

    def find(self, scenario_id: str) -> Path:
        """Return the file to play for an id; of two with the same the shipped one.

        Raises `GreenroomError` when there is none, naming the nearest, or when it cannot be read.
        """
        # The id is only compared with what is there: it is never made into a path.
        files = {file.id: file for file in reversed(self.files())}
        file = files.get(scenario_id)
        if file is None:
            others = f"`{command('list')}` names those there are."
            raise GreenroomError(unknown("scenario", scenario_id, self.ids(), others))
        if file.refusal:
            raise GreenroomError(f"{file.id}.toml can't be played. {file.refusal.sentence}")
        return Path(file.path)

    def ids(self) -> list[str]:
        """Return the ids there are, whether they can be played or not."""
        return [file.id for file in self.files() if is_id(file.id)]

    def files(self) -> list[ScenarioFile]:
        """Look into the folders, and return every scenario file there is, unread; the shipped first."""
        shipped, own = (sorted(find_files(folder, shipped=is_shipped)) for folder, is_shipped in self._folders)
        taken = {file.id for file in shipped}
        return shipped + [file._replace(refusal=TAKEN) if file.id in taken else file for file in own]

    def _listing(self, file: ScenarioFile) -> Listing | None:
        if file.refusal:
            return Listing(file.id, Path(file.path), file.shipped, *_only_trouble(file, file.refusal.sentence))
        known = self._known.get(file.path)
        if known is None or known[0] != file.stamp:
            return None
        return Listing(file.id, Path(file.path), file.shipped, *known[1])

    def _read(self, file: ScenarioFile) -> Card:
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
            scenario.group,
            scenario.energy,
            " ".join(sorted({choice.move for state in scenario.states.values() for choice in state.choices})),
            "",
        ]


def _only_trouble(file: ScenarioFile, trouble: str) -> Card:
    return [f"{file.id}.toml", "", "", 0, "", "", "", "", "", trouble]


def _order(listing: Listing) -> tuple[int, int, str, str]:
    if not listing.shipped:
        return 1, 0, listing.title.casefold(), listing.id
    rank = _SHOWN_FIRST.index(listing.id) if listing.id in _SHOWN_FIRST else len(_SHOWN_FIRST)
    return 0, rank, listing.id, ""
