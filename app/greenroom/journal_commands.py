"""The commands about kept runs: history and compare show them; export, import, backup, restore carry them.

Each imports what only it needs.
"""

import json
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from greenroom.command import command
from greenroom.errors import GreenroomError
from greenroom.paths import shipped, user_folders

if TYPE_CHECKING:
    from greenroom.journal import Journal, RunSummary

_STANDARD_OUTPUT = Path("-")
_WIDEST = 140
"""Columns of a terminal beyond which lines would be too long to read."""
Clock = Callable[[], datetime]


def take_history(parser: ArgumentParser) -> None:
    """Add the options of `history`."""
    parser.add_argument("--json", action="store_true", help="with every turn, and the branches that were taken back")


def history(options: Namespace, now: Clock) -> int:
    """Print the runs, newest first; as JSON with every turn and every branch. What is amiss goes to standard error."""
    with closing(_journal(now)) as journal:
        if options.json:
            _print_history_as_json(journal)
        else:
            _print_history(journal.runs())
    return 0


def _print_history_as_json(journal: "Journal") -> None:
    from greenroom.journal.history import describe_run  # noqa: PLC0415

    summaries = {run.id: run for run in journal.runs()}
    whole = journal.whole_runs(lambda trouble: _tell([trouble]))
    _print_json([describe_run(run, summaries[run.id]) for run in whole])


def _print_history(runs: Sequence["RunSummary"]) -> None:
    if not runs:
        _tell([f"No runs yet. `{command('play', 'walking-in')}` begins one."])
    for run in runs:
        started = datetime.fromisoformat(run.started).astimezone()
        own = ("\t\u2605" if run.starred else "") + (f"\t{run.name}" if run.name else "")
        print(f"{run.id[:8]}\t{started:%Y-%m-%d %H:%M}\t{run.title}\t{_where_it_stands(run)}{own}")


def _where_it_stands(run: "RunSummary") -> str:
    if run.ending:
        return f"ended: {run.ending}"
    return f"broken off at turn {run.turns}" if run.turns else "taken back to the start"


def take_compare(parser: ArgumentParser) -> None:
    """Add the options of `compare`."""
    parser.add_argument("runs", metavar="RUN", nargs="+", help="the id of a run, or its first letters; two or more")
    parser.add_argument("--format", choices=("text", "json", "markdown", "html"), default="text")
    parser.add_argument("--plain", action="store_true", help="no columns, no wrapping (as when output is no terminal)")


def compare(options: Namespace, now: Clock) -> int:
    """Print runs side by side: in columns on a terminal that is wide enough, below each other otherwise."""
    from greenroom import comparing  # noqa: PLC0415
    from greenroom.retelling import RunNotFoundError, find_run, story  # noqa: PLC0415
    from greenroom.rubric import read_rubric  # noqa: PLC0415

    with closing(_journal(now)) as journal:
        try:
            runs = [find_run(journal, beginning) for beginning in options.runs]
        except RunNotFoundError as error:
            print(f"greenroom: {error}", file=sys.stderr)
            return 2
        comparison = comparing.compare([story(journal, run) for run in runs])
    rubric = read_rubric(shipped("assets"))
    if options.format == "json":
        _print_json(comparing.as_record(comparison, rubric))
    elif options.format == "text":
        print(comparing.as_text(comparison, rubric, _width(plain=options.plain)))
    else:
        as_page = comparing.as_html if options.format == "html" else comparing.as_markdown
        print(as_page(comparison, rubric), end="")
    return 0


def _width(*, plain: bool) -> int | None:
    """Return how many columns there are; None where nothing should be wrapped."""
    return min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() and not plain else None


def _print_json(value: object) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))


def take_export(parser: ArgumentParser) -> None:
    """Add the options of `export`."""
    parser.add_argument("file", metavar="FILE", type=Path, help="where to; - is standard output")
    parser.add_argument("runs", metavar="RUN", nargs="*", help="for Markdown: only these, as `history` names them")
    parser.add_argument("--format", choices=("json", "markdown"), help="json, unless FILE ends in .md")


def export(options: Namespace, now: Clock) -> int:
    """Write the whole journal, or runs of it, to a file."""
    markdown = options.format == "markdown" or (options.format is None and options.file.suffix == ".md")
    if options.runs and not markdown:
        raise GreenroomError("As JSON the whole journal is exported. Leave the runs away, or add --format markdown.")
    from greenroom.retelling import find_run  # noqa: PLC0415 - only for this

    with closing(_journal(now)) as journal:
        if markdown:
            runs = [find_run(journal, beginning) for beginning in options.runs] or [run.id for run in journal.runs()]
            _export_runs(journal, options.file, runs)
        else:
            _tell(_export_everything(journal, options.file))
    if options.file != _STANDARD_OUTPUT:
        print(f"{'What you named' if options.runs else 'Everything'} is in {options.file}.")
    return 0


def _export_everything(journal: "Journal", file: Path) -> Iterable[str]:
    return journal.write_to(sys.stdout.buffer) if file == _STANDARD_OUTPUT else journal.export_to(file)


def _export_runs(journal: "Journal", file: Path, runs: list[str]) -> None:
    if file == _STANDARD_OUTPUT:
        journal.write_runs_to(sys.stdout.buffer, runs)
    else:
        journal.export_runs_to(file, runs)


def take_import(parser: ArgumentParser) -> None:
    """Add the options of `import`."""
    parser.add_argument("file", metavar="FILE", type=Path)


def take_in(options: Namespace, now: Clock) -> int:
    """Add to the journal what was exported, here or elsewhere."""
    with closing(_journal(now)) as journal:
        imported = journal.import_from(options.file)
    if imported.added or imported.merged or imported.skipped or imported.drafts:
        runs = f"{imported.added} added, {imported.merged} completed, {len(imported.skipped)} left as they are."
        print(f"{runs} Drafts: {imported.drafts} added." if imported.drafts else runs)
    else:
        print("Nothing to add: all of it is here already.")
    _tell(imported.skipped)
    return 0


def take_backup(parser: ArgumentParser) -> None:
    """Add the options of `backup`."""
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, help="where to; else beside the journal")


def back_up(options: Namespace, now: Clock) -> int:
    """Copy the journal's file, and print where the copy is."""
    with closing(_journal(now)) as journal:
        print(journal.back_up(options.folder or user_folders().journal.parent))
    return 0


def take_restore(parser: ArgumentParser) -> None:
    """Add the options of `restore`."""
    parser.add_argument("file", metavar="FILE", type=Path)


def put_back(options: Namespace, now: Clock) -> int:
    """Put such a copy in the journal's place."""
    from greenroom.journal.copies import restore  # noqa: PLC0415 - only for this

    aside = restore(user_folders().journal, options.file, now)
    print(f"The journal of {options.file} is in place.")
    if aside:
        print(f"The one from before is kept as {aside}.")
    return 0


def _journal(now: Clock) -> "Journal":
    from greenroom.journal import open_journal  # noqa: PLC0415 - only for these commands

    journal = open_journal(user_folders().journal, now)
    _tell([f"greenroom: {journal.notice}"] if journal.notice else [])
    return journal


def _tell(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
