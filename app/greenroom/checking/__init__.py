"""Scenario -> Problems: everything that is wrong with what an author wrote, each with its code and place."""

from collections.abc import Iterable, Iterator

from greenroom.bare_graph import MOST_POSITIONS, BareGraph
from greenroom.checking.advice import advise, advise_inexact
from greenroom.checking.gaps import Gaps
from greenroom.checking.graph import Loop, check_graph, loops
from greenroom.checking.guesses import guess
from greenroom.checking.names import Known, check_names, known_in
from greenroom.checking.plans import check_plan_endings, walk_plans
from greenroom.checking.reach import Reach, reach_of
from greenroom.checking.relaxed import relaxed_reach
from greenroom.nearest import Nearest
from greenroom.problems import Place, Problem
from greenroom.scenario import Scenario

__all__ = ["Known", "check", "known_in"]


def check(
    scenario: Scenario,
    known: Known | None = None,
    stem: str | None = None,
    broken: Iterable[Place] = (),
    most_positions: int = MOST_POSITIONS,
) -> list[Problem]:
    """Return every error and warning; their lines and columns are not known here.

    Without `known`, moves, sources and portraits are taken as they are. `stem` is that of the file,
    where there is one. `broken` are the places where the scenario holds a placeholder. With more
    than `most_positions` the graph is only judged roughly: what is found is so, but not all is found.
    """
    nearest, gaps = Nearest(), Gaps(broken)
    guesses = guess(scenario, nearest)
    problems = [*check_names(scenario, known, stem, guesses, nearest), *check_plan_endings(scenario, nearest)]
    if not gaps.without_names:
        problems += _check_graph(scenario, guesses.mend(scenario), gaps, nearest, most_positions)
    return [problem for problem in problems if not gaps.explain(problem)]


def _check_graph(
    written: Scenario, mended: Scenario, gaps: Gaps, nearest: Nearest, most_positions: int
) -> Iterator[Problem]:
    found_loops = loops(mended)
    reach = _reach(mended, gaps, found_loops, most_positions)
    yield from check_graph(written, mended, reach, found_loops)
    yield from advise(mended, reach)
    if not gaps.loose:
        yield from walk_plans(written, mended, nearest)
        if not reach.exact:
            yield advise_inexact(most_positions)


def _reach(scenario: Scenario, gaps: Gaps, found_loops: list[Loop], most_positions: int) -> Reach:
    """Find out what can happen: exactly, where nothing is broken and there are not too many positions."""
    exits = gaps.unwritten.union(*found_loops)
    graph = BareGraph(scenario)
    if not gaps.loose and graph.explore(most_positions):
        return reach_of(graph, exits)
    return relaxed_reach(scenario, exits, gaps.loose, gaps.lost)
