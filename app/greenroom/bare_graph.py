"""The bare graph of a scenario: every position it can come to, as numbers, found when first asked for.

It plays by the rules of `rehearsal` (a test walks both side by side) without a machine, since an
exhaustive search takes hundreds of thousands of steps.
"""

from collections.abc import Iterator
from typing import NamedTuple

from greenroom.scenario import Choice, Scenario, kept_in_range

MOST_POSITIONS = 1_000_000
"""As many as are looked at in a few seconds; a scenario of forty states may have six hundred thousand."""
_PASSES = 50
_BRANCHES_A_STATE = 20


class Position(NamedTuple):
    """Where a conversation stands."""

    name: str
    """A state or an ending."""
    openness: int = 0
    facts: frozenset[str] = frozenset()

    def after(self, choice: Choice) -> "Position | None":
        """Return where `choice` leads from here; None when it is not open."""
        if not choice.requires.holds(self.openness, self.facts):
            return None
        openness, facts = kept_in_range(self.openness + choice.openness), self.facts.union(choice.learns)
        held = (branch for branch in choice.branches if branch.requires.holds(self.openness, self.facts))
        return next((Position(branch.to, openness, facts) for branch in held), None)


class Rule(NamedTuple):
    """One branch of a choice, with what choice and branch require together."""

    choice: int
    """The place of the choice in its state."""
    branch: int
    lowest: int
    highest: int
    knows: int
    """Facts, as bits."""
    lacks: int
    shift: int
    learns: int
    target: int
    """The place of a name in `names`."""


class Rules:
    """A scenario as numbers: names by their place (states, then endings), facts as bits."""

    def __init__(self, scenario: Scenario) -> None:
        """Number the names and the facts of a scenario in which every `to` exists."""
        self.scenario = scenario
        self.names = (*scenario.states, *scenario.endings)
        self.number = {name: number for number, name in enumerate(self.names)}
        self.facts: dict[str, int] = {}
        self.of: list[tuple[Rule, ...]] = [
            tuple(rule for place, choice in enumerate(state.choices) for rule in self._rules(place, choice))
            for state in scenario.states.values()
        ] + [()] * len(scenario.endings)
        """By the number of the name; none for an ending."""

    def facts_in(self, bits: int) -> frozenset[str]:
        """Return the facts that stand in `bits`."""
        return frozenset(fact for fact, number in self.facts.items() if bits >> number & 1)

    def _rules(self, place: int, choice: Choice) -> Iterator[Rule]:
        first = choice.requires
        for number, branch in enumerate(choice.branches):
            second = branch.requires
            yield Rule(
                choice=place,
                branch=number,
                lowest=max(first.openness_at_least, second.openness_at_least),
                highest=min(first.openness_at_most, second.openness_at_most),
                knows=self._bits(first.knows + second.knows),
                lacks=self._bits(first.lacks + second.lacks),
                shift=choice.openness,
                learns=self._bits(choice.learns),
                target=self.number[branch.to],
            )

    def _bits(self, facts: tuple[str, ...]) -> int:
        bits = 0
        for fact in facts:
            bits |= 1 << self.facts.setdefault(fact, len(self.facts))
        return bits


Way = tuple[int, int]
_Step = tuple[Way, int, int, int, int, int, int]
"""A way, the facts it asks for and those of them that must be known, what is learnt, which facts matter then,
and the name and the openness it leads to."""


class BareGraph:
    """The positions of a scenario by number; 0 is its start.

    Of the facts only those are kept that some requirement ahead can still ask for: positions that
    differ in others lead the same ways.
    """

    def __init__(self, scenario: Scenario) -> None:
        """Stand at the start, with nothing else found yet."""
        self.rules = Rules(scenario)
        self.found: list[tuple[int, int, int]] = []
        """Name, openness and facts of each position."""
        self.came_from: list[Way] = []
        """The position, and the choice there, from which each was first found."""
        self.successors: list[tuple[int, ...] | None] = []
        """Where the open choices of each lead, in their order; None before `expand`."""
        self.ways: list[tuple[Way, ...]] = []
        """For each of the successors, the choice and the branch."""
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._known_steps: dict[tuple[int, int], list[_Step]] = {}
        self._matters = _facts_that_matter(self.rules)
        self._number((self.rules.number[scenario.start], 0, 0), (0, 0))

    def expand(self, number: int) -> tuple[int, ...]:
        """Return the positions that the open choices lead to; none at an ending."""
        known = self.successors[number]
        return self._expand(number) if known is None else known

    def explore(self, most: int) -> bool:
        """Find every position, the nearest first; stop and return False when there are more than `most`.

        The same when the states have so many choices that it would take as long.
        """
        number, patience = 0, most * _BRANCHES_A_STATE
        while number < len(self.found) <= most and patience >= 0:
            self.expand(number)
            patience -= len(self.rules.of[self.found[number][0]])
            number += 1
        return number == len(self.found)

    def name(self, number: int) -> str:
        """Return the state or ending of a position."""
        return self.rules.names[self.found[number][0]]

    def path(self, number: int) -> tuple[Choice, ...]:
        """Return the choices that lead to a position, by the way on which it was first found."""
        choices: list[Choice] = []
        while number:
            number, place = self.came_from[number]
            choices.append(self.rules.scenario.states[self.name(number)].choices[place])
        return tuple(reversed(choices))

    def position(self, number: int) -> Position:
        """Return a position with all the facts known there."""
        position = Position(self.rules.scenario.start)
        for choice in self.path(number):
            position = position.after(choice) or position
        return position

    def _expand(self, number: int) -> tuple[int, ...]:
        name, openness, facts = self.found[number]
        successors: list[int] = []
        ways: list[Way] = []
        done = -1
        for way, asked, known, learns, matter, target, after in self._steps(name, openness):
            if facts & asked == known and way[0] != done:
                done = way[0]
                successors.append(self._number((target, after, (facts | learns) & matter), (number, done)))
                ways.append(way)
        self.ways[number] = tuple(ways)
        self.successors[number] = following = tuple(successors)
        return following

    def _steps(self, name: int, openness: int) -> list[_Step]:
        """Return the branches that may be taken in a state at an openness."""
        steps = self._known_steps.get((name, openness))
        if steps is None:
            steps = self._known_steps[name, openness] = [
                (
                    (rule.choice, rule.branch),
                    rule.knows | rule.lacks,
                    rule.knows,
                    rule.learns,
                    self._matters[rule.target],
                    rule.target,
                    kept_in_range(openness + rule.shift),
                )
                for rule in self.rules.of[name]
                if rule.lowest <= openness <= rule.highest and not rule.knows & rule.lacks
            ]
        return steps

    def _number(self, position: tuple[int, int, int], came_from: Way) -> int:
        number = self._numbers.setdefault(position, len(self.found))
        if number == len(self.found):
            self.found.append(position)
            self.came_from.append(came_from)
            self.successors.append(None)
            self.ways.append(())
        return number


def _facts_that_matter(rules: Rules) -> list[int]:
    """Return, for each name, the facts that a requirement there or ahead asks for, as bits."""
    matters = [0] * len(rules.names)
    for _ in range(_PASSES):
        before = matters.copy()
        for number in reversed(range(len(rules.of))):
            for rule in rules.of[number]:
                matters[number] |= rule.knows | rule.lacks | (matters[rule.target] & ~rule.learns)
        if matters == before:
            return matters
    return [-1] * len(rules.names)  # too tangled to tell in a moment: then all of them
