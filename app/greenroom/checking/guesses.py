"""Guesses what misspelled names were meant to be, so that one slip is not reported over and over.

The graph is checked as if each had been mended: `to = "bee"` should not also have "bees" reported
as never reached.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from greenroom.nearest import Nearest
from greenroom.scenario import Branch, Choice, Ending, Requirement, Scenario, State

Guessed = Mapping[str, str | None]
"""A name that does not exist, and the one that it may have been meant to be."""


@dataclass(frozen=True, slots=True)
class Guesses:
    """The names that do not exist, with what they may have been meant to be."""

    start: Guessed
    targets: Guessed
    facts: Guessed

    def mend(self, scenario: Scenario) -> Scenario:
        """Return the scenario with every guess in place.

        What leads nowhere leads to an ending made up for it, a fact that is never learnt is not
        required, and of a state and an ending with one name the state counts.
        """
        made_up = {name: _ENDING for name, guess in self.targets.items() if guess is None}
        misspelled = self.targets or self.facts
        endings = {name: ending for name, ending in scenario.endings.items() if name not in scenario.states}
        return msgspec.structs.replace(
            scenario,
            start=self.start.get(scenario.start, scenario.start) or next(iter(scenario.states)),
            states={name: self._state(state) if misspelled else state for name, state in scenario.states.items()},
            endings=made_up | endings,
        )

    def _state(self, state: State) -> State:
        return msgspec.structs.replace(state, choices=tuple(map(self._choice, state.choices)))

    def _choice(self, choice: Choice) -> Choice:
        to = self._target(choice.to) if isinstance(choice.to, str) else tuple(map(self._branch, choice.to))
        return msgspec.structs.replace(choice, to=to, requires=self._requirement(choice.requires))

    def _branch(self, branch: Branch) -> Branch:
        return Branch(to=self._target(branch.to), requires=self._requirement(branch.requires))

    def _target(self, name: str) -> str:
        return self.targets.get(name) or name

    def _requirement(self, requirement: Requirement) -> Requirement:
        return msgspec.structs.replace(
            requirement,
            knows=tuple(self._facts(requirement.knows)),
            lacks=tuple(self._facts(requirement.lacks)),
        )

    def _facts(self, facts: tuple[str, ...]) -> Iterator[str]:
        return (known for fact in facts if (known := self.facts.get(fact, fact)))


_ENDING = Ending(title="?", text="?", later="?", carry="?")


def guess(scenario: Scenario, nearest: Nearest) -> Guesses:
    """Look for names that do not exist."""
    choices = [choice for state in scenario.states.values() for choice in state.choices]
    branches = [branch for choice in choices for branch in choice.branches]
    requirements = [choice.requires for choice in choices] + [branch.requires for branch in branches]
    learnt = {fact for choice in choices for fact in choice.learns}
    required = {fact for requirement in requirements for fact in (*requirement.knows, *requirement.lacks)}
    names = {**scenario.states, **scenario.endings}

    def guesses(words: set[str], known: Mapping[str, object] | set[str]) -> Guessed:
        return {word: nearest.name(word, known) for word in sorted(words - set(known))}

    return Guesses(
        start=guesses({scenario.start}, scenario.states),
        targets=guesses({branch.to for branch in branches}, names),
        facts=guesses(required, learnt),
    )
