"""A run as `greenroom history --json` prints it."""

from pathlib import Path

from greenroom.journal import open_journal
from greenroom.journal.history import describe_run
from tests.journal_building import a_clock, begin, play, rehearse


def turn(choice: str) -> dict[str, object]:
    """Return a turn as it is printed."""
    return {"state": "room", "choice": choice, "move": "small-talk", "openness": 1}


def test_tells_the_line_and_its_branches(tmp_path: Path) -> None:
    """`turns` is the line the user is on; each other line tells how much of it is shared, and what is its own."""
    journal = open_journal(tmp_path / "journal.sqlite3", a_clock())
    one, two, _ = rehearse(journal, "r1", "ask", "listen", "leave", ends=True)
    play(journal, "r1", "joke", after=two)
    play(journal, "r1", "listen-again", after=one)
    journal.stand_at("r1", two)
    journal.rename("r1", "Bees")
    journal.star("r1", starred=True)
    run, (summary,) = journal.run("r1"), journal.runs()
    journal.close()
    assert run
    assert describe_run(run, summary) == {
        "run": "r1",
        "scenario": "walking-in",
        "started": run.started,
        "ending": None,
        "turns": [turn("ask"), turn("listen")],
        "name": "Bees",
        "note": "",
        "starred": True,
        "branches": [
            {"from": 2, "ending": "warm", "turns": [turn("leave")]},
            {"from": 2, "ending": None, "turns": [turn("joke")]},
            {"from": 1, "ending": None, "turns": [turn("listen-again")]},
        ],
    }


def test_a_finished_line_with_typed_words(tmp_path: Path) -> None:
    """The ending is told where there is one, and words where somebody typed."""
    journal = open_journal(tmp_path / "journal.sqlite3", a_clock())
    begin(journal, "r1")
    journal.add("r1", None, "room", "ask", "small-talk", 1, "warm", ending=True, words="Why?")
    run, (summary,) = journal.run("r1"), journal.runs()
    journal.close()
    assert run
    told = describe_run(run, summary)
    assert told["ending"] == "warm"
    assert told["turns"] == [turn("ask") | {"words": "Why?"}]
    assert told["branches"] == []


def test_a_run_taken_back_to_its_start(tmp_path: Path) -> None:
    """A run without a turn has neither line nor branch."""
    journal = open_journal(tmp_path / "journal.sqlite3", a_clock())
    begin(journal, "r1")
    run, (summary,) = journal.run("r1"), journal.runs()
    journal.close()
    assert run
    told = describe_run(run, summary)
    assert (told["ending"], told["turns"], told["branches"]) == (None, [], [])
