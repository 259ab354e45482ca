"""The folders of what the user did."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from greenroom.paths import Folders, shipped
from greenroom.scenario_index import write_index
from greenroom.settings import Settings, write_settings
from greenroom.ui.faults import catch_faults
from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.theme import read_theme


def write_a_fault(folders: Folders) -> None:
    """Have an unexpected error written to the log."""
    catch_faults(folders.log, lambda: None)
    sys.excepthook(RuntimeError, RuntimeError("a fault"), None)


def draw_an_icon(folders: Folders) -> None:
    """Have a picture put into the cache, in a theme that has been kept elsewhere."""
    look = Look(read_theme("light", shipped("assets"), folders.home.with_name("elsewhere")))
    Pictures(look, shipped("assets"), folders.cache).icon("home", 16, "ink", 1.0)


FIRST_WRITERS: dict[str, Callable[[Folders], object]] = {
    "the settings": lambda folders: write_settings(folders.settings, Settings()),
    "the index": lambda folders: write_index(folders.cache / "scenarios.json", {}),
    "the theme": lambda folders: read_theme("light", shipped("assets"), folders.cache),
    "a picture": draw_an_icon,
    "the log": write_a_fault,
}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders to the user")
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("what", FIRST_WRITERS)
def test_nobody_else_looks_into_the_home_whatever_is_written_first(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes first and makes the home, it is the user's alone."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    folders = Folders(tmp_path / "data" / "greenroom")
    FIRST_WRITERS[what](folders)
    assert (folders.home.stat().st_mode & 0o777) == 0o700
