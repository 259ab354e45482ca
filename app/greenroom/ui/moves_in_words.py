"""How often each move was made and where, as one would say it; no number is a score."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from greenroom.errors import GreenroomError
from greenroom.journal import Filter
from greenroom.loading import read_kept
from greenroom.ui.widgets.moves_page import UseInWords
from greenroom.ui.words import counted, opening

if TYPE_CHECKING:
    from greenroom.journal import Journal, MoveUse
    from greenroom.rubric import Rubric

_RARELY = 10
"""A move made this many times less often than the one made most is told as rare."""


def uses_in_words(journal: "Journal", rubric: "Rubric") -> list[UseInWords]:
    """Return what there is to say of each move that was made or on offer, in the rubric's order.

    Raises `JournalError`.
    """
    titles = {played.id: played.title for played in journal.scenarios_played()}
    uses = {use.move: use for use in journal.move_uses()}
    offered = _offered(journal, titles)
    most = max((use.times for use in uses.values()), default=0)
    return [
        UseInWords(
            move.side, move.name, opening(move.what), _in_words(uses.get(move.id), offered, move.id, titles, most)
        )
        for move in rubric.moves.values()
        if move.id in uses or move.id in offered
    ]


def _in_words(
    use: "MoveUse | None", offered: Mapping[str, list[str]], move: str, titles: Mapping[str, str], most: int
) -> str:
    if use is None:
        unused = QCoreApplication.translate("Moves", "Not yet, though you could have in {where}.")
        return unused.format(where=_listed(offered[move], titles))
    often = QCoreApplication.translate("Moves", "{times}, in {where}.")
    rarely = QCoreApplication.translate("Moves", "Rarely: {times}, in {where}.")
    rare = use.times * _RARELY <= most
    times = _times(use.times)
    told = (rarely if rare else often).format(times=times, where=_listed(list(use.scenarios), titles))
    return opening(told)


def _times(count: int) -> str:
    words = (
        QCoreApplication.translate("Moves", "never"),
        QCoreApplication.translate("Moves", "once"),
        QCoreApplication.translate("Moves", "twice"),
        QCoreApplication.translate("Moves", "three times"),
        QCoreApplication.translate("Moves", "four times"),
        QCoreApplication.translate("Moves", "five times"),
        QCoreApplication.translate("Moves", "six times"),
        QCoreApplication.translate("Moves", "seven times"),
        QCoreApplication.translate("Moves", "eight times"),
        QCoreApplication.translate("Moves", "nine times"),
        QCoreApplication.translate("Moves", "ten times"),
    )
    many = QCoreApplication.translate("Moves", "{count} times")
    return counted(count, words, many)


def _listed(scenarios: list[str], titles: Mapping[str, str]) -> str:
    *first, last = [titles.get(scenario, scenario) for scenario in scenarios]
    several = QCoreApplication.translate("Moves", "{first} and {last}")
    return several.format(first=", ".join(first), last=last) if first else last


def _offered(journal: "Journal", scenarios: Mapping[str, str]) -> dict[str, list[str]]:
    """Return for each move the scenarios that have it, in the text that was played last."""
    offered: dict[str, list[str]] = {}
    for scenario in scenarios:
        for move in dict.fromkeys(_moves_of(journal, scenario)):
            offered.setdefault(move, []).append(scenario)
    return offered


def _moves_of(journal: "Journal", scenario: str) -> Iterator[str]:
    for run in journal.runs(1, Filter(scenario=scenario)):
        try:
            states = read_kept(journal.text(run.text_hash) or b"").states
        except GreenroomError:
            return
        for state in states.values():
            yield from (choice.move for choice in state.choices)
