"""What the coach takes and gives back: the situation a message stands in, findings, and the review (frozen)."""

from dataclasses import dataclass
from typing import Literal

from greenroom.rubric import Side

Stance = Literal["relational", "transactional", "mixed", "unclear"]


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known of a message beyond its words."""

    kind: str = ""
    """What it is for, as in `ask_help` or `thank_you`; empty when nobody said."""
    language: str = "en"
    """The language whose rules judge it."""
    facts: tuple[str, ...] = ()
    """What the writer and the person really share, a plain sentence each. They are only ever held in favour of a clause
    that takes one up: a warm word with no fact behind it is left in peace."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the words that goes towards the person, or towards what they can do."""

    start: int
    end: int
    """Offsets in characters of the text as it was given; `end` is the first character after it."""
    rule: str
    move: str
    side: Side
    why: str
    """One sentence, put together with the writer's own words."""
    try_instead: str
    """A question or a direction, never a sentence to paste; empty where nothing is to be changed."""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The coach's reading of one message."""

    stance: Stance
    findings: tuple[Finding, ...]
    note: str = ""
    """Why it could not be judged, or not to its end; empty when all of it was."""
