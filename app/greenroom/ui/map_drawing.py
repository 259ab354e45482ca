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
    """The `MapIndex` of what has been arranged."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = self._came = 0
        self._done = _Done()
        self._done.arranged.connect(self._on_arranged)

    def draw(self, chart: "Chart") -> None:
        """Have a map arranged; `drawn` tells when that is done, unless another has been asked for by then."""
        self._asked += 1
        Thread(target=_arrange, args=(chart, self._asked, self._done), daemon=True).start()

    @property
    def idle(self) -> bool:
        """Whether all that was asked for has been arranged."""
        return self._came == self._asked

    def _on_arranged(self, number: int, index: object) -> None:
        self._came += 1
        if number == self._asked:
            self.drawn.emit(index)


def _arrange(chart: "Chart", number: int, done: _Done) -> None:
    from greenroom.arranging import arrange  # noqa: PLC0415  # the home does without it
    from greenroom.ui.widgets.map_index import MapIndex  # noqa: PLC0415  # the same

    done.arranged.emit(number, MapIndex(arrange(chart)))
