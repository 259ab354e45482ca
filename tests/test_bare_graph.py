"""The bare graph beside the machine: both must play by the same rules."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.bare_graph import BareGraph, Position
from greenroom.rehearsal import Rehearsal
from greenroom.scenario import Requirement, Scenario
from tests.bench.generated import decisions
from tests.building import a_choice, a_scenario, a_state
from tests.generating import scenarios


@given(scenarios(), st.lists(st.integers(0, 8), max_size=12))
@settings(max_examples=200)
def test_the_bare_graph_agrees_with_the_rehearsal_step_by_step(scenario: Scenario, picks: list[int]) -> None:
    """At every step the same choices are open, and lead to the same state, openness and facts."""
    graph, rehearsal, number = BareGraph(scenario), Rehearsal(scenario), 0
    for pick in picks:
        following = graph.expand(number)
        open_choices = rehearsal.open_choices()
        state = scenario.states.get(rehearsal.state)
        assert open_choices == tuple(state.choices[choice] for choice, _ in graph.ways[number] if state)
        if not open_choices:
            break
        place = pick % len(open_choices)
        rehearsal.choose(open_choices[place])
        number = following[place]
        name, openness, facts = graph.found[number]
        assert (graph.rules.names[name], openness) == (rehearsal.state, rehearsal.openness)
        assert graph.rules.facts_in(facts) <= rehearsal.facts


@given(scenarios(), st.lists(st.integers(0, 8), max_size=12))
@settings(max_examples=200)
def test_a_position_agrees_with_the_rehearsal_step_by_step(scenario: Scenario, picks: list[int]) -> None:
    """A choice is open at a position when it is on offer, and leads to the same position."""
    position, rehearsal = Position(scenario.start), Rehearsal(scenario)
    for pick in picks:
        state = scenario.states.get(position.name)
        choices = state.choices if state else ()
        open_choices = [choice for choice in choices if position.after(choice)]
        assert tuple(open_choices) == rehearsal.open_choices()
        if not open_choices:
            break
        choice = open_choices[pick % len(open_choices)]
        rehearsal.choose(choice)
        position = position.after(choice) or position
        assert position == (rehearsal.state, rehearsal.openness, rehearsal.facts)


@given(scenarios())
@settings(max_examples=200)
def test_exploring_finds_what_a_plain_search_finds(scenario: Scenario) -> None:
    """Though it drops facts that no longer matter, the same states are reached, with the same openness."""
    graph = BareGraph(scenario)
    assert graph.explore(10_000)
    found = {(graph.rules.names[name], openness) for name, openness, _ in graph.found}
    assert found == {(position.name, position.openness) for position in every_position(scenario)}


@given(scenarios())
@settings(max_examples=100)
def test_the_way_to_a_position_leads_there(scenario: Scenario) -> None:
    """Played from the start, the choices of a path come to the state and openness they are the path of."""
    graph = BareGraph(scenario)
    graph.explore(10_000)
    for number, (name, openness, facts) in enumerate(graph.found):
        position = graph.position(number)
        assert (position.name, position.openness) == (graph.rules.names[name], openness)
        assert graph.rules.facts_in(facts) <= position.facts


def test_facts_that_no_longer_matter_make_no_positions() -> None:
    """Eight facts that only the first state asks for leave one position in the second."""
    learning = [
        a_choice(f"learn-{fact}", "first", learns=(fact,), requires=Requirement(lacks=(fact,))) for fact in "abcdefgh"
    ]
    first, second = a_state(*learning, a_choice("go", "second")), a_state(a_choice("stop", "end"))
    graph = BareGraph(a_scenario({"first": first, "second": second}))
    graph.explore(1_000)
    names = Counter(graph.name(number) for number in range(len(graph.found)))
    assert names == {"first": 2**8, "second": 1, "end": 1}


def test_exploring_stops_at_the_limit() -> None:
    """With one position more than allowed it says that it has not found all; with as many it has."""
    scenario = decisions()
    whole = BareGraph(scenario)
    assert whole.explore(1_000)
    assert BareGraph(scenario).explore(len(whole.found))
    assert not BareGraph(scenario).explore(len(whole.found) - 1)


def every_position(scenario: Scenario, start: Position | None = None) -> set[Position]:
    """Search with nothing left out, from the start or from a position."""
    found: set[Position] = set()
    waiting = [start or Position(scenario.start)]
    while waiting:
        position = waiting.pop()
        if position not in found:
            found.add(position)
            state = scenario.states.get(position.name)
            waiting += [after for choice in (state.choices if state else ()) if (after := position.after(choice))]
    return found
