"""What lies ready: the scenarios to begin, the run to go on with, and the runs that are kept, in words."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from greenroom.ui.screens.home import Catalogue
from greenroom.ui.widgets.resume_card import Resumable
from greenroom.ui.words import day_in_words, greeting, when_in_words

if TYPE_CHECKING:
    from greenroom.journal import Journal, RunSummary
    from greenroom.library import Library, Listing
    from greenroom.session import Session
    from greenroom.ui.widgets.run_model import KeptRun


def catalogue(
    library: "Library", journal: "Journal | None", unkept: "Session | None", now: datetime, *, whole: bool
) -> Catalogue:
    """Return what the home shows; `unkept` is a rehearsal to go on with that the journal does not have.

    With `whole` all of it, else what is seen first.

    Raises `JournalError` when the journal cannot be read.
    """
    listings = library.listings()
    unfinished = journal.unfinished() if journal else None
    return Catalogue(
        greeting=greeting(now),
        listings=listings,
        ways_tried=journal.ways_tried() if journal else {},
        resumable=_still_here(unkept) if unkept else _resumable(unfinished, listings, now) if unfinished else None,
        whole=whole,
    )


def kept_run(run: "RunSummary", ending_title: Callable[[str, str], str], now: datetime) -> "KeptRun":
    """Return a run in words.

    `ending_title` tells for the hash of a scenario's text and an ending's id how that ending is called.
    """
    from greenroom.ui.widgets.run_model import KeptRun  # noqa: PLC0415  # the home does without it

    broken_off = QCoreApplication.translate("Shelf", "Broken off at turn {number}")
    at_the_start = QCoreApplication.translate("Shelf", "Taken back to the start")
    unfinished = broken_off.format(number=run.turns) if run.turns else at_the_start
    return KeptRun(
        id=run.id,
        number=run.number,
        scenario=run.scenario,
        situation=run.title,
        when=when_in_words(run.touched, now),
        day=day_in_words(run.touched, now),
        how=ending_title(run.text_hash, run.ending) if run.ending else unfinished,
        turns=run.turns,
        name=run.name,
        note=run.note,
        starred=run.starred,
        ended=run.ending is not None,
    )


def _still_here(session: "Session") -> Resumable:
    scenario = session.scenario
    stopped = QCoreApplication.translate("Shelf", "You stopped after turn {number}. Closing Greenroom loses it.")
    return Resumable(
        run=session.run,
        scenario=scenario.id,
        title=scenario.title,
        partner=scenario.partner.name,
        portrait=scenario.partner.portrait,
        where=stopped.format(number=len(session.turns)),
    )


def _resumable(run: "RunSummary", listings: "Sequence[Listing]", now: datetime) -> Resumable:
    listing = next((listing for listing in listings if listing.id == run.scenario), None)
    stopped = QCoreApplication.translate("Shelf", "You stopped after turn {number}, {when}.")
    return Resumable(
        run=run.id,
        scenario=run.scenario,
        title=run.title,
        partner=listing.partner if listing else "",
        portrait=listing.portrait if listing else "",
        where=stopped.format(number=run.turns, when=when_in_words(run.touched, now)),
    )
