"""Labelled messages: read, cut into clauses, and each clause given the side that a reader marked it with."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from greenroom.coach.language import Language
from greenroom.coach.reading import Read, read
from greenroom.coach.unjudged import blank_unjudged
from greenroom.toml_file import read_toml

SENTENCES = Path(__file__).parents[1] / "coach" / "sentences.toml"
SIDES = ("relational", "transactional")
COVERED = 0.4
"""How much of the shorter of a clause and a mark they have to share."""
Example = tuple[frozenset[str], int]
"""A clause's signs, and its side's place in SIDES, or 2 for neither."""


@dataclass(frozen=True, slots=True)
class Message:
    """A labelled message, read."""

    id: str
    text: str
    kind: str
    label: str
    source: str
    spans: tuple[tuple[int, int, str], ...] | None
    clauses: tuple[Read, ...]

    @property
    def generic(self) -> int:
        """How many clauses use words that fit anybody."""
        return sum("=generic" in each.signs for each in self.clauses)


def load(files: Iterable[Path], language: Language) -> list[Message]:
    """Read labelled messages; each file is a source, or each host and author where there are addresses."""
    return [
        _message(json.loads(line), file.stem, language)
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def _message(line: dict[str, Any], source: str, language: Language) -> Message:
    spans = tuple((span[0], span[1], span[2]) for span in line["spans"]) if "spans" in line else None
    found = re.match(r"(?:https?://)?([^/\s]+)(?:/([^/\s]+))?", str(line.get("url", "")))
    author = source if found is None else found[1] + str(found[2] or "") * ("github.com" in found[1])
    clauses = tuple(read(blank_unjudged(line["text"]), language, line["kind"]))
    return Message(
        line["id"],
        line["text"],
        line["kind"],
        line["seed_label"] if "seed_label" in line else line["label"],
        author,
        spans,
        clauses,
    )


def examples(messages: Iterable[Message]) -> list[Example]:
    """Return the clauses of messages with their sides.

    Of a message that nobody marked those count whose rules all speak for its label; the others may be anything.
    """
    return [
        (_weighed(each.signs), side)
        for message in messages
        for each in message.clauses
        if (side := _side_in(message, each)) is not None
    ]


def own_examples(language: Language) -> list[Example]:
    """Return the clauses of the rules' own examples, and of those sentences of our own that are not kept aside."""
    sentences = read_toml(SENTENCES)
    by_side: list[tuple[str, Sequence[str]]] = [(side, sentences[side][::2]) for side in (*SIDES, "neither")]
    by_side += [(rule.side, rule.counts) for rule in language.rules]
    by_side += [("neither", rule.passes) for rule in language.rules]
    return [
        (_weighed(each.signs), SIDES.index(side) if side in SIDES else 2)
        for side, texts in by_side
        for text in texts
        for each in read(text, language)
    ]


def _side_in(message: Message, each: Read) -> int | None:
    if message.spans is not None:
        return _side(each, message.spans)
    spoken = {rule.side for rule in each.rules if not rule.general}
    return SIDES.index(message.label) if spoken == {message.label} else None


def _weighed(signs: Iterable[str]) -> frozenset[str]:
    """Return the signs that are weighed: rules, cues, classes of words, shape; other clauses speak through shape."""
    return frozenset(sign for sign in signs if ":" not in sign or sign.startswith("rule:"))


def _side(each: Read, spans: Sequence[tuple[int, int, str]]) -> int:
    start, end = each.clause.start, each.clause.end
    for first, last, side in reversed(spans):
        if min(last, end) - max(first, start) > COVERED * min(end - start, last - first):
            return SIDES.index(side)
    return 2
