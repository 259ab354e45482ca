"""What one can look for among many situations: words, the time one has, the energy one has."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import row, turn
from greenroom.ui.widgets.fields import LineField
from greenroom.ui.widgets.picker import Picker

if TYPE_CHECKING:
    from greenroom.library import Listing

_SHORT, _MIDDLE = 6, 8
"""Minutes."""
_ASKED_FOR_AT_MOST = {"little": {"little"}, "some": {"little", "some"}}
"""What a rehearsal may ask for, by what one has."""


class Finder(QWidget):
    """Says which situations fit."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._field = LineField(look, self.tr("Search the situations"))
        self._field.line.setObjectName("search")
        self._field.line.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self._time = self._new_picker(look, "time", self.tr("Time at hand"), self._times())
        self._energy = self._new_picker(look, "energy", self.tr("Energy at hand"), self._energies())
        self._field.line.textChanged.connect(self.changed)
        self._box = row(look, self._field, self._time, self._energy, spacing=8)
        self.setLayout(self._box)

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._field.line.text()

    def start(self) -> None:
        """Let the user type what to search for."""
        self._field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.line.selectAll()

    def arrange(self, *, upright: bool) -> None:
        """Put the parts below each other, or side by side."""
        turn(self._box, upright=upright)

    def fits(self, listing: "Listing") -> bool:
        """Say whether a situation has all the words, in its title, summary, person or moves, and asks for no more."""
        moves = listing.moves.replace("-", " ")
        text = f"{listing.title} {listing.summary} {listing.partner} {moves}".casefold()
        minutes, energy = self._time.currentData(), self._energy.currentData()
        return (
            all(word in text for word in self.words.casefold().split())
            and (not minutes or listing.minutes <= int(minutes))
            and (not energy or listing.energy in _ASKED_FOR_AT_MOST[energy])
        )

    def _times(self) -> dict[str, str]:
        up_to = self.tr("Up to {minutes} minutes")
        return {"": self.tr("Any length")} | {str(each): up_to.format(minutes=each) for each in (_SHORT, _MIDDLE)}

    def _energies(self) -> dict[str, str]:
        return {"": self.tr("Any energy"), "little": self.tr("Little energy"), "some": self.tr("Some energy")}

    def _new_picker(self, look: Look, key: str, name: str, entries: dict[str, str]) -> Picker:
        picker = Picker(look, name)
        picker.setObjectName(f"{key}-at-hand")
        picker.show_entries(entries, "")
        picker.picked.connect(self.changed)
        return picker
