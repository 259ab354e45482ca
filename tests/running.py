"""Starts `greenroom` as a process of its own, in a home of its own."""

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[1]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a process whose data folder is `home` and that has no display."""
    inherited = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    return inherited | {"GREENROOM_HOME": str(home), "PYTHONUTF8": "1"} | more


def greenroom(home: Path, *arguments: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run `greenroom` with these arguments, with `typed` as its input, and return what it printed."""
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "greenroom", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=TOP,
        env=environment(home, **more),
        timeout=60,
        check=False,
    )
