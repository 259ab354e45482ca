"""Two wordings, word by word: what stands in both, and what in one of them only."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from re import split
from typing import NamedTuple

_ALIKE = 0.4
"""Of wordings with a smaller share of words in common, each has changed as a whole: a few little words say nothing."""


class Piece(NamedTuple):
    """A part of a text."""

    text: str
    changed: bool
    """Whether the other text has something else instead, or nothing."""


def changed_words(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces of whole words. Joined, the pieces of each give the text back."""
    # Splitting puts a word (at the ends perhaps an empty one) at every even place, and space between.
    texts = [split(r"(\s+)", text) for text in (one, other)]
    matcher = SequenceMatcher(None, texts[0][::2], texts[1][::2], autojunk=False)
    blocks = matcher.get_matching_blocks() if matcher.ratio() >= _ALIKE else []
    kept = [{block[side] + step for block in blocks for step in range(block.size)} for side in (0, 1)]
    return _pieces(texts[0], kept[0]), _pieces(texts[1], kept[1])


def _pieces(parts: Sequence[str], kept: set[int]) -> tuple[Piece, ...]:
    groups = groupby(zip(parts, _changes(parts, kept), strict=True), key=lambda each: each[1])
    joined = (Piece("".join(text for text, _ in group), changed) for changed, group in groups)
    return tuple(piece for piece in joined if piece.text)


def _changes(parts: Sequence[str], kept: set[int]) -> Iterator[bool]:
    """Yield for each part whether it has changed: a space only between two words that both have."""
    words = [number not in kept for number in range(len(parts[::2]))]
    for before, after in pairwise(words):
        yield before
        yield before and after
    yield words[-1]
