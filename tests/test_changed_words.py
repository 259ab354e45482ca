"""Differences in wording, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from greenroom.comparing import Piece, changed_words

texts = st.lists(st.sampled_from(["is", "that", "a", "map", "chart,", " ", "\n", "\u00e9t\u00e9"]), max_size=12).map(
    " ".join
)


@given(texts | st.text(), texts | st.text())
def test_the_pieces_give_the_texts_back(one: str, other: str) -> None:
    """Joined, the pieces of each text are that text, with every space; what has not changed is the same in both."""
    pieces = changed_words(one, other)
    assert ["".join(piece.text for piece in side) for side in pieces] == [one, other]
    kept = ["".join(piece.text for piece in side if not piece.changed).split() for side in pieces]
    assert sorted(kept[0]) == sorted(kept[1])


@given(texts)
def test_a_text_beside_itself_has_not_changed(text: str) -> None:
    """There is nothing to mark."""
    assert not any(piece.changed for side in changed_words(text, text) for piece in side)


def test_whole_words_are_marked() -> None:
    """Neighbouring words that changed are one piece, without the spaces around it."""
    one, other = changed_words("Is that a map of this harbour?", "Is that a sea chart of this harbour?")
    assert one == (
        Piece("Is that a ", changed=False),
        Piece("map", changed=True),
        Piece(" of this harbour?", changed=False),
    )
    assert other[1] == Piece("sea chart", changed=True)


def test_lines_with_little_in_common_have_changed_as_a_whole() -> None:
    """A shared "the" in two different sentences is not shown as what they have in common."""
    one, other = changed_words("You ask about the map.", "Going home was the plan all along, thanks.")
    assert [piece.changed for piece in (*one, *other)] == [True, True]
