"""A rehearsal in the hands of a user: every key and click on the stage, and what is told when."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from greenroom.loading import load
from greenroom.paths import shipped
from greenroom.rubric import read_rubric
from greenroom.scenario import Choice
from tests.ui.conftest import SCENES
from tests.ui.driving import Driver

RUBRIC = read_rubric(shipped("assets"))
URN = load(SCENES / "by-the-urn.toml").scenario
SIDES = ("Relational", "Transactional", "Neither")
FIRST_CHOICES = [pytest.param(choice, id=choice.id) for choice in URN.states["urn"].choices]


@pytest.fixture
def walk(start: Callable[..., Driver]) -> Driver:
    """Lead the scene with the umbrella to the moment with four choices."""
    driver = start("left-umbrella")
    for words in ("Did the beans", "Who did you give them to"):
        driver.press(number_of(driver, words), "Enter")
    assert len(offers(driver)) == 4
    return driver


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is announced to a screen reader from now on."""
    announced: list[str] = []

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            announced.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return announced


def offers(driver: Driver) -> list[str]:
    """Return the words of the choices on offer, in their order."""
    return [driver.button(name).text() for name in driver.buttons() if name.startswith("choice-")]


def number_of(driver: Driver, words: str) -> str:
    """Return the key of the choice that begins with these words."""
    return str(next(number for number, offer in enumerate(offers(driver), 1) if offer.startswith(words)))


def choose(driver: Driver, choice: Choice) -> None:
    """Press the key of a choice."""
    driver.press(number_of(driver, choice.words))


def play_to_the_end(driver: Driver) -> None:
    """Make three choices of the scene by the urn; the last one has landed and not been left."""
    driver.press("1", "Enter", "1", "Enter", "1")
    assert driver.button("continue").text() == "See how it ended"


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_number_picks_its_row(walk: Driver, number: int) -> None:
    """The key 1 to 4 says (or does) what stands in that row."""
    words = offers(walk)[number - 1]
    walk.press(str(number))
    assert walk.sees(f"You said: {words}") or walk.sees(f"You did: {words}")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_row_can_be_clicked(walk: Driver, number: int) -> None:
    """A click anywhere on a row says (or does) what stands in it."""
    words = offers(walk)[number - 1]
    walk.click(f"choice-{number}")
    assert walk.sees(f"You said: {words}") or walk.sees(f"You did: {words}")


def test_a_number_without_a_row_picks_nothing(stage: Driver) -> None:
    """With three choices the keys 4 and 9 leave everything as it is."""
    stage.press("4", "9")
    assert len(offers(stage)) == 3


def test_a_key_pressed_twice_makes_one_choice(stage: Driver) -> None:
    """While one reads how a choice landed, numbers pick nothing behind it."""
    stage.press("1", "1", "2")
    assert stage.sees("Turn 1")
    assert sum(text.startswith(("You said: ", "You did: ")) for text in stage.texts()) == 1


def test_nothing_tells_how_a_choice_would_land(stage: Driver) -> None:
    """Before the choice no side, no move, no thought and no explanation can be read or heard anywhere."""
    read = "\n".join(stage.texts())
    for choice in URN.states["urn"].choices:
        for secret in (*SIDES, RUBRIC.moves[choice.move].name, choice.landed, choice.why, choice.label):
            assert secret not in read


@pytest.mark.parametrize("choice", FIRST_CHOICES)
def test_what_a_choice_was_is_told_after_it(stage: Driver, choice: Choice) -> None:
    """Its side in a word and with its move, the thought, why, and each source with its grade; no other side."""
    choose(stage, choice)
    move = RUBRIC.moves[choice.move]
    side = move.side.capitalize()
    assert stage.sees(f"{side}: {move.name}")
    for text in (choice.landed, choice.why, move.name):
        assert stage.sees(text)
    for source in (RUBRIC.sources[name] for name in choice.sources):
        assert stage.sees(f"Based on {source.short}, {source.grade.footing}")
    assert not any(stage.sees(other) for other in SIDES if other != side)


def test_the_source_opens_by_enter_in_full(stage: Driver) -> None:
    """Enter on its line shows the full reference, what was found, how firm it is; Esc leads back to the line."""
    choose(stage, URN.states["urn"].choices[0])
    source = RUBRIC.sources["claim:approach-with-transparency"]
    stage.button(f"source-{source.id}").setFocus()
    stage.press("Enter")
    for text in (source.full, source.says, source.grade.meaning):
        assert stage.sees(text)
    stage.press("Esc")
    assert not stage.sees(source.full)
    assert stage.focused.objectName() == f"source-{source.id}"
    stage.press("Enter")
    assert stage.sees(source.full)


def test_every_source_of_a_rehearsal_opens(stage: Driver) -> None:
    """Whatever choice one makes, a click on its source shows that reference and no other."""
    for choice in URN.states["urn"].choices:
        choose(stage, choice)
        for source in (RUBRIC.sources[name] for name in choice.sources):
            stage.click(f"source-{source.id}")
            assert stage.sees(source.full)
            stage.click("close-reference")
            assert not stage.sees(source.full)
        stage.press("Backspace")


def test_the_other_choices_stay_hidden_before_one_is_made(stage: Driver) -> None:
    """What the others would have done can be asked for after a choice only."""
    assert "others" not in stage.buttons()
    stage.press("1")
    assert stage.button("others").isVisible()


def test_the_other_choices_are_all_of_them_and_not_ones_own(stage: Driver) -> None:
    """Each that was on offer is told with its thought, and the one that was made is not told twice."""
    made, *others = URN.states["urn"].choices
    choose(stage, made)
    stage.click("others")
    read = stage.texts()
    for choice in others:
        assert choice.words in read
        assert choice.landed in read
    assert read.count(made.landed) == 1


def test_each_turn_is_announced_once(stage: Driver, heard: list[str]) -> None:
    """Three choices are three announcements, each with the thought; the ending has no reply to read out."""
    for _ in range(3):
        stage.press("1")
        thought = stage.session.turns[-1].choice.landed
        assert heard[-1].endswith(f"How it landed: {thought}")
        stage.press("Enter")
    assert len(heard) == 3
    assert heard[-1].startswith("How it landed: ")


def test_going_back_is_announced(stage: Driver, heard: list[str]) -> None:
    """A notice is read out, too."""
    stage.press("1", "Backspace")
    assert heard[-1] == "You went back to turn 1."


def test_the_landing_is_in_view_after_each_choice(stage: Driver) -> None:
    """However long the conversation has become, how a choice landed can be read without scrolling."""
    stage.window.resize(900, 600)
    for _ in range(3):
        stage.press("1")
        landing = stage.part("landing")
        seen = landing.visibleRegion().boundingRect()
        assert seen.top() == 0
        assert seen.height() == landing.height() or seen.height() > stage.window.height() / 2
        stage.press("Enter")


def test_leaving_and_coming_back_in_the_middle_of_a_landing(stage: Driver) -> None:
    """The journal and back by keys leads to the same landing, with the turn kept once."""
    stage.press("1", "Ctrl+J")
    assert stage.sees("Broken off at turn 1")
    stage.press("Enter", "Enter")
    assert stage.sees("How it landed")
    assert sum(text.startswith(("You said: ", "You did: ")) for text in stage.texts()) == 1


def test_a_choice_cannot_be_made_for_a_rehearsal_that_is_over(stage: Driver) -> None:
    """On the last landing numbers do nothing, and Enter leads to the debrief."""
    play_to_the_end(stage)
    stage.press("1", "2")
    assert stage.button("continue").text() == "See how it ended"
    stage.press("Enter")
    assert stage.part("ending-title").isVisible()
