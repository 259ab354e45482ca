"""Portraits and icons: drawn once, drawn anew when their drawing changes, and never in the way."""

import shutil
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap

from greenroom.paths import shipped
from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.theme import read_theme

PEOPLE = (
    *("ada", "constance", "dario", "eleanor", "ewan", "farida", "gethin", "harun", "ilse"),
    *("kenji", "lucia", "marek", "ngozi", "noor", "priya", "robin", "samuel", "tuva"),
)
MOODS = ("neutral", "warm", "guarded", "distracted")

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Return the look of light colours."""
    return Look(read_theme("light", shipped("assets"), tmp_path))


def colours(picture: QPixmap) -> set[int]:
    """Return the colours in a picture."""
    image = picture.toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_everybody_is_drawn_in_every_mood(look: Look, tmp_path: Path) -> None:
    """Eighteen people in four moods are seventy-two different pictures, round, and as dense as the screen."""
    pictures = Pictures(look, shipped("assets"), tmp_path)
    drawn = [pictures.portrait(person, mood, 56, 2.0) for person in PEOPLE for mood in MOODS]
    assert all(picture.width() == 112 and picture.devicePixelRatio() == 2.0 for picture in drawn)
    assert all(QColor(picture.toImage().pixelColor(0, 0)).alpha() == 0 for picture in drawn)
    images = [picture.toImage() for picture in drawn]
    assert all(one != other for one, other in combinations(images, 2))


def test_a_picture_is_drawn_once(look: Look, tmp_path: Path) -> None:
    """What has been drawn at one start is taken from the cache at the next, and looks the same."""
    first = Pictures(look, shipped("assets"), tmp_path).portrait("priya", "warm", 56, 1.0)
    kept = list((tmp_path / "pictures").iterdir())
    again = Pictures(look, shipped("assets"), tmp_path).portrait("priya", "warm", 56, 1.0)
    assert len(kept) == 1
    assert list((tmp_path / "pictures").iterdir()) == kept
    assert again.toImage() == first.toImage()


def test_a_damaged_cache_is_drawn_over(look: Look, tmp_path: Path) -> None:
    """A kept picture that cannot be read is drawn again."""
    first = Pictures(look, shipped("assets"), tmp_path).portrait("priya", "warm", 56, 1.0)
    next((tmp_path / "pictures").iterdir()).write_bytes(b"no picture")
    again = Pictures(look, shipped("assets"), tmp_path).portrait("priya", "warm", 56, 1.0)
    assert again.toImage() == first.toImage()


def test_a_changed_drawing_is_drawn_anew(look: Look, tmp_path: Path) -> None:
    """When the SVG changes the cache does not answer with the old picture."""
    assets = tmp_path / "assets"
    shutil.copytree(shipped("assets") / "icons", assets / "icons")
    before = Pictures(look, assets, tmp_path).icon("home", 20, "ink", 1.0)
    shutil.copy(assets / "icons" / "lock.svg", assets / "icons" / "home.svg")
    assert Pictures(look, assets, tmp_path).icon("home", 20, "ink", 1.0).toImage() != before.toImage()


def test_an_icon_takes_the_colour_it_is_asked_for(look: Look, tmp_path: Path) -> None:
    """The black of the file is replaced by a colour of the theme."""
    icon = Pictures(look, shipped("assets"), tmp_path).icon("home", 24, "accent", 1.0)
    assert look.colour("accent").rgb() in {colour | 0xFF000000 for colour in colours(icon)}


@pytest.mark.parametrize("person", ["", "nobody", "../priya", "a\0b", "\ud800"])
def test_whoever_was_never_drawn_has_a_plain_disc(look: Look, tmp_path: Path, person: str) -> None:
    """A name without a drawing, or that is no name at all, gives a disc in one colour and no error."""
    disc = Pictures(look, shipped("assets"), tmp_path).portrait(person, "neutral", 20, 1.0)
    assert disc.toImage().pixelColor(10, 10) == look.colour("fog")


def test_a_cache_that_cannot_be_written_is_no_obstacle(look: Look, tmp_path: Path) -> None:
    """With a file where the cache's folder should be the pictures are drawn all the same."""
    (tmp_path / "cache").write_text("in the way")
    portrait = Pictures(look, shipped("assets"), tmp_path / "cache").portrait("priya", "warm", 56, 1.0)
    assert len(colours(portrait)) > 20
