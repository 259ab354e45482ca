"""Has the coach read off the window's thread, so that typing never waits."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QThreadPool, Signal

from greenroom.coach.findings import Review, Situation


class Reviewing(QObject):
    """Asks for one review at a time; of what is asked meanwhile only the last is read."""

    reviewed = Signal(str, object)
    """The words, and the `Review` of them."""
    _finished = Signal(str, object)

    def __init__(self, review: Callable[[str, Situation], Review], parent: QObject) -> None:
        super().__init__(parent)
        self._review = review
        self._pool = QThreadPool(self)  # it waits for its thread before it goes
        self._pool.setMaxThreadCount(1)
        self._busy = False
        self._next: tuple[str, Situation] | None = None
        self._finished.connect(self._on_finished)

    def ask(self, words: str, situation: Situation) -> None:
        """Have words read; `reviewed` tells when it is done, unless others have been asked for since."""
        self._next = (words, situation)
        if not self._busy:
            self._start()

    def _start(self) -> None:
        if self._next:
            words, situation = self._next
            self._next, self._busy = None, True
            self._pool.start(lambda: self._read(words, situation))

    def _read(self, words: str, situation: Situation) -> None:
        review = None
        try:
            review = self._review(words, situation)
        finally:
            with suppress(RuntimeError):  # the window has been closed meanwhile
                self._finished.emit(words, review)

    def _on_finished(self, words: str, review: Review | None) -> None:
        self._busy = False
        if self._next:
            self._start()
        elif review:
            self.reviewed.emit(words, review)
