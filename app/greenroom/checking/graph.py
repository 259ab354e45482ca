"""Checks the graph of a scenario: what cannot be reached, left or chosen (GR4)."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from greenroom.checking.reach import MOST_ON_OFFER, Reach
from greenroom.in_words import in_order, position_in_words, requirement_in_words
from greenroom.problems import Place, Problem
from greenroom.scenario import ALWAYS, Choice, Requirement, Scenario

Loop = tuple[str, ...]
_MOST_LOOPS = 50


def loops(scenario: Scenario) -> list[Loop]:
    """Return the states of each loop (or of the first many) in which every state has one single choice."""
    following = {
        name: [branch.to for branch in state.choices[0].branches]
        for name, state in scenario.states.items()
        if len(state.choices) == 1
    }
    found: list[Loop] = []
    while len(found) < _MOST_LOOPS and (loop := _loop(following)):
        found.append(tuple(name for name in following if name in loop))
        following = {name: after for name, after in following.items() if name not in loop}
    return found


def _loop(following: dict[str, list[str]]) -> set[str]:
    try:
        TopologicalSorter(following).prepare()
    except CycleError as error:
        return set(error.args[1])
    return set()


def check_graph(written: Scenario, mended: Scenario, reach: Reach, found_loops: list[Loop]) -> Iterator[Problem]:
    """Find what is wrong with the graph, given what can happen in the mended one."""
    yield from _check_reached(written, reach)
    yield from _check_ways_out(reach, found_loops)
    yield from _check_crowds(reach)
    for name, state in written.states.items():
        for number, choice in enumerate(state.choices):
            yield from _check_requirements(choice, ("states", name, "choices", number))
            yield from _check_branches(choice, ("states", name, "choices", number))
    yield from _check_opened(mended, reach)


def _check_reached(scenario: Scenario, reach: Reach) -> Iterator[Problem]:
    for code, table, what, names in (
        ("GR401", "states", "state", scenario.states),
        ("GR402", "endings", "ending", scenario.endings),
    ):
        for name in names:
            if name not in reach.openness:
                yield Problem(code, f'the {what} "{name}" is never reached', "", (table, name))


def _check_ways_out(reach: Reach, found_loops: list[Loop]) -> Iterator[Problem]:
    for name, position in reach.trapped.items():
        when = f" at {position_in_words(position)}" if position else ""
        yield Problem("GR403", f'from "{name}" no ending can be reached{when}', "", ("states", name))
    for loop in found_loops:
        if loop[0] in reach.openness:
            names = ", ".join(f'"{name}"' for name in loop)
            message = f"here it goes round and round with nothing to choose: {names}"
            yield Problem("GR404", message, "give one of them a second choice", ("states", loop[0]))
    for name, position in reach.stuck.items():
        message = f'in "{name}" no choice is open at {position_in_words(position)}'
        yield Problem("GR407", message, "let one choice require nothing", ("states", name))


def _check_crowds(reach: Reach) -> Iterator[Problem]:
    for name, position in reach.crowded.items():
        message = f"more than {MOST_ON_OFFER} choices are open at {position_in_words(position)}"
        yield Problem("GR410", message, "there are keys for nine", ("states", name))


def _check_requirements(choice: Choice, place: Place) -> Iterator[Problem]:
    places = [((*place, "requires"), choice.requires)]
    places += [((*place, "to", number, "requires"), branch.requires) for number, branch in enumerate(choice.branches)]
    for where, requirement in places:
        if both := set(requirement.knows) & set(requirement.lacks):
            yield Problem("GR405", f"{in_order(both)} cannot be both known and not known", "", where)
        elif not _can_hold(requirement):
            least, most = requirement.openness_at_least, requirement.openness_at_most
            yield Problem("GR405", f"openness cannot be at least {least} and at most {most}", "", where)


def _can_hold(requirement: Requirement) -> bool:
    contradictory = set(requirement.knows) & set(requirement.lacks)
    return not contradictory and requirement.openness_at_least <= requirement.openness_at_most


def _check_branches(choice: Choice, place: Place) -> Iterator[Problem]:
    branches = choice.branches
    if branches and branches[-1].requires != ALWAYS:
        hint = "let the last branch require nothing"
        yield Problem("GR408", "none of these branches may hold", hint, (*place, "to", len(branches) - 1))
    unconditional = next((n for n, branch in enumerate(branches[:-1]) if branch.requires == ALWAYS), None)
    if unconditional is not None:
        message = "this is never taken: the branch before it always holds"
        yield Problem("GR409", message, "put it last", (*place, "to", unconditional + 1))


def _check_opened(scenario: Scenario, reach: Reach) -> Iterator[Problem]:
    for name, state in scenario.states.items():
        for number, choice in enumerate(state.choices):
            if name in reach.openness and (name, number) not in reach.opened and _can_hold(choice.requires):
                hint = _why_never(choice, name, reach)
                yield Problem("GR406", f'"{choice.id}" never opens', hint, ("states", name, "choices", number))


def _why_never(choice: Choice, state: str, reach: Reach) -> str:
    if unknown := set(choice.requires.knows) - reach.facts[state]:
        return f"{in_order(unknown)} cannot be known here"
    least, most = choice.requires.openness_at_least, choice.requires.openness_at_most
    levels = reach.openness[state]
    if not any(least <= level <= most for level in levels):
        return f"openness is from {min(levels)} to {max(levels)} here"
    return f"it requires {requirement_in_words(choice.requires)}, and that is never so here"
