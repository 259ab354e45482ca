"""The notation of cues."""

import pytest

from greenroom.coach.patterns import Finder, compile_pattern
from greenroom.coach.tokens import tokens

CLASSES = {"fruit": ("apple", "pear*"), "done": ("*ed", "ate")}


def finds(written: str, text: str) -> list[str]:
    """Return the words that a pattern takes from a text."""
    finder = Finder(compile_pattern("cue", written), CLASSES)
    words = list(tokens(text))
    return [" ".join(word.word for word in words[i:end]) for _, i, end in finder.find([*map(finder.tags, words)])]


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("we ate", "then we ate", ["we ate"]),
        ("we|they ate", "they ate", ["they ate"]),
        ("we all? ate", "we ate", ["we ate"]),
        ("we all? ate", "we all ate", ["we all ate"]),
        ("all? ate", "all ate", ["all ate", "ate"]),
        ("net*", "a network", ["network"]),
        ("we <done>", "we baked", ["we baked"]),
        ("<fruit> pie", "pears pie", ["pears pie"]),
        ("we !all ate", "we all ate", []),
        ("we !all ate", "we two ate", ["we two ate"]),
        ("we .. ate", "we three hungry men ate", ["we three hungry men ate"]),
        ("we .. ate", "we and four other hungry men ate", []),
        ("# pies", "12 pies", ["12 pies"]),
        ("dear []", "dear [name]", ["dear [name]"]),
        ("dear Aa", "dear Ruth", ["dear ruth"]),
        ("dear Aa", "dear all", []),
        ("^ we ate", "so we ate", []),
        ("we ate $", "we ate pie", []),
    ],
)
def test_notation(written: str, text: str, expected: list[str]) -> None:
    """Each sign of the notation takes what it says."""
    assert finds(written, text) == expected


@pytest.mark.parametrize("written", [".. ate", "!we ate", "^"])
def test_a_pattern_has_to_begin_with_a_word(written: str) -> None:
    """Otherwise it would have to be tried at every word of every text."""
    with pytest.raises(ValueError, match="has to begin with a word"):
        list(compile_pattern("cue", written))
