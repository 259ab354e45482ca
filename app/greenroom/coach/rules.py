"""What the words of a clause amount to: rules, each with a move of the rubric, its side and what it tells the writer."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from greenroom.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class Rule:
    """A judgement on a clause that shows all that is needed and nothing that cancels it."""

    id: str
    move: str
    side: str
    needs: tuple[frozenset[str], ...]
    """Of each set the clause has to show one sign."""
    cancelled_by: frozenset[str]

    def holds(self, signs: Set[str]) -> bool:
        """Say whether a clause with these signs is judged so."""
        return self.cancelled_by.isdisjoint(signs) and all(not needed.isdisjoint(signs) for needed in self.needs)
RELATIONAL = {"specific-opener","follow-the-spark","play-it-back","share-a-bit","say-why","real-give","small-ask","easy-out","named-memory","close-the-loop","do-it-together","step-back"}

def read_rules(folder: Path):
    return tuple(Rule(t["id"],t["move"],"relational" if t["move"] in RELATIONAL else "transactional",tuple(frozenset(n.split("|")) for n in t["needs"]),frozenset(t.get("cancelled_by",()))) for t in read_toml(folder/"rules.toml")["rules"])
