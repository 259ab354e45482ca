"""Measures speed and size: each figure beside its reference in the same run, the median of nine in turn.

`./dev bench` measures everything, `./dev bench start` (or another name below) one of them.
Exits with 1 when a figure misses its target.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from greenroom.rehearsal import Rehearsal
from tests.bench.generated import decisions, large, toml_text

ROUNDS = 9
GREENROOM = [sys.executable, "-m", "greenroom"]
BARE = [sys.executable, str(Path(__file__).parent / "bare.py")]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    name: str
    measured: str
    target: str
    met: bool


def main(wanted: list[str]) -> int:
    """Print the figures and return 0 when all are met."""
    measurements: dict[str, Callable[[], Iterator[Figure]]] = {
        "start": start,
        "library": many_scenarios,
        "reply": reply,
        "rehearsal": rehearsal,
        "playtest": playtest,
        "journal": journal,
        "journal_screen": journal_screen,
        "compare": compare,
        "map": the_map,
        "coach": coach,
        "words": words,
    }
    missed = 0
    for name in [name.removeprefix("--") for name in wanted] or measurements:
        for figure in measurements[name]():
            missed += not figure.met
            print(f"{'  ' if figure.met else '! '}{figure.name:58} {figure.measured:34} {figure.target}", flush=True)
    return int(missed > 0)


def at_most(name: str, value: float, limit: float, detail: str = "", unit: str = "x") -> Figure:
    """Return a figure that must not be above `limit`."""
    return Figure(name, f"{value:.2f}{unit} {detail}", f"at most {limit:g}{unit}", value <= limit)


def at_least(name: str, value: float, limit: float, detail: str = "") -> Figure:
    """Return a rate that must not be below `limit` a second."""
    return Figure(name, f"{value:,.0f}/s {detail}", f"at least {limit:,.0f}/s", value >= limit)


# Start and memory


def start() -> Iterator[Figure]:
    """Compare the home with a window of one label, from process start to the painted picture."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        warm_up(home)
        bare, ours = in_turn(lambda: painted(BARE, home), lambda: painted(GREENROOM, home))
    yield compared("first painted home / bare window", bare, ours, 0, 1.5)
    yield compared("memory at home / bare window", bare, ours, 1, 1.4)


def many_scenarios() -> Iterator[Figure]:
    """Compare the home with 1,000 scenarios of the user's own against the home without, at the second start."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        fill(Path(many) / "scenarios", 1000)
        for folder in (few, many):
            warm_up(Path(folder))
        three, thousand = in_turn(lambda: painted(GREENROOM, Path(few)), lambda: painted(GREENROOM, Path(many)))
    yield compared("home with 1,000 scenarios / with three", three, thousand, 0, 1.2)


Started = tuple[float, float]
"""Seconds until the first painted picture, and KiB of memory then."""


def warm_up(home: Path) -> None:
    """Do what the first start does: read the scenarios, draw the portraits."""
    subprocess.run([*GREENROOM, "list"], env=environment(home), stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    painted(GREENROOM, home)


def painted(command: list[str], home: Path) -> Started:
    """Start a program as its users do and wait until Qt itself reports that the window is on the screen."""
    begin = time.perf_counter()
    with subprocess.Popen(command, env=environment(home), stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stderr is not None
        on_screen = any("Flushing top level" in line for line in process.stderr)
        seconds = time.perf_counter() - begin
        if not on_screen:
            sys.exit(f"{command}: the window did not come up, so there is nothing to compare.")
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        process.kill()
    return seconds, next(float(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a window that tells when it is painted, and keeps its bytecode as Python does."""
    told = {"QT_LOGGING_RULES": "qt.widgets.painting.info=true", "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **told, "GREENROOM_HOME": str(home), "PYTHONDONTWRITEBYTECODE": ""}


def compared(name: str, reference: list[Started], ours: list[Started], part: int, limit: float) -> Figure:
    """Return the ratio of two medians: of seconds (part 0) or of memory (part 1)."""
    one, other = (statistics.median(measured[part] for measured in those) for those in (reference, ours))
    scale, unit = [(1000, "ms"), (1 / 1024, "MiB")][part]
    return at_most(name, other / one, limit, f"({other * scale:.0f} / {one * scale:.0f} {unit})")


def in_turn(one: Callable[[], Started], other: Callable[[], Started]) -> tuple[list[Started], list[Started]]:
    """Measure two things nine times, one after the other, so that both meet the same weather."""
    pairs = [(one(), other()) for _ in range(ROUNDS)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def fill(folder: Path, count: int) -> None:
    """Write so many small scenarios."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"scene-{number}.toml").write_text(toml_text(f"scene-{number}"), encoding="utf-8")


# The stage


def reply() -> Iterator[Figure]:
    """Play in the window and measure each press of a choice to the painted reply."""
    from tests.bench.pressing import seconds_to_reply  # noqa: PLC0415  # Qt only for this

    times = sorted(seconds_to_reply(turns=300))
    slowest = times[int(len(times) * 0.99)] * 1000
    yield at_most("from pressing a choice to the painted reply, 99th of 100", slowest, 16, unit=" ms")


def the_map() -> Iterator[Figure]:
    """Arrange the map of 2,000 states, and move it over the screen at three sizes with the fog lifted."""
    command = [sys.executable, "-m", "tests.bench.maps"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603  # our own program
    figures = json.loads(printed)
    yield at_most("map: 2,000 states arranged, beside the window's thread", figures.pop("arranging"), 1000, unit=" ms")
    for name, milliseconds in figures.items():
        yield at_most(f"map: a frame of moving 2,000 states, {name}", milliseconds, 16, unit=" ms")


# The journal


def journal() -> Iterator[Figure]:
    """Ask a journal of 100,000 runs and 1.5 million turns for all that a screen shows, and one of 100 runs too."""
    from tests.bench.journals import exchanged, looks, opened  # noqa: PLC0415  # only for this

    with tempfile.TemporaryDirectory() as folder:
        with opened(Path(folder) / "few.sqlite3", 100) as few, opened(Path(folder) / "many.sqlite3", 100_000) as many:
            hundred, thousands = (median_seconds(partial(kept.runs, 50)) for kept in (few, many))
            yield at_most(
                "journal: 50 runs of 100,000 / of 100", thousands / hundred, 1.5, f"({thousands * 1000:.2f} ms)"
            )
            for name, look in looks(many):
                yield at_most(f"journal: {name}", median_seconds(look) * 1000, 100, unit=" ms")
        for name, seconds in zip(("export", "import"), exchanged(Path(folder)), strict=True):
            yield at_most(f"journal: {name} of 100,000 runs", seconds, 120, unit=" s")


def journal_screen() -> Iterator[Figure]:
    """Open the journal's screen on 100,000 runs and on 100, in turn, and search in it, up to the painted picture."""
    from tests.bench.journal_window import seconds_to_open, seconds_to_search  # noqa: PLC0415  # Qt only for this

    few, many = seconds_to_open(100, 100_000, times=ROUNDS)
    ratio, detail = many / few, f"({many * 1000:.0f} / {few * 1000:.0f} ms)"
    yield at_most("journal's screen with 100,000 runs / with 100", ratio, 1.5, detail)
    yield at_most("journal's screen: a search, to its painting", seconds_to_search(100_000) * 1000, 150, unit=" ms")


# Without a window


def rehearsal() -> Iterator[Figure]:
    """Choose at random among what is on offer in a scenario of 2,000 states, and take back 1,000 turns."""
    walked = Rehearsal(large())
    chance = random.Random(1)  # noqa: S311  # a walk, not a secret

    def choose(count: int = 5000) -> None:
        for _ in range(count):
            walked.choose(chance.choice(walked.open_choices()))

    seconds = median_seconds(choose)
    yield at_least("rehearsal: choices, with offers, 2,000 states", 5000 / seconds, 20_000, beside_bare(5000 / seconds))
    taken = median_seconds(lambda: walked.take_back(len(walked.turns) - 1000))
    yield at_most("rehearsal: take-back of 1,000 turns", taken * 1000, 10, unit=" ms")


def playtest() -> Iterator[Figure]:
    """Walk a graph of 60 decisions of three, 16 choices a run: at random, and in every way."""
    from greenroom.playtesting import explore, play_at_random  # noqa: PLC0415

    graph = decisions()
    seconds = median_seconds(lambda: play_at_random(graph, runs=10_000, seed=1))
    rate = 10_000 / seconds
    yield at_least("playtest: random runs of 16 choices", rate, 30_000, beside_bare(rate * 16))
    yield at_most("playtest: every way through it", median_seconds(lambda: explore(graph)) * 1000, 100, unit=" ms")


def compare() -> Iterator[Figure]:
    """Align two runs of 500 turns, and open a comparison of two such runs from a journal."""
    from tests.bench.comparing import aligned, opened, runs_of  # noqa: PLC0415  # only for this

    with runs_of(turns=500) as kept:
        comparison = opened(kept)
        aligning = median_seconds(lambda: aligned(comparison))
        opening = median_seconds(lambda: opened(kept))
    yield at_most("compare: two runs of 500 turns side by side", aligning * 1000, 20, unit=" ms")
    yield at_most("compare: opened from the journal, with the reading", opening * 1000, 50, unit=" ms")


def coach() -> Iterator[Figure]:
    """Review a message of 150 words, load the rules, and say what labelled messages get by cross-validation."""
    from tests.bench.coaching import SAMPLE, report, seconds_a_review, seconds_to_load  # noqa: PLC0415  # only for this

    yield at_most("coach: a message of 150 words", seconds_a_review() * 1000, 5, unit=" ms")
    yield at_most("coach: loading", seconds_to_load() * 1000, 100, unit=" ms")
    yield at_most("coach: 1 MB of text", seconds_a_review(SAMPLE * 1200, 3) * 1000, 1000, unit=" ms")
    for name, measured in report():
        yield Figure(f"coach: {name}", measured, "", met=True)


def words() -> Iterator[Figure]:
    """Say how often answers in own words are taken as what they mean."""
    from tests.bench.answering import report  # noqa: PLC0415  # only for this

    for name, measured in report():
        yield Figure(f"own words: {name}", measured, "", met=True)


def median_seconds(measured: Callable[[], object]) -> float:
    """Return the median time of nine calls."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        measured()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def beside_bare(rate: float, steps: int = 160_000) -> str:
    """Say how this many choices a second compare with a bare Python loop over tuples, measured now."""
    bare = [((i * 3 + 1) % 60, (i * 5 + 2) % 60, (i * 7 + 3) % 60) for i in range(60)]

    def walk() -> None:
        chance, at = random.Random(1).random, 0  # noqa: S311  # a walk, not a secret
        for _ in range(steps):
            at = bare[at][int(chance() * 3)]

    return f"({rate / (steps / median_seconds(walk)):.3f} of a bare loop)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
