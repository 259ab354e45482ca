"""`greenroom compare` as people and scripts use it."""

import json
from pathlib import Path

import pytest

from tests.running import greenroom
from tests.test_cli import SCENE, add_scenario


def play(home: Path, scenario: str = "walking-in", seed: int = 1) -> None:
    """Play a scenario by itself."""
    greenroom(home, "play", scenario, "--auto", "--seed", str(seed))


def runs(home: Path) -> list[str]:
    """Return the ids of the runs as the history shows them, newest first."""
    return [line.split("\t")[0] for line in greenroom(home, "history").stdout.splitlines()]


@pytest.mark.parametrize("scenario", ["walking-in", "after-a-year", "asking-for-help"])
def test_two_runs_are_printed_side_by_side(tmp_path: Path, scenario: str) -> None:
    """Named as the history names them, with where they part, how they end, the question and the reading."""
    for seed in (1, 2):
        play(tmp_path, scenario, seed)
    printed = greenroom(tmp_path, "compare", *runs(tmp_path))
    assert (printed.returncode, printed.stderr) == (0, "")
    for words in (
        "Here they part",
        "How it ended",
        "A week later",
        "What differs here",
        "Neither is the right answer.",
    ):
        assert words in printed.stdout


@pytest.mark.parametrize(
    ("style", "begins"), [("markdown", "# Walking in"), ("html", "<!DOCTYPE html>"), ("json", "{")]
)
def test_a_comparison_in_other_formats(tmp_path: Path, style: str, begins: str) -> None:
    """Each format stands alone on standard output, so that it can be sent to a file."""
    for seed in (1, 2, 3):
        play(tmp_path, seed=seed)
    printed = greenroom(tmp_path, "compare", *runs(tmp_path), "--format", style)
    assert (printed.returncode, printed.stderr) == (0, "")
    assert printed.stdout.startswith(begins)
    assert "Neither" not in printed.stdout
    assert style != "json" or len(json.loads(printed.stdout)["runs"]) == 3


def test_a_run_that_is_not_known_or_not_named_enough_is_answered_in_a_sentence(tmp_path: Path) -> None:
    """Unknown and ambiguous beginnings exit with 2 and say what to do."""
    for seed in (1, 2):
        play(tmp_path, seed=seed)
    for word, says in (("no-such", "greenroom history"), ("", "Type more")):
        refused = greenroom(tmp_path, "compare", word, runs(tmp_path)[0])
        assert (refused.returncode, refused.stdout) == (2, "")
        assert says in refused.stderr


def test_what_cannot_be_compared_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """One run alone, and runs of two scenarios."""
    play(tmp_path)
    play(tmp_path, "after-a-year")
    newest, oldest = runs(tmp_path)
    for words, says in (([newest], "two runs"), ([newest, oldest], "one scenario")):
        refused = greenroom(tmp_path, "compare", *words)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert says in refused.stderr


def test_runs_whose_file_has_changed_or_gone_compare_as_they_were(tmp_path: Path) -> None:
    """The text is in the journal: neither an edit nor the loss of the file changes a word of an old run."""
    path = add_scenario(tmp_path, "mine")
    greenroom(tmp_path, "play", "mine", "--auto", "--seed", "1")
    greenroom(tmp_path, "play", "mine", "--auto", "--seed", "4")
    before = greenroom(tmp_path, "compare", *runs(tmp_path)).stdout
    path.write_text(SCENE.replace("says =", 'seen = "Gone."\n#'), encoding="utf-8")
    assert greenroom(tmp_path, "compare", *runs(tmp_path)).stdout == before
    path.unlink()
    assert greenroom(tmp_path, "compare", *runs(tmp_path)).stdout == before
    assert "If it's coffee" in before
