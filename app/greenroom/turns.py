"""What happened in a rehearsal, frozen: a turn, and the outcome that the debrief shows."""

from dataclasses import dataclass

from greenroom.scenario import Choice, Ending


@dataclass(frozen=True, slots=True)
class Turn:
    """One choice and what it changed."""

    number: int
    """Counted from 1."""
    state: str
    """The state in which the choice was made."""
    choice: Choice
    to: str
    """The state or ending that it led to."""
    openness_before: int
    openness: int
    """The partner's openness, from -3 to 3, after the choice."""
    words: str | None = None
    """What the user typed instead of the author's words, where they did."""

    @property
    def said(self) -> str:
        """What the user said or did, in the words that were used."""
        return self.words or self.choice.words

    @property
    def shift(self) -> int:
        """How far the partner opened (above zero) or closed."""
        return self.openness - self.openness_before


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rehearsal that has come to an ending."""

    ending_id: str
    ending: Ending
    turns: tuple[Turn, ...]

    @property
    def turning_points(self) -> tuple[Turn, ...]:
        """The (at most two) turns on which it turned, in the order in which they happened.

        Those that moved the partner's openness furthest; of equal ones those that differ from each
        other in direction, then the earlier. A turn that moved nothing counts only if it is the last,
        which led to the ending.
        """
        moving = [turn for turn in self.turns if turn.shift or turn is self.turns[-1]]
        by_weight = sorted(moving, key=lambda turn: (-abs(turn.shift), turn.number))
        if not by_weight:
            return ()
        first, *others = by_weight
        if not others:
            return (first,)
        weight = abs(others[0].shift)
        equals = [turn for turn in others if abs(turn.shift) == weight]
        second = next((turn for turn in equals if turn.shift * first.shift < 0), equals[0])
        return tuple(sorted((first, second), key=lambda turn: turn.number))
