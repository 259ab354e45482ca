"""What each command takes and does; the one place where the parts are put together.

Each imports what only it needs.
"""

import os
import random
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from greenroom.command import command
from greenroom.display import has_display
from greenroom.errors import GreenroomError
from greenroom.library import Library
from greenroom.nearest import unknown
from greenroom.paths import Folders, shipped, user_folders
from greenroom.terminal import HELP


class Command(NamedTuple):
    """A command: what it says of itself, the options it takes, and what it does with them."""

    says: str
    take: Callable[[ArgumentParser], object]
    run: Callable[[Namespace], int]


def open_window(words: Sequence[str]) -> int:
    """Open the window, on a scenario if `words` are its id; where there is no display, go on in the terminal."""
    folders = user_folders()
    library = _library(folders)
    if words and (trouble := _trouble(words, library)):
        return _refuse(trouble)
    scenario_id = words[0] if words else ""
    if not has_display(os.environ, sys.platform):
        from greenroom.terminal.menu import play_without_window  # noqa: PLC0415

        return play_without_window(_read_all(library), folders, _now, _random_seed, scenario_id)
    from greenroom.ui.application import main as open_on_display  # noqa: PLC0415  # Qt only where there is a display

    return open_on_display(folders, library, scenario_id, _now, _random_seed)


def _take_list(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as a JSON array")


def _list(options: Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    return reports.show_list(_read_all(_library(user_folders())), as_json=options.json)


def _take_play(parser: ArgumentParser) -> None:
    parser.epilog = HELP
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--seed", type=int, help="decides the order in which choices are shown")
    parser.add_argument("--plain", action="store_true", help="no styles, no wrapping (as when output is no terminal)")
    parser.add_argument("--auto", action="store_true", help="play by itself, choosing at random with the seed")
    parser.add_argument("--continue", action="store_true", dest="continued", help="go on where it was broken off")


def _play(options: Namespace) -> int:
    from greenroom.terminal import application  # noqa: PLC0415

    folders = user_folders()
    library = _library(folders)
    if trouble := _trouble_to_find(options.id, library):
        return _refuse(trouble)
    seed = _random_seed() if options.seed is None else options.seed
    manner = application.Manner(seed, options.plain, options.auto, options.continued)
    return application.play(library, options.id, folders, _now, manner)


def _take_check(parser: ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="files, folders or ids; else all scenarios")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("--coverage", action="store_true", help="instead: which scenario has which claim and move")


def _check(options: Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    library = _library(user_folders())
    if options.coverage:
        return reports.show_coverage(library)
    return reports.show_problems([_file_of(path, library) for path in options.paths], library, options.format)


def _file_of(path: Path, library: Library) -> Path:
    """Return a path as it is, or the file of a scenario where no such path is there and its id was meant."""
    name = str(path)
    return library.find(name) if not path.exists() and name in library.ids() else path


def _take_playtest(parser: ArgumentParser) -> None:
    parser.add_argument("ids", metavar="ID", nargs="*")
    parser.add_argument("--runs", type=_at_least_one, default=10_000, help="random runs a scenario (10,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")


def _playtest(options: Namespace) -> int:
    from greenroom import playtest_reports  # noqa: PLC0415

    library = _library(user_folders())
    named = list(dict.fromkeys(options.ids))
    ids = named or [listing.id for listing in _read_all(library).listings() if not listing.trouble]
    if troubles := [trouble for scenario_id in ids if (trouble := _trouble_to_find(scenario_id, library))]:
        return _refuse(*troubles)
    scenarios = [library.load(scenario_id).scenario for scenario_id in ids]
    return playtest_reports.show_playtests(scenarios, options.runs, options.seed, as_json=options.json)


def _take_graph(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--format", choices=("mermaid", "dot", "twee"), default="mermaid")


def _graph(options: Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    library = _library(user_folders())
    if trouble := _trouble_to_find(options.id, library):
        return _refuse(trouble)
    return reports.show_graph(library.load(options.id).scenario, options.format)


def _take_nothing(_parser: ArgumentParser) -> None:
    pass


def _schema(_options: Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    return reports.show_schema()


def _where(_options: Namespace) -> int:
    from greenroom import reports  # noqa: PLC0415

    return reports.show_folders(user_folders())


@cache
def commands() -> Mapping[str, Command]:
    """Return the commands, by name. The window alone does without them."""
    from greenroom import journal_commands, reviews  # noqa: PLC0415

    return {
        "list": Command("the scenarios, one a line: id, title, situation, minutes", _take_list, _list),
        "play": Command("the rehearsal in the terminal", _take_play, _play),
        "check": Command("every problem of every scenario file at once", _take_check, _check),
        "playtest": Command("walk every way through a scenario, then at random", _take_playtest, _playtest),
        "graph": Command("the state machine as a picture's source, or as Twee 3", _take_graph, _graph),
        "history": Command(
            "the runs, newest first",
            journal_commands.take_history,
            lambda options: journal_commands.history(options, _now),
        ),
        "compare": Command(
            "runs of one scenario side by side",
            journal_commands.take_compare,
            lambda options: journal_commands.compare(options, _now),
        ),
        "review": Command("the wording coach on a message", reviews.take_review, reviews.review),
        "export": Command(
            "the whole journal as one JSON file, or runs as Markdown",
            journal_commands.take_export,
            lambda options: journal_commands.export(options, _now),
        ),
        "import": Command(
            "take in a journal that was exported, here or on another machine",
            journal_commands.take_import,
            lambda options: journal_commands.take_in(options, _now),
        ),
        "backup": Command(
            "a copy of the journal's file under a dated name",
            journal_commands.take_backup,
            lambda options: journal_commands.back_up(options, _now),
        ),
        "restore": Command(
            "put a backup in the journal's place",
            journal_commands.take_restore,
            lambda options: journal_commands.put_back(options, _now),
        ),
        "schema": Command("JSON Schema of the scenario format, for editors", _take_nothing, _schema),
        "where": Command("the folders in use", _take_nothing, _where),
    }


# What the commands share


def _library(folders: Folders) -> Library:
    return Library(folders.scenarios, shipped("scenarios"), folders.cache / "scenarios.json")


def _read_all(library: Library) -> Library:
    while library.read_next():
        pass
    library.save()
    return library


def _refuse(*troubles: str) -> int:
    for trouble in troubles:
        print(f"greenroom: {trouble}", file=sys.stderr)
    return 2


def _trouble(words: Sequence[str], library: Library) -> str:
    """Return why `words` are neither a command nor a scenario that can be played; nothing if they are."""
    ids = library.ids()
    if words[0] not in ids:
        others = f"`{command('--help')}` shows the commands, `{command('list')}` the scenarios."
        return unknown("command or scenario", words[0], [*commands(), *ids], others)
    if len(words) > 1:
        return f"Nothing comes after the id of a scenario: `{command(words[0])}` opens the window on it."
    return _trouble_to_find(words[0], library)


def _trouble_to_find(scenario_id: str, library: Library) -> str:
    """Return why a scenario cannot be found, naming the nearest; nothing if it can."""
    try:
        library.find(scenario_id)
    except GreenroomError as error:
        return str(error)
    return ""


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ArgumentTypeError("at least 1")
    return number


def _random_seed() -> int:
    return random.randrange(2**31)  # noqa: S311  # shuffles choices, guards nothing


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
