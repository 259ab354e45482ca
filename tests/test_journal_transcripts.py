"""Runs as Markdown, for somebody to read."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from greenroom.errors import JournalError
from greenroom.journal import Filter, Journal, open_journal
from greenroom.loading import load, read_kept
from tests.journal_building import a_clock

SCENE = load(Path(__file__).parent / "scenes" / "by-the-urn.toml")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """An empty journal."""
    with closing(open_journal(tmp_path / "journal.sqlite3", a_clock())) as journal:
        yield journal


def keep(journal: Journal, run: str, text: bytes, words: str | None = None) -> int:
    """Keep a run of the scene with its first choice."""
    scenario = read_kept(text)
    journal.begin(run, scenario.id, scenario.title, text, "abc" + run, 7)
    choice = scenario.states[scenario.start].choices[0]
    to = choice.branches[0].to
    return journal.add(run, None, scenario.start, choice.id, choice.move, 0, to, ending=False, words=words)


def written(journal: Journal, folder: Path, *runs: str) -> str:
    """Return the runs as they are exported."""
    journal.export_runs_to(folder / "runs.md", runs)
    return (folder / "runs.md").read_text(encoding="utf-8")


def test_a_run_reads_as_it_was_played(journal: Journal, tmp_path: Path) -> None:
    """Name, star, note, what was said by both, how it landed, and where it was broken off, in their order."""
    keep(journal, "r1", SCENE.text)
    journal.rename("r1", "By *the* urn")
    journal.annotate("r1", "She\nlaughed")
    journal.star("r1", starred=True)
    scenario = SCENE.scenario
    choice = scenario.states[scenario.start].choices[0]
    shown = written(journal, tmp_path, "r1").replace("\\", "")
    parts = [
        "# By *the* urn \u2605",
        "> She\n> laughed",
        scenario.partner.name,
        choice.words,
        choice.landed,
        "Broken off",
    ]
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_another_way_follows_the_line(journal: Journal, tmp_path: Path) -> None:
    """A branch that was taken back is written after the line the user is on, from where it parts."""
    keep(journal, "r1", SCENE.text)
    journal.stand_at("r1", None)
    scenario = SCENE.scenario
    other = scenario.states[scenario.start].choices[1]
    journal.add("r1", None, scenario.start, other.id, other.move, 0, other.branches[0].to, ending=False)
    shown = written(journal, tmp_path, "r1").replace("\\", "")
    first = scenario.states[scenario.start].choices[0]
    assert shown.index(other.words) < shown.index("## Another way, from turn 1") < shown.index(first.words)


def test_typed_words_stand_for_the_author_s(journal: Journal, tmp_path: Path) -> None:
    """What was said is what the user typed; signs of Markdown and of HTML show as what they are."""
    keep(journal, "r1", SCENE.text, "<b>Hi</b> [you](http://x) # 1")
    shown = written(journal, tmp_path, "r1")
    assert r"\<b\>Hi\</b\> \[you\]\(http://x\) \# 1" in shown
    assert SCENE.scenario.states[SCENE.scenario.start].choices[0].words not in shown.replace("\\", "")


def test_several_runs_and_one_that_cannot_be_read(journal: Journal, tmp_path: Path) -> None:
    """Runs follow each other in the order asked for; one whose text is no scenario says so."""
    keep(journal, "r1", SCENE.text)
    journal.begin("r2", "walking-in", "Walking in", b"no scenario", "abc", 7)
    shown = written(journal, tmp_path, "r2", "r1")
    assert shown.index("# Walking in") < shown.index("Part of this run can't be read.") < shown.index("\n---\n")
    assert shown.index("\n---\n") < shown.index(f"# {SCENE.scenario.title}")


def test_a_text_that_would_not_be_played_any_more_is_still_read(journal: Journal, tmp_path: Path) -> None:
    """GIVEN rules that an old text breaks WHEN its run is exported or searched for THEN it is there as it was."""
    keep(journal, "r1", SCENE.text + b"\n[plans.of-old]\nchoices = ['no-such-choice']\nending = 'locked'\n")
    first = SCENE.scenario.states[SCENE.scenario.start].choices[0]
    assert first.words in written(journal, tmp_path, "r1").replace("\\", "")
    assert [run.id for run in journal.runs(filter=Filter(text=first.words))] == ["r1"]


def test_a_run_that_is_not_there(journal: Journal, tmp_path: Path) -> None:
    """It is told, and no file is made."""
    with pytest.raises(JournalError, match="no run r9"):
        journal.export_runs_to(tmp_path / "runs.md", ["r9"])
    assert not list(tmp_path.glob("runs.md*"))
