"""What `playtest` prints: every way through scenarios, random runs, and what gives their choices away."""

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

from greenroom.cues import find_cues
from greenroom.paths import shipped
from greenroom.playtesting import explore, play_at_random
from greenroom.rubric import Rubric, read_rubric
from greenroom.scenario import Scenario
from greenroom.word_cues import Guesses, guess_sides


def show_playtests(scenarios: Sequence[Scenario], runs: int, seed: int, *, as_json: bool) -> int:
    """Walk scenarios in every way and at random, and print what was found; 1 when one has a dead end."""
    rubric = read_rubric(shipped("assets"))
    reports = [_playtest(scenario, runs, seed, rubric) for scenario in scenarios]
    guesses = guess_sides(scenarios, rubric.side)
    for report, guess in zip(reports, guesses, strict=False):  # one scenario alone has no others to learn from
        report["sides_told_by_words"] = {"choices": guess.choices, "right": guess.right, "by_chance": guess.by_chance}
    if as_json:
        print(json.dumps(reports, indent=2, ensure_ascii=False))
    else:
        for report in reports:
            _print_playtest(report)
        if len(scenarios) > 1:
            print(f"all scenarios\n  {_in_words(_cues(scenarios, rubric))}\n  {_guesses_in_words(guesses)}")
    return int(not all(report["sound"] for report in reports))


def _playtest(scenario: Scenario, runs: int, seed: int, rubric: Rubric) -> dict[str, Any]:
    every_way = explore(scenario)
    begin = time.perf_counter()
    walked = play_at_random(scenario, runs, seed)
    seconds = time.perf_counter() - begin
    return {
        "scenario": scenario.id,
        "sound": every_way.sound,
        "exact": every_way.exact,
        "positions": every_way.positions,
        "endings": dict(walked.endings),
        "shortest": every_way.endings,
        "unreached": every_way.unreached,
        "never_open": every_way.never_open,
        "dead_ends": sorted(every_way.dead_ends),
        "visits": dict(walked.visits),
        "runs": runs,
        "mean_length": round(walked.mean_length, 2),
        "cut_off": walked.cut_off,
        "runs_per_second": round(runs / seconds),
        "cues": _cues([scenario], rubric),
    }


def _cues(scenarios: Sequence[Scenario], rubric: Rubric) -> dict[str, float]:
    """Return for each strategy blind to meaning by how much it beats chance, in points of a hundred."""
    return {cue.strategy: round(100 * cue.advantage, 1) for cue in find_cues(scenarios, rubric.side)}


def _print_playtest(report: Mapping[str, Any]) -> None:
    runs = report["runs"]
    print(report["scenario"])
    every = "every way looked at" if report["exact"] else "too many ways to look at each"
    print(f"  {every}: {report['positions']:,} positions; {_verdict(report)}")
    for what, names in _faults(report).items():
        if names:
            print(f"  {what}: {', '.join(names)}")
    shares = ", ".join(f"{ending} {count / runs:.1%}" for ending, count in report["endings"].items())
    pace = f"{report['runs_per_second']:,} a second, {report['mean_length']} choices each"
    print(f"  {runs:,} random runs, {pace}: {shares}")
    visits = sorted(report["visits"].items(), key=lambda visit: visit[1])
    print(f"  least visited: {', '.join(f'{state} {count / runs:.1%}' for state, count in visits[:3])}")
    print(f"  {_in_words(report['cues'])}")


def _verdict(report: Mapping[str, Any]) -> str:
    if report["dead_ends"]:
        return "dead ends, see below"
    return "no dead end" if report["sound"] else "something is never reached, see below"


def _faults(report: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        "dead ends": report["dead_ends"],
        "endings never reached": [ending for ending, way in report["shortest"].items() if way is None],
        "states never reached": report["unreached"],
        "choices never open": [f"{choice} (in {state})" for state, choice in report["never_open"]],
    }


def _in_words(cues: Mapping[str, float]) -> str:
    points = ", ".join(f"{strategy} {advantage:+.0f}" for strategy, advantage in cues.items())
    return f"guessing the relational choice by its looks, in points beside chance: {points}"


def _guesses_in_words(guesses: Sequence[Guesses]) -> str:
    choices = sum(guess.choices for guess in guesses)
    told = sum(guess.right for guess in guesses) / choices
    chance = sum(guess.by_chance for guess in guesses) / choices
    each = ", ".join(f"{guess.scenario} {guess.right / guess.choices:.0%}" for guess in guesses)
    return (
        f"a bag of words trained on the other scenarios tells the side of {told:.0%} of the choices"
        f" (by chance {chance:.0%}): {each}"
    )
