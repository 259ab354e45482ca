"""The program as its command starts it, in a process of its own: what it meets at the start, and what it leaves."""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from greenroom.paths import Folders
from tests.running import TOP, environment, greenroom

PATIENCE = 60


def start(folders: Folders, *act: str) -> "subprocess.Popen[str]":
    """Start the program with an act of `tests.ui.acting`."""
    return subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "tests.ui.acting", *act],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=TOP,
        env=environment(folders.home, QT_QPA_PLATFORM="offscreen"),
    )


def perform(folders: Folders, *act: str) -> tuple[Sequence[str], str]:
    """Perform an act, and return what could be read at its end, and what was said on standard error."""
    with start(folders, *act) as process:
        output, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    return json.loads(output), errors


def test_a_second_start_brings_the_first_window_to_the_front(folders: Folders) -> None:
    """It opens no window of its own and ends well; the first one, minimised, comes up, on the scenario asked for."""
    with start(folders, "wait_for_a_second_start") as first:
        assert first.stderr is not None
        assert first.stderr.readline() == "minimised\n"
        second = greenroom(folders.home, "walking-in", QT_QPA_PLATFORM="offscreen")
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        told, errors = first.communicate(timeout=PATIENCE)
    assert any(text.startswith("1. ") for text in json.loads(told)), "its choices are not there"
    assert "in front" in errors.splitlines()  # beside it Qt says that this platform has no other windows
    assert first.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_in_the_terminal_ends_the_window(folders: Folders) -> None:
    """An idle window ends at once, though Qt never comes back to Python by itself."""
    greenroom(folders.home, "list")
    with start(folders, "wait_idly") as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "idle\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == -signal.SIGINT


def test_no_socket_is_opened(folders: Folders) -> None:
    """Neither Python nor Qt opens one, from the start over a choice to the end."""
    texts, errors = perform(folders, "play", "walking-in")
    assert any(text.startswith(("You said: ", "You did: ")) for text in texts)
    assert errors == ""


def test_a_damaged_journal_is_set_aside_and_told_of(folders: Folders) -> None:
    """The home says where it has been put; it is still there, and a fresh one takes the next turn."""
    folders.home.mkdir()
    folders.journal.write_bytes(b"This was a journal." * 1000)
    texts, _ = perform(folders, "look")
    (aside,) = folders.home.glob("journal-damaged-*.sqlite3")
    assert any("The journal was damaged." in text and str(aside) in text for text in texts)
    assert aside.read_bytes() == b"This was a journal." * 1000
    perform(folders, "play", "walking-in")
    assert "Where you left off" in perform(folders, "look")[0]


def test_a_newer_journal_is_left_as_it_is(folders: Folders) -> None:
    """The user is told so, can rehearse all the same, and not a byte of the file has changed."""
    folders.home.mkdir()
    with closing(sqlite3.connect(folders.journal)) as newer:
        newer.execute("CREATE TABLE something_new (whatever)")
        newer.execute("PRAGMA user_version = 99")
    before = folders.journal.read_bytes()
    texts, _ = perform(folders, "look")
    assert any("newer version of Greenroom" in text for text in texts)
    texts, _ = perform(folders, "play", "walking-in")
    assert "How it landed" in texts
    assert folders.journal.read_bytes() == before


def test_a_fault_goes_to_the_log_and_a_notice(folders: Folders) -> None:
    """An unexpected error in the middle of a click ends neither the program nor the click's own effect."""
    texts, errors = perform(folders, "fail")
    assert "What conversation is on your mind?" in texts
    assert any(text.startswith("Something went wrong inside Greenroom.") and str(folders.log) in text for text in texts)
    assert "KeyError: 'nothing'" in folders.log.read_text(encoding="utf-8")
    assert "KeyError: 'nothing'" in errors


def test_what_is_set_holds_at_the_next_start(folders: Folders) -> None:
    """Theme and text size are as they were left."""
    perform(folders, "set_dark_and_large")
    _, errors = perform(folders, "read_settings")
    assert errors == "option-150 option-dark option-system\n"


def test_what_was_deleted_is_gone_when_the_window_is_closed(folders: Folders) -> None:
    """The command itself wipes it at the end: nothing of the scenario is left in the journal's file."""
    perform(folders, "play", "walking-in")
    assert b"Walking in" in folders.journal.read_bytes()
    texts, _ = perform(folders, "delete_everything")
    assert "A blank page, only for you." in texts
    left = b"".join(path.read_bytes() for path in folders.home.glob("journal*"))
    assert b"Walking in" not in left


@pytest.mark.parametrize("scenario_id", ["walking-in", "after-a-year", "asking-for-help"])
def test_the_command_opens_a_scenario(folders: Folders, scenario_id: str) -> None:
    """`greenroom ID` shows that stage, with its first choices, and leaves nothing on standard error."""
    title = scenario_id.replace("-", " ").capitalize()
    texts, errors = perform(folders, "look", scenario_id)
    assert title in texts
    assert any(text.startswith("1. ") for text in texts)
    assert errors == ""


@pytest.mark.parametrize("scenario_id", [(), ("walking-in",)], ids=["home", "scenario"])
def test_a_folder_that_cannot_be_written_does_not_stop_it(tmp_path: Path, scenario_id: tuple[str, ...]) -> None:
    """Where it is in fact a file the window opens, on the home or on a scenario, and says that nothing is kept."""
    no_folder = tmp_path / "home"
    no_folder.write_text("I am a file.", encoding="utf-8")
    texts, _ = perform(Folders(no_folder), "look", *scenario_id)
    assert any(text.endswith("What you rehearse now will not be kept.") for text in texts)
    texts, _ = perform(Folders(no_folder), "play", "walking-in")
    assert "How it landed" in texts
    assert no_folder.read_text(encoding="utf-8") == "I am a file."
