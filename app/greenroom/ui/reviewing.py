"""Has the coach read off the window's thread, so that typing never waits."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from greenroom.coach.findings import Review, Situation

_LOOK = 8
"""Milliseconds from one look at whether it is done to the next."""


class Reviewing(QObject):
    """Asks for one review at a time; of what is asked meanwhile only the last is read.

    The thread touches nothing of Qt's, so the window may be closed while it reads.
    """

    reviewed = Signal(str, object)
    """The words, and the `Review` of them."""

    def __init__(self, review: Callable[[str, Situation], Review], parent: QObject) -> None:
        super().__init__(parent)
        self._review = review
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._words = ""
        self._reading: Future[Review] | None = None
        self._next: tuple[str, Situation] | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK)
        self._looking.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._reading is not None

    def ask(self, words: str, situation: Situation) -> None:
        """Have words read; `reviewed` tells when it is done, unless others have been asked for since."""
        self._next = (words, situation)
        if not self.is_busy:
            self._start()

    def _start(self) -> None:
        if self._next:
            self._words, situation = self._next
            self._next = None
            self._reading = self._thread.submit(self._review, self._words, situation)
            self._looking.start()

    def _look(self) -> None:
        reading = self._reading
        if reading is None or not reading.done():
            return
        self._looking.stop()
        self._reading = None
        if self._next:
            self._start()
        else:
            self.reviewed.emit(self._words, reading.result())
