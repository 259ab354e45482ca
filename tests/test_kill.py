"""Killed at any instant, a rehearsal loses no turn that was shown."""

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from greenroom.journal import Run, open_journal
from greenroom.loading import load
from greenroom.paths import shipped
from greenroom.rubric import Rubric
from greenroom.session import Session, go_on
from tests.running import TOP, environment

KILLS = int(os.environ.get("GREENROOM_KILLS", "24"))
SCENE = shipped("scenarios") / "asking-for-help.toml"
NO_RUBRIC = Rubric({}, {})
Way = tuple[str, ...]
"""The ids of the choices made, from the start."""


def script(chance: random.Random) -> list[str]:
    """Return lines to type: responses, with a take-back now and then."""
    return [chance.choice(["1", "1", "2", "2", "3", "b", "b 1"]) for _ in range(60)]


def shown_before_the_kill(home: Path, seed: int, typed: list[str], chance: random.Random) -> list[str]:
    """Play in a process, kill it after a random line and moment, and return all lines it had shown."""
    process = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "greenroom", "play", SCENE.stem, "--seed", str(seed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=TOP,
        env=environment(home),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("".join(f"{line}\n" for line in typed))
    process.stdin.flush()
    lines = [process.stdout.readline() for _ in range(chance.randrange(1, 160))]
    until = time.perf_counter() + chance.random() * 0.004
    while time.perf_counter() < until:
        pass
    process.kill()
    lines += process.stdout.readlines()
    process.stdin.close()
    process.stdout.close()
    process.wait()
    return lines


def replayed(seed: int, typed: list[str], shown: list[str]) -> tuple[Session, set[Way], list[Way]]:
    """Repeat without a journal what was shown: the session, every path that was walked, and where one could stand.

    Where one could stand is the last place shown, and the place after the next line: it may have been kept already.
    """
    session = Session(load(SCENE), NO_RUBRIC, None, seed)
    events = sum(line.startswith(("You: ", "Taken back")) for line in shown)
    walked: set[Way] = set()
    stands: list[Way] = [()]
    for line in typed:
        if len(stands) > events + 1 or (session.outcome and not line.startswith("b")):
            break
        if not carry_out(session, line):
            continue
        path = tuple(turn.choice.id for turn in session.turns)
        stands.append(path)
        if len(stands) <= events + 1:
            walked.add(path)
    return session, walked, stands[events:]


def carry_out(session: Session, line: str) -> bool:
    """Do what the terminal does with a line; False when it changes nothing."""
    if line.startswith("b"):
        if not session.turns:
            return False
        session.take_back(0 if line == "b 1" else len(session.turns) - 1)
    elif int(line) <= len(session.choices):
        session.choose(session.choices[int(line) - 1])
    else:
        return False
    return True


def paths(run: Run) -> set[Way]:
    """Return the path to every turn that is kept."""
    return {tuple(node.choice for node in run.line(node.id)) for node in run.nodes}


@pytest.mark.parametrize("kill", range(KILLS))
def test_no_turn_that_was_shown_is_lost(tmp_path: Path, kill: int) -> None:
    """After kill -9 every turn shown is in the journal, and the run opens where it stood."""
    chance = random.Random(kill)  # noqa: S311  # an instant, not a secret
    typed = script(chance)
    shown = shown_before_the_kill(tmp_path, kill, typed, chance)
    _, walked, stands = replayed(kill, typed, shown)
    journal = open_journal(tmp_path / "journal.sqlite3", lambda: datetime.now(UTC))
    runs = journal.runs()
    if not runs:
        assert walked == set()
    else:
        run = journal.run(runs[0].id)
        assert run is not None
        assert walked - {()} <= paths(run)
        stood = tuple(turn.choice.id for turn in go_on(run, NO_RUBRIC, journal).turns)
        assert stood in stands
    journal.close()
