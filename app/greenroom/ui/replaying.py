"""The way through a replay: from where one came into an old run, and from there into a rehearsal or a comparison."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.errors import GreenroomError
from greenroom.ui.frame import Frame
from greenroom.ui.sessions import Sessions

if TYPE_CHECKING:
    from greenroom.journal import Journal
    from greenroom.retelling import Story
    from greenroom.session import Session
    from greenroom.ui.screens.replay import Replay, ReplayScreen
    from greenroom.ui.screens.screen import Screen


class Replaying(QObject):
    """Shows old runs, turn by turn."""

    session_begun = Signal(object)
    """A `Session` of the new version of a scenario, played as far as the old run goes."""
    play_on_requested = Signal(str, int)
    """A run, and the number of the turn at which to choose anew."""
    comparison_requested = Signal(str, int, str)
    """A run, the number of a turn, and the choice to lay beside the one made there."""
    end_passed = Signal(str)
    """The run, of which one wants to see how it ended, or go on with it."""
    left = Signal()
    """The user has seen enough of it, and had come from nowhere that could be shown again."""

    def __init__(self, frame: Frame, sessions: Sessions) -> None:
        super().__init__(frame)
        self._frame, self._sessions = frame, sessions
        self._came_from: Screen | None = None

    def open(self, run_id: str, turn: int = 0) -> None:
        """Show a run at one of its turns (0: its beginning)."""
        with self._frame.telling():
            if journal := self._frame.journal:
                replay = self._replay(journal, run_id)
                shown = self._frame.window.screen_shown
                self._came_from = self._came_from if shown is self._screen else shown
                self._screen.show_replay(replay, min(turn, len(replay.story.turns)))
                self._frame.show(self._screen)

    def _replay(self, journal: "Journal", run_id: str) -> "Replay":
        from greenroom.ui.screens.replay import Replay  # noqa: PLC0415  # the home does without it
        from greenroom.ui.stories import read_back  # noqa: PLC0415  # the same

        story, whole = read_back(journal, run_id)
        if story is None:
            message = "This run can't be read any more. Its page in the journal has what is left of it."
            raise GreenroomError(message)
        changed = self._sessions.has_changed(run_id)
        remarks = {
            False: "",
            True: self.tr("This run's situation has changed since. You read it in the words of that time."),
            None: self.tr(
                "This run's situation has changed since, and can't be begun anew. You read the words of that time."
            ),
        }
        unread = "" if whole else self.tr("Part of this run can't be read. Here is what can.")
        remark = " ".join(filter(None, (unread, remarks[changed])))
        return Replay(story, self._sessions.rubric, remark, has_new_version=changed is True, goes_on=whole)

    def _on_new_version_requested(self, story: "Story") -> None:
        with self._frame.telling():
            session, followed = self._sessions.play_again(story)
            self.session_begun.emit(session)
            self._frame.notices.show_notice(self._where_they_part(story, session, followed))

    def _where_they_part(self, story: "Story", session: "Session", followed: int) -> str:
        if followed == len(story.turns):
            return self.tr("The new version goes the same way to the end of your run.")
        if not followed:
            return self.tr("The new version parts from your run at the first turn. From here it is new.")
        parted = self.tr("The new version goes your way up to turn {number}: '{label}'. From here it is new.")
        return parted.format(number=followed, label=session.turns[followed - 1].choice.label)

    def _on_closed(self) -> None:
        if self._came_from:
            self._frame.show(self._came_from)
        else:
            self.left.emit()

    @cached_property
    def _screen(self) -> "ReplayScreen":
        from greenroom.ui.screens.replay import ReplayScreen  # noqa: PLC0415  # the home does without it

        screen = ReplayScreen(self._frame.look, self._frame.pictures)
        screen.play_on_requested.connect(self.play_on_requested)
        screen.comparison_requested.connect(self.comparison_requested)
        screen.new_version_requested.connect(self._on_new_version_requested)
        screen.end_passed.connect(self.end_passed)
        screen.closed.connect(self._on_closed)
        return screen
