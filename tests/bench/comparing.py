"""Two long runs in a journal, to be read and laid side by side."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from greenroom.bare_graph import Position
from greenroom.comparing import Comparison, compare, reading
from greenroom.comparing.alignment import Row, align
from greenroom.journal import Journal, open_journal
from greenroom.loading import load_text, read_kept
from greenroom.paths import shipped
from greenroom.retelling import story
from greenroom.rubric import Rubric, read_rubric
from tests.bench.generated import toml_text

_STATES, _CHOICES = 45, 4
_FILLER = "She has drawn a good deal since, and looks up at you from the page as if you had said it aloud. " * 2


class Kept(NamedTuple):
    """A journal with two runs in it."""

    journal: Journal
    runs: tuple[str, ...]
    rubric: Rubric


@contextmanager
def runs_of(turns: int) -> Iterator[Kept]:
    """Keep two random runs of so many turns, of a scenario with loops and as much text as a shipped one."""
    text = _text()
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_journal(Path(folder) / "journal.sqlite3", lambda: datetime.now(UTC))) as journal,
    ):
        runs = tuple(_keep(journal, text, turns, seed) for seed in (1, 2))
        yield Kept(journal, runs, read_rubric(shipped("assets")))


def opened(kept: Kept) -> Comparison:
    """Read both runs from the journal as at the first look at them, lay them side by side, and read them."""
    read_kept.cache_clear()
    comparison = compare([story(kept.journal, run) for run in kept.runs])
    reading(comparison, kept.rubric)
    return comparison


def aligned(comparison: Comparison) -> tuple[Row, ...]:
    """Align the runs anew."""
    return align([story.turns for story in comparison.stories])


def _keep(journal: Journal, text: bytes, turns: int, seed: int) -> str:
    loaded, chance = load_text(text), random.Random(seed)  # noqa: S311  # a walk, not a secret
    run, node, at = f"run-{seed}", None, Position(loaded.scenario.start)
    journal.begin(run, loaded.scenario.id, loaded.scenario.title, text, loaded.text_hash, seed)
    for _ in range(turns):
        choice = chance.choice(loaded.scenario.states[at.name].choices[:-1])
        after = at.after(choice) or at
        node = journal.add(run, node, at.name, choice.id, choice.move, after.openness, after.name, ending=False)
        at = after
    return run


def _text() -> bytes:
    """Return a scenario in which one can go on for ever; the last choice of each state ends it."""
    small = toml_text("long")
    head, ending = small.partition("[states.door]")[0], small.partition("[endings.end]")[2]
    names = ["door", *(f"state-{number}" for number in range(1, _STATES))]
    return "".join(
        [head, *(_state(name, number, names) for number, name in enumerate(names)), "[endings.end]", ending]
    ).encode()


def _state(name: str, number: int, names: list[str]) -> str:
    ways = [names[(number * 3 + step * 7 + 1) % _STATES] for step in range(_CHOICES - 1)]
    choices = "".join(_choice(name, place, to) for place, to in enumerate([*ways, "end"]))
    return f'[states.{name}]\nlabel = "Moment {number}"\nsays = "{_FILLER}"\nnarration = "{_FILLER}"\n{choices}'


def _choice(state: str, place: int, to: str) -> str:
    return f"""
[[states.{state}.choices]]
id = "choice-{place}"
label = "You try way {place}"
say = "{_FILLER[:90]}"
move = "{("specific-opener", "pitch-first", "small-talk", "hide")[place]}"
openness = {place % 3 - 1}
to = "{to}"
landed = "{_FILLER}"
why = "{_FILLER}"
sources = ["boothby-2018"]
"""
