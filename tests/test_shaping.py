"""Making a scenario piece by piece, beside msgspec, which makes it at once or not at all."""

from copy import deepcopy
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.scenario import Scenario, State
from greenroom.shaping import shape
from greenroom.toml_file import parse_toml
from tests.test_loading import TEXT

WRONG = st.sampled_from(
    [0, 1, 9, -4, True, 1.5, "", "x", "X y", "abc\n", "warm", [], [1], ["a"], {}, {"x": 1}, [{}]]
).map(deepcopy)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    """Put something else, that may fit or not, into some places of a good file."""
    scene = parse_toml(TEXT.encode())
    for _ in range(draw(st.integers(0, 3))):
        table: Any = scene
        while True:
            keys = list(table) if isinstance(table, dict) else list(range(len(table)))
            key = draw(st.sampled_from(keys))
            if not isinstance(table[key], dict | list) or not table[key] or draw(st.booleans()):
                break
            table = table[key]
        if draw(st.booleans()):
            table[key] = draw(WRONG)
        elif isinstance(table, dict):
            table[draw(st.sampled_from(["extra", "say", "requires", "openness"]))] = draw(WRONG)
        else:
            del table[key]
    return scene


@given(tables())
@settings(max_examples=500)
def test_it_finds_something_exactly_when_msgspec_does(scene: dict[str, Any]) -> None:
    """What fits the types has no problem and is the same scenario; what does not has at least one."""
    shaped = shape(scene)
    try:
        converted = msgspec.convert(scene, Scenario)
    except msgspec.ValidationError:
        assert shaped.problems
    else:
        assert shaped.problems == ()
        assert shaped.scenario == converted


def test_what_is_right_is_kept_beside_what_is_wrong() -> None:
    """One broken value leaves the other values of its choice, and every other choice, as they are."""
    scene = parse_toml(TEXT.encode())
    whole = msgspec.convert(scene, Scenario)
    scene["states"]["walk"]["choices"][1]["openness"] = "much"
    shaped = shape(scene)
    assert shaped.broken == {("states", "walk", "choices", 1, "openness")}
    assert shaped.scenario == whole


def test_a_piece_that_is_missing_has_a_placeholder() -> None:
    """The checks that follow always get a scenario, even of an empty file."""
    shaped = shape({})
    assert isinstance(shaped.scenario, Scenario)
    assert {problem.place for problem in shaped.problems} == shaped.broken
    assert ("states",) in shaped.broken
    state = shape({"states": {"a": 5}}).scenario.states["a"]
    assert isinstance(state, State)
    assert state.choices == ()
