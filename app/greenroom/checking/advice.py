"""Says what an author may want to mend in a scenario that can be played all the same (GR6)."""

from collections.abc import Iterator
from itertools import takewhile

from greenroom.checking.reach import Reach
from greenroom.in_words import requirement_in_words
from greenroom.problems import Place, Problem
from greenroom.scenario import ALWAYS, Choice, Requirement, Scenario

LONGEST_TO_SHORTEST = 1.5
"""What is said in one state should be of one length within a third; beyond this, length tells them apart."""


def advise(scenario: Scenario, reach: Reach) -> Iterator[Problem]:
    """Find what may be a slip, or gives a choice away."""
    yield from _unused_facts(scenario)
    for name, state in scenario.states.items():
        yield from _unequal_lengths(state.choices, ("states", name, "choices"))
        for number, choice in enumerate(state.choices):
            place = ("states", name, "choices", number)
            if not choice.sources:
                yield _warning(
                    "GR602", f'"{choice.id}" names no source', "say what its why rests on", (*place, "sources")
                )
            if (name, number) in reach.opened:
                yield from _branches_never_taken(choice, name, number, reach)


def advise_inexact(most_positions: int) -> Problem:
    """Say that the graph was too large to look at each position."""
    message = f"there are more than {most_positions:,} positions, so some problems may not be found"
    return _warning("GR604", message, "let fewer facts matter at the same time", ("states",))


def _unused_facts(scenario: Scenario) -> Iterator[Problem]:
    used = {fact for requirement in _requirements(scenario) for fact in (*requirement.knows, *requirement.lacks)}
    for name, state in scenario.states.items():
        for number, choice in enumerate(state.choices):
            for position, fact in enumerate(choice.learns):
                if fact not in used:
                    used.add(fact)
                    place = ("states", name, "choices", number, "learns", position)
                    yield _warning("GR601", f'"{fact}" is learnt, and nothing requires it', "", place)


def _requirements(scenario: Scenario) -> Iterator[Requirement]:
    for state in scenario.states.values():
        for choice in state.choices:
            yield choice.requires
            yield from (branch.requires for branch in choice.branches)


def _unequal_lengths(choices: tuple[Choice, ...], place: Place) -> Iterator[Problem]:
    spoken = [(len(choice.say), number) for number, choice in enumerate(choices) if choice.say and not choice.do]
    if spoken and max(spoken)[0] > LONGEST_TO_SHORTEST * min(spoken)[0]:
        longest, number = max(spoken)
        message = f"this has {longest} characters, the shortest choice here {min(spoken)[0]}"
        yield _warning("GR603", message, "length gives a choice away", (*place, number, "say"))


def _branches_never_taken(choice: Choice, name: str, number: int, reach: Reach) -> Iterator[Problem]:
    """Find branches that are never taken; the last may be there only to be sure."""
    conditional = takewhile(lambda branch: branch.requires != ALWAYS, choice.branches[:-1])
    for branch_number, branch in enumerate(conditional):
        if (name, number, branch_number) not in reach.taken:
            message = f'"{branch.to}" is never taken from here'
            hint = f"{requirement_in_words(branch.requires)} is never so, or an earlier branch holds"
            place = ("states", name, "choices", number, "to", branch_number)
            yield _warning("GR605", message, hint, place)


def _warning(code: str, message: str, hint: str, place: Place) -> Problem:
    return Problem(code, message, hint, place, warning=True)
