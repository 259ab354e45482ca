"""What the commands print of scenarios, their problems and the folders in use."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from greenroom.checking import Known, known_in
from greenroom.coverage import by_article, claim_uses, move_uses, table
from greenroom.graphing import graph
from greenroom.library import Library
from greenroom.loading import ScenarioError, load, schema
from greenroom.paths import Folders, shipped
from greenroom.problems import Problem
from greenroom.rubric import read_rubric
from greenroom.scenario import Scenario
from greenroom.scenario_files import TAKEN, Refusal, printable


def show_list(library: Library, *, as_json: bool) -> int:
    """Print the scenarios, one a line: id, title, situation, minutes; those with problems to standard error."""
    playable = [listing for listing in library.listings() if not listing.trouble]
    if as_json:
        keys = ("id", "title", "situation", "minutes", "summary")
        _print_json([{key: getattr(listing, key) for key in keys} for listing in playable])
    else:
        for listing in playable:
            print(f"{listing.id}\t{listing.title}\t{listing.situation}\t{listing.minutes} min")
    for listing in library.listings():
        if listing.trouble:
            print(f"{listing.path}: {listing.trouble}", file=sys.stderr)
    return 0


def show_problems(paths: Sequence[Path], library: Library, style: str) -> int:
    """Check scenario files, and those in folders, and print every problem; 1 when one of them is an error.

    Without paths those of the library, by its rules as well.
    """
    known, files = known_in(shipped("assets")), _files_in(paths) if paths else _files_of(library)
    found = [(path, problem) for path, refusal in files for problem in _problems(path, refusal, known)]
    if style == "json":
        _print_json([{"file": str(path), **asdict(problem)} for path, problem in found])
    else:
        for path, problem in found:
            file = printable(str(path))
            print(_as_github(file, problem) if style == "github" else problem.told(file))
    errors = sum(not problem.warning for _, problem in found)
    counts = (("file", len(files)), ("error", errors), ("warning", len(found) - errors))
    print(", ".join(f"{count} {what}{'' if count == 1 else 's'}" for what, count in counts), file=sys.stderr)
    if not paths and style == "text":
        for article, (cited, there) in by_article(claim_uses(_playable(library), shipped("assets"))).items():
            print(f"{article}: {cited} of {there} claims that one can act on are in a scenario", file=sys.stderr)
    return int(errors > 0)


def show_coverage(library: Library) -> int:
    """Print as Markdown which scenarios exercise which claims and moves."""
    scenarios, assets = _playable(library), shipped("assets")
    print("\n".join(table(claim_uses(scenarios, assets), move_uses(scenarios, read_rubric(assets)))))
    return 0


def show_graph(scenario: Scenario, style: str) -> int:
    """Print a scenario's state machine as the source of a picture, or as Twee 3."""
    print(graph(scenario, style))
    return 0


def show_schema() -> int:
    """Print the JSON Schema of a scenario file."""
    _print_json(schema())
    return 0


def show_folders(folders: Folders) -> int:
    """Print the folders in use."""
    for what, path in (
        ("home", folders.home),
        ("journal", folders.journal),
        ("scenarios", folders.scenarios),
        ("settings", folders.settings),
        ("cache", folders.cache),
        ("log", folders.log),
    ):
        print(f"{what}\t{path}")
    return 0


def _playable(library: Library) -> list[Scenario]:
    while library.read_next():
        pass
    return [library.load(listing.id).scenario for listing in library.listings() if not listing.trouble]


def _files_in(paths: Iterable[Path]) -> list[tuple[Path, Refusal | None]]:
    found = (sorted(path.glob("*.toml")) if path.is_dir() else [path] for path in paths)
    return [(path, None) for paths_of_one in found for path in paths_of_one]


def _files_of(library: Library) -> list[tuple[Path, Refusal | None]]:
    return [(Path(file.path), file.refusal) for file in library.files()]


def _problems(path: Path, refusal: Refusal | None, known: Known) -> Sequence[Problem]:
    refused = (Problem(*refusal),) if refusal else ()
    if refusal and refusal != TAKEN:
        return refused
    try:
        return refused + load(path, known, within=path.parent, thorough=True).warnings
    except ScenarioError as error:
        return refused + error.problems


def _as_github(file: str, problem: Problem) -> str:
    kind = "warning" if problem.warning else "error"
    hint = f" ({problem.hint})" if problem.hint else ""
    text = f"{problem.message}{hint}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{kind} file={file},line={problem.line},col={problem.column},title={problem.code}::{text}"


def _print_json(value: object) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))
