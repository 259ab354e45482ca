"""The commands that carry the journal out and in: export, import, backup, restore."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from greenroom.errors import GreenroomError
from greenroom.paths import user_folders

if TYPE_CHECKING:
    from greenroom.journal import Journal

_STANDARD_OUTPUT = Path("-")
Clock = Callable[[], datetime]


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
    print(f"{imported.added} added, {imported.merged} completed, {len(imported.skipped)} left as they are.")
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
    _tell([journal.notice] if journal.notice else [])
    return journal


def _tell(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
