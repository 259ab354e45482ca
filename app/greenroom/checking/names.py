"""Checks the names in a scenario: whatever is referred to must exist, and once only (GR208, GR3)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from greenroom.checking.guesses import Guesses
from greenroom.nearest import Nearest, did_you_mean
from greenroom.problems import Place, Problem
from greenroom.rubric import read_rubric
from greenroom.scenario import Choice, Requirement, Scenario

_PORTRAIT = "-neutral.svg"
_FEW = 8
"""Portraits that are named when none is like the one that was written."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a scenario may refer to outside its own file."""

    moves: Collection[str]
    sources: Collection[str]
    portraits: Collection[str]


def known_in(assets: Path) -> Known:
    """Return what the shipped `assets` folder has. Raises `TomlError` or `OSError`."""
    rubric = read_rubric(assets)
    portraits = {path.name.removesuffix(_PORTRAIT) for path in (assets / "portraits").glob(f"*{_PORTRAIT}")}
    return Known(frozenset(rubric.moves), frozenset(rubric.sources), frozenset(portraits))


def check_names(
    scenario: Scenario, known: Known | None, stem: str | None, guesses: Guesses, nearest: Nearest
) -> Iterator[Problem]:
    """Find what does not exist, and what exists twice."""
    if stem is not None and scenario.id != stem:
        hint = f'write id = "{stem}", or rename the file'
        yield Problem("GR301", f'the id is "{scenario.id}", but the file is {stem}.toml', hint, ("id",))
    for start, guess in guesses.start.items():
        yield Problem("GR302", f'"{start}" is not a state', did_you_mean(guess), ("start",))
    for name in scenario.endings:
        if name in scenario.states:
            yield Problem("GR304", f'"{name}" is both a state and an ending', "rename one of them", ("endings", name))
    if known and scenario.partner.portrait not in known.portraits:
        portrait = scenario.partner.portrait
        hint = nearest.hint(portrait, known.portraits) or f"portraits: {', '.join(sorted(known.portraits)[:_FEW])}"
        yield Problem("GR308", f'there is no portrait "{portrait}"', hint, ("partner", "portrait"))
    yield from _check_choices(scenario, known, guesses, nearest)


def _check_choices(scenario: Scenario, known: Known | None, guesses: Guesses, nearest: Nearest) -> Iterator[Problem]:
    for name, state in scenario.states.items():
        seen: set[str] = set()
        for number, choice in enumerate(state.choices):
            place = ("states", name, "choices", number)
            if choice.id in seen:
                yield Problem("GR305", f'"{choice.id}" is already a choice of this state', "", (*place, "id"))
            seen.add(choice.id)
            yield from _check_words(choice, place)
            yield from _check_targets(choice, place, guesses)
            yield from _check_facts(choice, place, guesses)
            if known:
                yield from _check_known(choice, place, known, nearest)


def _check_words(choice: Choice, place: Place) -> Iterator[Problem]:
    if choice.say is None and choice.do is None:
        yield Problem("GR208", "this choice has neither `say` nor `do`", "write one of them", place)
    elif choice.say is not None and choice.do is not None:
        yield Problem("GR208", "this choice has both `say` and `do`", "keep one of them", (*place, "do"))


def _check_targets(choice: Choice, place: Place, guesses: Guesses) -> Iterator[Problem]:
    for number, branch in enumerate(choice.branches):
        if branch.to in guesses.targets:
            where = (*place, "to") if isinstance(choice.to, str) else (*place, "to", number, "to")
            message = f'"{branch.to}" is not a state or an ending'
            yield Problem("GR303", message, did_you_mean(guesses.targets[branch.to]), where)


def _check_facts(choice: Choice, place: Place, guesses: Guesses) -> Iterator[Problem]:
    yield from _check_requirement(choice.requires, (*place, "requires"), guesses)
    for number, branch in enumerate(choice.branches):
        yield from _check_requirement(branch.requires, (*place, "to", number, "requires"), guesses)


def _check_requirement(requirement: Requirement, place: Place, guesses: Guesses) -> Iterator[Problem]:
    for key, facts in (("knows", requirement.knows), ("lacks", requirement.lacks)):
        for number, fact in enumerate(facts):
            if fact in guesses.facts:
                hint = did_you_mean(guesses.facts[fact])
                yield Problem("GR309", f'"{fact}" is learnt nowhere', hint, (*place, key, number))


def _check_known(choice: Choice, place: Place, known: Known, nearest: Nearest) -> Iterator[Problem]:
    if choice.move not in known.moves:
        hint = nearest.hint(choice.move, known.moves)
        yield Problem("GR306", f'there is no move "{choice.move}"', hint, (*place, "move"))
    for number, source in enumerate(choice.sources):
        if source not in known.sources:
            hint = nearest.hint(source, known.sources)
            yield Problem("GR307", f'there is no source "{source}"', hint, (*place, "sources", number))
