"""What the journal's page shows of a run: its turns on a ribbon, with whom, and how they looked at the end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from greenroom.ui.screens.conversation import moments, mood_at
from greenroom.ui.stories import read_back
from greenroom.ui.widgets.run_page import RunDetails
from greenroom.ui.words import turns_in_words

if TYPE_CHECKING:
    from greenroom.journal import Journal
    from greenroom.rubric import Rubric
    from greenroom.ui.widgets.run_model import KeptRun


def details_of(run: "KeptRun", journal: "Journal", rubric: "Rubric") -> RunDetails:
    """Return the page of a run, as far as the run can be read."""
    story, whole = read_back(journal, run.id)
    about = QCoreApplication.translate("Keeping", "{situation}, {turns}")
    told = about.format(situation=run.situation, turns=turns_in_words(run.turns).lower())
    if story is None:
        return RunDetails(run, told, whole=False)
    partner, last = story.scenario.partner, story.turns[-1] if story.turns else None
    state = story.reply_to(last) if last else story.scenario.states[story.scenario.start]
    return RunDetails(
        run,
        told,
        partner=partner.name,
        portrait=partner.portrait,
        mood=state.mood if state else mood_at(last.openness if last else 0),
        moments=moments(story.turns, story.outcome, rubric),
        whole=whole,
    )
