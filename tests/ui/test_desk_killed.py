"""Killed while somebody types at the desk, the program has lost at most the last second."""

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from greenroom.journal import open_journal
from greenroom.paths import Folders
from tests.running import TOP, environment

_TYPING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.killed_desk import begin_to_type
application = QApplication(sys.argv[:1])
window = begin_to_type(sys.argv[1])
sys.exit(application.exec())
"""


def test_a_kill_takes_at_most_the_last_second(tmp_path: Path) -> None:
    """Numbers are typed without a pause; all but those of the last second are there when the journal is opened."""
    with subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-c", _TYPING, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=TOP,
        env=environment(tmp_path) | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{TOP}:{TOP}/app"},
    ) as process:
        assert process.stdout is not None
        typed: list[tuple[float, str]] = []
        while len(typed) < 40:
            typed.append((time.perf_counter(), process.stdout.readline().strip()))
        killed = time.perf_counter()
        process.kill()
    journal = open_journal(Folders(tmp_path).journal, lambda: datetime(2026, 3, 1, tzinfo=UTC))
    (draft,) = journal.drafts.of("the-day-after")
    journal.close()
    kept = draft.words.split()
    safe = [number for at, number in typed if at < killed - 1]
    assert safe
    assert kept[: len(safe)] == safe
