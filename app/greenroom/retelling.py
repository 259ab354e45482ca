"""A kept run told again from the text of its time: every turn as it was, with no machine."""

from collections.abc import Sequence
from dataclasses import dataclass

from greenroom.bare_graph import Position
from greenroom.command import command
from greenroom.errors import GreenroomError
from greenroom.journal import Journal, Node, Run
from greenroom.loading import read_kept
from greenroom.scenario import Scenario, State
from greenroom.turns import Outcome, Turn

_UNREADABLE = "Part of this run can't be read. Choose another run; this one is left as it is."


@dataclass(frozen=True, slots=True)
class Story:
    """One line of a run, from its start to where it stands or ended."""

    run: str
    """The run's id."""
    title: str
    """What the user calls it; empty if nothing."""
    started: str
    """When, in ISO 8601, in UTC."""
    scenario: Scenario
    """As it was when the run began."""
    turns: tuple[Turn, ...]

    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None where it was broken off."""
        last = self.turns[-1].to if self.turns else ""
        ending = self.scenario.endings.get(last)
        return Outcome(last, ending, self.turns) if ending else None

    def reply_to(self, turn: Turn) -> State | None:
        """Return the state that `turn` led to; None when it led to an ending."""
        return self.scenario.states.get(turn.to)


class RunNotFoundError(GreenroomError):
    """What was typed is the beginning of no run, or of several."""


def find_run(journal: Journal, beginning: str) -> str:
    """Return the id of the run that begins with these letters. Raises `RunNotFoundError`."""
    ids = [run.id for run in journal.runs() if run.id.startswith(beginning)]
    if len(ids) == 1 or beginning in ids:
        return beginning if beginning in ids else ids[0]
    if ids:
        message = f"{len(ids)} runs begin with '{beginning}'. Type more of the one you mean."
    else:
        message = f"No run begins with '{beginning}'. `{command('history')}` lists them all."
    raise RunNotFoundError(message)


def retell(scenario: Scenario, nodes: Sequence[Node]) -> tuple[Turn, ...]:
    """Return the turns that kept nodes tell of. Raises `GreenroomError` where the scenario has no such turn."""
    turns: list[Turn] = []
    position = Position(scenario.start)
    for number, node in enumerate(nodes, 1):
        state = scenario.states.get(position.name)
        choice = next((choice for choice in state.choices if choice.id == node.choice), None) if state else None
        after = position.after(choice) if choice else None
        if choice is None or after is None or node.state != position.name:
            raise GreenroomError(_UNREADABLE)
        turns.append(Turn(number, node.state, choice, after.name, position.openness, after.openness, node.words))
        position = after
    return tuple(turns)


def kept(journal: Journal, run_id: str) -> Run:
    """Return a run with all its branches. Raises `GreenroomError` when it is gone, or can no longer be read."""
    run = journal.run(run_id)
    if run is None:
        message = "This run is not in the journal any more. Choose another."
        raise GreenroomError(message)
    return run


def story(journal: Journal, run_id: str, leaf: int | None = None) -> Story:
    """Return the line of a run that ends at node `leaf` (without it: the one the user is on).

    Raises `GreenroomError` when the run is gone, or can no longer be read.
    """
    run = kept(journal, run_id)
    text = journal.text(run.text_hash)
    if text is None:
        raise GreenroomError(_UNREADABLE)
    scenario = read_kept(text)
    return Story(run.id, run.name, run.started, scenario, retell(scenario, run.line(leaf)))
