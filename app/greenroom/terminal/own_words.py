"""Answers in the user's own words: which lines are some, and what is said of how they were taken."""

from typing import NamedTuple

from greenroom.matching import Match
from greenroom.scenario import Choice, Scenario
from greenroom.turns import Turn

NONE = "None of these"


class Doubt(NamedTuple):
    """An answer that may mean one of two choices, until the user says which."""

    words: str
    nearest: tuple[Choice, ...]


def tidy(line: str) -> str:
    """Return a line without what no page shows: codes that steer a terminal, and blanks in a row."""
    return "".join(each for each in " ".join(line.split()) if each.isprintable())


def is_answer(line: str) -> bool:
    """Say whether a line could be said to somebody: it has a letter in it."""
    return any(map(str.isalpha, line))


def taken_as(choice: Choice, because: str) -> str:
    """Return how an answer was taken, and why."""
    reason = f", because of {because}" if because else ""
    return f"Taken as: {choice.label}{reason}. (b takes it back)"


def which(match: Match) -> str:
    """Return the question which of the nearest choices was meant."""
    return f"Close to these, because of {match.because}. Which do you mean?" if match.because else "Which do you mean?"


def cannot_tell(scenario: Scenario) -> str:
    """Return what is said where an answer is too far off; the partner waits."""
    return f"I can't tell how {scenario.partner.first_name} would take that. Which of these is closest?"


def quoted(choice: Choice) -> str:
    """Return the author's words, or what one does."""
    return f'"{choice.say}"' if choice.say else f"[{choice.do}]"


def said(turn: Turn) -> str:
    """Return what the user said or did at a turn, in the words that were used."""
    return quoted(turn.choice) if turn.words is None else f'"{tidy(turn.words)}"'
