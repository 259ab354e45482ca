"""Comparing: runs side by side, where they part and meet again, what the words did there; on screen and on paper."""

from greenroom.comparing.alignment import Row
from greenroom.comparing.as_html import as_html
from greenroom.comparing.as_markdown import as_markdown
from greenroom.comparing.as_record import as_record
from greenroom.comparing.as_text import as_text
from greenroom.comparing.comparison import Comparison, compare, question
from greenroom.comparing.reading import reading
from greenroom.comparing.words import Piece, changed_words

__all__ = [
    "Comparison",
    "Piece",
    "Row",
    "as_html",
    "as_markdown",
    "as_record",
    "as_text",
    "changed_words",
    "compare",
    "question",
    "reading",
]
