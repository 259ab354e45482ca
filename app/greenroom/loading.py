"""A TOML text -> Scenario, or all that is wrong with it; the only file that converts with msgspec."""

import stat
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from greenroom.bare_graph import MOST_POSITIONS
from greenroom.checking import Known, check
from greenroom.command import command
from greenroom.errors import GreenroomError
from greenroom.problems import Problem
from greenroom.scenario import Scenario
from greenroom.scenario_files import LEADS_OUT, NO_FILE
from greenroom.toml_file import LARGEST, TomlError, parse_toml

if TYPE_CHECKING:
    from greenroom.places import Places

FORMAT = 1
MOST_LISTED = 200
"""Problems of a file that are named; of more than that only the number is told."""
_QUICK_LOOK = 2_000
"""Positions, looked at in about ten milliseconds."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario that has been checked and can be played, with the text it was read from."""

    scenario: Scenario
    text: bytes
    text_hash: str
    """BLAKE2b of the text, 16 bytes, in hexadecimal digits."""
    warnings: tuple[Problem, ...] = ()
    """What its author may want to mend, in the order of the file."""


class ScenarioError(GreenroomError):
    """The file cannot be played; `problems` has every reason, at least one, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...], file: str = "") -> None:
        """Make one sentence of the first error; it names the file where that is not plain from beside it."""
        super().__init__(_sentence([problem for problem in problems if not problem.warning], file))
        self.problems = problems

    def in_file(self, name: str) -> "ScenarioError":
        """Return the same error with a sentence that names the file."""
        return ScenarioError(self.problems, name)


def load(path: Path, known: Known | None = None, within: Path | None = None, *, thorough: bool = False) -> Loaded:
    """Read and check a scenario file. Raises `ScenarioError`.

    Without `known`, moves, sources and portraits are taken as they are. With `within`, a link that
    leads out of that folder is refused. `thorough` is for authors: every position of the graph is
    looked at, which may take a second; otherwise a large one is judged roughly, in milliseconds.
    """
    return load_text(_read(path, within), path.stem, known, thorough=thorough)


def load_text(
    text: bytes, scenario_id: str | None = None, known: Known | None = None, *, thorough: bool = False
) -> Loaded:
    """Check a scenario from its text, as `load` does; `scenario_id` is the file's stem, where there is a file.

    Raises `ScenarioError`.
    """
    try:
        tables = parse_toml(text)
    except TomlError as error:
        problem = Problem(error.code, error.message, error.hint, (), error.line, error.column)
        raise ScenarioError((problem,)) from error
    _refuse_newer(text, tables)
    scenario, problems = _checked(tables, scenario_id, known, MOST_POSITIONS if thorough else _QUICK_LOOK)
    if not thorough:  # a quick look is not expected to see everything
        problems = [problem for problem in problems if problem.code != "GR604"]
    problems = _located(text, problems)
    if scenario is None or not all(problem.warning for problem in problems):
        raise ScenarioError(problems)
    return Loaded(scenario, text, hash_of(text), problems)


def hash_of(text: bytes) -> str:
    """Return what a text is known by: BLAKE2b, 16 bytes, in hexadecimal digits."""
    return blake2b(text, digest_size=16).hexdigest()


@lru_cache(maxsize=4)
def read_kept(text: bytes) -> Scenario:
    """Return the scenario of a text that was checked when it was played, without checking it anew.

    Remembered for the last few texts: runs that are read together are mostly of one text.
    Raises `GreenroomError` when it can be read no more.
    """
    try:
        return msgspec.convert(parse_toml(text), Scenario)
    except (TomlError, msgspec.ValidationError) as error:
        message = "The text of this run can't be read any more. The other runs are as they were."
        raise GreenroomError(message) from error


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a scenario file, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Greenroom scenario",
        **msgspec.json.schema(Scenario),
    }


def _read(path: Path, within: Path | None) -> bytes:
    """Return the first bytes of an ordinary file: enough to see whether it is too large."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ScenarioError((Problem(*NO_FILE),))
        if within is not None and not path.resolve().is_relative_to(within.resolve()):
            raise ScenarioError((Problem(*LEADS_OUT),))
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not one for a file"
        message = f"the file cannot be read: {reason}"
        raise ScenarioError((Problem("GR101", message, "see that it is there and that you may read it"),)) from error


def _checked(
    tables: dict[str, Any], stem: str | None, known: Known | None, most: int
) -> tuple[Scenario | None, Sequence[Problem]]:
    """Convert and check. Only a file with an error of shape goes the slow way, which finds all of them."""
    try:
        scenario = msgspec.convert(tables, Scenario)
    except msgspec.ValidationError:
        from greenroom.shaping import shape  # noqa: PLC0415 - only for a file with errors

        shaped = shape(tables)
        return None, [*shaped.problems, *check(shaped.scenario, known, stem, shaped.broken, most)]
    return scenario, check(scenario, known, stem, (), most)


def _refuse_newer(text: bytes, tables: dict[str, Any]) -> None:
    written_for = tables.get("format")
    if isinstance(written_for, int) and written_for > FORMAT:
        problem = Problem("GR110", "this is written for a newer Greenroom", "update Greenroom to play it", ("format",))
        raise ScenarioError(_located(text, [problem]))


def _located(text: bytes, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Give problems their lines and columns, in the order of the file; of very many, name the first errors."""
    if not problems:
        return ()
    from greenroom.places import Places  # noqa: PLC0415 - tree-sitter is only for a file with problems

    places = Places.of(text.removeprefix(BOM_UTF8))
    if len(problems) > MOST_LISTED:
        problems = _most_important(problems, places)
    return tuple(sorted(map(places.locate, problems), key=lambda problem: (problem.line, problem.column, problem.code)))


def _most_important(problems: Sequence[Problem], places: "Places") -> list[Problem]:
    """Return the first errors, then the first warnings, and a last one that says how many more there are."""
    ranked = sorted(problems, key=lambda problem: (problem.warning, places.offset(problem)))
    message = f"there are {len(ranked) - MOST_LISTED:,} more problems than are listed"
    rest = Problem("GR606", message, "mend these first", ranked[MOST_LISTED].place, warning=True)
    return [*ranked[:MOST_LISTED], rest]


def _sentence(errors: Sequence[Problem], file: str) -> str:
    first, others = errors[0], len(errors) - 1
    hint = f" ({first.hint})" if first.hint else ""
    line = f"line {first.line}" if first.place or (first.line, first.column) > (1, 1) else ""
    sentence = ": ".join(filter(None, (", ".join(filter(None, (file, line))), f"{first.message}{hint}.")))
    more = f" `{command('check')}` shows this and {others} more." if others else ""
    return (sentence if file else sentence[0].upper() + sentence[1:]) + more
