"""The journal: every run with all its branches, in SQLite; the only package that imports sqlite3."""

from greenroom.journal.records import Filter, Imported, MoveUse, Node, PlayedScenario, Run, RunSummary
from greenroom.journal.store import Journal, open_journal

__all__ = ["Filter", "Imported", "Journal", "MoveUse", "Node", "PlayedScenario", "Run", "RunSummary", "open_journal"]
