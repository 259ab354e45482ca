"""Tells which claims of the articles, and which moves, the scenarios let one act on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from greenroom.rubric import Rubric
from greenroom.scenario import Choice, Scenario
from greenroom.toml_file import read_toml

TO_ACT_ON = ("do", "dont", "failed-approach", "reframe", "example-line")
"""The kinds of claims that one can act on or against; definitions, feelings and findings are only told."""


@dataclass(frozen=True, slots=True)
class ClaimUse:
    """A claim that one can act on, and the scenarios with a choice that cites it."""

    claim: str
    articles: tuple[str, ...]
    """The titles of those that make it."""
    says: str
    scenarios: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveUse:
    """A move, and the scenarios in which one can make it."""

    move: str
    scenarios: tuple[str, ...]
    unwelcome: tuple[str, ...]
    """Those in which it opens nobody: some choice with it leaves the partner as they were, or closes them."""


def claim_uses(scenarios: Sequence[Scenario], assets: Path) -> tuple[ClaimUse, ...]:
    """Return the claims of the shipped `assets` that one can act on, in the order of the file."""
    articles = {key: table["title"] for key, table in read_toml(assets / "references.toml")["articles"].items()}
    citing = _scenarios_by(scenarios, lambda choice: choice.sources)
    return tuple(
        ClaimUse(
            claim=key,
            articles=tuple(articles[article] for article in table["articles"]),
            says=table["says"],
            scenarios=citing.get(f"claim:{key}", ()),
        )
        for key, table in read_toml(assets / "claims.toml")["claims"].items()
        if table["kind"] in TO_ACT_ON
    )


def move_uses(scenarios: Sequence[Scenario], rubric: Rubric) -> tuple[MoveUse, ...]:
    """Return the moves of the rubric, in its order."""
    made = _scenarios_by(scenarios, lambda choice: (choice.move,))
    unwelcome = _scenarios_by(scenarios, lambda choice: (choice.move,) if choice.openness <= 0 else ())
    return tuple(MoveUse(move, made.get(move, ()), unwelcome.get(move, ())) for move in rubric.moves)


def by_article(uses: Iterable[ClaimUse]) -> Mapping[str, tuple[int, int]]:
    """Return for each article how many of its claims are cited, and how many there are."""
    counts: dict[str, tuple[int, int]] = {}
    for use in uses:
        for article in use.articles:
            cited, there = counts.get(article, (0, 0))
            counts[article] = cited + bool(use.scenarios), there + 1
    return counts


def table(claims: Sequence[ClaimUse], moves: Sequence[MoveUse]) -> Iterator[str]:
    """Yield the lines of both as Markdown."""
    yield "# What the rehearsals let one act on"
    yield ""
    yield "Written by `greenroom check --coverage`. A claim of several articles stands under the first of them."
    for article, (cited, there) in by_article(claims).items():
        yield from (
            "",
            f"## {article}",
            "",
            f"{cited} of {there} claims",
            "",
            "| Claim | Rehearsals |",
            "| --- | --- |",
        )
        for use in claims:
            if use.articles[0] == article:
                yield f"| {use.says} | {', '.join(use.scenarios)} |"
    yield from ("", "## Moves", "", "| Move | Rehearsals | where it opens nobody |", "| --- | --- | --- |")
    for made in moves:
        yield f"| {made.move} | {len(made.scenarios)} | {len(made.unwelcome)} |"


_Names = dict[str, tuple[str, ...]]
"""Of scenarios, by what they have."""


def _scenarios_by(scenarios: Sequence[Scenario], keys_of: Callable[[Choice], Iterable[str]]) -> _Names:
    found: dict[str, dict[str, None]] = {}
    for scenario in scenarios:
        for state in scenario.states.values():
            for choice in state.choices:
                for key in keys_of(choice):
                    found.setdefault(key, {})[scenario.id] = None
    return {key: tuple(ids) for key, ids in found.items()}
