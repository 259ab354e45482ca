"""A scenario is data from a stranger: whatever stands in its texts is shown as it is written, and nothing is loaded."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from greenroom.journal import Journal
from greenroom.library import Library
from greenroom.paths import Folders
from tests.ui.conftest import SCENES
from tests.ui.driving import Driver
from tests.ui.screens import every_screen

SCENE = (SCENES / "by-the-urn.toml").read_text(encoding="utf-8")
TEXTS = ("title", "summary", "place", "you_want", "role", "wants", "label", "narration", "says", "seen")
MORE_TEXTS = ("say", "do", "landed", "why", "text", "later", "carry")
SHOWN = {*TEXTS, *MORE_TEXTS, "name", "you_know"}
CHILLING = QColor("#ff00ff")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Return a picture in a colour that no theme has."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(CHILLING)
    path = tmp_path / "picture.png"
    image.save(str(path))
    return path


@pytest.fixture
def hostile(picture: Path) -> str:
    """Return a text with a picture, markup, an entity, letters and a mark from right to left, and braces."""
    return f"<img src=file://{picture}><b>bold</b> &amp; &Mnemonic שלום \u200f {{name}} %1 \\n"


@pytest.fixture
def driver(start: Callable[..., Driver], folders: Folders, tmp_path: Path, hostile: str) -> Driver:
    """Start the window at its smallest usual size; in its one scenario every text begins with `hostile`."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "by-the-urn.toml").write_text(in_every_text(hostile + "a" * 300), encoding="utf-8")
    library = Library(folders.scenarios, shipped, folders.cache / "hostile.json")
    while library.read_next():
        pass
    started = start(library=library)
    started.window.resize(900, 600)
    started.settle()
    return started


def in_every_text(hostile: str) -> str:
    """Return the scene by the urn with `hostile`, and the key's name, for every text."""

    def replace(match: re.Match[str]) -> str:
        return f"{match[1]} = {as_toml(match[1])}"

    def as_toml(key: str) -> str:
        return json.dumps(f"{hostile}({key})", ensure_ascii=False)

    keys = "|".join((*TEXTS, *MORE_TEXTS, "name"))
    text = re.sub(rf'^({keys}) = ".*"$', replace, SCENE, flags=re.MULTILINE)
    return re.sub(r"^(you_know) = .*$", lambda match: f"you_know = [{as_toml(match[1])}]", text, flags=re.MULTILINE)


def read_out(part: QWidget) -> str:
    """Return what a screen reader reads for a part."""
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def has_colour(picture: QImage, colour: QColor) -> bool:
    """Return whether any pixel has this colour."""
    pixels = bytes(picture.convertToFormat(QImage.Format.Format_RGB32).constBits())
    return colour.rgb().to_bytes(4, "little") in pixels


def test_every_text_is_shown_as_it_is_written(driver: Driver, hostile: str) -> None:
    """On every screen markup, entities, marks and braces can be read and heard letter by letter."""
    driver.window.resize(1280, 800)  # where there is room for all of them
    shown = set()
    for screen in every_screen(driver):
        parts = [part for part in driver.visible() if isinstance(part, (QLabel, QAbstractButton))]
        texts = [*driver.texts(), *(read_out(part) for part in parts)]
        content = [text for text in texts if "img src" in text or "aaaa" in text]
        assert [text for text in content if hostile not in text] == [], screen
        shown |= {key for key in SHOWN if any(f"({key})" in text for text in content)}
    assert shown == SHOWN


def test_no_picture_is_loaded(driver: Driver) -> None:
    """On no screen is anything painted of the picture that the texts name."""
    for screen in every_screen(driver):
        assert not has_colour(driver.window.grab().toImage(), CHILLING), screen


def test_a_picture_that_is_loaded_would_be_seen(qtbot: QtBot, hostile: str) -> None:
    """A label that takes the same text for markup does show the picture, so looking for its colour tells."""
    label = QLabel(hostile)
    label.setTextFormat(Qt.TextFormat.RichText)
    qtbot.addWidget(label)
    assert has_colour(label.grab().toImage(), CHILLING)


def test_no_text_widens_the_window(driver: Driver) -> None:
    """Three hundred letters without a space are broken: nothing grows beyond the window or reaches out of it."""
    for screen in every_screen(driver):
        assert driver.window.width() == 900, screen
        assert driver.window.minimumSizeHint().width() <= 900, screen
        for part in driver.visible():
            right = part.mapTo(driver.window, part.rect().topRight()).x()
            assert right < 900, (screen, part.objectName(), part)


def test_a_person_nobody_has_drawn_does_no_harm(home: Driver, journal: Journal) -> None:
    """A run whose text names an unknown portrait goes on to its debrief."""
    text = SCENE.replace('portrait = "eleanor"', 'portrait = "nobody-at-all"').encode()
    journal.begin("old", "by-the-urn", "An old one", text, "hash", 1)
    journal.add("old", None, "urn", "cake", "plain-answer", 1, "mop", ending=False)
    home.navigation.open_run("old")
    home.press("1", "Enter", "1", "Enter")
    assert home.part("ending-title").isVisible()


def test_an_ampersand_makes_no_key(driver: Driver, hostile: str) -> None:
    """A choice is shown and read with its '&' as written, and no letter held with Alt picks it."""
    driver.navigation.open_scenario("by-the-urn")
    driver.settle()
    row = driver.button("choice-1")
    assert hostile in row.text()
    assert hostile in read_out(row)
    assert row.shortcut().isEmpty()
    driver.press("Alt+M")
    assert not driver.part("landing").isVisible()
