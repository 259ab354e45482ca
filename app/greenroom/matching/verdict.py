"""What the matcher made of an answer: the choice it takes it as, or the nearest, and why."""

from dataclasses import dataclass

from greenroom.scenario import Choice


@dataclass(frozen=True, slots=True)
class Match:
    """How an answer in the user's own words was taken.

    Surely as one choice; or it may be one of the nearest, and the user says which; or it is too far off
    to tell, and then there is neither.
    """

    choice: Choice | None = None
    """The choice that it surely means."""
    nearest: tuple[Choice, ...] = ()
    """The two choices that it may mean, where that is not sure; one where only one is on offer."""
    because: str = ""
    """What it has in common with that choice or the first of those, to stand after "because of"."""
