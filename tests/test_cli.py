"""The command line as people and scripts use it."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.running import TOP, environment, greenroom
from tests.shipped_scenes import SHIPPED

SCENE = (Path(__file__).parent / "scenes" / "by-the-urn.toml").read_text(encoding="utf-8")


def add_scenario(home: Path, scenario_id: str, text: str = SCENE) -> Path:
    """Put a scenario of the user's own into `home`."""
    path = home / "scenarios" / f"{scenario_id}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace('"by-the-urn"', f'"{scenario_id}"'), encoding="utf-8")
    return path


def test_list_names_the_shipped_scenarios(tmp_path: Path) -> None:
    """One line each: id, title, situation, minutes; as JSON the same."""
    lines = greenroom(tmp_path, "list").stdout.splitlines()
    assert tuple(line.split("\t")[0] for line in lines) == SHIPPED
    as_json = json.loads(greenroom(tmp_path, "list", "--json").stdout)
    assert [(entry["id"], entry["situation"]) for entry in as_json][:3] == [
        ("walking-in", "event"),
        ("after-a-year", "follow-up"),
        ("asking-for-help", "asking"),
    ]


def test_a_broken_scenario_leaves_the_others_listed(tmp_path: Path) -> None:
    """The broken one is named with its trouble on standard error, the others as before."""
    add_scenario(tmp_path, "broken", "format = ")
    listed = greenroom(tmp_path, "list")
    assert len(listed.stdout.splitlines()) == len(SHIPPED)
    assert "broken.toml" in listed.stderr


@pytest.mark.parametrize("scenario_id", SHIPPED)
def test_a_rehearsal_by_itself_comes_to_a_debrief(tmp_path: Path, scenario_id: str) -> None:
    """`play --auto` plays every shipped scenario to what one can carry out of the room."""
    played = greenroom(tmp_path, "play", scenario_id, "--auto", "--seed", "3")
    assert played.returncode == 0
    assert "To carry out of the room" in played.stdout


def test_input_that_ends_early_is_kept_and_gone_on_with(tmp_path: Path) -> None:
    """It exits with 0 and says how to go on; going on stands where it was broken off."""
    broken_off = greenroom(tmp_path, "play", "walking-in", "--seed", "3", typed="1\n1\n")
    assert broken_off.returncode == 0
    assert "greenroom play walking-in --continue" in broken_off.stdout
    greenroom(tmp_path, "play", "walking-in", "--continue", typed="1\n")
    (run,) = json.loads(greenroom(tmp_path, "history", "--json").stdout)
    assert len(run["turns"]) == 3
    assert set(run["turns"][0]) == {"state", "choice", "move", "openness"}


def test_a_branch_taken_back_is_in_the_history(tmp_path: Path) -> None:
    """The history shows the line the user is on, and beside it what was taken back."""
    greenroom(tmp_path, "play", "walking-in", "--seed", "3", typed="1\n1\nb\n2\n")
    (run,) = json.loads(greenroom(tmp_path, "history", "--json").stdout)
    assert len(run["turns"]) == 2
    (branch,) = run["branches"]
    assert branch["from"] == 1
    assert branch["turns"][0]["choice"] != run["turns"][1]["choice"]


def test_history_lists_the_newest_first(tmp_path: Path) -> None:
    """Runs stand with the last one begun at the top, with ending or where they were broken off."""
    greenroom(tmp_path, "play", "asking-for-help", "--auto", "--seed", "1")
    greenroom(tmp_path, "play", "walking-in", typed="1\n")
    first, second = greenroom(tmp_path, "history").stdout.splitlines()
    assert "Walking in" in first
    assert "broken off at turn 1" in first
    assert "Asking for help" in second


def test_history_goes_on_past_a_run_that_cannot_be_read(tmp_path: Path) -> None:
    """As JSON it has all other runs, and names the bad one on standard error; the list shows both."""
    greenroom(tmp_path, "play", "asking-for-help", "--auto", "--seed", "1")
    greenroom(tmp_path, "play", "walking-in", typed="1\n")
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as connection, connection:
        connection.execute("UPDATE run SET seed = 'x' WHERE scenario = 'asking-for-help'")
    told = greenroom(tmp_path, "history", "--json")
    assert told.returncode == 0
    assert [run["scenario"] for run in json.loads(told.stdout)] == ["walking-in"]
    assert "(Asking for help): Part of this run can't be read." in told.stderr
    assert len(greenroom(tmp_path, "history").stdout.splitlines()) == 2


def test_a_command_that_does_not_exist_is_answered_like_an_unknown_scenario(tmp_path: Path) -> None:
    """An unknown id exits with 2 and names the nearest, without a traceback."""
    for arguments in (["play", "walkin-in"], ["walkin-in"], ["graph", "walkin-in"], ["playtest", "walkin-in"]):
        refused = greenroom(tmp_path, *arguments)
        assert refused.returncode == 2
        assert "walking-in" in refused.stderr
        assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["histroy"], 'There is no command or scenario called "histroy". Did you mean "history"?'),
        (["histroy", "--json"], 'There is no command or scenario called "histroy". Did you mean "history"?'),
        (["walking-in", "now"], "Nothing comes after the id of a scenario: `greenroom walking-in` opens"),
        (["desk", "foo", "bar"], '"desk". `greenroom --help` shows the commands, `greenroom list` the scenarios.'),
    ],
)
def test_what_is_mistyped_is_answered_in_a_line(tmp_path: Path, typed: list[str], answer: str) -> None:
    """Commands are offered as scenarios are, and where nothing is near, one is told where all of them stand."""
    refused = greenroom(tmp_path, *typed)
    assert (refused.returncode, refused.stdout) == (2, "")
    (line,) = refused.stderr.splitlines()
    assert answer in line


def test_without_a_display_it_goes_on_in_the_terminal(tmp_path: Path) -> None:
    """It says so in a line and offers the same three scenarios, which can be played there."""
    shown = greenroom(tmp_path, typed="1\n1\n")
    assert shown.returncode == 0
    assert "no display" in shown.stderr
    assert "How it landed" in shown.stdout


def test_check_prints_place_code_and_mend(tmp_path: Path) -> None:
    """A broken file: one line a problem with file, line, column and code; exit 1; also as JSON and for GitHub."""
    path = add_scenario(tmp_path, "mine", SCENE.replace("mood", "moood", 1))
    refused = greenroom(tmp_path, "check", str(path))
    assert refused.returncode == 1
    line = 1 + SCENE[: SCENE.index("mood")].count("\n")
    assert refused.stdout.startswith(f"{path}:{line}:1: GR2")
    as_json = json.loads(greenroom(tmp_path, "check", str(path), "--format", "json").stdout)
    assert as_json[0]["line"] == line
    assert greenroom(tmp_path, "check", str(path), "--format", "github").stdout.startswith("::error file=")


def test_check_passes_what_is_shipped(tmp_path: Path) -> None:
    """Without a path the shipped scenarios and the user's are checked, and have no problem."""
    passed = greenroom(tmp_path, "check")
    assert (passed.returncode, passed.stdout) == (0, "")
    assert passed.stderr.startswith(f"{len(SHIPPED)} files, 0 errors, 0 warnings\n")


def test_check_takes_an_id(tmp_path: Path) -> None:
    """As the other commands do."""
    add_scenario(tmp_path, "mine", SCENE.replace("mood", "moood", 1))
    assert "mine.toml:" in greenroom(tmp_path, "check", "mine").stdout
    assert greenroom(tmp_path, "check", "walking-in").stderr == "1 file, 0 errors, 0 warnings\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few make links")
def test_check_tells_what_the_library_would_not_play(tmp_path: Path) -> None:
    """Without a path, links that lead out and what is no file are problems; a taken id hides no other problem."""
    own = add_scenario(tmp_path / "home", "walking-in", SCENE.replace("mood", "moood", 1)).parent
    (own / "out.toml").symlink_to(add_scenario(tmp_path, "elsewhere"))
    (own / "folder.toml").mkdir()
    codes = [line.split()[1] for line in greenroom(tmp_path / "home", "check").stdout.splitlines()]
    assert codes == ["GR102", "GR103", "GR112", "GR201"]


def test_check_of_an_empty_folder_checks_nothing_else(tmp_path: Path) -> None:
    """A folder without scenarios is not taken for no folder."""
    assert greenroom(tmp_path, "check", str(tmp_path)).stderr == "0 files, 0 errors, 0 warnings\n"


@pytest.mark.parametrize("command", ["play", "graph", "playtest"])
def test_what_cannot_be_played_names_its_file(tmp_path: Path, command: str) -> None:
    """The sentence says which file and which line, since nothing beside it does."""
    add_scenario(tmp_path, "mine", SCENE.replace("mood", "moood", 1))
    refused = greenroom(tmp_path, command, "mine")
    line = 1 + SCENE[: SCENE.index("mood")].count("\n")
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].startswith(f"greenroom: mine.toml, line {line}: there is no key")


def test_check_of_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    """A path that leads nowhere is a problem in a sentence."""
    refused = greenroom(tmp_path, "check", str(tmp_path / "none.toml"))
    assert refused.returncode == 1
    assert "none.toml" in refused.stdout


def test_schema_describes_a_scenario(tmp_path: Path) -> None:
    """The schema is JSON and knows the keys of a choice."""
    schema = json.loads(greenroom(tmp_path, "schema").stdout)
    assert "landed" in json.dumps(schema)


@pytest.mark.parametrize(("style", "begins"), [("mermaid", "stateDiagram-v2"), ("dot", "digraph"), ("twee", ":: ")])
def test_graph_is_the_source_of_a_picture(tmp_path: Path, style: str, begins: str) -> None:
    """Every format begins as its readers expect and names the start."""
    drawn = greenroom(tmp_path, "graph", "walking-in", "--format", style).stdout
    assert drawn.startswith(begins)
    assert "reception" in drawn


def test_a_scenario_named_twice_is_playtested_once(tmp_path: Path) -> None:
    """It has no other to be compared with, and is told of like any that is alone."""
    told = greenroom(tmp_path, "playtest", "walking-in", "walking-in", "--runs", "50")
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines().count("walking-in") == 1


def test_playtest_finds_no_dead_end_in_what_is_shipped(tmp_path: Path) -> None:
    """All endings are reached, no choice is dead, and the cue strategies are told."""
    report = greenroom(tmp_path, "playtest", "--runs", "2000", "--json")
    assert report.returncode == 0
    scenarios = json.loads(report.stdout)
    assert tuple(entry["scenario"] for entry in scenarios) == SHIPPED
    for entry in scenarios:
        assert entry["never_open"] == []
        assert all(entry["endings"].values())
        assert entry["cues"]


def test_where_names_the_folder_in_use(tmp_path: Path) -> None:
    """GREENROOM_HOME decides, and nothing is written to tell it."""
    home = tmp_path / "elsewhere"
    assert str(home) in greenroom(home, "where").stdout
    assert not home.exists()


def test_no_socket_is_opened(tmp_path: Path) -> None:
    """With every socket forbidden, all of the command line works as before."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "def forbid(event, arguments):\n"
        "    if event.startswith('socket.') or event == 'urllib.Request':\n"
        "        sys.stderr.write(f'socket used: {event}\\n'); raise SystemExit(77)\n"
        "sys.addaudithook(forbid)\n"
    )
    own, exported = str(add_scenario(tmp_path / "home", "mine")), str(tmp_path / "all.json")
    checked, tested = ["check", own], ["playtest", "mine", "--runs", "50"]
    carried = ["export", exported], ["import", exported]
    for arguments in (["list"], ["play", "mine", "--auto"], checked, tested, ["history"], *carried):
        done = greenroom(tmp_path / "home", *arguments, PYTHONPATH=str(tmp_path))
        assert (done.returncode, "socket" in done.stderr) == (0, False)


def test_a_home_that_cannot_be_used_does_not_stop_the_rehearsal(tmp_path: Path) -> None:
    """The home is a file: it plays all the same, and says in a sentence that nothing will be kept."""
    home = tmp_path / "a-file"
    home.write_text("x")
    played = greenroom(home, "play", "walking-in", "--auto")
    assert played.returncode == 0
    assert "will not be kept" in played.stderr
    assert "Traceback" not in played.stderr


@pytest.mark.parametrize("redirected", ["<&-", ">&-", ">/dev/full", "2>&-"])
def test_streams_that_are_closed_or_full_end_in_no_traceback(tmp_path: Path, redirected: str) -> None:
    """Whatever the caller does to the streams, no traceback is shown, and the journal can be read afterwards."""
    command = f"'{sys.executable}' -m greenroom play walking-in --auto {redirected}"
    done = subprocess.run(  # noqa: S602  # the shell is what closes streams
        command, shell=True, env=environment(tmp_path), cwd=TOP, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert greenroom(tmp_path, "history", "--json").returncode == 0


def test_a_text_that_the_terminal_cannot_show_is_shown_as_far_as_it_can(tmp_path: Path) -> None:
    """With an encoding that lacks a letter, a question mark stands for it."""
    add_scenario(tmp_path, "cafe", SCENE.replace("By the urn", "Caf\u00e9 \u201curn\u201d"))
    listed = greenroom(tmp_path, "list", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (listed.returncode, "Caf? ?urn?" in listed.stdout) == (0, True)


def test_a_number_out_of_reason_is_answered_like_any_other(tmp_path: Path) -> None:
    """A line of thousands of digits is no choice."""
    played = greenroom(tmp_path, "play", "walking-in", typed=f"{'1' * 5000}\n")
    assert (played.returncode, "Type a number from 1 to" in played.stdout) == (0, True)


def test_an_end_of_input_says_once_how_to_go_on(tmp_path: Path) -> None:
    """However the input ends, what was kept is said once; at an ending and before a first choice nothing is said."""
    kept = "Kept. `greenroom play walking-in --continue` goes on from here."
    for typed in ("1\n", "1\nq\n", "1\nb\n"):
        assert greenroom(tmp_path, "play", "walking-in", "--seed", "3", typed=typed).stdout.count(kept) == 1
    for typed in ("", "1\n" * 50):
        ended = greenroom(tmp_path, "play", "walking-in", "--seed", "3", typed=typed)
        assert (ended.returncode, "Kept." in ended.stdout) == (0, False)


def test_a_run_taken_back_to_its_start_is_called_so(tmp_path: Path) -> None:
    """Neither the next rehearsal nor the history speaks of a turn 0; going on stands at the start."""
    greenroom(tmp_path, "play", "walking-in", typed="1\nb\n")
    assert "taken back to the start" in greenroom(tmp_path, "history").stdout
    again = greenroom(tmp_path, "play", "walking-in")
    assert "An earlier run was taken back to its start; `greenroom play walking-in --continue`" in again.stderr
    assert "(tried)" in greenroom(tmp_path, "play", "walking-in", "--continue").stdout


def test_the_menu_answers_what_is_no_number_and_leaves_on_q_only(tmp_path: Path) -> None:
    """An empty line, a word and a number too high are answered alike; q leaves, and so does the end of input."""
    what_to_type = f"Type a number from 1 to {len(SHIPPED)}, or q to leave."
    shown = greenroom(tmp_path, typed="\nhello\n99\n0\nq\n1\n")
    assert (shown.returncode, shown.stdout.count(what_to_type)) == (0, 5)
    assert "You want" not in shown.stdout
    assert greenroom(tmp_path).stdout.count(what_to_type) == 1


def test_the_menu_goes_on_with_a_run_that_was_broken_off(tmp_path: Path) -> None:
    """0 stands first, as on the home, and goes on where the run was left."""
    greenroom(tmp_path, "play", "asking-for-help", "--seed", "5", typed="1\n1\n")
    shown = greenroom(tmp_path, typed="0\n1\n").stdout
    assert "0  Go on where you were: Asking for help, after turn 2\n" in shown
    assert f"Type a number from 0 to {len(SHIPPED)}" in shown
    (run,) = json.loads(greenroom(tmp_path, "history", "--json").stdout)
    assert len(run["turns"]) == 3


def test_a_history_without_runs_says_so(tmp_path: Path) -> None:
    """Standard output stays empty for scripts; as JSON it is an empty list."""
    history = greenroom(tmp_path, "history")
    assert (history.stdout, history.stderr) == ("", "No runs yet. `greenroom play walking-in` begins one.\n")
    assert greenroom(tmp_path, "history", "--json").stdout == "[]\n"


def test_the_history_tells_of_a_journal_that_was_set_aside(tmp_path: Path) -> None:
    """A damaged file is named on standard error, also where the history is JSON."""
    (tmp_path / "journal.sqlite3").write_bytes(b"damage" * 1000)
    history = greenroom(tmp_path, "history", "--json")
    assert history.stdout == "[]\n"
    assert "set aside" in history.stderr


def test_going_on_where_nothing_can_be_kept_says_only_that(tmp_path: Path) -> None:
    """Without a journal nobody knows whether a run was broken off, so nothing is said of it."""
    home = tmp_path / "a-file"
    home.write_text("x")
    played = greenroom(home, "play", "walking-in", "--continue")
    assert "will not be kept" in played.stderr
    assert "broken off" not in played.stderr


def test_sentences_name_the_words_that_started_the_program(tmp_path: Path) -> None:
    """In a checkout one types what its script is called, in every sentence that says what to type."""
    started = {"GREENROOM_COMMAND": "./dev run"}
    add_scenario(tmp_path, "mine", SCENE.replace("mood", "moood"))
    assert "`./dev run play" in greenroom(tmp_path, "history", **started).stderr
    assert "`./dev run list`" in greenroom(tmp_path, "play", "quite-another-thing", **started).stderr
    assert "`./dev run --help`" in greenroom(tmp_path, "desk", "foo", **started).stderr
    assert "usage: ./dev run play " in greenroom(tmp_path, "play", **started).stderr
    assert "`./dev run check`" in greenroom(tmp_path, "play", "mine", **started).stderr
