"""How much the signs weigh: two linear sums, one for a clause and one for the whole message, read from weights.toml."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from greenroom.rubric import Side
from greenroom.toml_file import read_toml


class Share(NamedTuple):
    """How likely a clause is to be marked on either side; what is missing to 1 is neither."""

    relational: float
    transactional: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one language, as fitted by tests/bench/fitting.py."""

    signs: Mapping[str, tuple[float, float]]
    """What a sign of a clause adds for either side, against neither."""
    bias: tuple[float, float]
    stance: Mapping[str, float]
    """What a measure of the message adds; above zero it is transactional."""
    enough: float
    """The share from which a clause is marked."""

    def weigh(self, signs: Iterable[str]) -> Share:
        """Return the shares of a clause with these signs."""
        relational, transactional = self.bias
        for sign in signs:
            if weight := self.signs.get(sign):
                relational += weight[0]
                transactional += weight[1]
        return _shares(relational, transactional)

    def of(self, sign: str, side: Side) -> float:
        """Return what a sign adds for a side; nothing for one that is not weighed."""
        relational, transactional = self.signs.get(sign, (0.0, 0.0))
        return relational if side == "relational" else transactional

    def lean_of(self, measures: Mapping[str, float]) -> float:
        """Return a message's stance: below zero relational, above zero transactional."""
        total = self.stance["bias"] + sum(self.stance.get(name, 0.0) * value for name, value in measures.items())
        return max(-3.0, min(3.0, total))


def _shares(relational: float, transactional: float) -> Share:
    highest = max(relational, transactional, 0.0)
    one, other, neither = (math.exp(value - highest) for value in (relational, transactional, 0.0))
    total = one + other + neither
    return Share(one / total, other / total)


def measures(shares: Sequence[Share], generic: int) -> dict[str, float]:
    """Return what is measured of a message: its clauses' shares together, how much is generic."""
    relational, transactional = sum(share.relational for share in shares), sum(share.transactional for share in shares)
    return {
        "relational": relational,
        "transactional": transactional,
        "balance": (transactional - relational) / (transactional + relational + 0.3),
        "strongest relational": max((share.relational for share in shares), default=0.0),
        "strongest transactional": max((share.transactional for share in shares), default=0.0),
        "generic": generic / max(1, len(shares)),
    }


def read_weights(file: Path) -> Weights:
    """Read the weights of a language."""
    tables = read_toml(file)
    return Weights(
        signs={sign: (pair[0], pair[1]) for sign, pair in tables["signs"].items()},
        bias=(tables["clause"]["bias"][0], tables["clause"]["bias"][1]),
        stance=tables["stance"],
        enough=tables["clause"]["enough"],
    )
