"""The cards of the home with the scenarios that users have, shipped and their own."""

from collections.abc import Callable

import pytest

from greenroom.library import Library
from greenroom.paths import Folders
from tests.shipped_scenes import SHIPPED
from tests.ui.conftest import SCENES
from tests.ui.driving import Driver

SCENE = (SCENES / "by-the-urn.toml").read_text(encoding="utf-8").replace('"by-the-urn"', '"mine"')


@pytest.fixture
def begin(start: Callable[..., Driver], folders: Folders, shipped_library: Library) -> Callable[[str], Driver]:
    """Return a way to start the window for a user whose own scenario "mine" has this text."""

    def start_with(text: str) -> Driver:
        folders.scenarios.mkdir(parents=True)
        (folders.scenarios / "mine.toml").write_text(text, encoding="utf-8")
        driver = start(library=shipped_library)
        driver.qtbot.waitUntil(lambda: not shipped_library.unread)
        return driver

    return start_with


def cards(driver: Driver) -> list[str]:
    """Return the ids of the scenarios whose cards are shown, in their order."""
    shown = [driver.button(name) for name in driver.buttons() if name.startswith("situation-")]
    in_order = sorted(shown, key=lambda card: (card.y(), card.x()))
    return [card.objectName().removeprefix("situation-") for card in in_order]


def test_in_a_group_the_shipped_scenarios_come_first(begin: Callable[[str], Driver]) -> None:
    """One's own event stands behind those that came with the app, before the messages."""
    shown = cards(begin(SCENE))
    assert shown.index("walking-in") < shown.index("mine") < shown.index("after-a-year")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_card_is_reached_and_pressed_by_keys(begin: Callable[[str], Driver], key: str) -> None:
    """Tab leads to each card in turn, and Enter or Space begins what has the focus."""
    driver = begin(SCENE)
    while driver.focused.objectName() != "situation-after-a-year":
        driver.press("Tab")
    driver.press(key)
    assert driver.sees("After a year")
    assert driver.button("choice-1").isVisible()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('portrait = "eleanor"', 'portrait = "nobody-at-all"', "nobody-at-all"),
        ('portrait = "eleanor"', 'portrait = "../../../etc/passwd"', "../../../etc/passwd"),
        ('to = "mop"', 'to = "<b>mop</b>"', "<b>mop</b>"),
        ('start = "urn"', 'start = "earn"', "earn"),
    ],
)
def test_a_file_that_cannot_be_played_harms_nothing(
    begin: Callable[[str], Driver], before: str, after: str, told: str
) -> None:
    """Its card says what is wrong, and so does a notice when it is pressed; the others can be played."""
    driver = begin(SCENE.replace(before, after))
    assert {*cards(driver)} == {*SHIPPED, "mine"}
    card = driver.button("situation-mine")
    assert told in card.accessibleName()
    driver.click("situation-mine")
    assert any(text.startswith("mine.toml, line ") and told in text for text in driver.texts())
    driver.click(f"situation-{SHIPPED[0]}")
    assert driver.button("choice-1").isVisible()
