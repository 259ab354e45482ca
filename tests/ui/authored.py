"""What authors wrote: everything else that the window shows goes through Qt's translation."""

import textwrap
from collections.abc import Iterator

from greenroom.coach import Situation, review
from greenroom.occasions import read_occasions
from greenroom.paths import shipped
from greenroom.rubric import read_rubric
from greenroom.toml_file import read_toml
from tests.ui.conftest import SCENES
from tests.ui.screens import ANSWERS, MESSAGE


def authored() -> Iterator[str]:
    """Yield every text of the scenes, the desk and the rubric, also with the capital letter that opens a line."""
    for text in _written():
        yield from (text, text[:1].upper() + text[1:])


def _written() -> Iterator[str]:
    for folder in (SCENES, shipped("assets"), shipped("assets") / "desk"):
        for path in folder.glob("*.toml"):
            yield from _texts(read_toml(path))
    for source in read_rubric(shipped("assets")).sources.values():
        yield source.full
    for occasion in read_occasions(shipped("assets")):
        yield from (" ".join(occasion.facts), occasion.weak, occasion.strong)
        yield from (f"{letter.subject}. {letter.begins}" for letter in occasion.person.inbox)
    yield from ANSWERS.values()
    yield from (MESSAGE, textwrap.shorten(MESSAGE, 70, placeholder="…"))
    for finding in review(MESSAGE, Situation()).findings:  # the coach writes in the language of its rules
        yield from (finding.why, finding.try_instead, f"{finding.why} {finding.try_instead}".strip())


def _texts(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        yield from (text for value in table.values() for text in _texts(value))
    elif isinstance(table, list):
        yield from (text for value in table for text in _texts(value))
