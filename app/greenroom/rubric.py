"""The rubric: moves with their sides, and the sources that explanations rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from greenroom.toml_file import read_toml

Side = Literal["relational", "transactional", "neither"]


@dataclass(frozen=True, slots=True)
class Move:
    """What a line does, as far as its wording and the situation show it."""

    id: str
    name: str
    side: Side
    what: str
    boundary: str
    """Where people will argue about it; may be empty."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How firm the ground is under a source."""

    word: str
    footing: str
    """The word as it stands behind a source's name: "fair evidence"."""
    meaning: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article's claim or a study that an explanation rests on."""

    id: str
    """As a scenario cites it: "claim:ID", or a study such as "liu-2023"."""
    short: str
    """As it is named beside an explanation: "Liu et al. 2023"."""
    full: str
    """The full reference."""
    says: str
    """What was found or is held, and no more."""
    note: str
    """Reservations; may be empty."""
    practice: str
    """What one may do with it; may be empty."""
    grade: Grade


@dataclass(frozen=True, slots=True)
class Rubric:
    """All moves and sources, by id."""

    moves: Mapping[str, Move]
    sources: Mapping[str, Source]

    def side(self, move: str) -> Side:
        """Return the side of a move; `neither` for one that the rubric does not know (any more)."""
        known = self.moves.get(move)
        return known.side if known else "neither"


def read_rubric(assets: Path) -> Rubric:
    """Read the rubric from the shipped `assets` folder."""
    grades = {
        key: Grade(table["word"], table["footing"], table["meaning"])
        for key, table in _tables(assets, "grades").items()
    }
    return Rubric(
        moves={
            key: Move(key, table["name"], table["side"], table["what"], table.get("boundary", ""))
            for key, table in _tables(assets, "moves").items()
        },
        sources=_studies(assets, grades) | _claims(assets, grades),
    )


def _tables(assets: Path, name: str) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = read_toml(assets / f"{name}.toml")[name]
    return tables


def _studies(assets: Path, grades: Mapping[str, Grade]) -> dict[str, Source]:
    return {
        key: Source(
            id=key,
            short=table["short"],
            full=table["full"],
            says=table["found"],
            note=table.get("note", ""),
            practice=table["practice"],
            grade=grades[table["grade"]],
        )
        for key, table in _tables(assets, "references").items()
    }


def _claims(assets: Path, grades: Mapping[str, Grade]) -> dict[str, Source]:
    articles = read_toml(assets / "references.toml")["articles"]
    return {
        f"claim:{key}": Source(
            id=f"claim:{key}",
            short=articles[table["articles"][0]]["title"],
            full="; ".join(
                f"{articles[article]['title']}: {section}"
                for article, section in zip(table["articles"], table["sections"], strict=True)
            ),
            says=table["says"],
            note="",
            practice="",
            grade=grades[articles[table["articles"][0]]["grade"]],
        )
        for key, table in _tables(assets, "claims").items()
    }
