"""Why words land as they do, in lines: the move, the sources, and what the coach finds in typed words."""

from collections.abc import Iterator

from greenroom.rubric import Rubric, Side
from greenroom.scenario import Choice

SIDES: dict[Side, str] = {"relational": "Relational", "transactional": "Transactional", "neither": "Neither"}


def move_of(choice: Choice, rubric: Rubric) -> str:
    """Return the side and the name of the move of a choice."""
    return named(choice.move, rubric.side(choice.move), rubric)


def named(move_id: str, side: Side, rubric: Rubric) -> str:
    """Return a side and the name of a move."""
    move = rubric.moves.get(move_id)
    return f"{SIDES[side]}, {move.name.lower()}" if move else move_id


def sources_in_short(choice: Choice, rubric: Rubric) -> str:
    """Return in a line what an explanation rests on; empty where it names nothing that is known."""
    known = [rubric.sources[name] for name in choice.sources if name in rubric.sources]
    shorts = dict.fromkeys(f"{source.short} ({source.grade.footing})" for source in known)
    return f"Source: {'; '.join(shorts)}" if shorts else ""


def sources_in_full(choice: Choice, rubric: Rubric) -> Iterator[tuple[str, ...]]:
    """Yield each source: where it stands, then what it says, its reservations, what to do with it, how firm it is."""
    for source in (rubric.sources[name] for name in choice.sources if name in rubric.sources):
        firm = f"{source.grade.word}: {source.grade.meaning}"
        yield (source.full, *filter(None, (source.says, source.note, source.practice, firm)))


def found_in(words: str, facts: tuple[str, ...], rubric: Rubric) -> Iterator[str]:
    """Yield what the coach finds in typed words, each in a line; `facts` are what one knows in the scene."""
    from greenroom.coach import Situation, review  # noqa: PLC0415  # only those who type wait for its rules

    for finding in review(words, Situation(facts=facts)).findings:
        yield f"{named(finding.move, finding.side, rubric)}: {finding.why}"
