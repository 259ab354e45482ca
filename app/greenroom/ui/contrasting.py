"""The way through comparing: what stands side by side, what is written on it, and where one goes from there."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.ui.frame import Frame
from greenroom.ui.sessions import Sessions

if TYPE_CHECKING:
    from greenroom.comparing import Comparison
    from greenroom.ui.lines import Line, Lines
    from greenroom.ui.saving import Format
    from greenroom.ui.screens.compare import CompareScreen
    from greenroom.ui.screens.screen import Screen

_MOST_CANDIDATES = 12


class Contrasting(QObject):
    """Holds the lines of runs that are compared, and shows them."""

    play_on_requested = Signal(str, int)
    """A run, which stands at the end of the line that was shown, and the number of the turn to go back to."""

    def __init__(self, frame: Frame, sessions: Sessions) -> None:
        super().__init__(frame)
        self._frame, self._sessions = frame, sessions
        self._shown: list[Line] = []
        self._offered: list[list[Line]] = []
        self._comparison: Comparison | None = None
        self._came_from: Screen | None = None

    def open(self, runs: Sequence[str]) -> None:
        """Show runs of one scenario side by side, each as it stands, the first on the left."""
        with self._frame.telling():
            if lines := self._lines:
                self._show([lines.standing(run) for run in runs])

    def open_beside_latest(self, run: str) -> None:
        """Show a run beside the newest other way through its scenario; where there is none, say so."""
        with self._frame.telling():
            if lines := self._lines:
                here = lines.standing(run)
                others = lines.others([here], 1)
                self._show([here, *others]) if others else self._frame.notices.show_notice(self._only_one())

    def open_otherwise(self, run: str, turn: int, choice: str) -> None:
        """Show a run beside what another choice would have done at one of its turns."""
        with self._frame.telling():
            if lines := self._lines:
                here = lines.standing(run)
                self._show([here, here._replace(instead=choice, turn=turn)])

    def _show(self, shown: "list[Line]") -> None:
        from greenroom.comparing import compare  # noqa: PLC0415  # the home does without it

        if (lines := self._lines) and (journal := self._frame.journal):
            comparison = compare(lines.stories(shown))
            answer = journal.answer_to([line.run for line in shown])
            self._screen.show_comparison(comparison, self._sessions.rubric, answer)
            self._shown, self._comparison = shown, comparison
            if self._frame.window.screen_shown is not self._screen:
                self._came_from = self._frame.window.screen_shown
            self._frame.show(self._screen)

    def _on_closed(self) -> None:
        if self._came_from:
            self._frame.show(self._came_from)

    def _on_swap_requested(self) -> None:
        with self._frame.telling():
            self._show([*self._shown[1:], self._shown[0]])

    def _on_other_runs_requested(self) -> None:
        self._offer(self._shown[:-1])

    def _on_further_run_requested(self) -> None:
        self._offer(self._shown)

    def _offer(self, kept: "list[Line]") -> None:
        """Offer what may stand beside `kept`."""
        with self._frame.telling():
            if lines := self._lines:
                found = lines.others(self._shown, _MOST_CANDIDATES)
                self._offered = [[*kept, line] for line in found]
                self._screen.offer_runs([lines.in_words(line) for line in found])

    def _on_run_picked(self, place: int) -> None:
        with self._frame.telling():
            self._show(self._offered[place])

    def _on_answered(self, words: str) -> None:
        with self._frame.telling():
            if journal := self._frame.journal:
                journal.answer([line.run for line in self._shown], words)

    def _on_play_on_requested(self, place: int, turn: int) -> None:
        line = self._shown[place]
        with self._frame.telling():
            if journal := self._frame.journal:
                journal.stand_at(line.run, line.leaf)
                self.play_on_requested.emit(line.run, turn)

    def _on_save_requested(self, kind: "Format") -> None:
        from greenroom.ui.saving import save  # noqa: PLC0415  # the home does without it

        if self._comparison is None:
            return
        with self._frame.telling():
            parts = self._frame.parts
            path = save(self._comparison, self._sessions.rubric, kind, parts.documents, parts.now())
            self._frame.notices.show_notice(self.tr("It is saved as {path}.").format(path=path))

    def _only_one(self) -> str:
        return self.tr("One run so far. Try another way and they'll sit here side by side.")

    @property
    def _lines(self) -> "Lines | None":
        from greenroom.ui.lines import Lines  # noqa: PLC0415  # the home does without it

        journal = self._frame.journal
        return Lines(journal, self._frame.parts.now, self._sessions.ending_title) if journal else None

    @cached_property
    def _screen(self) -> "CompareScreen":
        from greenroom.ui.screens.compare import CompareScreen  # noqa: PLC0415  # the home does without it

        screen = CompareScreen(self._frame.look, self._frame.pictures)
        screen.play_on_requested.connect(self._on_play_on_requested)
        screen.swap_requested.connect(self._on_swap_requested)
        screen.other_runs_requested.connect(self._on_other_runs_requested)
        screen.further_run_requested.connect(self._on_further_run_requested)
        screen.run_picked.connect(self._on_run_picked)
        screen.answered.connect(self._on_answered)
        screen.save_requested.connect(self._on_save_requested)
        screen.closed.connect(self._on_closed)
        return screen
