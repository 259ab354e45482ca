"""The command line, and the one place where the parts are put together."""

import argparse
import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from greenroom import __version__
from greenroom.display import has_display
from greenroom.errors import GreenroomError
from greenroom.library import Library
from greenroom.paths import Folders, shipped, user_folders
from greenroom.terminal import HELP
from greenroom.transfers import NAMES, add_commands

DESCRIPTION = """\
Rehearse a networking conversation before you walk in, offline and in private.
Without a command it opens the window; with a scenario's ID it opens the window on that scenario."""


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code. Errors for people go to standard error in a sentence."""
    _prepare_streams()
    try:
        return _carry_out(arguments)
    except GreenroomError as error:
        print(f"greenroom: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"greenroom: {error.strerror or error}. Nothing that was kept is lost.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _prepare_streams() -> None:
    """Have streams where the caller closed them, and write what the terminal's encoding can show of a text."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  # stays open like any standard stream
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # the same
        getattr(sys, name).reconfigure(errors="replace")


def _carry_out(arguments: list[str]) -> int:
    known = {"list", "play", "check", "playtest", "graph", "history", "schema", "where", "-h", "--help", "--version"}
    if not arguments or arguments[0] not in known | NAMES:
        return _window(*arguments)
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "greenroom",
        usage="greenroom [ID | COMMAND ...]",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"greenroom {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    add = commands.add_parser("list", help="the scenarios, one a line: id, title, situation, minutes")
    add.add_argument("--json", action="store_true", help="as a JSON array")
    add.set_defaults(run=_list)

    add = commands.add_parser("play", help="the rehearsal in the terminal", epilog=HELP)
    add.add_argument("id", metavar="ID")
    add.add_argument("--seed", type=int, help="decides the order in which choices are shown")
    add.add_argument("--plain", action="store_true", help="no styles, no wrapping (as when output is not a terminal)")
    add.add_argument("--auto", action="store_true", help="play by itself, choosing at random with the seed")
    add.add_argument(
        "--continue", action="store_true", dest="continued", help="go on where this scenario was broken off"
    )
    add.set_defaults(run=_play)

    add = commands.add_parser("check", help="every problem of every scenario file at once")
    add.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="files or folders; else all scenarios")
    add.add_argument("--format", choices=("text", "json", "github"), default="text")
    add.set_defaults(run=_check)

    add = commands.add_parser("playtest", help="walk every way through a scenario, then at random")
    add.add_argument("ids", metavar="ID", nargs="*")
    add.add_argument("--runs", type=_at_least_one, default=10_000, help="random runs a scenario (10,000)")
    add.add_argument("--seed", type=int, default=1)
    add.add_argument("--json", action="store_true")
    add.set_defaults(run=_playtest)

    add = commands.add_parser("graph", help="the state machine as a picture's source, or as Twee 3")
    add.add_argument("id", metavar="ID")
    add.add_argument("--format", choices=("mermaid", "dot", "twee"), default="mermaid")
    add.set_defaults(run=_graph)

    add = commands.add_parser("history", help="the runs, newest first")
    add.add_argument("--json", action="store_true", help="with every turn, and the branches that were taken back")
    add.set_defaults(run=_history)

    add_commands(commands, _now)

    add = commands.add_parser("schema", help="JSON Schema of the scenario format, for editors")
    add.set_defaults(run=_schema)

    add = commands.add_parser("where", help="the folders in use")
    add.set_defaults(run=_where)
    return parser


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


# The commands. Each imports what only it needs.


def _window(scenario_id: str = "", *rest: str) -> int:
    if rest:
        message = f"'{scenario_id} {' '.join(rest)}' is not a command. `greenroom --help` shows them all."
        raise GreenroomError(message)
    folders = user_folders()
    library = _library(folders)
    if scenario_id and not _known(library, scenario_id):
        return 2
    if not has_display(os.environ, sys.platform):
        from greenroom.terminal import application  # noqa: PLC0415

        return application.play_without_window(_read_all(library), folders, _now, _random_seed, scenario_id)
    from greenroom.ui.application import main as open_window  # noqa: PLC0415  # Qt only where there is a display

    return open_window(folders, library, scenario_id, _now, _random_seed)


def _list(options: argparse.Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    return reports.show_list(_read_all(_library(user_folders())), as_json=options.json)


def _play(options: argparse.Namespace) -> int:
    from greenroom.terminal import application  # noqa: PLC0415

    folders = user_folders()
    library = _library(folders)
    if not _known(library, options.id):
        return 2
    seed = _random_seed() if options.seed is None else options.seed
    manner = application.Manner(seed, options.plain, options.auto, options.continued)
    return application.play(library, options.id, folders, _now, manner)


def _check(options: argparse.Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    folders = [folder for folder in (shipped("scenarios"), user_folders().scenarios) if folder.is_dir()]
    return reports.show_problems(options.paths or folders, options.format)


def _playtest(options: argparse.Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    library = _library(user_folders())
    ids = options.ids or [listing.id for listing in _read_all(library).listings() if not listing.trouble]
    if not all(_known(library, scenario_id) for scenario_id in ids):
        return 2
    paths = [library.find(scenario_id) for scenario_id in ids]
    return reports.show_playtests(paths, options.runs, options.seed, as_json=options.json)


def _graph(options: argparse.Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    library = _library(user_folders())
    if not _known(library, options.id):
        return 2
    return reports.show_graph(library.find(options.id), options.format)


def _history(options: argparse.Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415
    from greenroom.journal import open_journal  # noqa: PLC0415

    return reports.show_history(open_journal(user_folders().journal, _now), as_json=options.json)


def _schema(_options: argparse.Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    return reports.show_schema()


def _where(_options: argparse.Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    return reports.show_folders(user_folders())


# What the commands share


def _library(folders: Folders) -> Library:
    return Library(folders.scenarios, shipped("scenarios"), folders.cache / "scenarios.json")


def _read_all(library: Library) -> Library:
    while library.read_next():
        pass
    library.save()
    return library


def _known(library: Library, scenario_id: str) -> bool:
    """Say whether there is such a scenario; if not, name the nearest on standard error."""
    try:
        library.find(scenario_id)
    except GreenroomError as error:
        print(f"greenroom: {error}", file=sys.stderr)
        return False
    return True


def _random_seed() -> int:
    return random.randrange(2**31)  # noqa: S311  # shuffles choices, guards nothing


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
