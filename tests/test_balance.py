"""The rehearsals that come with the app: no choice gives its side away, and random play comes everywhere."""

import pytest

from greenroom.cues import find_cues
from greenroom.loading import load
from greenroom.paths import shipped
from greenroom.playtesting import explore, play_at_random
from greenroom.rubric import read_rubric
from greenroom.word_cues import Guesses, guess_sides
from tests.shipped_scenes import SHIPPED

SCENARIOS = {name: load(shipped("scenarios") / f"{name}.toml").scenario for name in SHIPPED}
RUBRIC = read_rubric(shipped("assets"))
GUESSES = guess_sides(SCENARIOS.values(), RUBRIC.side)


def test_over_all_of_them_looks_tell_nothing() -> None:
    """Who always takes the longest, the politest and so on is within five points of chance."""
    beside = {cue.strategy: round(100 * cue.advantage, 1) for cue in find_cues(SCENARIOS.values(), RUBRIC.side)}
    assert {strategy: points for strategy, points in beside.items() if abs(points) > 5} == {}


@pytest.mark.parametrize("name", SHIPPED)
def test_in_one_of_them_looks_tell_little(name: str) -> None:
    """There it is within twelve points."""
    beside = {cue.strategy: round(100 * cue.advantage, 1) for cue in find_cues([SCENARIOS[name]], RUBRIC.side)}
    assert {strategy: points for strategy, points in beside.items() if abs(points) > 12} == {}


@pytest.mark.parametrize("guesses", GUESSES, ids=lambda guesses: guesses.scenario)
def test_words_that_were_learnt_elsewhere_tell_few_sides(guesses: Guesses) -> None:
    """A bag of words from all other rehearsals is right in no more than 65 of 100."""
    assert guesses.right <= 0.65 * guesses.choices


@pytest.mark.parametrize("name", SHIPPED)
def test_random_play_comes_everywhere(name: str) -> None:
    """Each state is met in one run of a hundred or more, and each ending is reached and has a plan."""
    scenario, runs = SCENARIOS[name], 20_000
    walked = play_at_random(scenario, runs, seed=1)
    assert {
        state: walked.visits.get(state, 0) for state in scenario.states if walked.visits.get(state, 0) < runs / 100
    } == {}
    assert explore(scenario).sound
    assert {plan.ending for plan in scenario.plans.values()} == {*scenario.endings}
