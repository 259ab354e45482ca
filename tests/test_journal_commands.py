"""The commands that carry the journal out and in, as people use them; the others have tests of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import greenroom


def rehearse(home: Path) -> None:
    """Play two runs, one with a turn taken back."""
    greenroom(home, "play", "walking-in", "--seed", "3", typed="1\n1\nb\n2\n")
    greenroom(home, "play", "asking-for-help", "--auto", "--seed", "1")


def history(home: Path) -> str:
    """Return the history as JSON."""
    return greenroom(home, "history", "--json").stdout


def test_export_and_import_on_another_machine(tmp_path: Path) -> None:
    """The history is the same on both; importing again adds nothing."""
    rehearse(tmp_path / "one")
    file = str(tmp_path / "all.json")
    assert greenroom(tmp_path / "one", "export", file).stdout == f"Everything is in {file}.\n"
    assert greenroom(tmp_path / "two", "import", file).stdout == "2 added, 0 completed, 0 left as they are.\n"
    assert history(tmp_path / "two") == history(tmp_path / "one") != "[]\n"
    assert greenroom(tmp_path / "two", "import", file).stdout == "Nothing to add: all of it is here already.\n"
    assert greenroom(tmp_path / "two", "export", "-").stdout == Path(file).read_text(encoding="utf-8")


def test_a_file_that_is_refused(tmp_path: Path) -> None:
    """Half a file: exit 1, one sentence, and the history is as it was."""
    rehearse(tmp_path)
    exported = greenroom(tmp_path, "export", "-").stdout
    before = history(tmp_path)
    (tmp_path / "half.json").write_text(exported[: len(exported) // 2], encoding="utf-8")
    refused = greenroom(tmp_path, "import", str(tmp_path / "half.json"))
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)
    assert "The journal is as it was." in refused.stderr
    assert history(tmp_path) == before


def test_a_file_that_is_no_export(tmp_path: Path) -> None:
    """One sentence in words that do not need a programmer."""
    (tmp_path / "notes.md").write_text("# Notes\n", encoding="utf-8")
    refused = greenroom(tmp_path, "import", str(tmp_path / "notes.md"))
    assert (refused.returncode, "JSON" in refused.stderr) == (1, False)
    assert "it is no journal that Greenroom exported" in refused.stderr


def test_export_as_markdown(tmp_path: Path) -> None:
    """A file name that ends in .md asks for it; a run is named by its first letters, and an unknown one is told."""
    rehearse(tmp_path)
    newest, oldest = (run["run"] for run in json.loads(history(tmp_path)))
    assert greenroom(tmp_path, "export", str(tmp_path / "runs.md"), oldest[:8]).returncode == 0
    written = (tmp_path / "runs.md").read_text(encoding="utf-8")
    assert "# Walking in" in written
    assert "Asking for help" not in written
    everything = greenroom(tmp_path, "export", "-", "--format", "markdown").stdout
    assert everything.index("# Asking for help") < everything.index("# Walking in")
    for arguments in (("runs.md", "nobody"), ("all.json", newest)):
        refused = greenroom(tmp_path, "export", str(tmp_path / arguments[0]), arguments[1])
        assert (refused.returncode, "Traceback" in refused.stderr) == (1, False)


@pytest.mark.parametrize("target", [".", "/", "nowhere/all.json"])
def test_a_target_that_is_no_file(tmp_path: Path, target: str) -> None:
    """A folder, or a file in none: exit 1 with a sentence, for JSON and Markdown alike."""
    for style in ("json", "markdown"):
        refused = greenroom(tmp_path, "export", target, "--format", style)
        assert (refused.returncode, "could not be written" in refused.stderr) == (1, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a name in a folder")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    """What reads from it gets the journal: nothing takes the place of a pipe or a device."""
    rehearse(tmp_path / "home")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with (
        (tmp_path / "all.json").open("wb") as file,
        subprocess.Popen(["cat", str(pipe)], stdout=file) as reader,  # noqa: S603, S607 - our own pipe
    ):
        try:
            assert greenroom(tmp_path / "home", "export", str(pipe)).returncode == 0
            assert pipe.is_fifo()
            reader.wait(timeout=60)
        finally:
            reader.kill()
    assert json.loads((tmp_path / "all.json").read_bytes())["format"] == "greenroom-journal"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few people make links")
def test_what_a_link_points_to_is_replaced_not_the_link(tmp_path: Path) -> None:
    """A link into another folder still leads there after an export."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "all.json").symlink_to(tmp_path / "elsewhere" / "all.json")
    assert greenroom(tmp_path / "home", "export", str(tmp_path / "all.json")).returncode == 0
    assert (tmp_path / "all.json").is_symlink()
    assert (tmp_path / "elsewhere" / "all.json").is_file()


def test_backup_and_restore(tmp_path: Path) -> None:
    """The backup's name is printed; restoring it brings its runs back and keeps the present ones aside."""
    home = tmp_path / "home"
    rehearse(home)
    before = history(home)
    copy = greenroom(home, "backup", str(tmp_path)).stdout.strip()
    assert Path(copy).parent == tmp_path
    greenroom(home, "play", "walking-in", typed="1\n")
    restored = greenroom(home, "restore", copy)
    assert (restored.returncode, "The one from before is kept as" in restored.stdout) == (0, True)
    assert history(home) == before
    assert greenroom(home, "restore", str(tmp_path / "none")).returncode == 1
