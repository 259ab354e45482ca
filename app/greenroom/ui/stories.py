"""Reads kept runs as stories: whole, or as far as they can still be read."""

from typing import NamedTuple

from greenroom.errors import GreenroomError
from greenroom.journal import Journal, Node
from greenroom.loading import read_kept
from greenroom.retelling import Story, retell, story
from greenroom.scenario import Scenario
from greenroom.turns import Turn


class Retold(NamedTuple):
    """What can be read of a run."""

    story: Story | None
    """None where nothing can be read."""
    whole: bool
    """Whether that is all of it."""


def read_back(journal: Journal, run_id: str) -> Retold:
    """Return a run as far as it can be read."""
    try:
        return Retold(story(journal, run_id), whole=True)
    except GreenroomError:
        return Retold(_readable_part(journal, run_id), whole=False)


def _readable_part(journal: Journal, run_id: str) -> Story | None:
    try:
        run = journal.run(run_id)
        text = journal.text(run.text_hash) if run else None
        if run is None or text is None:
            return None
        scenario = read_kept(text)
    except GreenroomError:
        return None
    return Story(run.id, run.name, run.started, scenario, _first_turns(scenario, run.line()))


def _first_turns(scenario: Scenario, nodes: tuple[Node, ...]) -> tuple[Turn, ...]:
    """Return the turns before the first one of which the scenario knows nothing."""
    for count in range(len(nodes), 0, -1):
        try:
            return retell(scenario, nodes[:count])
        except GreenroomError:
            continue
    return ()
