"""The map: what it shows of a scenario, and where everything stands on it."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given

from greenroom.arranging import HEIGHT, WIDTH, Arrangement, Point, arrange
from greenroom.bare_graph import Position
from greenroom.loading import load_text
from greenroom.mapping import Chart, chart
from greenroom.paths import shipped
from greenroom.scenario import Branch, Requirement, Scenario
from greenroom.turns import Turn
from tests.bench.generated import large
from tests.building import a_choice, a_scenario, a_state
from tests.generating import scenarios

SHIPPED = sorted(shipped("scenarios").glob("*.toml"))
WARMLY = Requirement(openness_at_least=1)
QUEUE = a_scenario(
    {
        "queue": a_state(a_choice("wait", "queue"), a_choice("ask", "bees", openness=1), a_choice("leave", "cold")),
        "bees": a_state(
            a_choice("listen", (Branch(to="warm", requires=WARMLY), Branch(to="cold"))), a_choice("back", "queue")
        ),
    },
    endings=("warm", "cold"),
)


def played(scenario: Scenario, *choices: str) -> tuple[Turn, ...]:
    """Return the turns of a run that makes these choices."""
    turns: list[Turn] = []
    position = Position(scenario.start)
    for number, choice_id in enumerate(choices, 1):
        choice = next(choice for choice in scenario.states[position.name].choices if choice.id == choice_id)
        after = position.after(choice)
        assert after is not None
        turns.append(Turn(number, position.name, choice, after.name, position.openness, after.openness))
        position = after
    return tuple(turns)


def seen(drawn: Chart) -> set[str]:
    """Return the ids of what has been seen."""
    return {stop.id for stop in drawn.stops if stop.seen}


def test_at_first_only_the_start_is_seen() -> None:
    """With nothing played, all but the start is in the fog, and no way has been gone."""
    drawn = chart(QUEUE, set(), set(), ())
    assert seen(drawn) == {"queue"}
    assert drawn.unseen == 3
    assert not any(way.seen or way.on_path for way in drawn.ways)


def test_the_fog_lifts_where_one_has_been() -> None:
    """A choice made in another run lifts the fog over where it led, and over nothing else."""
    drawn = chart(QUEUE, {("queue", "ask")}, set(), ())
    assert seen(drawn) == {"queue", "bees"}
    assert [(way.source, way.target) for way in drawn.ways if way.seen] == [("queue", "bees")]
    assert drawn.stop("queue").unseen == 2


def test_a_branch_that_may_not_have_been_taken_stays_in_the_fog() -> None:
    """Of a choice that can lead to two endings, only the one that this run came to is told."""
    made = {("queue", "ask"), ("bees", "listen")}
    assert seen(chart(QUEUE, made, set(), ())) == {"queue", "bees"}
    assert seen(chart(QUEUE, made, set(), played(QUEUE, "ask", "listen"))) == {"queue", "bees", "warm"}


def test_an_ending_that_another_run_came_to_is_seen() -> None:
    """An ending that the journal has is told, whichever choice led to it."""
    assert seen(chart(QUEUE, {("queue", "ask"), ("bees", "listen")}, {"cold"}, ())) == {"queue", "bees", "cold"}


def test_the_path_of_a_run_is_marked_with_its_turns() -> None:
    """A stop knows every turn at which the run was there, the ending the one that led to it."""
    drawn = chart(QUEUE, set(), set(), played(QUEUE, "wait", "ask", "listen"))
    assert [(stop.id, stop.turns) for stop in drawn.stops if stop.turns] == [
        ("queue", (1, 2)),
        ("bees", (3,)),
        ("warm", (3,)),
    ]
    assert {(way.source, way.target) for way in drawn.ways if way.on_path} == {
        ("queue", "queue"),
        ("queue", "bees"),
        ("bees", "warm"),
    }


def test_a_run_that_was_broken_off_is_where_its_last_turn_led() -> None:
    """The state that waits for an answer is the next turn's."""
    assert chart(QUEUE, set(), set(), played(QUEUE, "ask")).stop("bees").turns == (2,)


def test_several_choices_to_the_same_stop_are_one_way() -> None:
    """Two choices that lead to the same state are drawn as one line, which carries both."""
    scenario = a_scenario({"a": a_state(a_choice("x", "end"), a_choice("y", "end"))})
    (way,) = chart(scenario, {("a", "y")}, set(), ()).ways
    assert [(reply.choice.id, reply.seen) for reply in way.replies] == [("x", False), ("y", True)]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_the_shipped_scenarios_are_drawn_without_overlaps(file: Path) -> None:
    """On the map of each shipped scenario no stop touches another, and no way runs over a stop."""
    assert faults(arrange(chart(load_text(file.read_bytes()).scenario, set(), set(), ()))) == []


@given(scenarios())
def test_any_scenario_is_drawn_without_overlaps(scenario: Scenario) -> None:
    """The same holds for any graph: with circles, with states that nothing leads to, with endings only."""
    assert faults(arrange(chart(scenario, set(), set(), ()))) == []


def test_a_large_scenario_is_drawn_without_overlaps() -> None:
    """The same holds for four hundred states."""
    assert faults(arrange(chart(large(400), set(), set(), ()))) == []


def test_what_has_been_seen_moves_nothing() -> None:
    """When the fog lifts, everything stays where it was."""
    before = arrange(chart(QUEUE, set(), set(), ()))
    after = arrange(chart(QUEUE, {("queue", "ask")}, set(), played(QUEUE, "ask", "back", "leave")))
    assert after.centres == before.centres
    assert [route.points for route in after.routes] == [route.points for route in before.routes]


def test_later_turns_stand_further_right() -> None:
    """What takes more turns to reach stands in a later column."""
    centres = arrange(chart(QUEUE, set(), set(), ())).centres
    assert centres["queue"][0] < centres["bees"][0] < centres["warm"][0]


def faults(arrangement: Arrangement) -> list[str]:
    """Return what overlaps on a map, or reaches out of it."""
    centres = arrangement.centres
    overlapping = [
        f"{one} and {other}"
        for one, other in combinations(centres, 2)
        if abs(centres[one][0] - centres[other][0]) < WIDTH and abs(centres[one][1] - centres[other][1]) < HEIGHT
    ]
    outside = [stop for stop, centre in centres.items() if not _inside(arrangement, centre)]
    crossed = [
        f"{route.way.source} to {route.way.target} over {stop}"
        for route in arrangement.routes
        for stop, centre in centres.items()
        if _runs_over(route.points, centre)
    ]
    return overlapping + outside + crossed


def _inside(arrangement: Arrangement, centre: Point) -> bool:
    x, y = centre
    across = WIDTH / 2 <= x <= arrangement.width - WIDTH / 2
    return across and HEIGHT / 2 <= y <= arrangement.height - HEIGHT / 2


def _runs_over(points: tuple[Point, ...], centre: Point) -> bool:
    """Return whether a way touches the inside of a stop: its curves keep to the gutters, its lines run level."""
    x, y = centre
    for place, (start, end) in enumerate(pairwise(points)):
        left, right = sorted((start[0], end[0]))
        overlaps = left < x + WIDTH / 2 - 1 and right > x - WIDTH / 2 + 1
        is_line = place % 2 == 1
        if overlaps and (not is_line or abs(start[1] - y) < HEIGHT / 2):
            return True
    return False
