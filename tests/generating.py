"""Strategies that generate scenarios: small ones, in which everything that the format allows happens often."""

from hypothesis import strategies as st

from greenroom.scenario import ALWAYS, Branch, Choice, Requirement, Scenario
from tests.building import a_choice, a_scenario, a_state

FACTS = ("bees", "map", "tea")
ENDINGS = ("end", "other-end")

facts = st.lists(st.sampled_from(FACTS), max_size=2, unique=True).map(tuple)
requirements = st.one_of(
    st.just(ALWAYS),
    st.builds(
        Requirement,
        knows=facts,
        lacks=facts,
        openness_at_least=st.integers(-3, 1),
        openness_at_most=st.integers(-1, 3),
    ),
)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Generate a scenario whose names are all right, and whose graph may be anything."""
    states = [f"state-{number}" for number in range(draw(st.integers(1, 5)))]
    targets = st.sampled_from((*states, *ENDINGS))
    return a_scenario({state: a_state(*_choices(draw, targets)) for state in states}, endings=ENDINGS)


def _choices(draw: st.DrawFn, targets: st.SearchStrategy[str]) -> list[Choice]:
    branches = st.lists(st.builds(Branch, to=targets, requires=requirements), min_size=1, max_size=3).map(tuple)
    return [
        a_choice(
            f"choice-{number}",
            draw(st.one_of(targets, branches)),
            openness=draw(st.integers(-2, 2)),
            learns=draw(facts),
            requires=draw(requirements),
        )
        for number in range(draw(st.integers(1, 3)))
    ]
