"""The library finds the scenarios, remembers what it has read, and never trips over a file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from greenroom.errors import GreenroomError
from greenroom.library import Library, Listing
from greenroom.loading import Loaded
from tests.building import a_choice, a_scenario, a_state, as_loaded

SCENE = {"room": a_state(a_choice("leave", "end"))}


class Reader:
    """Reads a file whose text is the scenario's title, and remembers which were asked for."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.read: list[str] = []

    def __call__(self, path: Path) -> Loaded:
        """Read a file; a text of "broken" cannot be played."""
        self.read.append(path.name)
        title = path.read_text()
        if title == "broken":
            raise GreenroomError("Line 3: the key is unknown.")
        return as_loaded(a_scenario(SCENE, id=path.stem, title=title, minutes=7))


class Home:
    """The folders of a user, and the libraries of one start after the other."""

    def __init__(self, folder: Path) -> None:
        """Make the folders, empty."""
        self.own = folder / "own"
        self.shipped = folder / "shipped"
        self.index = folder / "cache" / "scenarios.json"
        self.own.mkdir()
        self.shipped.mkdir()
        self.reader = Reader()

    def start(self) -> Library:
        """Return the library of a new start."""
        return Library(self.own, self.shipped, self.index, self.reader)

    def read(self) -> tuple[Listing, ...]:
        """Start, read all there is, remember it, and return it."""
        library = self.start()
        while library.read_next():
            pass
        library.save()
        return library.listings()

    def troubles(self) -> dict[str, str]:
        """Return the titles of what cannot be played, and why."""
        return {listing.title: listing.trouble for listing in self.read() if listing.trouble}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A user's folders without a scenario."""
    return Home(tmp_path)


def ids(listings: tuple[Listing, ...]) -> list[str]:
    """Return the ids in the order shown."""
    return [listing.id for listing in listings]


class TestListing:
    """What the home shows."""

    def test_shows_what_a_card_needs(self, home: Home) -> None:
        """Title, summary, situation, minutes and person come from the file; and it is as good after a new start."""
        path = home.own / "a-walk.toml"
        path.write_text("A walk")
        card = Listing(
            id="a-walk",
            path=path,
            shipped=False,
            title="A walk",
            summary="Somebody waits.",
            situation="event",
            minutes=7,
            partner="Ilse",
            portrait="priya",
            facing="event",
            energy="some",
            moves="small-talk",
        )
        assert home.read() == (card,)
        assert home.start().listings() == (card,)

    def test_order(self, home: Home) -> None:
        """The shipped come first in the order meant for a first visit, then the user's by title."""
        for name in ("zoo", "walking-in", "asking-for-help", "after-a-year", "bees"):
            (home.shipped / f"{name}.toml").write_text(name)
        for name, title in (("a", "the zoo"), ("b", "An apple"), ("c", "Tea")):
            (home.own / f"{name}.toml").write_text(title)
        first = ["walking-in", "after-a-year", "asking-for-help", "bees", "zoo"]
        assert ids(home.read()) == [*first, "b", "c", "a"]

    def test_no_folder_of_ones_own(self, home: Home) -> None:
        """Whoever has written no scenario yet sees the shipped ones."""
        home.own.rmdir()
        (home.shipped / "walking-in.toml").write_text("Walking in")
        assert ids(home.read()) == ["walking-in"]

    def test_other_files_are_not_listed(self, home: Home) -> None:
        """Notes, hidden files and folders below are nobody's scenario."""
        for name in ("notes.txt", "a.toml.bak", ".toml", ".hidden.toml", "toml"):
            (home.own / name).write_text("x")
        (home.own / "below").mkdir()
        (home.own / "below" / "scene.toml").write_text("x")
        assert home.read() == ()
        assert home.reader.read == []


class TestTrouble:
    """What cannot be played says why, and the others stay playable."""

    def test_a_broken_file_tells_its_first_problem(self, home: Home) -> None:
        """The card has the file's name and the sentence, also after a new start; the next file is not touched by it."""
        (home.own / "a.toml").write_text("broken")
        (home.own / "b.toml").write_text("Tea")
        assert home.troubles() == {"a.toml": "Line 3: the key is unknown."}
        assert [listing.trouble for listing in home.start().listings()] == ["Line 3: the key is unknown.", ""]

    def test_an_id_that_is_taken(self, home: Home) -> None:
        """A user's file never stands in for a shipped one: it is shown beside it, with the reason."""
        (home.shipped / "walking-in.toml").write_text("Walking in")
        (home.own / "walking-in.toml").write_text("Mine")
        shipped, own = home.read()
        assert (shipped.title, shipped.trouble) == ("Walking in", "")
        assert "has a scenario with this id already" in own.trouble
        assert home.start().find("walking-in") == home.shipped / "walking-in.toml"

    @pytest.mark.parametrize("name", ["My scene", "UPPER", "a--b", "a_b", "bün", "-a", "a.b"])
    def test_a_name_that_is_no_id(self, home: Home, name: str) -> None:
        """A file that only needs another name says so, and is not read."""
        (home.own / f"{name}.toml").write_text("Tea")
        assert "small letters" in home.troubles()[f"{name}.toml"]
        assert home.reader.read == []

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
    def test_a_name_that_cannot_be_shown(self, home: Home) -> None:
        """Names with line breaks, marks that turn the text, or bytes of no language are shown without those."""
        for name in (b"a\nb.toml", b"a\xff.toml", "a\u202eb.toml".encode()):
            (home.own / os.fsdecode(name)).write_text("Tea")
        assert set(home.troubles()) == {"a\ufffdb.toml", "a\ufffd.toml"}

    @pytest.mark.skipif(os.name == "nt", reason="Windows lets few make links, and has no pipes")
    def test_what_is_no_file_is_never_opened(self, home: Home, tmp_path: Path) -> None:
        """Folders, pipes, and links that lead out, nowhere or in a circle are shown with a reason, not read."""
        (tmp_path / "secret.toml").write_text("Secret")
        (home.own / "folder.toml").mkdir()
        os.mkfifo(home.own / "pipe.toml")
        (home.own / "out.toml").symlink_to(tmp_path / "secret.toml")
        (home.own / "nowhere.toml").symlink_to(home.own / "gone")
        (home.own / "circle.toml").symlink_to(home.own / "circle.toml")
        assert set(home.troubles()) == {f"{name}.toml" for name in ("folder", "pipe", "out", "nowhere", "circle")}
        assert home.reader.read == []
        with pytest.raises(GreenroomError, match=r"out\.toml can't be played.*link"):
            home.start().find("out")

    @pytest.mark.skipif(os.name == "nt", reason="Windows lets few make links")
    def test_links_that_stay_within_are_read(self, home: Home, tmp_path: Path) -> None:
        """A link beside its file is as good as the file, also where the folder is itself reached by a link."""
        (home.own / "tea.toml").write_text("Tea")
        (home.own / "more-tea.toml").symlink_to("tea.toml")
        (tmp_path / "link").symlink_to(home.own)
        home.own = tmp_path / "link"
        assert ids(home.read()) == ["more-tea", "tea"]
        assert home.troubles() == {}


class TestRemembering:
    """A file is read once, and again only when it has changed."""

    @pytest.fixture(autouse=True)
    def three_files(self, home: Home) -> None:
        """GIVEN three files that have been read and remembered."""
        for name in ("a", "b", "c"):
            (home.own / f"{name}.toml").write_text(name)
        home.read()
        home.reader.read.clear()

    def test_nothing_new_is_nothing_to_read(self, home: Home) -> None:
        """WHEN nothing has changed THEN everything is listed at once and no file is opened."""
        library = home.start()
        assert ids(library.listings()) == ["a", "b", "c"]
        assert library.unread == ()
        assert not library.read_next()
        assert home.reader.read == []

    def test_nothing_new_is_nothing_to_write(self, home: Home) -> None:
        """WHEN nothing has changed THEN the index is left as it is."""
        os.utime(home.index, ns=(1, 1))
        home.read()
        assert home.index.stat().st_mtime_ns == 1

    def test_what_is_new_or_changed_is_read(self, home: Home) -> None:
        """WHEN one file changes, one comes and one goes THEN the first two are read and the last is gone."""
        (home.own / "a.toml").write_text("longer than before")
        (home.own / "d.toml").write_text("d")
        (home.own / "c.toml").unlink()
        library = home.start()
        assert ids(library.listings()) == ["b"]
        assert {path.name for path in library.unread} == {"a.toml", "d.toml"}
        while library.read_next():
            pass
        assert [listing.title for listing in library.listings()] == ["b", "d", "longer than before"]
        assert sorted(home.reader.read) == ["a.toml", "d.toml"]

    def test_a_change_of_the_same_length_is_seen(self, home: Home) -> None:
        """WHEN one letter is replaced by another THEN the file is read again."""
        path = home.own / "a.toml"
        path.write_text("z")
        os.utime(path, ns=(1, 1))
        assert [listing.title for listing in home.read()] == ["b", "c", "z"]

    def test_a_change_while_it_is_open_is_seen(self, home: Home) -> None:
        """WHEN a file changes between two looks THEN the second look has it to read."""
        library = home.start()
        library.listings()
        (home.own / "b.toml").write_text("bees")
        assert ids(library.listings()) == ["a", "c"]
        assert library.unread == (home.own / "b.toml",)

    @pytest.mark.parametrize("damage", [b"", b"\n", b"nonsense", b"[]", b"\xff" * 99, b"[" * 100_000, b"cut"])
    def test_a_damaged_index_is_made_anew(self, home: Home, damage: bytes) -> None:
        """WHEN the index is damaged, in whole or by one letter or by its end, THEN all files are just read again."""
        whole = home.index.read_bytes()
        home.index.write_bytes(whole[:-9] if damage == b"cut" else damage)
        assert ids(home.read()) == ["a", "b", "c"]
        assert sorted(home.reader.read) == ["a.toml", "b.toml", "c.toml"]
        home.index.write_bytes(whole.replace(b'"Ilse"', b'"Ilsa"', 1))
        assert {listing.partner for listing in home.read()} == {"Ilse"}

    def test_another_version_reads_anew(self, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
        """WHEN Greenroom is updated THEN its new rules are applied to every file."""
        monkeypatch.setattr("greenroom.scenario_index.__version__", "99.0")
        assert ids(home.read()) == ["a", "b", "c"]
        assert len(home.reader.read) == 3

    def test_another_way_to_start_reads_anew(self, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
        """WHEN the program is started by other words THEN no sentence is remembered that names the old ones."""
        monkeypatch.setenv("GREENROOM_COMMAND", "./dev run")
        home.read()
        assert len(home.reader.read) == 3

    def test_an_index_that_cannot_be_written_is_no_error(self, home: Home) -> None:
        """WHEN something stands in the index's place THEN all is listed, and read again at the next start."""
        home.index.unlink()
        home.index.mkdir()
        assert ids(home.read()) == ["a", "b", "c"]
        assert ids(home.read()) == ["a", "b", "c"]

    def test_saving_before_looking_forgets_nothing(self, home: Home) -> None:
        """WHEN a library is saved that nobody has used THEN the next start still has nothing to read."""
        home.start().save()
        assert home.start().listings()
        assert home.reader.read == []


def test_reads_piece_by_piece(home: Home) -> None:
    """GIVEN files that take 8 ms each WHEN they are read THEN a window gets its turn about every 20 ms."""
    for name in "abcdefg":
        (home.own / f"{name}.toml").write_text(name)
    now = iter(range(0, 10_000, 8))

    def clock() -> float:
        return next(now) / 1000

    library = Library(home.own, home.shipped, home.index, home.reader, clock)
    seen = []
    while library.read_next():
        seen.append(len(home.reader.read))
    assert seen == [3, 6]
    assert len(library.listings()) == 7


class TestFinding:
    """From an id to the file to be played."""

    @pytest.fixture(autouse=True)
    def three_files(self, home: Home) -> Iterator[None]:
        """GIVEN two shipped scenarios and one of the user's, none of them read."""
        (home.shipped / "walking-in.toml").write_text("x")
        (home.shipped / "after-a-year.toml").write_text("x")
        (home.own / "walking-out.toml").write_text("broken")
        yield
        assert home.reader.read == []

    def test_finds_without_reading(self, home: Home) -> None:
        """Shipped and own are found by their id, broken or not: what is wrong is told on loading."""
        assert home.start().find("walking-in") == home.shipped / "walking-in.toml"
        assert home.start().find("walking-out") == home.own / "walking-out.toml"

    def test_names_the_nearest(self, home: Home) -> None:
        """A typing error is answered with what was probably meant."""
        with pytest.raises(GreenroomError, match=r'called "walkin-in"\. Did you mean "walking-in" or "walking-out"\?'):
            home.start().find("walkin-in")
        with pytest.raises(GreenroomError, match="greenroom list"):
            home.start().find("quite another thing")

    @pytest.mark.parametrize(
        "scenario_id",
        ["", ".", "..", "../shipped/walking-in", "../../x", "/etc/passwd", "walking-in\0", "\ud800", "a" * 100_000],
    )
    def test_an_id_is_never_a_path(self, home: Home, scenario_id: str) -> None:
        """Whatever an id looks like, it is only an unknown one, and its message can be shown on a line."""
        with pytest.raises(GreenroomError, match="no scenario called") as caught:
            home.start().find(scenario_id)
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 200


def test_a_second_start_imports_no_reader(tmp_path: Path) -> None:
    """Listing what is remembered loads neither the TOML reader nor the converter: the home opens without them."""
    home = Home(tmp_path)
    (home.own / "a.toml").write_text("Tea")
    home.read()
    listing = (
        "import sys, pathlib; from greenroom.library import Library\n"
        "assert len(Library(*map(pathlib.Path, sys.argv[1:])).listings()) == 1\n"
        "print({'greenroom.loading', 'greenroom.scenario', 'msgspec', 'tomli', 'difflib'} & set(sys.modules))"
    )
    imported = subprocess.run(  # noqa: S603 - runs only the text above
        [sys.executable, "-c", listing, home.own, home.shipped, home.index],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert imported.stdout == "set()\n"
