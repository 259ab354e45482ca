"""The journal: every run with all its branches, in SQLite; the only package that imports sqlite3."""

from greenroom.journal.records import Node, Run, RunSummary
from greenroom.journal.store import Journal, open_journal

__all__ = ["Journal", "Node", "Run", "RunSummary", "open_journal"]
