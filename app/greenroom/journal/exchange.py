"""The journal as a JSON file: its shape, and what makes a run in it sound; the file may come from a stranger."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Raw, Struct

from greenroom.errors import JournalError
from greenroom.journal.records import Node, Run, RunSummary

FORMAT, VERSION = "greenroom-journal", 1
MOST_TURNS = 100_000
"""Of one run."""
_LONGEST_WAYS = 10_000_000
"""Characters of all the ways to an ending of one run: each is kept as the choices that make it up."""

Id = Annotated[str, Meta(pattern=r"\A[0-9A-Za-z_-]{1,64}\Z")]
Hash = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Name = Annotated[str, Meta(pattern=r"\A[a-z0-9-]{1,200}\Z")]
Seed = Annotated[str, Meta(pattern=r"\A-?[0-9]{1,100}\Z")]
Moment = Annotated[str, Meta(pattern=r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}\+00:00\Z")]
Place = Annotated[int, Meta(ge=1, le=MOST_TURNS)]
"""Of a turn among those of its run, counted from 1."""


class _Table(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    pass


class KeptTurn(_Table, frozen=True):
    """A turn; `after` is the place of the one before it, which stands earlier."""

    state: Name
    choice: Name
    move: Name
    openness: Annotated[int, Meta(ge=-3, le=3)]
    to: Name
    at: Moment
    after: Place | None = None
    ending: bool = False
    words: str | None = None


class KeptRun(_Table, frozen=True):
    """A run with all its turns, oldest first."""

    id: Id
    scenario: Name
    title: str
    text: Hash
    seed: Seed
    started: Moment
    touched: Moment
    turns: Annotated[list[KeptTurn], Meta(max_length=MOST_TURNS)]
    current: Place | None = None
    name: str = ""
    note: str = ""
    starred: bool = False


class Answer(_Table, frozen=True):
    """A line written when runs were compared."""

    runs: Annotated[list[Id], Meta(min_length=1, max_length=1000)]
    words: str


class KeptDraft(_Table, frozen=True):
    """A message written at the desk, in one of its versions."""

    situation: Name
    version: Annotated[int, Meta(ge=1, le=1_000_000)]
    words: str
    touched: Moment


class Fact(_Table, frozen=True):
    """What the user says of a message: the answer to one question."""

    situation: Name
    name: Name
    words: str


class KeptJournal(_Table, frozen=True):
    """The whole file; a run is read when its turn comes, so that a large file takes little memory."""

    format: str
    version: int
    texts: dict[Hash, str]
    runs: list[Raw]
    answers: list[Answer] = []
    drafts: list[KeptDraft] = []
    facts: list[Fact] = []


class Identity(Struct, frozen=True):
    """What a run is known by; the rest of it is passed over."""

    id: Id


class _Head(Struct, frozen=True):
    format: str
    version: int


class UnsoundError(JournalError):
    """A file is not one that Greenroom exports; the message says where."""


_Kind = TypeVar("_Kind")


def read_journal(content: bytes) -> KeptJournal:
    """Return the file's parts, with its runs unread. Raises `UnsoundError`."""
    no_object = not content.lstrip().startswith(b"{")
    if no_object or (head := read(_Head, content, "the file")).format != FORMAT:
        raise UnsoundError("it is no journal that Greenroom exported")
    if head.version > VERSION:
        raise UnsoundError("it was exported by a newer version of Greenroom; update Greenroom to import it")
    kept = read(KeptJournal, content, "the file")
    for draft in kept.drafts:
        _check_moment(draft.touched, f"draft {draft.version} of {draft.situation}")
    return kept


def read(kind: type[_Kind], content: bytes | Raw, where: str) -> _Kind:
    """Return JSON as what it should be. Raises `UnsoundError` with the place of what is wrong."""
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnsoundError(f"{where}: {str(error).replace('`', '')}") from error
    except RecursionError as error:
        raise UnsoundError(f"{where} is nested too deep") from error


def read_run(content: Raw | bytes, where: str) -> KeptRun:
    """Return a sound run. Raises `UnsoundError`."""
    run = read(KeptRun, content, where)
    for moment in (run.started, run.touched, *(turn.at for turn in run.turns)):
        _check_moment(moment, where)
    _check_tree(run, where)
    return run


def in_file(run: Run, summary: RunSummary) -> bytes:
    """Return a run as JSON. Raises `UnsoundError` when it is none that could be imported."""
    places = {node.id: place for place, node in enumerate(run.nodes, 1)}
    kept = KeptRun(
        id=run.id,
        scenario=run.scenario,
        title=summary.title,
        text=run.text_hash,
        seed=str(run.seed),
        started=run.started,
        touched=summary.touched,
        current=run.current and places[run.current],
        name=summary.name,
        note=summary.note,
        starred=summary.starred,
        turns=[_turn(node, node.parent and places[node.parent]) for node in run.nodes],
    )
    content = msgspec.json.encode(kept)
    read_run(content, "this run")
    return content


def in_json(value: object) -> bytes:
    """Return texts, answers or drafts as JSON."""
    return msgspec.json.encode(value)


def depths(turns: Sequence[KeptTurn]) -> list[int]:
    """Return of each turn its number on its line, counted from 1."""
    found: list[int] = []
    for turn in turns:
        found.append(1 if turn.after is None else found[turn.after - 1] + 1)
    return found


def way_to(turns: Sequence[KeptTurn], turn: KeptTurn) -> str:
    """Return the choices that lead to a turn, and its own, as they are kept."""
    choices = [turn.choice]
    while turn.after is not None:
        turn = turns[turn.after - 1]
        choices.append(turn.choice)
    return "/".join(reversed(choices))


def _turn(node: Node, after: int | None) -> KeptTurn:
    return KeptTurn(
        after=after,
        state=node.state,
        choice=node.choice,
        move=node.move,
        openness=node.openness,
        to=node.to,
        ending=node.ending,
        at=node.at,
        words=node.words,
    )


def _check_moment(moment: str, where: str) -> None:
    try:
        datetime.fromisoformat(moment)
    except ValueError as error:
        raise UnsoundError(f"{where}: {moment} is no time") from error


def _check_tree(run: KeptRun, where: str) -> None:
    seen: set[tuple[int | None, str, str]] = set()
    for place, turn in enumerate(run.turns, 1):
        if turn.after is not None and turn.after >= place:
            raise UnsoundError(f"{where}, turn {place}: it comes after turn {turn.after}, which is not before it")
        if (same := (turn.after, turn.choice, turn.words or "")) in seen:
            raise UnsoundError(f"{where}, turn {place}: it is there twice")
        seen.add(same)
    if run.current is not None and run.current > len(run.turns):
        raise UnsoundError(f"{where}: it stands at turn {run.current}, which it does not have")
    if sum(_lengths_of_ways(run.turns)) > _LONGEST_WAYS:
        raise UnsoundError(f"{where}: it has more turns than anybody plays")


def _lengths_of_ways(turns: Sequence[KeptTurn]) -> Iterable[int]:
    lengths: list[int] = []
    for turn in turns:
        before = 0 if turn.after is None else lengths[turn.after - 1]
        lengths.append(before + 1 + len(turn.choice))
        if turn.ending:
            yield lengths[-1]
