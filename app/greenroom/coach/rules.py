"""What the signs of a clause amount to: rules, each with a move, its side and what it tells."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from greenroom.rubric import Side
from greenroom.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class Rule:
    """A judgement on a clause that shows all that is needed and nothing that cancels it."""

    id: str
    move: str
    side: Side
    needs: tuple[frozenset[str], ...]
    """Of each set the clause has to show one sign; the first set holds the cues whose words are quoted."""
    cancelled_by: frozenset[str]
    why: str
    """With `{words}` where the writer's own words are quoted."""
    try_instead: str
    sources: tuple[str, ...]
    counts: tuple[str, ...]
    """Examples that show the rule."""
    passes: tuple[str, ...]
    """Examples that do not."""
    leaning: float = 2.0
    """What its sign weighs for its side before any labelled message has been seen.

    A rule that weighs nothing is general: it only says why a clause is marked where no other rule of its side can.
    """

    @property
    def general(self) -> bool:
        """Whether it says why, and not whether."""
        return not self.leaning

    @property
    def sign(self) -> str:
        """The name by which the weights know the rule."""
        return f"rule:{self.id}"

    def holds(self, signs: AbstractSet[str]) -> bool:
        """Say whether a clause with these signs is judged so."""
        return self.cancelled_by.isdisjoint(signs) and all(not needed.isdisjoint(signs) for needed in self.needs)


def read_rules(file: Path) -> tuple[Rule, ...]:
    """Read the rules of a language."""
    return tuple(_rule(table) for table in read_toml(file)["rules"])


def _rule(table: dict[str, Any]) -> Rule:
    return Rule(
        id=table["id"],
        move=table["move"],
        side=table["side"],
        needs=tuple(frozenset(needed.split("|")) for needed in table["needs"]),
        cancelled_by=frozenset(table.get("cancelled_by", ())),
        why=table["why"],
        try_instead=table.get("try", ""),
        sources=tuple(table["sources"]),
        counts=tuple(table["counts"]),
        passes=tuple(table["passes"]),
        leaning=table.get("leaning", 2.0),
    )
