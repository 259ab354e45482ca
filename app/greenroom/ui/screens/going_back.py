"""Going back in a rehearsal, and returning to where one was for as long as nothing else has been answered."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greenroom.session import Session
    from greenroom.turns import Turn


class GoingBack:
    """Holds the turns that were taken back since the last answer."""

    def __init__(self) -> None:
        self._undone: tuple[Turn, ...] = ()
        self._saw_landing = False

    @property
    def words(self) -> str:
        """What was typed for the first of them, to be gone on with."""
        return (self._undone[0].words or "") if self._undone else ""

    def forget(self) -> None:
        """Have nothing to return to."""
        self._undone = ()

    def take_back(self, session: "Session", number: int, *, landed: bool) -> None:
        """Go back to before turn `number`; `landed` says whether one was looking at how a choice had landed."""
        if not self._undone:
            self._saw_landing = landed or session.outcome is not None
        self._undone = (*session.turns[number - 1 :], *self._undone)
        session.take_back(number - 1)

    def come_back(self, session: "Session") -> "Turn | None":
        """Make all choices anew, and return the turn at whose landing one was looking, if at any."""
        turns = [session.choose(turn.choice, turn.words) for turn in self._undone]
        self._undone = ()
        return turns[-1] if self._saw_landing else None
