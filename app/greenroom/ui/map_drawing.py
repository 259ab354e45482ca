"""Has maps arranged beside the window's thread, so that the window goes on meanwhile."""

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from greenroom.mapping import Chart


class _Done(QObject):
    """Carries what a thread has done over into the window's thread; it belongs to none, and outlives the window."""

    arranged = Signal(int, object)


class MapDrawing(QObject):
    """Arranges one map after the other; of those that were asked for only the last is shown."""

    drawn = Signal(object)
    """The arrangement."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = 0
        self._done = _Done()
        self._done.arranged.connect(self._on_arranged)

    def draw(self, chart: "Chart") -> None:
        """Have a map arranged; `drawn` tells when that is done, unless another has been asked for by then."""
        self._asked += 1
        Thread(target=_arrange, args=(chart, self._asked, self._done), daemon=True).start()

    def _on_arranged(self, number: int, arrangement: object) -> None:
        if number == self._asked:
            self.drawn.emit(arrangement)


def _arrange(chart: "Chart", number: int, done: _Done) -> None:
    from greenroom.arranging import arrange  # noqa: PLC0415  # the home does without it

    done.arranged.emit(number, arrange(chart))
