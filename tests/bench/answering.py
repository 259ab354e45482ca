"""How often an answer in own words is taken as the choice that it means."""

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from greenroom.loading import load
from greenroom.matching import Matcher
from greenroom.paths import shipped
from greenroom.scenario import Choice, Scenario

OUTCOMES = ("right", "asked", "wrong", "asked about others", "not understood")
_LEAST_CHOICES = 3


class Answer(NamedTuple):
    """What somebody typed, and the choices that it may rightly be taken as; none where it means none of them."""

    scenario: str
    offered: tuple[Choice, ...]
    right: frozenset[str]
    text: str


def report() -> Iterator[tuple[str, str]]:
    """Yield what was measured: the authors' other wordings each hidden once, and the answers of GREENROOM_ANSWERS."""
    scenarios = {path.stem: load(path).scenario for path in sorted(shipped("scenarios").glob("*.toml"))}
    sets = {"the authors' other wordings, each hidden once": list(_hidden_once(scenarios))}
    for name in filter(None, os.environ.get("GREENROOM_ANSWERS", "").split(os.pathsep)):
        sets[Path(name).name] = list(_typed(Path(name), scenarios))
    matchers = {name: Matcher(scenario) for name, scenario in scenarios.items()}
    for name, answers in sets.items():
        begin = time.perf_counter()
        told = _told(answers, lambda answer: _outcome(matchers[answer.scenario], answer))
        each = (time.perf_counter() - begin) / len(answers) * 1000
        yield f"{name}, {len(answers)}", f"{told}; {each:.1f} ms each"


def _hidden_once(scenarios: dict[str, Scenario]) -> Iterator[Answer]:
    for name, scenario in scenarios.items():
        for state in scenario.states.values():
            for place, choice in enumerate(state.choices if len(state.choices) >= _LEAST_CHOICES else ()):
                for hidden in choice.also:
                    left = tuple(other for other in choice.also if other != hidden)
                    without = msgspec.structs.replace(choice, also=left)
                    offered = (*state.choices[:place], without, *state.choices[place + 1 :])
                    yield Answer(name, offered, frozenset({choice.id}), hidden)


def _typed(file: Path, scenarios: dict[str, Scenario]) -> Iterator[Answer]:
    """Yield those of a file with an object on each line: `scenario`, `state`, `right` (ids of choices), `text`."""
    for line in file.read_text("utf-8").splitlines():
        told = json.loads(line)
        offered = tuple(scenarios[told["scenario"]].states[told["state"]].choices)
        yield Answer(told["scenario"], offered, frozenset(told["right"]), told["text"])


def _outcome(matcher: Matcher, answer: Answer) -> str:
    match = matcher.match(answer.text, answer.offered)
    if match.choice:
        return "right" if match.choice.id in answer.right else "wrong"
    if match.nearest:
        return "asked" if answer.right & {choice.id for choice in match.nearest} else "asked about others"
    return "not understood" if answer.right else "right"


def _told(answers: Iterable[Answer], outcome: Callable[[Answer], str]) -> str:
    counts = Counter(map(outcome, answers))
    return ", ".join(f"{name} {counts[name] / counts.total():.1%}" for name in OUTCOMES)
