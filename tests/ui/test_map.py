"""The map: what it shows, and where one goes from it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from greenroom.arranging import HEIGHT, WIDTH, arrange
from greenroom.journal import Journal
from greenroom.library import Library
from greenroom.loading import load_text
from greenroom.mapping import chart
from greenroom.paths import Folders, shipped
from greenroom.settings import Settings
from greenroom.ui.map_drawing import MapDrawing
from greenroom.ui.screens.map import MapScreen
from greenroom.ui.screens.stage import StageScreen
from greenroom.ui.widgets.map_canvas import MapCanvas
from greenroom.ui.widgets.map_index import MapIndex
from greenroom.ui.widgets.map_label import MapLabels
from greenroom.ui.widgets.picker import Picker
from tests.bench.generated import large
from tests.ui.driving import Driver

SHIPPED = sorted(shipped("scenarios").glob("*.toml"))


def open_map(driver: Driver) -> MapCanvas:
    """Open the map by its key and wait until it is drawn."""
    driver.press("Ctrl+M")
    screen = driver.screen
    assert isinstance(screen, MapScreen)
    driver.qtbot.waitUntil(lambda: screen.canvas.current != "" and not driver.sees("Drawing the map ..."))
    driver.settle()
    return screen.canvas


def play(driver: Driver, *keys: str) -> None:
    """Begin the scene by the urn and press these keys."""
    driver.navigation.open_scenario("by-the-urn")
    driver.settle()
    driver.press(*keys)


def names_in_reach(driver: Driver) -> set[str]:
    """Walk by the arrows wherever they lead and return the names that one hears."""
    canvas = driver.part("map-stop").parent()
    assert isinstance(canvas, MapCanvas)
    heard: dict[str, str] = {}
    waiting = [canvas.current]
    while waiting:
        stop = waiting.pop()
        for key in ("Left", "Right", "Up", "Down"):
            canvas.show_current(stop)
            driver.press(key)
            if canvas.current not in heard:
                heard[canvas.current] = driver.part("map-stop").accessibleName()
                waiting.append(canvas.current)
    return set(heard.values())


def test_before_one_has_played_all_but_the_start_is_in_the_fog(home: Driver) -> None:
    """At first the map says that it fills in, names the start, and tells of the rest only that it is there."""
    open_map(home)
    assert home.sees("You've just arrived. The map fills in as you talk.")
    assert names_in_reach(home) == {"The empty urn, seen", "Not seen yet"}


def test_the_keys_are_on_the_map_at_once(home: Driver) -> None:
    """After Ctrl+M the arrows walk over the map without another key."""
    canvas = open_map(home)
    before = canvas.current
    home.press("Right")
    assert home.focused.objectName() == "map-stop"
    assert canvas.current != before


def test_a_stop_tells_its_turn(home: Driver) -> None:
    """Where this run was, a screen reader hears the name and the turn."""
    play(home, "1")
    open_map(home)
    assert any(name.endswith(", seen, turn 1 of this run") for name in names_in_reach(home))


def test_nothing_unseen_is_told_before_the_fog_is_lifted(home: Driver) -> None:
    """The words of a choice that was never made are nowhere; with the fog lifted they are."""
    play(home, "1")
    made = home.session.turns[0].choice
    other = next(choice for choice in home.session.scenario.states["urn"].choices if choice != made)
    open_map(home)
    home.press("Home")
    assert home.sees(made.words)
    assert not home.sees(other.words)
    home.click("map-fog")
    assert home.sees(other.words)
    home.click("map-fog")
    assert not home.sees(other.words)


def test_one_plays_from_a_turn_of_the_run(home: Driver, journal: Journal) -> None:
    """Enter on a turn of this run opens that run before it, and nothing is lost from the journal."""
    play(home, "1", "Enter", "1")
    open_map(home)
    home.press("Home", "Enter")
    assert isinstance(home.screen, StageScreen)
    assert home.sees("Turn 1")
    (run,) = journal.runs()
    kept = journal.run(run.id)
    assert kept is not None
    assert len(kept.nodes) == 2


def test_one_plays_from_where_another_run_was(home: Driver, journal: Journal) -> None:
    """On a stop that only an earlier run came to, a new run begins and goes there."""
    play(home, "1", "Enter", "1")
    play(home, "1")
    open_map(home)
    home.press("Home", "Right", "Right")
    home.click("map-play")
    assert home.session.turns[-1].to == "door"
    assert len(journal.runs()) == 3


def test_another_run_can_be_picked(home: Driver, journal: Journal) -> None:
    """The map shows the newest run, and any other on request."""
    play(home, "1")
    home.navigation.open_scenario("by-the-urn")
    home.settle()
    home.press("2")
    open_map(home)
    runs = home.part("map-run")
    assert isinstance(runs, Picker)
    assert runs.currentData() == journal.runs()[0].id
    runs.setCurrentIndex(1)
    runs.activated.emit(1)
    home.settle()
    open_map_again = home.part("map-run")
    assert isinstance(open_map_again, Picker)
    assert open_map_again.currentData() == journal.runs()[1].id


def test_the_map_is_of_the_conversation_that_one_is_in(home: Driver) -> None:
    """On the stage Ctrl+M shows the map of this conversation, though another one was played later."""
    play(home, "1", "Enter")
    run = home.session.run
    home.navigation.open_scenario("left-umbrella")
    home.settle()
    home.press("1")
    home.navigation.open_run(run)
    home.settle()
    open_map(home)
    assert [picker.currentData() for picker in home.visible(Picker) if isinstance(picker, Picker)] == [
        "by-the-urn",
        run,
    ]


def test_the_outline_tells_the_same(home: Driver) -> None:
    """As a list: each stop seen with what was answered, its side, where it led, and how much is unseen."""
    play(home, "1")
    turn = home.session.turns[0]
    led_to = home.session.scenario.states[turn.to].label
    open_map(home)
    home.click("option-outline")
    assert home.sees(f"{turn.choice.label}. It led to: {led_to}")
    assert home.sees("not seen yet")
    home.press("Tab", "Tab", "Tab", "Tab")
    assert home.focused.objectName().startswith("outline-")
    first = home.focused
    home.press("Down")
    assert home.focused is not first
    assert home.focused.objectName().startswith("outline-")


def test_a_narrow_window_shows_the_outline_first(start: Callable[..., Driver]) -> None:
    """Where there is little room the list comes first, and the map is a click away."""
    driver = start()
    driver.window.resize(900, 600)
    driver.frame.appearance.change(Settings(text_size=200))
    canvas = open_map(driver)
    assert not canvas.isVisible()
    driver.click("option-map")
    assert canvas.isVisible()


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_stop_of_the_shipped_maps_is_reached_by_the_arrows(file: Path) -> None:
    """From the start the four arrows lead to every state and every ending."""
    drawn = chart(load_text(file.read_bytes()).scenario, set(), set(), ())
    index = MapIndex(arrange(drawn))
    reached = [drawn.start]
    for stop in reached:
        beside = [index.beside(stop, direction) for direction in ("left", "right", "up", "down")]
        reached += [other for other in dict.fromkeys(beside) if other is not None and other not in reached]
    assert set(reached) == {stop.id for stop in drawn.stops}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_label_of_the_shipped_maps_fits_into_its_stop(home: Driver, file: Path) -> None:
    """No label is shortened, at 100 % none is smaller than a label elsewhere, and each keeps inside its stop."""
    labels = MapLabels(home.frame.look)
    for stop in chart(load_text(file.read_bytes()).scenario, set(), set(), ()).stops:
        for zoom in (0.5, 1.0):
            words, font, needed = labels.fitted(stop.label, zoom)
            assert words == stop.label
            assert font.pixelSize() >= 12
            assert needed.width() <= WIDTH
            assert needed.height() <= HEIGHT


def test_only_the_map_asked_for_last_is_shown(home: Driver) -> None:
    """When another map is asked for before the first one is drawn, only the other appears."""
    drawing = MapDrawing(home.frame)
    shown: list[int] = []
    drawing.drawn.connect(lambda index: shown.append(len(index.arrangement.centres)))
    drawing.draw(chart(large(300), set(), set(), ()))
    drawing.draw(chart(large(40), set(), set(), ()))
    home.qtbot.waitUntil(lambda: bool(shown))
    home.qtbot.waitUntil(lambda: drawing.idle)
    home.settle()
    assert shown == [41]


def test_the_shipped_maps_open(start: Callable[..., Driver], shipped_library: Library) -> None:
    """Each of the three can be picked before one has played; where one is is in sight, in letters one can read."""
    driver = start(library=shipped_library)
    canvas = open_map(driver)
    picker = driver.part("map-scenario")
    assert isinstance(picker, Picker)
    for place in range(picker.count()):
        picker.setCurrentIndex(place)
        picker.activated.emit(place)
        driver.qtbot.waitUntil(lambda: not driver.sees("Drawing the map ..."))
        assert "seen" in driver.part("map-stop").accessibleName()
        driver.settle()
        assert canvas.rect().contains(driver.part("map-stop").geometry())
        assert canvas.view.scale >= 0.85 or canvas.view.fits


def test_a_tall_panel_does_not_push_the_map_out_of_sight(
    start: Callable[..., Driver], shipped_library: Library
) -> None:
    """With the fog lifted the panel may be taller than the window; the map beside it, with its legend, is not."""
    driver = start(library=shipped_library)
    driver.window.resize(1280, 560)
    canvas = open_map(driver)
    driver.click("map-fog")
    assert driver.screen.scroll_area.verticalScrollBar().maximum() > 0
    beside = canvas.parentWidget()
    assert beside is not None
    assert beside.y() == driver.part("map-panel").y()
    assert beside.visibleRegion().boundingRect().size() == beside.size()


def test_esc_leads_back(home: Driver) -> None:
    """Esc leaves the map for where one came from."""
    open_map(home)
    home.press("Esc")
    assert home.screen.place == "home"


def test_a_map_that_comes_late_leaves_the_focus_where_it_is(home: Driver) -> None:
    """Who picks another run stays at the picker, and can go on to the next."""
    play(home, "1", "Enter")
    play(home, "2", "Enter")
    open_map(home)
    picker = home.part("map-run")
    assert isinstance(picker, Picker)
    picker.setFocus()
    picker.setCurrentIndex(1)
    picker.activated.emit(1)
    home.qtbot.waitUntil(lambda: not home.sees("Drawing the map ..."))
    home.settle()
    assert home.focused is picker


def test_the_keys_are_on_the_map_again_when_it_is_drawn_anew(home: Driver) -> None:
    """Ctrl+M on the map itself draws it again, and the arrows still walk over it."""
    open_map(home)
    open_map(home)
    home.press("Right")
    assert home.focused.objectName() == "map-stop"


def test_a_run_that_cannot_be_read_leaves_the_map_without_a_path(
    home: Driver, journal: Journal, folders: Folders
) -> None:
    """The map is drawn all the same, the notice tells why there is no path, and another run can be picked."""
    play(home, "1", "Enter")
    play(home, "2", "Enter")
    damaged = journal.runs()[0].id
    number = "(SELECT number FROM run WHERE id = ?)"
    with closing(sqlite3.connect(folders.journal)) as connection, connection:
        connection.execute(f"UPDATE turn SET choice = 'sing' WHERE run = {number}", (damaged,))  # noqa: S608 - ours
    home.press("Ctrl+1")
    open_map(home)
    assert home.sees("Part of this run can't be read.")
    assert not home.sees("The bold line is the run you picked.")
    picker = home.part("map-run")
    assert isinstance(picker, Picker)
    picker.setCurrentIndex(1)
    picker.activated.emit(1)
    home.qtbot.waitUntil(lambda: home.sees("The bold line is the run you picked."))


def test_a_run_deleted_meanwhile_is_told_of(home: Driver, journal: Journal) -> None:
    """Playing on from the map of a run that is gone says so, and the map stays."""
    play(home, "1", "Enter")
    home.press("Ctrl+1")
    open_map(home)
    journal.delete(journal.runs()[0].id)
    home.click("map-play")
    assert home.sees("not in the journal any more")
    assert home.part("map-stop").isVisible()


@pytest.mark.parametrize("turns", [2, 5])
@pytest.mark.parametrize("scenario_id", ["walking-in", "after-a-year", "asking-for-help"])
def test_the_map_is_in_sight_when_one_changes_to_it(
    start: Callable[..., Driver], shipped_library: Library, scenario_id: str, turns: int
) -> None:
    """In a small window with large text, where the outline comes first: the map with the stop one is at, and back."""
    driver = start(library=shipped_library)
    driver.window.resize(900, 600)
    driver.frame.appearance.change(Settings(text_size=200, motion="none"))
    driver.navigation.open_scenario(scenario_id)
    driver.settle()
    driver.press(*["2", "Enter"] * turns)
    canvas = open_map(driver)
    driver.click("option-map")
    assert canvas.visibleRegion().boundingRect().contains(driver.part("map-stop").geometry())
    driver.click("option-outline")
    rows = [name for name in driver.buttons() if name.startswith("outline-")]
    assert any(not driver.part(name).visibleRegion().isEmpty() for name in rows)
