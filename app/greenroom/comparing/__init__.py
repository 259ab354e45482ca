"""Comparing: runs side by side, where they part and meet again, what the words did there; on screen and on paper."""

from greenroom.comparing.alignment import Row
from greenroom.comparing.comparison import Comparison, compare, question
from greenroom.comparing.reading import reading
from greenroom.comparing.words import Piece, changed_words

__all__ = ["Comparison", "Piece", "Row", "changed_words", "compare", "question", "reading"]
