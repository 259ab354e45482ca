"""What the journal gives back, frozen."""

from typing import NamedTuple


class Node(NamedTuple):
    """A turn as it is kept. The turns of a run form a tree: a take-back leaves a branch."""

    id: int
    parent: int | None
    """The turn before it; None for a first turn."""
    state: str
    choice: str
    move: str
    openness: int
    """After the choice, from -3 to 3."""
    to: str
    ending: bool
    """Whether `to` is an ending."""
    at: str
    """When, in ISO 8601, in UTC."""
    words: str | None = None
    """What the user typed, where they did."""


class Run(NamedTuple):
    """One rehearsal, whole."""

    id: str
    scenario: str
    text_hash: str
    seed: int
    started: str
    current: int | None
    """The node where the user stands; None at the start."""
    nodes: tuple[Node, ...]
    """All turns, also of the branches left behind, oldest first."""
    name: str = ""
    """What the user calls it; empty if nothing."""

    def line(self, leaf: int | None = None) -> tuple[Node, ...]:
        """Return the turns from the start to the node `leaf` (to `current` when not given)."""
        by_id = {node.id: node for node in self.nodes}
        turns: list[Node] = []
        at = self.current if leaf is None else leaf
        while at is not None:
            turns.append(by_id[at])
            at = by_id[at].parent
        return tuple(reversed(turns))

    @property
    def leaves(self) -> tuple[Node, ...]:
        """The last turn of each line: an ending, or where the user turned back or left off."""
        parents = {node.parent for node in self.nodes}
        return tuple(node for node in self.nodes if node.id not in parents)


class RunSummary(NamedTuple):
    """One run as a list shows it."""

    id: str
    scenario: str
    title: str
    """The scenario's title at the time."""
    text_hash: str
    """Which text of the scenario was played."""
    started: str
    touched: str
    """When it was last played."""
    turns: int
    """On the line the user is on."""
    ending: str | None
    """The ending's id, when that line has come to one."""
    name: str = ""
    """What the user calls it; empty if nothing."""
    note: str = ""
    starred: bool = False
    number: int = 0
    """Larger for a later run; the next page of a list begins before it."""


class Filter(NamedTuple):
    """Which runs a list shows: those of which all that is given here holds, on whatever line."""

    scenario: str | None = None
    ending: str | None = None
    """Reached on one of its lines."""
    move: str | None = None
    text: str = ""
    """Words, or their beginnings, that stand together in what was said, thought or typed at one turn."""
    starred: bool = False


class MoveUse(NamedTuple):
    """How often a move was made, on all lines of all runs."""

    move: str
    times: int
    runs: int
    """In how many runs."""
    scenarios: tuple[str, ...]


class PlayedScenario(NamedTuple):
    """A scenario of which there is a run."""

    id: str
    title: str
    """In its newest run."""


class Draft(NamedTuple):
    """A message as it is kept, in one of its versions."""

    situation: str
    """The id of what it is written for."""
    version: int
    """Counted from 1."""
    words: str
    touched: str
    """When it was last written at, in ISO 8601, in UTC."""


class Imported(NamedTuple):
    """What an import did."""

    added: int
    """Runs that were not there."""
    merged: int
    """Runs that were there, and have gained something."""
    skipped: tuple[str, ...]
    """A sentence for each run that contradicts the one of its id, which was left as it is."""
    drafts: int = 0
    """Versions of messages that were not there."""
