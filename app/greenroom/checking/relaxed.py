"""What can happen in a scenario at most, for one with too many positions or with broken pieces.

For each state it keeps which openness there may be, and which facts may be known or not, each for
itself. So it never misses what can happen, but may take for possible what is not.
"""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass

from greenroom.bare_graph import Rule, Rules
from greenroom.checking.reach import Reach, cannot_reach
from greenroom.scenario import OPENNESS_HIGHEST, OPENNESS_LOWEST, Scenario, kept_in_range

_PATIENCE = 20
"""How often what may hold in a state is widened bit by bit, before it is taken to be anything."""
_EVERY_OPENNESS = frozenset(range(OPENNESS_LOWEST, OPENNESS_HIGHEST + 1))


@dataclass(frozen=True, slots=True)
class _May:
    """What may hold in a state; facts as bits."""

    openness: frozenset[int] = frozenset()
    know: int = 0
    lack: int = 0

    def __or__(self, other: "_May") -> "_May":
        return _May(self.openness | other.openness, self.know | other.know, self.lack | other.lack)

    def after(self, rule: Rule) -> "_May | None":
        """Return what may hold after a branch is taken; None when it cannot be."""
        fitting = frozenset(level for level in self.openness if rule.lowest <= level <= rule.highest)
        if not fitting or rule.knows & ~self.know or rule.lacks & ~self.lack or rule.knows & rule.lacks:
            return None
        return _May(
            frozenset(kept_in_range(level + rule.shift) for level in fitting),
            (self.know & ~rule.lacks) | rule.learns,
            (self.lack & ~rule.knows) & ~rule.learns,
        )


def relaxed_reach(
    scenario: Scenario, exits: Collection[str] = (), loose: Collection[str] = (), lost: Collection[str] = ()
) -> Reach:
    """Return what can happen at most; `exits` count as ways out.

    In a state of `loose` a choice may change anything, in one of `lost` it may also lead anywhere.
    """
    search = _Search(Rules(scenario), loose, lost)
    search.run()
    names, facts_in = search.rules.names, search.rules.facts_in
    reached = {name: may for name, may in zip(names, search.may, strict=True) if may.openness}
    return Reach(
        exact=False,
        openness={name: may.openness for name, may in reached.items()},
        facts={name: facts_in(may.know) for name, may in reached.items()},
        taken=frozenset((names[name], choice, branch) for name, choice, branch in search.taken),
        opened=frozenset((names[name], choice) for name, choice, _ in search.taken),
        trapped={name: None for name in search.trapped({*exits, *lost}) if name in reached},
        stuck={},
        crowded={},
    )


class _Search:
    """Goes round until nothing more can happen."""

    def __init__(self, rules: Rules, loose: Collection[str], lost: Collection[str]) -> None:
        self.rules = rules
        self.may = [_May()] * len(rules.names)
        self.taken: set[tuple[int, int, int]] = set()
        self._loose = {rules.number[name] for name in loose}
        self._lost = {rules.number[name] for name in lost}
        self._following: list[set[int]] = [set() for _ in rules.names]
        """Where the branches that are taken lead."""
        self._anywhere = False
        """A lost state was reached, and with it all others."""
        self._visits = [0] * len(rules.names)
        self._waiting: deque[int] = deque()
        every_fact = (1 << len(rules.facts)) - 1
        self._anything = _May(_EVERY_OPENNESS, every_fact, every_fact)
        self._first = _May(frozenset({0}), 0, every_fact)

    def run(self) -> None:
        """Begin at the start."""
        self._join(self.rules.number[self.rules.scenario.start], self._first)
        while self._waiting:
            name = self._waiting.popleft()
            if name in self._lost and not self._anywhere:
                self._anywhere = True
                for number in range(len(self.may)):
                    self._join(number, self._anything)
            for rule in self.rules.of[name]:
                self._take(name, rule)

    def trapped(self, exits: Collection[str]) -> list[str]:
        """Return the states from which no ending can be reached."""
        rules = self.rules
        goals = [number for name, number in rules.number.items() if name in exits or name in rules.scenario.endings]
        return [rules.names[number] for number in sorted(cannot_reach(self._following, goals))]

    def _take(self, name: int, rule: Rule) -> None:
        after = self.may[name].after(rule)
        if name in self._loose:
            after = self._anything
        if after:
            self.taken.add((name, rule.choice, rule.branch))
            self._following[name].add(rule.target)
            self._join(rule.target, after)

    def _join(self, name: int, may: _May) -> None:
        joined = self.may[name] | may
        if joined == self.may[name]:
            return
        self._visits[name] += 1
        self.may[name] = joined if self._visits[name] <= _PATIENCE else self._anything
        self._waiting.append(name)
