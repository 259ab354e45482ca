"""Frees what nothing leads to any more, in the window's thread alone.

Python would do so in whichever thread happens to ask for memory, and Qt's objects may not be freed in another thread
than theirs: the coach's, or the map's, would bring the window down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE = 250
"""Milliseconds from one look to the next."""


class Collecting(QObject):
    """Takes over from Python's own collector for as long as the window lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._looking = QTimer(self)
        self._looking.setInterval(_PAUSE)
        self._looking.timeout.connect(collect_what_is_due)
        self._looking.start()


def collect_what_is_due() -> None:
    """Do what Python's collector would have done by now: the oldest generation that has had its number."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
