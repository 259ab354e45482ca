"""Words, numbers, placeholders and marks of a text, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "number", "slot", "mark", "line", "blank-line", "emoji"]

_TOKEN = re.compile(
    r"(?P<slot>\[[^\[\]\n]{1,120}(?:\n[^\[\]\n]{1,120})?\]|\{\{?[^{}\n]{1,60}\}?\}|<[A-Za-z][^<>\n]{1,60}>)"
    r"|(?P<number>[#£$€]?\d++(?:[.,:/]\d++)*+[%+]?[a-z]{0,2})"
    r"|(?P<word>[^\W\d_]+(?:[\u2019'][^\W\d_]+)*+|&)"
    r"|(?P<blankline>\r?\n[ \t\xa0]*\r?\n\s*+)"
    r"|(?P<line>\r?\n)"
    r"|(?P<mark>[.!?…,;:()\"“”—\u2013•*/-])"
    r"|(?P<emoji>[\u2190-\u2bff\U0001f000-\U0001faff])"
)

_SHORTENED = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_PRONOUNS = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "that", "this", "there", "what", "who", "how", "where", "here", "let"}
)
_WRITTEN_AS = {
    "im": ("i", "am"), "ive": ("i", "have"), "dont": ("do", "not"), "didnt": ("did", "not"), "cant": ("can", "not"),
    "cannot": ("can", "not"), "wont": ("will", "not"), "youre": ("you", "are"), "youve": ("you", "have"),
    "thats": ("that", "is"), "lets": ("let", "us"), "u": ("you",), "ur": ("your",), "pls": ("please",),
    "plz": ("please",), "thx": ("thanks",), "wanna": ("want", "to"), "gonna": ("going", "to"), "ya": ("you",),
    "&": ("and",), "y'all": ("you",), "ok": ("okay",), "intro": ("introduction",), "doesnt": ("does", "not"),
    "isnt": ("is", "not"), "wouldnt": ("would", "not"), "couldnt": ("could", "not"), "id": ("i", "would"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; a contraction is two, which share their place."""

    start: int
    end: int
    word: str
    """In small letters, contractions written out; a mark is itself."""
    kind: Kind
    capital: bool = False


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of a text in order."""
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind == "word":
            yield from _words(found)
        elif kind == "blankline":
            yield Token(found.start(), found.end(), "\n", "blank-line")
        else:
            yield Token(found.start(), found.end(), found[0].lower(), kind)  # type: ignore[arg-type]


def _words(found: re.Match[str]) -> Iterator[Token]:
    written = found[0][:80]
    capital = written[0].isupper() and written not in {"I", "I'm", "I've", "I'd", "I'll"}
    for word in _written_out(written.lower().replace("\u2019", "'")):
        yield Token(found.start(), found.end(), word, "word", capital)


def _written_out(word: str) -> tuple[str, ...]:
    if word in _WRITTEN_AS:
        return _WRITTEN_AS[word]
    if "'" not in word:
        return (word,)
    if word.endswith("n't"):
        stem = {"ca": "can", "wo": "will", "sha": "shall"}.get(word[:-3], word[:-3])
        return (stem, "not")
    stem, _, ending = word.rpartition("'")
    if f"'{ending}" in _SHORTENED:
        return (stem, _SHORTENED[f"'{ending}"])
    if ending == "s":
        return (stem, ("us" if stem == "let" else "is") if stem in _PRONOUNS else "'s")
    return (word,)
