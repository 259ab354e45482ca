"""Walking a scenario in every way, and at random."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.loading import load
from greenroom.playtest_reports import show_playtests
from greenroom.playtesting import explore, play_at_random
from greenroom.rehearsal import Rehearsal
from greenroom.scenario import Requirement, Scenario
from tests.bench.generated import decisions
from tests.building import a_choice, a_scenario, a_state
from tests.generating import scenarios

SCENE = load(Path(__file__).parent / "scenes" / "left-umbrella.toml").scenario


def test_every_way_through_a_good_scene_is_sound() -> None:
    """All endings are reached, every choice opens, and nothing is a dead end."""
    exploration = explore(SCENE)
    assert exploration.exact
    assert exploration.sound
    assert exploration.endings == {
        "seeds": ("offer-half", "may-i-write"),
        "good-night": ("offer-half", "leave-kindly"),
        "quiet": ("offer-half", "say-nothing"),
    }


def test_what_is_wrong_is_named() -> None:
    """An ending and a state without a way, a choice that never opens, and a dead end with its position."""
    warm = Requirement(openness_at_least=1)
    states = {
        "a": a_state(a_choice("cold", "b", openness=-1), a_choice("never", "b", requires=warm)),
        "b": a_state(a_choice("stop", "end", requires=Requirement(openness_at_least=0))),
        "island": a_state(a_choice("stay", "end")),
    }
    exploration = explore(a_scenario(states))
    assert not exploration.sound
    assert exploration.endings == {"end": None}
    assert exploration.unreached == ("island",)
    assert exploration.never_open == (("a", "never"), ("b", "stop"))
    assert exploration.dead_ends == {"b": ("b", -1, frozenset())}


def test_what_is_wrong_is_told_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A dead end is told before all else, what is never reached by its kind; the exit code says that there is some."""
    closed = a_choice("stop", "end", requires=Requirement(openness_at_least=1))
    dead_end = a_scenario({"a": a_state(a_choice("in", "b")), "b": a_state(closed)})
    never = a_scenario(
        {"a": a_state(a_choice("in", "end"), closed), "c": a_state(a_choice("out", "other"))}, ("end", "other")
    )
    assert show_playtests([dead_end], 10, 1, as_json=False) == 1
    assert "; dead ends, see below\n  dead ends: b\n  endings never reached: end\n" in capsys.readouterr().out
    assert show_playtests([never], 10, 1, as_json=False) == 1
    told = capsys.readouterr().out
    assert "; something is never reached, see below\n  endings never reached: other\n" in told
    assert "  states never reached: c\n  choices never open: stop (in a)\n" in told


@given(scenarios())
@settings(max_examples=100)
def test_the_way_to_an_ending_can_be_played(scenario: Scenario) -> None:
    """Its choices are open one after the other, and the last leads to the ending."""
    for ending, way in explore(scenario).endings.items():
        rehearsal = Rehearsal(scenario)
        for choice_id in way or ():
            rehearsal.choose(next(each for each in rehearsal.open_choices() if each.id == choice_id))
        assert way is None or rehearsal.state == ending


def test_no_way_to_an_ending_is_shorter() -> None:
    """Of a long way and a short one the short one is told, though the long one stands first."""
    states = {
        "a": a_state(a_choice("long", "b"), a_choice("short", "c")),
        "b": a_state(a_choice("on", "d")),
        "c": a_state(a_choice("stop", "end")),
        "d": a_state(a_choice("stop", "end")),
    }
    assert explore(a_scenario(states)).endings == {"end": ("short", "stop")}


def test_a_graph_that_is_too_large_is_explored_roughly() -> None:
    """It says so, and calls nothing a dead end or unreached that is not."""
    exploration = explore(SCENE, most_positions=3)
    assert not exploration.exact
    assert exploration.unreached == ()
    assert exploration.never_open == ()
    assert exploration.dead_ends == {}


# At random


def test_the_same_seed_gives_the_same_runs() -> None:
    """What a seed has found can be looked at again; another finds something else."""
    assert play_at_random(SCENE, runs=200, seed=7) == play_at_random(SCENE, runs=200, seed=7)
    assert play_at_random(SCENE, runs=200, seed=7) != play_at_random(SCENE, runs=200, seed=8)


@given(scenarios(), st.integers(0, 40), st.integers(1, 30))
@settings(max_examples=100)
def test_every_run_comes_to_something(scenario: Scenario, runs: int, longest: int) -> None:
    """Each ends, is stuck or is cut off, and every choice is made in some state."""
    played = play_at_random(scenario, runs, seed=1, longest=longest)
    assert sum(played.endings.values()) + played.stuck + played.cut_off == runs
    assert sum(played.visits.values()) == played.choices
    assert played.mean_length <= longest


def test_every_open_choice_is_as_likely() -> None:
    """Of three choices that lead to three endings each is taken in about a third of the runs."""
    endings = ("one", "two", "three")
    scenario = a_scenario({"a": a_state(*(a_choice(ending, ending) for ending in endings))}, endings)
    played = play_at_random(scenario, runs=6_000, seed=1)
    assert all(1_850 < played.endings[ending] < 2_150 for ending in endings)
    assert (played.mean_length, played.visits) == (1.0, {"a": 6_000})


def test_a_loop_does_not_hang() -> None:
    """Runs that go round for ever are cut off and counted."""
    played = play_at_random(a_scenario({"a": a_state(a_choice("round", "a"))}), runs=10, seed=1)
    assert (played.cut_off, played.stuck, played.endings) == (10, 0, {"end": 0})
    assert played.mean_length == 1_000


def test_a_moment_with_nothing_open_is_counted() -> None:
    """Runs that come to it are stuck, and do not count as ended."""
    closed = a_choice("stop", "end", requires=Requirement(openness_at_least=1))
    played = play_at_random(a_scenario({"a": a_state(closed)}), runs=10, seed=1)
    assert (played.stuck, played.cut_off, played.choices) == (10, 0, 0)


@pytest.mark.parametrize("runs", [3_000])
def test_it_is_fast_enough_to_be_used_at_every_change(runs: int) -> None:
    """Sixty decisions of three, sixteen choices a run: well over ten thousand runs a second on a slow machine."""
    begin = time.process_time()
    played = play_at_random(decisions(), runs, seed=1)
    assert played.mean_length == 16
    assert time.process_time() - begin < runs / 10_000
    begin = time.process_time()
    assert explore(decisions()).exact
    assert time.process_time() - begin < 0.1
