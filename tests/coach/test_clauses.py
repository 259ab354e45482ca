"""How a text falls into clauses."""

import pytest

from greenroom.coach.clauses import clauses
from greenroom.coach.tokens import tokens


def cut(text: str) -> list[str]:
    """Return the clauses of a text as they stand in it."""
    return [text[clause.start : clause.end] for clause in clauses(tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Ana, the kiln is hot.", ["Hi Ana", "the kiln is hot."]),
        ("We met Dr. Moss at 4.30 p.m. today. It rained.", ["We met Dr. Moss at 4.30 p.m. today.", "It rained."]),
        ("It broke; I glued it back on.", ["It broke; I glued it back on."]),
        ("Feel free to say no. You know No. 7 better.", ["Feel free to say no.", "You know No. 7 better."]),
        (
            "The first one broke again; I glued the second one on.",
            ["The first one broke again", "I glued the second one on."],
        ),
        ("I read your book, but I lost the last page.", ["I read your book", "but I lost the last page."]),
        ("Really?! Yes... well.", ["Really?!", "Yes...", "well."]),
        ("Dear Bo,\nI am late.\nBest\nCy", ["Dear Bo", "I am late.", "Best", "Cy"]),
        (
            "a line that the mail program has wrapped here\nand that goes on.",
            ["a line that the mail program has wrapped here\nand that goes on."],
        ),
        ("I'm [why you write. In full] and glad.", ["I'm [why you write. In full] and glad."]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    """Clauses end where a reader would pause: after greetings, sentences, semicolons and before a but."""
    assert cut(text) == expected


def test_a_text_without_a_full_stop_is_cut() -> None:
    """A thousand words in a row become pieces, none of which is long."""
    pieces = clauses(tokens("word " * 1000))
    assert sum(len(piece.words) for piece in pieces) == 1000
    assert max(len(piece.words) for piece in pieces) <= 60


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'd", ["i", "would"]),
        ("can't", ["can", "not"]),
        ("won\u2019t", ["will", "not"]),
        ("Bob's", ["bob", "'s"]),
        ("it's", ["it", "is"]),
        ("let's", ["let", "us"]),
        ("u r", ["you", "r"]),
        ("rock'n'roll", ["rock'n'roll"]),
    ],
)
def test_contractions_are_written_out(text: str, words: list[str]) -> None:
    """However somebody shortens it, the words are the same."""
    assert [token.word for token in tokens(text)] == words
