"""The way through a rehearsal: from its beginning over the stage to the debrief, and back from there."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.ui.frame import Frame
from greenroom.ui.sessions import Sessions

if TYPE_CHECKING:
    from greenroom.scenario import Scenario
    from greenroom.session import Session
    from greenroom.turns import Outcome
    from greenroom.ui.screens.debrief import DebriefScreen, Suggested
    from greenroom.ui.screens.screen import Screen
    from greenroom.ui.screens.stage import StageScreen


class Rehearsing(QObject):
    """Holds the rehearsal that was opened last, and shows it."""

    left = Signal()
    """The user has seen enough of it."""
    comparison_requested = Signal(str)
    """The id of the run to compare with another one."""
    reading_requested = Signal(str)
    """The id of the run to read again."""

    def __init__(self, frame: Frame, sessions: Sessions) -> None:
        super().__init__(frame)
        self._frame, self._sessions = frame, sessions
        self._session: Session | None = None

    @property
    def unkept(self) -> "Session | None":
        """The rehearsal to go on with that is here only, since the journal does not have it."""
        session = self._session
        return session if session and not session.is_kept and session.turns and not session.outcome else None

    def session_on(self, screen: "Screen | None") -> "Session | None":
        """Return the rehearsal that a screen shows; nothing where it is neither the stage nor a debrief."""
        made = (self.__dict__.get("_stage"), self.__dict__.get("_debrief"))
        return self._session if screen is not None and screen in made else None

    def begin(self, scenario_id: str) -> None:
        """Begin a scenario."""
        self._frame.notices.clear()
        with self._frame.telling():
            self.open(self._sessions.begin(scenario_id))

    def go_on(self, run_id: str) -> None:
        """Go on with a run, just as it was left if it is still on the stage; show the debrief of one that has ended."""
        self._frame.notices.clear()
        if self._session and self._session.run == run_id and not self._session.outcome:
            self._frame.show(self._stage)
            return
        with self._frame.telling():
            self.open(self._sessions.go_on(run_id))

    def play_on(self, run_id: str, turn: int) -> None:
        """Open a run as the journal has it, and go back in it to before `turn`."""
        self._frame.notices.clear()
        with self._frame.telling():
            self._session = self._sessions.go_on(run_id)
            self._on_turn_wanted(turn)

    def open(self, session: "Session") -> None:
        """Show a rehearsal where it stands."""
        self._session = session
        if session.outcome:
            self._show_debrief(session.outcome)
        else:
            self._stage.show_session(session)
            self._frame.show(self._stage)

    def _show_debrief(self, outcome: "Outcome") -> None:
        if self._session:
            session = self._session
            comparable = session.is_kept and self._sessions.are_comparable(session.scenario.id)
            self._debrief.show_outcome(
                outcome, session.scenario, session.rubric, comparable=comparable, kept=session.is_kept
            )
            self._debrief.show_suggestion(self._suggested_by(session.scenario))
            self._frame.show(self._debrief)

    def _suggested_by(self, scenario: "Scenario") -> "Suggested | None":
        """Return what an author suggests to rehearse next, where that can be played."""
        from greenroom.ui.screens.debrief import Suggested  # noqa: PLC0415  # it comes with the screen

        suggests = scenario.suggests
        titles = {each.id: each.title for each in self._frame.parts.library.listings() if not each.trouble}
        if suggests is None or suggests.scenario not in titles:
            return None
        return Suggested(suggests.scenario, titles[suggests.scenario], suggests.why)

    def _on_replay_requested(self) -> None:
        if self._session:
            self.begin(self._session.scenario.id)

    def _on_comparison_requested(self) -> None:
        if self._session:
            self.comparison_requested.emit(self._session.run)

    def _on_reading_requested(self) -> None:
        if self._session:
            self.reading_requested.emit(self._session.run)

    def _on_turn_wanted(self, number: int) -> None:
        if self._session:
            self._stage.show_session(self._session)
            self._frame.show(self._stage)
            self._stage.take_back(number)

    # The screens, imported and made on the first visit: the home does without them.

    @cached_property
    def _stage(self) -> "StageScreen":
        from greenroom.ui.coaching import Coaching  # noqa: PLC0415
        from greenroom.ui.screens.stage import StageScreen  # noqa: PLC0415

        frame = self._frame
        stage = StageScreen(frame.look, frame.pictures, frame.notices, frame.parts.folders.home, Coaching(frame))
        stage.rehearsal_finished.connect(self._show_debrief)
        stage.left.connect(self.left)
        return stage

    @cached_property
    def _debrief(self) -> "DebriefScreen":
        from greenroom.ui.screens.debrief import DebriefScreen  # noqa: PLC0415

        debrief = DebriefScreen(self._frame.look, self._frame.pictures)
        debrief.replay_requested.connect(self._on_replay_requested)
        debrief.turn_wanted.connect(self._on_turn_wanted)
        debrief.comparison_requested.connect(self._on_comparison_requested)
        debrief.reading_requested.connect(self._on_reading_requested)
        debrief.suggestion_taken.connect(self.begin)
        debrief.done.connect(self.left)
        return debrief
