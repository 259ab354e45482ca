"""What one can write for at the desk: a fictional person and what is true of you both, read from assets/desk."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from greenroom.toml_file import read_toml

OWN = "own"
"""The id of a message of the user's own, for which they say themselves what is true."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Another message in the person's inbox."""

    sender: str
    subject: str
    begins: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to write to; all of them are fictional."""

    name: str
    role: str
    portrait: str
    inbox: tuple[Letter, ...]
    """What else has come this morning."""
    thoughts: dict[str, str]
    """What goes through their mind, by the stance of what they read."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A situation to write for."""

    id: str
    title: str
    name: str
    """In a list of situations: "The day after"."""
    kind: str
    """As the coach calls it."""
    person: Person
    facts: tuple[str, ...]
    """What both of you know."""
    you_want: str
    weak: str
    """An example that uses the facts badly."""
    strong: str
    """An example that uses the same facts well."""


def read_occasions(assets: Path) -> tuple[Occasion, ...]:
    """Read the occasions from the shipped `assets` folder, in the order in which they are offered."""
    tables = {path.stem: read_toml(path) for path in (assets / "desk").glob("*.toml")}
    in_order = sorted(tables.items(), key=lambda each: each[1]["place"])
    return tuple(_occasion(key, table) for key, table in in_order)


def _occasion(key: str, table: dict[str, Any]) -> Occasion:
    return Occasion(
        id=key,
        title=table["title"],
        name=table["name"],
        kind=table["kind"],
        person=_person(table["person"]),
        facts=tuple(table["facts"]),
        you_want=table["you_want"],
        weak=table["weak"].strip(),
        strong=table["strong"].strip(),
    )


def _person(table: dict[str, Any]) -> Person:
    inbox = tuple(Letter(letter["sender"], letter["subject"], letter["begins"]) for letter in table["inbox"])
    return Person(table["name"], table["role"], table["portrait"], inbox, dict(table["thoughts"]))
