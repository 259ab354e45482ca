"""Which words of a clause are marked: those that give it away, with the part of the sentence that they stand in."""

from collections.abc import Sequence

from greenroom.coach.clauses import Clause

LONGEST = 30
"""Words; of a longer clause only the parts around the telling words are marked, up to so many."""
_JOINERS = frozenset({"and", "but", "so", "or", "because", "which", "since", "while", "although", "though"})
_BREAKS = frozenset(",;:()—\u2013")


def trimmed(text: str, clause: Clause, place: tuple[int, int]) -> tuple[int, int]:
    """Return where the mark on a clause of this text begins and ends; `place` holds the words that give it away."""
    first, end = _around(_parts(text, clause), place) if len(clause.words) > LONGEST else (0, len(clause.words))
    if clause.words[first].word in {"and", "but", "so"} and end - first > 1:
        first += 1
    last = clause.end if end == len(clause.words) else clause.words[end - 1].end
    return clause.words[first].start, last


def _parts(text: str, clause: Clause) -> list[tuple[int, int]]:
    """Return the parts of a clause between its commas and joining words, by its words."""
    cuts = [
        index
        for index in range(1, len(clause.words))
        if clause.words[index].word in _JOINERS
        or not _BREAKS.isdisjoint(text[clause.words[index - 1].end : clause.words[index].start])
    ]
    return list(zip([0, *cuts], [*cuts, len(clause.words)], strict=True))


def _around(parts: Sequence[tuple[int, int]], place: tuple[int, int]) -> tuple[int, int]:
    """Return the parts that hold the place, with as many after and before it as may be marked."""
    inside = [index for index, (begin, end) in enumerate(parts) if begin < max(place[1], 1) and end > place[0]]
    first, last = inside[0], inside[-1]
    while last + 1 < len(parts) and parts[last + 1][1] - parts[first][0] <= LONGEST:
        last += 1
    while first and parts[last][1] - parts[first - 1][0] <= LONGEST:
        first -= 1
    return parts[first][0], parts[last][1]
