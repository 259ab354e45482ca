"""Scenarios made by rule, for measuring."""

import random

from greenroom.scenario import Branch, Requirement, Scenario, State
from tests.building import a_choice, a_scenario, a_state


def large(size: int = 2000) -> Scenario:
    """Return `size` states of three choices each, with guards, branches, facts and changes of openness."""
    return a_scenario({f"state-{i}": _state(i, size) for i in range(size)})


def decisions(count: int = 60, length: int = 16, seed: int = 1) -> Scenario:
    """Return a graph of `count` decisions of three without guards, in which every run takes `length` choices."""
    chance = random.Random(seed)  # noqa: S311  # a graph, not a secret
    layers = [[f"state-{i}" for i in range(count) if i * length // count == layer] for layer in range(length)]
    states = {}
    for layer, following in zip(layers, [*layers[1:], ["end"]], strict=True):
        for place, name in enumerate(layer):
            to = [following[place % len(following)], following[(place + 1) % len(following)], chance.choice(following)]
            states[name] = a_state(*(a_choice(f"choice-{k}", target) for k, target in enumerate(to)))
    return a_scenario(states)


def _state(i: int, size: int) -> State:
    def at(step: int) -> str:
        return f"state-{step % size}"

    branches = (Branch(to=at(3 * i + 2), requires=Requirement(openness_at_least=1)), Branch(to=at(i + 1)))
    guarded, lacking = Requirement(openness_at_least=-2), Requirement(lacks=(f"never-{i % 7}",))
    return a_state(
        a_choice("opens", at(3 * i + 1), openness=1),
        a_choice("closes", at(5 * i + 3), openness=-1, learns=(f"fact-{i % 9}",), requires=guarded),
        a_choice("depends", branches, requires=lacking),
    )


def toml_text(scenario_id: str) -> str:
    """Return a small scenario file."""
    return f"""
format = 1
id = "{scenario_id}"
title = "Scene {scenario_id}"
summary = "Somebody waits by a door that does not open."
situation = "event"
medium = "spoken"
minutes = 3
start = "door"
setting = {{ place = "A hall.", you_know = ["It rains."], you_want = "To get in." }}
partner = {{ name = "Ilse Brandt", role = "Baker", portrait = "ada", wants = "A seat." }}

[states.door]
label = "At the door"
says = "Is it locked?"

[[states.door.choices]]
id = "knock"
label = "You knock"
say = "I will knock."
move = "plain-answer"
to = "end"
landed = "Good."
why = "It was asked, and you answered it."
sources = ["boothby-2018"]

[[states.door.choices]]
id = "wait"
label = "You wait"
say = "We wait."
move = "step-back"
to = "end"
landed = "Well."
why = "You waited with her."
sources = ["boothby-2018"]

[endings.end]
title = "It opens"
text = "Somebody opens."
later = "There was somebody at the door."
carry = "If it is locked, I will knock."
"""
