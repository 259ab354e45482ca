"""The notation in which a language's cues are written, and finding them among words in time that grows with the text.

A pattern is words in order. `a|b` is either, `a?` may be missing, `own*` begins so, `*ed` ends so, `<class>` is a word
of a class of words, `!a` is any word but this, `#` is a number, `[]` a placeholder, `Aa` a name (a capital, and none of
`<stop>`), `..` up to three words of any kind; `^` stands before the first word of a clause and `$` after its last.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from greenroom.coach.tokens import Token

_GAP = 3


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern."""

    any_of: frozenset[str]
    none_of: bool = False
    optional: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A cue's name, and what its words must be."""

    cue: str
    elements: tuple[Element, ...]
    at_start: bool
    at_end: bool


def compile_pattern(cue: str, written: str) -> Iterator[Pattern]:
    """Read a pattern as it is written, once more without a first word that may be missing.

    Raises `ValueError` for one that begins with a gap or with what a word must not be.
    """
    parts = written.split()
    at_start, at_end = parts[0] == "^", parts[-1] == "$"
    elements = tuple(_element(part) for part in parts[at_start : len(parts) - at_end])
    while elements and elements[0].optional:
        yield Pattern(cue, elements, at_start, at_end)
        elements = elements[1:]
    if not elements or elements[0].gap or elements[0].none_of:
        raise ValueError(f"{cue}: {written!r} has to begin with a word")
    yield Pattern(cue, elements, at_start, at_end)


def _element(part: str) -> Element:
    if part == "..":
        return Element(frozenset(), gap=True)
    none_of, part = part.startswith("!"), part.removeprefix("!")
    optional, part = part.endswith("?") and len(part) > 1, part.removesuffix("?")
    return Element(frozenset(part.split("|")), none_of, optional)


class Finder:
    """Finds every pattern of a language in the words of a clause."""

    def __init__(self, patterns: Iterable[Pattern], classes: Mapping[str, Iterable[str]]) -> None:
        """Index the patterns by their first word; raises `ValueError` for a class that is not there."""
        self._first: dict[str, list[Pattern]] = {}
        self._prefixes: dict[str, list[str]] = {}
        self._suffixes: dict[str, list[str]] = {}
        self._classes: dict[str, set[str]] = {}
        for pattern in patterns:
            _refuse_unknown(pattern, classes)
            for alternative in pattern.elements[0].any_of:
                self._first.setdefault(alternative, []).append(pattern)
            for element in pattern.elements:
                self._keep_affixes(element.any_of)
        for name, words in classes.items():
            for word in words:
                self._classes.setdefault(word, set()).add(f"<{name}>")
            self._keep_affixes(words)

    def _keep_affixes(self, alternatives: Iterable[str]) -> None:
        for alternative in alternatives:
            if alternative.endswith("*"):
                _keep(self._prefixes.setdefault(alternative[:3], []), alternative)
            elif alternative.startswith("*"):
                _keep(self._suffixes.setdefault(alternative[-2:], []), alternative)

    def tags(self, token: Token) -> frozenset[str]:
        """Return all that a pattern may call this word."""
        word = token.word
        tags = {word} | self._classes.get(word, set())
        for prefix in self._prefixes.get(word[:3], ()):
            if word.startswith(prefix[:-1]):
                tags |= {prefix} | self._classes.get(prefix, set())
        for suffix in self._suffixes.get(word[-2:], ()):
            if len(word) > len(suffix) + 1 and word.endswith(suffix[1:]):
                tags |= {suffix} | self._classes.get(suffix, set())
        if token.kind == "slot":
            tags.add("[]")
        elif token.kind == "number":
            tags.add("#")
        elif token.capital and "<stop>" not in tags:
            tags.add("Aa")
        return frozenset(tags)

    def find(self, tagged: Sequence[frozenset[str]]) -> Iterator[tuple[str, int, int]]:
        """Yield each cue with its first word and the one after its last, for words given by their tags."""
        for index, tags in enumerate(tagged):
            for tag in tags:
                for pattern in self._first.get(tag, ()):
                    if pattern.at_start and index:
                        continue
                    end = _end(pattern, 0, tagged, index)
                    if end:
                        yield pattern.cue, index, end


def _refuse_unknown(pattern: Pattern, classes: Mapping[str, Iterable[str]]) -> None:
    named = {
        name for element in pattern.elements for name in element.any_of if "<" in name or ">" in name or name == "*"
    }
    if unknown := named - {f"<{name}>" for name in classes}:
        raise ValueError(f"{pattern.cue}: there is no class of words {min(unknown)}")


def _end(pattern: Pattern, place: int, tagged: Sequence[frozenset[str]], index: int) -> int:
    """Return the place after the last word that the rest of the pattern takes from here; 0 when it does not fit."""
    if place == len(pattern.elements):
        return 0 if pattern.at_end and index < len(tagged) else index
    element = pattern.elements[place]
    if element.gap:
        for skipped in range(_GAP + 1):
            if index + skipped <= len(tagged) and (end := _end(pattern, place + 1, tagged, index + skipped)):
                return end
        return 0
    fits = index < len(tagged) and tagged[index].isdisjoint(element.any_of) == element.none_of
    if fits and (end := _end(pattern, place + 1, tagged, index + 1)):
        return end
    return _end(pattern, place + 1, tagged, index) if element.optional else 0


def _keep(known: list[str], one: str) -> None:
    if one not in known:
        known.append(one)
