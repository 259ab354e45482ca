"""The commands that carry the journal out and in: export, import, backup, restore."""

import argparse
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from greenroom.errors import GreenroomError
from greenroom.paths import user_folders

if TYPE_CHECKING:
    from greenroom.journal import Journal

NAMES = frozenset({"export", "import", "backup", "restore"})
"""The commands that this adds."""
_STANDARD_OUTPUT = Path("-")
Clock = Callable[[], datetime]


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", now: Clock) -> None:
    """Add the commands to those of `greenroom`."""
    add = commands.add_parser("export", help="the whole journal as one JSON file, or runs as Markdown")
    add.add_argument("file", metavar="FILE", type=Path, help="where to; - is standard output")
    add.add_argument("runs", metavar="RUN", nargs="*", help="for Markdown: only these, as `history` names them")
    add.add_argument("--format", choices=("json", "markdown"), help="json, unless FILE ends in .md")
    add.set_defaults(run=lambda options: _export(options, now))

    add = commands.add_parser("import", help="take in a journal that was exported, here or on another machine")
    add.add_argument("file", metavar="FILE", type=Path)
    add.set_defaults(run=lambda options: _import(options.file, now))

    add = commands.add_parser("backup", help="a copy of the journal's file under a dated name")
    add.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, help="where to; else beside the journal")
    add.set_defaults(run=lambda options: _back_up(options.folder, now))

    add = commands.add_parser("restore", help="put a backup in the journal's place")
    add.add_argument("file", metavar="FILE", type=Path)
    add.set_defaults(run=lambda options: _restore(options.file, now))


def _export(options: argparse.Namespace, now: Clock) -> int:
    markdown = options.format == "markdown" or (options.format is None and options.file.suffix == ".md")
    if options.runs and not markdown:
        raise GreenroomError("As JSON the whole journal is exported. Leave the runs away, or add --format markdown.")
    with closing(_journal(now)) as journal:
        if markdown:
            _export_runs(journal, options.file, _chosen(journal, options.runs))
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


def _chosen(journal: "Journal", beginnings: Iterable[str]) -> list[str]:
    """Return the ids of the runs that begin so, or of all. Raises `GreenroomError`."""
    ids = [run.id for run in journal.runs()]
    return [_one(ids, beginning) for beginning in beginnings] or ids


def _one(ids: Iterable[str], beginning: str) -> str:
    found = [run for run in ids if run.startswith(beginning)]
    if len(found) != 1:
        how_many = "No run begins" if not found else f"{len(found)} runs begin"
        message = f"{how_many} with {beginning}. `greenroom history` shows them all."
        raise GreenroomError(message)
    return found[0]


def _import(file: Path, now: Clock) -> int:
    with closing(_journal(now)) as journal:
        imported = journal.import_from(file)
    print(f"{imported.added} added, {imported.merged} completed, {len(imported.skipped)} left as they are.")
    _tell(imported.skipped)
    return 0


def _back_up(folder: Path | None, now: Clock) -> int:
    with closing(_journal(now)) as journal:
        print(journal.back_up(folder or user_folders().journal.parent))
    return 0


def _restore(file: Path, now: Clock) -> int:
    from greenroom.journal.copies import restore  # noqa: PLC0415 - only for this

    aside = restore(user_folders().journal, file, now)
    print(f"The journal of {file} is in place.")
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
