"""The home: the situations, where one left off, and finding one among many."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QComboBox

from greenroom.library import Library
from greenroom.paths import Folders
from greenroom.settings import Settings
from greenroom.ui.parts import Parts
from tests.ui.conftest import SCENES
from tests.ui.driving import Driver
from tests.ui.painting import WordsWatch

SCENE = (SCENES / "by-the-urn.toml").read_text(encoding="utf-8")


def write_scenarios(folder: Path, count: int) -> None:
    """Write `count` scenarios of the user's own, each with a title of its own."""
    folder.mkdir(parents=True)
    for number in range(count):
        text = SCENE.replace('"by-the-urn"', f'"own-{number}"').replace('"By the urn"', f'"Scene {number}"')
        (folder / f"own-{number}.toml").write_text(text, encoding="utf-8")


def read_all(library: Library) -> None:
    """Read every scenario before the window starts."""
    while library.read_next():
        pass


def cards(driver: Driver) -> list[str]:
    """Return the ids of the scenarios whose cards are shown."""
    return [name.removeprefix("situation-") for name in driver.buttons() if name.startswith("situation-")]


def test_the_situations_are_offered_with_what_one_has_tried(home: Driver) -> None:
    """A greeting for the hour, the question, and a card for each scenario, in words and with its length."""
    assert home.sees("Good evening")
    assert home.sees("What conversation is on your mind?")
    assert cards(home) == ["by-the-urn", "left-umbrella"]
    assert home.sees("By the urn. The urn is empty and so is the hall")
    assert home.sees("Not tried yet. About 2 minutes")
    assert not home.sees("Where you left off")
    assert not home.sees("An event")


def test_a_card_begins_its_scenario(home: Driver) -> None:
    """One click on a card opens the stage."""
    home.click("situation-left-umbrella")
    assert home.sees("Noor Haddad")
    assert home.button("choice-1").isVisible()


def test_start_over_begins_the_scenario_anew(stage: Driver) -> None:
    """Beside going on there is a way to begin again, and then nothing has been said."""
    stage.press("1")
    stage.press("Ctrl+1")
    stage.click("restart")
    assert stage.button("choice-1").isVisible()
    assert not stage.sees("You said: ")


def test_a_broken_file_shows_its_trouble_and_cannot_be_played(start: Callable[..., Driver], folders: Folders) -> None:
    """A file of the user's that cannot be played stands among the others with its first problem, which Enter tells."""
    folders.scenarios.mkdir(parents=True)
    (folders.scenarios / "mine.toml").write_text("format = 1\nid = \n", encoding="utf-8")
    home = start()
    home.qtbot.waitUntil(lambda: "situation-mine" in home.buttons())
    assert home.sees("mine.toml. Line 2: ")
    while home.focused.objectName() != "situation-mine":
        home.press("Tab")
    home.press("Enter")
    assert home.sees("mine.toml, line 2: ")
    assert home.part("notice").isVisible()
    assert home.focused.objectName() == "situation-mine"
    home.click("situation-by-the-urn")
    assert home.sees("Ottoline Haas")


def test_the_trouble_of_a_file_is_not_cut_off(
    start: Callable[..., Driver], folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also with the largest text in a small window the card has room for all of it."""
    folders.scenarios.mkdir(parents=True)
    broken = SCENE.replace('"by-the-urn"', '"mine"').replace(
        'to = "mop"', 'to = "the-other-end-of-the-hall-by-the-stage"'
    )
    (folders.scenarios / "mine.toml").write_text(broken, encoding="utf-8")
    watch, home = WordsWatch(monkeypatch), start()
    home.window.resize(900, 600)
    home.frame.appearance.change(Settings(text_size=200))
    home.qtbot.waitUntil(lambda: "situation-mine" in home.buttons())
    while home.focused.objectName() != "situation-mine":
        home.press("Tab")
    painted = watch.painted(home)
    assert any("by-the-stage" in words.words for words in painted)
    assert [words.words for words in painted if not QRectF(words.part.rect()).contains(words.box)] == []


def test_the_first_card_has_the_focus_as_soon_as_there_is_one(start: Callable[..., Driver], folders: Folders) -> None:
    """When nothing is known yet of any file, the focus waits for the first to be read."""
    write_scenarios(folders.scenarios, 1)
    home = start(library=Library(folders.scenarios, folders.home / "nothing", folders.cache / "none.json"))
    home.qtbot.waitUntil(lambda: cards(home) == ["own-0"])
    assert home.focused.objectName() == "situation-own-0"


def test_new_scenarios_appear_as_they_are_read(start: Callable[..., Driver], folders: Folders) -> None:
    """Files that nothing is known of yet are read while the window is open already."""
    write_scenarios(folders.scenarios, 3)
    home = start()
    home.qtbot.waitUntil(lambda: "own-2" in cards(home))
    assert folders.cache.joinpath("scenarios.json").is_file()


def test_scenarios_are_not_read_while_one_rehearses(
    start: Callable[..., Driver], parts: Parts, folders: Folders
) -> None:
    """On the stage nothing else is done that a reply would have to wait for; back at home it goes on."""
    write_scenarios(folders.scenarios, 3)
    driver = start("by-the-urn")
    driver.press("1", "Enter", "1")
    assert len(parts.library.unread) == 3
    driver.press("Ctrl+1")
    driver.qtbot.waitUntil(lambda: "own-2" in cards(driver))


def test_few_situations_need_no_search(home: Driver) -> None:
    """With two scenarios there is no search field, and Ctrl+F does no harm."""
    home.press("Ctrl+F")
    assert not home.sees("Search")


def test_search_finds_titles_summaries_and_partners(
    start: Callable[..., Driver], parts: Parts, folders: Folders
) -> None:
    """With more than nine, Ctrl+F leads to a field that finds by title, summary or name, whatever the case."""
    write_scenarios(folders.scenarios, 9)
    home = start()
    home.qtbot.waitUntil(lambda: not parts.library.unread)
    home.press("Ctrl+F", *"scene")
    home.press("Space", "4")
    assert cards(home) == ["own-4"]
    home.press("Ctrl+A", *"NOOR")
    assert cards(home) == ["left-umbrella"]
    home.press("Ctrl+A", *"xyz")
    assert cards(home) == []
    assert home.sees("Nothing called 'xyz'. Try a feeling or a place.")


def test_situations_stand_under_what_one_is_facing(
    start: Callable[..., Driver], parts: Parts, folders: Folders
) -> None:
    """Each group has its heading, in the order of the home."""
    folders.scenarios.mkdir(parents=True)
    for name, keys in {
        "a": 'situation = "asking"',
        "b": 'situation = "event"\nfacing = "leaving"',
        "c": 'situation = "event"\nmedium = "written"',
    }.items():
        text = SCENE.replace('"by-the-urn"', f'"{name}"').replace('situation = "event"', keys)
        text = text.replace('medium = "spoken"\n', "") if "written" in keys else text
        (folders.scenarios / f"{name}.toml").write_text(text, encoding="utf-8")
    home = start()
    home.qtbot.waitUntil(lambda: not parts.library.unread)
    home.settle()
    headings = ("An event", "A message", "A request", "Saying no, or leaving")
    assert [text for text in home.texts() if text in headings] == list(headings)
    assert not home.sees("Working beside someone")
    assert cards(home) == ["by-the-urn", "left-umbrella", "c", "a", "b"]


def test_situations_are_found_by_time_energy_and_move(
    start: Callable[..., Driver], parts: Parts, folders: Folders
) -> None:
    """What takes longer or asks for more is left out; the name of a move finds where one can make it."""
    write_scenarios(folders.scenarios, 8)
    long = SCENE.replace('"by-the-urn"', '"long"').replace("minutes = 2", "minutes = 7").replace('"little"', '"plenty"')
    (folders.scenarios / "long.toml").write_text(long.replace('"act-keen"', '"name-drop"'), encoding="utf-8")
    home = start()
    home.qtbot.waitUntil(lambda: not parts.library.unread)
    pick(home, "time-at-hand", "Up to 6 minutes")
    assert "long" not in cards(home)
    assert len(cards(home)) == 10
    pick(home, "time-at-hand", "Any length")
    pick(home, "energy-at-hand", "Some energy")
    assert "long" not in cards(home)
    assert "left-umbrella" in cards(home)
    pick(home, "energy-at-hand", "Little energy")
    assert not {"long", "left-umbrella"} & set(cards(home))
    assert "own-1" in cards(home)
    pick(home, "energy-at-hand", "Any energy")
    home.press("Ctrl+F", *"name", "Space", *"drop")
    assert cards(home) == ["long"]


def pick(driver: Driver, name: str, words: str) -> None:
    """Pick an entry of a list by its words."""
    picker = driver.part(name)
    assert isinstance(picker, QComboBox)
    place = picker.findText(words)
    picker.setCurrentIndex(place)
    picker.activated.emit(place)
    driver.settle()


def test_hundreds_of_scenarios_are_shown_a_page_at_a_time(
    start: Callable[..., Driver], parts: Parts, folders: Folders
) -> None:
    """24 cards at first and 24 more on request, so that the home stays light; the focus goes on with the first new."""
    write_scenarios(folders.scenarios, 60)
    home = start()
    home.qtbot.waitUntil(lambda: not parts.library.unread)
    assert len(cards(home)) == 24
    home.click("show-more")
    assert len(cards(home)) == 48
    assert home.focused.objectName() == f"situation-{cards(home)[24]}"
    home.click("show-more")
    assert len(cards(home)) == 62
    assert "show-more" not in home.buttons()


def test_a_scenario_that_has_gone_is_told_kindly(home: Driver, parts: Parts, tmp_path: Path) -> None:
    """When the file behind a card has been removed, a notice says so and the home stays."""
    own = tmp_path / "home" / "scenarios"
    own.mkdir(parents=True, exist_ok=True)
    shutil.copy(SCENES / "by-the-urn.toml", own / "gone.toml")
    read_all(parts.library)
    (own / "gone.toml").unlink()
    home.navigation.open_scenario("gone")
    home.settle()
    assert home.part("notice").isVisible()
    assert home.sees("What conversation is on your mind?")
