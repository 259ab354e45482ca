"""The drafts of the desk: in the journal where that can be, and here where it cannot."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from greenroom.occasions import OWN
from greenroom.ui.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from greenroom.journal.drafts import Drafts

_UNREAD = 0
"""The version in which one writes where the kept ones cannot be read: none of those is ever written over."""


class Drafting(QObject):
    """Reads, keeps and deletes drafts; tells what could not be done, and has every word all the same."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._words: dict[str, dict[int, str]] = {}
        """The drafts by occasion and version."""
        self._unkept: set[tuple[str, int]] = set()
        """The occasions and versions of those that are here only."""
        self.facts: Mapping[str, str] = {}
        """What the user says of a message of their own."""

    def last(self) -> str:
        """Return the occasion that was written for last; empty before anything was."""
        with self._frame.telling():
            return self._kept.latest() if self._kept else ""
        return ""

    def of(self, occasion: str) -> dict[int, str]:
        """Return the drafts for an occasion by version; there is always one."""
        if occasion not in self._words:
            self._words[occasion] = {_UNREAD: ""}
            with self._frame.telling():
                kept = self._kept.of(occasion) if self._kept else ()
                self._words[occasion] = {draft.version: draft.words for draft in kept} or {1: ""}
        return self._words[occasion]

    def read_anew(self) -> None:
        """Take what the journal has by now: all may have been deleted there meanwhile, or brought back."""
        unkept = {occasion for occasion, _ in self._unkept}
        self._words = {occasion: drafts for occasion, drafts in self._words.items() if occasion in unkept}
        with self._frame.telling():
            if self._kept:
                self.facts = self._kept.facts(OWN)

    def write(self, occasion: str, version: int, words: str) -> None:
        """Keep a draft, and with it those that could not be kept before."""
        self.of(occasion)[version] = words
        self._unkept.add((occasion, version))
        with self._frame.telling():
            if self._kept:
                self._keep(self._kept)

    def begin(self, occasion: str, words: str) -> int:
        """Keep a new draft, and return its version."""
        version = max(self.of(occasion)) + 1
        with self._frame.telling():
            if self._kept:
                version = self._kept.begin(occasion, words).version
        self.write(occasion, version, words)
        return version

    def delete(self, occasion: str, version: int) -> bool:
        """Delete a draft, and say whether the journal can bring it back as it is. Raises `JournalError`."""
        hidden = self._kept is not None and self._kept.delete(occasion, version)
        can_come_back = hidden and (occasion, version) not in self._unkept
        del self.of(occasion)[version]
        self._unkept.discard((occasion, version))
        self._words[occasion] = self._words[occasion] or {1: ""}
        return can_come_back

    def bring_back(self) -> None:
        """Bring back what was deleted last."""
        with self._frame.telling():
            if self._frame.journal:
                self._frame.journal.undo_delete()

    def describe(self, facts: "Mapping[str, str]") -> None:
        """Keep what the user says of a message of their own."""
        self.facts = facts
        with self._frame.telling():
            if self._kept:
                self._kept.describe(OWN, facts)

    def _keep(self, kept: "Drafts") -> None:
        for occasion, version in sorted(self._unkept):
            kept.write(occasion, version, self._words[occasion][version])
            self._unkept.discard((occasion, version))

    @property
    def _kept(self) -> "Drafts | None":
        journal = self._frame.journal
        return journal.drafts if journal else None
