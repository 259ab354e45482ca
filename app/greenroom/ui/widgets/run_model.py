"""The runs of a list, read a page at a time as one scrolls: a hundred thousand cost no more than fifty."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from greenroom.ui.words import opening

Index = QModelIndex | QPersistentModelIndex
PAGE = 50
_NOWHERE = QModelIndex()


class KeptRun(NamedTuple):
    """What the list shows of a run, and its page too."""

    id: str
    number: int
    """The next page begins before it."""
    scenario: str
    situation: str
    """What the scenario was called."""
    when: str
    """As it stands in a sentence: "on Friday, 27 February 2026 at 18:40"."""
    day: str
    """The same, as short as may be."""
    how: str
    """The ending's title, or where it was broken off."""
    turns: int = 0
    name: str = ""
    """What the user calls it; empty if nothing."""
    note: str = ""
    starred: bool = False
    ended: bool = False

    @property
    def title(self) -> str:
        """What the user calls it, or else what the scenario was called."""
        return self.name or self.situation

    @property
    def in_words(self) -> str:
        """All of it, as it is read out."""
        starred = QCoreApplication.translate("RunModel", "{title}, {when}: {how}. Starred")
        plain = QCoreApplication.translate("RunModel", "{title}, {when}: {how}")
        return (starred if self.starred else plain).format(title=self.title, when=self.when, how=self.how)


ReadPage = Callable[[int, int | None], Sequence[KeptRun] | None]
"""Returns the newest runs, at most so many, of those before the run of a number (None: of all).

None when they cannot be read now.
"""


class RunModel(QAbstractListModel):
    """Holds the runs that have been scrolled to so far."""

    def __init__(self) -> None:
        super().__init__()
        self._read: ReadPage = lambda _limit, _before: ()
        self._runs: list[KeptRun] = []
        self._has_more = False

    def show_runs(self, read: ReadPage) -> None:
        """Begin anew with the newest that `read` returns; where it returns none now, stay as it is."""
        self._read = read
        page = read(PAGE, None)
        if page is not None:
            self.beginResetModel()
            self._runs, self._has_more = list(page), len(page) == PAGE
            self.endResetModel()

    def change_run(self, run_id: str, **changed: str | bool) -> None:
        """Show what has changed about a run: its `name`, `note` or `starred`."""
        place = self.place_of(run_id)
        if place is not None:
            self._runs[place] = self._runs[place]._replace(**changed)  # type: ignore[arg-type]  # each of its kind
            self.dataChanged.emit(self.index(place), self.index(place))

    def run_at(self, place: int) -> KeptRun | None:
        """Return the run at a place, where there is one."""
        return self._runs[place] if 0 <= place < len(self._runs) else None

    def place_of(self, run_id: str) -> int | None:
        """Return where a run is; None for one that has not been scrolled to, or is not there."""
        return next((place for place, run in enumerate(self._runs) if run.id == run_id), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._runs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # as Qt has it
        run = self._runs[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return run
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return opening(run.in_words)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    def fetchMore(self, _parent: Index) -> None:
        page = self._read(PAGE, self._runs[-1].number) or ()
        self._has_more = len(page) == PAGE
        if page:
            self.beginInsertRows(_NOWHERE, len(self._runs), len(self._runs) + len(page) - 1)
            self._runs += page
            self.endInsertRows()
