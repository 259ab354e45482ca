"""What the checks say of a scenario: each true, each once, and nothing that only follows from another."""

import pytest
from hypothesis import given, settings

from greenroom.bare_graph import BareGraph
from greenroom.checking import Known, check, known_in
from greenroom.checking.reach import Reach, reach_of
from greenroom.checking.relaxed import relaxed_reach
from greenroom.paths import shipped
from greenroom.problems import Place, Problem
from greenroom.scenario import Branch, Choice, Plan, Requirement, Scenario
from tests.bench.generated import large
from tests.building import a_choice, a_scenario, a_state
from tests.generating import ENDINGS, scenarios
from tests.test_bare_graph import every_position


def problems(scenario: Scenario) -> list[Problem]:
    """Return what is found, without the advice on sources and lengths."""
    return [problem for problem in check(scenario) if problem.code not in {"GR602", "GR603"}]


def codes(scenario: Scenario) -> list[tuple[str, Place]]:
    """Return what is found, with its place."""
    return [(problem.code, problem.place) for problem in problems(scenario)]


def choice(choice_id: str, to: str | tuple[Branch, ...] = "end", **requires: object) -> Choice:
    """Return a choice that requires something."""
    return a_choice(choice_id, to, requires=Requirement(**requires))  # type: ignore[arg-type]


# Names


def test_moves_sources_and_portraits_are_compared_with_those_there_are() -> None:
    """Each that is unknown is told with the nearest, a portrait with some there are; without a list none is a fault."""
    said = a_choice("one", "end", move="smal-talk", sources=("liu-2023", "lui-2023"))
    scenario = a_scenario({"a": a_state(said)})
    known = Known({"small-talk"}, {"liu-2023"}, {"noor"})
    found = [(problem.code, problem.hint) for problem in check(scenario, known)]
    assert found == [
        ("GR308", "portraits: noor"),
        ("GR306", 'did you mean "small-talk"?'),
        ("GR307", 'did you mean "liu-2023"?'),
    ]
    assert check(scenario) == []


def test_what_is_shipped_is_known() -> None:
    """The rubric's moves, studies and claims can be cited, and the people who have been drawn can be cast."""
    known = known_in(shipped("assets"))
    assert "small-talk" in known.moves
    assert "liu-2023" in known.sources
    assert any(source.startswith("claim:") for source in known.sources)
    assert "noor" in known.portraits


# One slip, one problem


def test_a_misspelled_target_is_not_reported_again_as_what_it_cuts_off() -> None:
    """The state that was meant is not called unreachable, nor its ending."""
    scenario = a_scenario({"hall": a_state(a_choice("go", "kichen")), "kitchen": a_state(a_choice("stop", "end"))})
    (problem,) = problems(scenario)
    assert (problem.code, problem.hint) == ("GR303", 'did you mean "kitchen"?')


def test_a_target_like_no_other_counts_as_an_ending() -> None:
    """Nothing is said of a way out that is missing there, and what cannot be reached is told beside it."""
    island = a_state(a_choice("stop", "end"))
    scenario = a_scenario({"hall": a_state(a_choice("go", "xyz"), a_choice("stay", "end")), "island": island})
    assert codes(scenario) == [
        ("GR303", ("states", "hall", "choices", 0, "to")),
        ("GR401", ("states", "island")),
    ]


def test_a_misspelled_fact_does_not_close_its_choice() -> None:
    """The choice is not also said never to open."""
    scenario = a_scenario({"a": a_state(a_choice("ask", "a", learns=("bees",)), choice("bees", knows=("bee",)))})
    assert codes(scenario) == [("GR309", ("states", "a", "choices", 1, "requires", "knows", 0))]


@pytest.mark.parametrize(
    "broken",
    [("states", "a", "choices", 0, "to"), ("states", "a", "choices", 0), ("states",), ("endings",)],
)
def test_what_a_broken_piece_may_explain_is_not_reported(broken: Place) -> None:
    """Where it is not known where a choice leads, nothing is called unreachable."""
    scenario = a_scenario({"a": a_state(a_choice("go", "?")), "b": a_state(a_choice("stop", "end"))})
    assert [problem.code for problem in check(scenario, broken=[broken]) if problem.code < "GR6"] == []


def test_what_a_broken_piece_cannot_explain_is_reported() -> None:
    """With a broken effect in one place, a contradiction and an island elsewhere are still told."""
    states = {
        "a": a_state(a_choice("go", "end"), choice("never", openness_at_least=1, openness_at_most=0)),
        "island": a_state(a_choice("stop", "end")),
    }
    found = check(a_scenario(states), broken=[("states", "a", "choices", 0, "openness")])
    assert [problem.code for problem in found if problem.code < "GR6"] == ["GR401", "GR405"]


def test_a_state_without_choices_is_a_way_out_for_the_checks() -> None:
    """That nothing is written there is told by its shape; the states before it are not trapped."""
    scenario = a_scenario({"a": a_state(a_choice("go", "b"), a_choice("stop", "end")), "b": a_state()})
    found = check(scenario, broken=[("states", "b", "choices")])
    assert [problem.code for problem in found if problem.code < "GR6"] == []


# The graph


def test_a_moment_with_no_choice_open_is_told_with_openness_and_facts() -> None:
    """The message has the position, with all that is known there."""
    states = {
        "a": a_state(a_choice("warm", "b", openness=1), a_choice("cold", "b", openness=-2, learns=("tea",))),
        "b": a_state(choice("stop", openness_at_least=0), choice("tea", lacks=("tea",))),
    }
    (problem,) = problems(a_scenario(states))
    assert (problem.code, problem.place) == ("GR407", ("states", "b"))
    assert problem.message == 'in "b" no choice is open at openness -2 and tea known'


def test_a_trap_that_only_closes_for_some_is_told_with_the_position() -> None:
    """With the fact there is a way out; the state is named once, with the openness and facts of the trap."""
    states = {
        "a": a_state(a_choice("ask", "b", learns=("door",)), a_choice("walk", "b")),
        "b": a_state(a_choice("round", "c"), choice("out", knows=("door",))),
        "c": a_state(a_choice("back", "b"), choice("also-out", knows=("door",))),
    }
    (problem,) = problems(a_scenario(states))
    assert (problem.code, problem.place) == ("GR403", ("states", "b"))
    assert problem.message == 'from "b" no ending can be reached at openness 0 and nothing known'


def test_a_choice_that_never_opens_says_why() -> None:
    """A fact that cannot be known yet, an openness that is never reached, or both never together."""
    states = {
        "a": a_state(
            a_choice("go", "b", learns=("tea",)), a_choice("warm", "b", openness=2), choice("early", knows=("tea",))
        ),
        "b": a_state(
            a_choice("stop", "end"),
            choice("too-warm", openness_at_least=3),
            choice("both", openness_at_least=1, knows=("tea",)),
        ),
    }
    assert [(problem.code, problem.message, problem.hint) for problem in problems(a_scenario(states))] == [
        ("GR406", '"early" never opens', "tea cannot be known here"),
        ("GR406", '"too-warm" never opens', "openness is from 0 to 2 here"),
        ("GR406", '"both" never opens', "it requires openness at least 1, tea known, and that is never so here"),
    ]


def test_a_loop_is_told_once_however_long() -> None:
    """The states of the loop, and the one that leads into it, are not also said to be trapped."""
    states = {
        "in": a_state(a_choice("go", "x"), a_choice("stop", "end")),
        "x": a_state(a_choice("go", "y")),
        "y": a_state(a_choice("go", "z")),
        "z": a_state(a_choice("go", "x")),
        "selfish": a_state(a_choice("go", "selfish")),
    }
    assert codes(a_scenario(states)) == [("GR401", ("states", "selfish")), ("GR404", ("states", "x"))]


def test_a_loop_with_a_choice_in_it_is_no_loop() -> None:
    """Where one state of the round offers two, it can be left, and nothing is wrong."""
    states = {"x": a_state(a_choice("go", "y")), "y": a_state(a_choice("back", "x"), a_choice("stop", "end"))}
    assert codes(a_scenario(states)) == []


def test_ten_choices_are_too_many_only_when_they_are_open_at_once() -> None:
    """Ten of which one is closed at any time fit on the keys."""
    nine = [a_choice(f"choice-{n}", "end") for n in range(9)]
    learnt = a_state(*nine[:8], choice("with", knows=("tea",)), choice("without", lacks=("tea",)))
    start = a_state(a_choice("tea", "b", learns=("tea",)), a_choice("none", "b"))
    assert codes(a_scenario({"a": start, "b": learnt})) == []
    assert codes(a_scenario({"b": a_state(*nine, a_choice("ten", "end"))})) == [("GR410", ("states", "b"))]


def test_a_plan_is_told_where_it_stops_and_why() -> None:
    """The choice that is not open is named, with what it requires and how things stand."""
    states = {
        "a": a_state(a_choice("stop", "end"), choice("secret", openness_at_least=1), a_choice("warm", "a", openness=1))
    }
    plans = {
        "good": Plan(choices=("warm", "secret"), ending="end"),
        "closed": Plan(choices=("secret",), ending="end"),
        "none": Plan(choices=(), ending="end"),
    }
    told = [(problem.code, problem.place, problem.hint) for problem in problems(a_scenario(states, plans=plans))]
    assert told == [
        ("GR502", ("plans", "closed", "choices", 0), "it requires openness at least 1"),
        ("GR503", ("plans", "none", "ending"), ""),
    ]


# Against a search that leaves nothing out


@given(scenarios())
@settings(max_examples=200)
def test_exact_reach_is_what_a_plain_search_finds(scenario: Scenario) -> None:
    """Reached, open, stuck and trapped are what they are when every position is looked at."""
    reach, positions = exact(scenario), every_position(scenario)
    assert reach.openness.keys() == {position.name for position in positions}
    standing = [position for position in positions if position.name in scenario.states]
    opened = {
        (position.name, number)
        for position in standing
        for number, each in enumerate(scenario.states[position.name].choices)
        if position.after(each)
    }
    assert reach.opened == opened
    stuck = {p.name for p in standing if not any(map(p.after, scenario.states[p.name].choices))}
    assert reach.stuck.keys() == stuck
    assert all(position in positions for position in reach.stuck.values())


@given(scenarios())
@settings(max_examples=200)
def test_what_is_trapped_reaches_no_ending(scenario: Scenario) -> None:
    """From the position that is named (from any, where none is) neither an ending nor a dead end is reached."""
    for name, trap in exact(scenario).trapped.items():
        traps = [trap] if trap else [position for position in every_position(scenario) if position.name == name]
        for position in traps:
            reached = every_position(scenario, position)
            assert not any(each.name in ENDINGS for each in reached)


@given(scenarios())
@settings(max_examples=200)
def test_relaxed_reach_never_misses_what_can_happen(scenario: Scenario) -> None:
    """It may take more for possible than the exact search, never less, and calls trapped only what is."""
    rough, fine = relaxed_reach(scenario), exact(scenario)
    assert rough.openness.keys() >= fine.openness.keys()
    assert all(rough.openness[name] >= fine.openness[name] for name in fine.openness)
    assert rough.taken >= fine.taken
    assert rough.opened >= fine.opened
    for position in every_position(scenario):
        if position.name in rough.trapped:
            assert not any(each.name in ENDINGS for each in every_position(scenario, position))


def test_a_large_graph_is_judged_roughly_and_still_rightly() -> None:
    """Two thousand states with facts are too many positions; the island among them is found all the same."""
    scenario = large()
    states = {**scenario.states, "island": a_state(a_choice("stop", "end"))}
    found = {problem.code: problem.place for problem in check(a_scenario(states), most_positions=2_000)}
    assert found["GR401"] == ("states", "island")
    assert "GR604" in found


def exact(scenario: Scenario) -> Reach:
    """Return what can happen, from every position."""
    graph = BareGraph(scenario)
    assert graph.explore(10_000)
    return reach_of(graph)
