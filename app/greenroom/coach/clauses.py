"""Sentences and their clauses, each with its place in the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from greenroom.coach.tokens import Token

LONGEST = 60
"""Words; a longer clause is cut, so that a text without a full stop is judged in pieces."""

_DASHES = ";—\u2013"
_ENDS = frozenset(".!?…")
_ABBREVIATIONS = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "eg", "ie", "etc", "jr", "sr", "inc", "ltd", "co"}
)
_GREETINGS = frozenset(
    {"hi", "hello", "hey", "dear", "hiya", "greetings", "morning", "evening", "yo", "respected", "good"}
)
_LONGEST_GREETING = 7
"""Pieces of a greeting on a line of its own."""
_SHORT_LINE = 45
"""Characters; a line that is shorter was ended by the writer, not by the mail program."""
_FEWEST = 4
"""Words on either side of a joint inside a sentence."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words that does one thing."""

    start: int
    end: int
    words: tuple[Token, ...]
    """Words, numbers and placeholders, without the marks."""
    marks: str
    """The marks in it, in order."""
    sentence: int
    """Which sentence it belongs to, counted from 0."""

    @property
    def question(self) -> bool:
        """Whether it ends with a question mark."""
        return self.marks.rstrip('")”').endswith("?")


def clauses(pieces: Iterable[Token]) -> list[Clause]:
    """Cut a text into clauses."""
    return [
        _clause(part, number)
        for number, sentence in enumerate(_sentences(pieces))
        for part in _parts(sentence)
        if any(token.kind in {"word", "number", "slot"} for token in part)
    ]


def _clause(part: Sequence[Token], sentence: int) -> Clause:
    words = tuple(token for token in part if token.kind in {"word", "number", "slot"})
    last = next((token for token in reversed(part) if token.word not in ',;:-\u2013—"('), part[-1])
    marks = "".join(token.word for token in part if token.kind == "mark")
    return Clause(words[0].start, max(words[-1].end, last.end), words, marks, sentence)


def _sentences(pieces: Iterable[Token]) -> Iterator[list[Token]]:
    sentence: list[Token] = []
    all_pieces = list(pieces)
    for index, token in enumerate(all_pieces):
        following = all_pieces[index + 1] if index + 1 < len(all_pieces) else None
        if token.kind in {"blank-line", "line"}:
            if sentence and (token.kind == "blank-line" or _line_ends(sentence, following)):
                yield sentence
                sentence = []
            continue
        sentence.append(token)
        if _ends(token, sentence, following):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _ends(token: Token, sentence: Sequence[Token], following: Token | None) -> bool:
    if len(sentence) >= LONGEST:
        return True
    if token.kind == "emoji":
        return following is not None and following.kind == "word" and following.capital
    if token.kind != "mark" or token.word not in _ENDS:
        return False
    if following is None:
        return True
    if following.start == token.end:
        return False
    before = sentence[-2] if len(sentence) > 1 else None
    abbreviated = (
        token.word == "." and before is not None and (_abbreviation(before, following) or _initial(before, following))
    )
    return not abbreviated


def _abbreviation(token: Token, following: Token) -> bool:
    """Say whether a word before a full stop is cut short; `no` is only before a number."""
    return token.word in _ABBREVIATIONS and (token.word != "no" or following.kind == "number")


def _initial(token: Token, following: Token) -> bool:
    """Say whether a letter before a full stop is an initial, or the end of something like p.m."""
    return token.kind == "word" and len(token.word) == 1 and (token.capital or not following.capital)


def _line_ends(sentence: Sequence[Token], following: Token | None) -> bool:
    """Say whether the end of a line ends a sentence: after a short line, or before a bullet."""
    if following is None or following.word in "•*-" or following.kind == "emoji":
        return True
    if following.kind == "word" and not following.capital and following.word != "i":
        return False
    last = sentence[-1]
    after_greeting = last.kind == "mark" and last.word in ",:—-)" and len(sentence) <= _LONGEST_GREETING
    return after_greeting or last.end - sentence[0].start < _SHORT_LINE


def _parts(sentence: list[Token]) -> Iterator[list[Token]]:
    """Cut a sentence at its greeting, and at joints with enough words on either side."""
    begin = _after_greeting(sentence)
    if begin:
        yield sentence[:begin]
    part: list[Token] = []
    for index in range(begin, len(sentence)):
        token = sentence[index]
        if _words_in(part) >= _FEWEST and _words_in(sentence[index:]) >= _FEWEST and _is_joint(sentence, index):
            yield part
            part = []
        part.append(token)
    if part:
        yield part


def _is_joint(sentence: Sequence[Token], index: int) -> bool:
    before = sentence[index - 1]
    token = sentence[index]
    if before.kind == "mark" and before.word in _DASHES:
        return True
    if before.word == "-" and token.start > before.end:
        return True
    if before.word == ":" and token.start > before.end:
        return True
    return before.word == "," and token.word == "but"


def _after_greeting(sentence: Sequence[Token]) -> int:
    """Return how many pieces of the sentence are its greeting, up to a comma or the like; 0 without one."""
    if sentence[0].word not in _GREETINGS:
        return 0
    for index, token in enumerate(sentence[:9]):
        if token.kind == "mark" and token.word in ",—\u2013-:" and index + 1 < len(sentence):
            return index + 1
    return 0


def _words_in(part: Sequence[Token]) -> int:
    return sum(token.kind in {"word", "number", "slot"} for token in part)
