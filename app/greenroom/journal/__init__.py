"""The journal: every run with its branches, and the drafts, in SQLite; the only package that imports sqlite3."""

from greenroom.journal.records import Draft, Filter, Imported, MoveUse, Node, PlayedScenario, Run, RunSummary
from greenroom.journal.store import Journal, open_journal

__all__ = [
    "Draft",
    "Filter",
    "Imported",
    "Journal",
    "MoveUse",
    "Node",
    "PlayedScenario",
    "Run",
    "RunSummary",
    "open_journal",
]
