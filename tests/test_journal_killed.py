"""The journal survives being killed: no turn that was reported kept is ever lost."""

import os
import random
import subprocess
import sys
from pathlib import Path

from greenroom.journal import open_journal
from tests.journal_building import a_clock

KILLS = 30
LONGEST = 60
"""Turns that are waited for before a kill, at most."""

REHEARSE_FOR_EVER = """
import itertools, pathlib, sys
from greenroom.journal import open_journal
from tests.journal_building import a_clock, begin

journal = open_journal(pathlib.Path(sys.argv[1]), a_clock())
begin(journal, sys.argv[2])
kept = [None]
for number in itertools.count():
    if number % 7 == 6:
        del kept[-3:]
        journal.stand_at(sys.argv[2], kept[-1])
    kept.append(journal.add(sys.argv[2], kept[-1], "room", f"choice-{number}", "small-talk", 0, "room", ending=False))
    print(kept[-1], flush=True)
"""


def turns_until_killed(path: Path, run: str, wanted: int) -> list[int]:
    """Rehearse in another process, kill it once it has reported so many turns, and return all that it reported."""
    with subprocess.Popen(  # noqa: S603 - runs only the text above
        [sys.executable, "-c", REHEARSE_FOR_EVER, path, run],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    ) as rehearsing:
        assert rehearsing.stdout
        first = [int(rehearsing.stdout.readline()) for _ in range(wanted)]
        rehearsing.kill()
        return first + [int(line) for line in rehearsing.stdout if line.endswith("\n")]


def test_every_turn_reported_is_there_after_a_kill(tmp_path: Path) -> None:
    """GIVEN one journal WHEN the program is killed in it again and again THEN each reported turn is there."""
    path = tmp_path / "journal.sqlite3"
    chance = random.Random(2026)  # noqa: S311 - the same counts each time
    for number in range(KILLS):
        reported = turns_until_killed(path, f"r{number}", chance.randint(0, LONGEST))
        journal = open_journal(path, a_clock())
        assert journal.notice == ""
        run = journal.run(f"r{number}")
        kept = {node.id for node in run.nodes} if run else set()
        assert kept.issuperset(reported)
        if run and run.nodes:
            # At most the one turn that was on its way is there without having been reported.
            assert len(kept) <= len(reported) + 1
            unfinished = journal.unfinished()
            assert unfinished
            assert unfinished.id == run.id
        journal.close()
