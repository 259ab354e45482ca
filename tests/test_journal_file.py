"""The journal's file meets a broken, full, locked or forbidden disk: a sentence each time, and nothing lost."""

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from greenroom.errors import JournalError
from greenroom.journal import Journal, open_journal, schema
from greenroom.journal import file as journal_file
from greenroom.journal.file import JournalFile
from tests.journal_building import a_clock, play, rehearse


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is."""
    return tmp_path / "journal.sqlite3"


def ids(journal: Journal) -> list[str]:
    """Return the runs that are shown, in their order."""
    return [run.id for run in journal.runs()]


def keep_runs(path: Path, runs: int) -> None:
    """Make a journal with so many runs, and close it."""
    journal = open_journal(path, a_clock())
    for run in range(runs):
        rehearse(journal, f"r{run}", "ask", "listen", "leave", ends=True)
    journal.close()


def spoil_turns(path: Path) -> None:
    """Overwrite the pages that hold turns."""
    content = path.read_bytes()
    pages = [content[start : start + 4096] for start in range(0, len(content), 4096)]
    path.write_bytes(b"".join(b"garbage!" * 512 if b"small-talk" in page else page for page in pages))


def assert_usable(path: Path) -> None:
    """Check that the journal opens with nothing to tell, and keeps a run."""
    journal = open_journal(path, a_clock())
    assert journal.notice == ""
    rehearse(journal, "new", "ask")
    assert "new" in ids(journal)
    journal.close()


class TestOpening:
    """What may stand in the place of the journal."""

    def test_makes_the_folder(self, tmp_path: Path) -> None:
        """On the first start nothing is there yet."""
        assert_usable(tmp_path / "not" / "yet" / "journal.sqlite3")

    def test_an_empty_file_is_a_new_journal(self, path: Path) -> None:
        """A file that was made and never written is no damage."""
        path.touch()
        assert_usable(path)

    @pytest.mark.parametrize("make", [Path.mkdir, getattr(os, "mkfifo", Path.mkdir)])
    def test_something_else_of_that_name_is_left_alone(self, path: Path, make: Callable[[Path], None]) -> None:
        """A folder or a pipe in the journal's place is told, and never waited for."""
        make(path)
        with pytest.raises(JournalError, match=r"something else has that name\. Move it away"):
            open_journal(path, a_clock())

    def test_a_file_where_the_folder_should_be(self, path: Path) -> None:
        """A folder that cannot be made is told with its name."""
        path.touch()
        with pytest.raises(JournalError, match=f"folder {path} can't be used"):
            open_journal(path / "journal.sqlite3", a_clock())

    def test_a_newer_journal_is_left_byte_for_byte(self, path: Path) -> None:
        """A file from a newer version is refused, and nothing in its folder changes."""
        keep_runs(path, 1)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
        before = path.read_bytes()
        with pytest.raises(JournalError, match=r"newer version of Greenroom.*update Greenroom"):
            open_journal(path, a_clock())
        assert path.read_bytes() == before
        assert [file.name for file in path.parent.iterdir()] == [path.name]

    def test_another_program_that_keeps_the_file_to_itself(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A locked file is told after a short wait; once it is free everything is there."""
        monkeypatch.setattr(journal_file, "_PATIENCE", 0.05)
        keep_runs(path, 1)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("PRAGMA locking_mode = EXCLUSIVE")
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(JournalError, match="Another program is using the journal"):
                open_journal(path, a_clock())
        assert_usable(path)

    def test_another_window_that_is_writing_does_not_keep_it_from_opening(self, path: Path) -> None:
        """What is kept can be read while somebody else writes."""
        keep_runs(path, 1)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            journal = open_journal(path, a_clock())
            assert ids(journal) == ["r0"]
            journal.close()

    def test_another_window_that_is_just_opening_it(self, path: Path) -> None:
        """GIVEN a new file that another window is still about WHEN it is opened THEN neither is in the other's way."""
        keep_runs(path, 1)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("PRAGMA journal_mode = DELETE")
            other.execute("BEGIN")
            other.execute("SELECT * FROM run").fetchone()
            journal = open_journal(path, a_clock())
            assert ids(journal) == ["r0"]
            other.execute("COMMIT")
            rehearse(journal, "r1", "ask")
            journal.close()
        assert_usable(path)


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """Give a folder of somebody's own, and be that somebody: the administrator may write anywhere."""
    folder = Path(tempfile.mkdtemp())
    administrator = os.geteuid() == 0
    try:
        if administrator:
            os.chown(folder, 65534, 65534)
            os.setresuid(65534, 65534, 0)
        yield folder
    finally:
        if administrator:
            os.setresuid(0, 0, 0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows guards folders in another way")
class TestForbidden:
    """A folder or file that may not be written is told at once, not after the first turn."""

    def test_a_read_only_file(self) -> None:
        """The file can be read only: refused with what to do, and the same as before."""
        with ordinary_user() as folder:
            path = folder / "journal.sqlite3"
            keep_runs(path, 1)
            path.chmod(0o400)
            with pytest.raises(JournalError, match="can be read but not written"):
                open_journal(path, a_clock())
            path.chmod(0o600)
            assert_usable(path)

    @pytest.mark.parametrize("runs", [0, 1])
    def test_a_read_only_folder(self, runs: int) -> None:
        """No file can be made there, neither the journal nor its log: refused with what to do."""
        with ordinary_user() as folder:
            path = folder / "journal.sqlite3"
            if runs:
                keep_runs(path, runs)
            folder.chmod(0o500)
            with pytest.raises(JournalError, match=r"can't be opened|can be read but not written"):
                open_journal(path, a_clock())

    def test_a_damaged_file_that_cannot_be_set_aside(self) -> None:
        """Damage found where no file can be renamed is told each time, and never ends in a crash."""
        with ordinary_user() as folder:
            path = folder / "journal.sqlite3"
            keep_runs(path, 200)
            spoil_turns(path)
            journal = open_journal(path, a_clock())
            folder.chmod(0o500)
            with pytest.raises(JournalError, match=f"folder {folder} can't be used"):
                list(journal.whole_runs(print))
            with pytest.raises(JournalError, match="could not be used"):
                rehearse(journal, "new", "ask")
            journal.close()

    def test_a_folder_that_may_not_be_entered(self) -> None:
        """Not even looking is allowed there: told with the folder's name."""
        with ordinary_user() as folder:
            folder.chmod(0o000)
            with pytest.raises(JournalError, match=f"folder {folder} can't be used"):
                open_journal(folder / "journal.sqlite3", a_clock())


class TestDamage:
    """A damaged file is set aside, whole and under a dated name, and a fresh one begun."""

    @pytest.mark.parametrize("content", [b"this is no database " * 99, b"SQLite format 3\0" + b"\xff" * 5000])
    def test_not_a_journal_at_all(self, path: Path, content: bytes) -> None:
        """A file that is no database is found at opening; a second one on the same day gets a name of its own."""
        for name in ("journal-damaged-2026-03-01.sqlite3", "journal-damaged-2026-03-01-2.sqlite3"):
            path.write_bytes(content)
            journal = open_journal(path, a_clock())
            aside = path.with_name(name)
            assert str(aside) in journal.notice
            assert aside.read_bytes() == content
            assert ids(journal) == []
            journal.close()
            assert_usable(path)

    def test_a_damaged_page_is_found_when_it_is_read(self, path: Path) -> None:
        """GIVEN garbage where turns are WHEN they are read THEN that is said, and the next turn is kept anew."""
        keep_runs(path, 200)
        spoil_turns(path)
        journal = open_journal(path, a_clock())
        with pytest.raises(JournalError, match=r"damaged.*journal-damaged-2026-03-01.sqlite3.*new one"):
            list(journal.whole_runs(print))
        assert "journal-damaged-2026-03-01.sqlite3" in journal.notice
        rehearse(journal, "new", "ask")
        assert ids(journal) == ["new"]
        journal.close()
        assert path.with_name("journal-damaged-2026-03-01.sqlite3").read_bytes()[:16] == b"SQLite format 3\0"
        journal = open_journal(path, a_clock())
        assert (journal.notice, ids(journal)) == ("", ["new"])
        journal.close()

    def test_the_log_of_a_damaged_file_does_not_reach_the_fresh_one(self, path: Path) -> None:
        """GIVEN a program killed with turns in the log WHEN its file is damaged THEN the fresh one is empty."""
        journal = open_journal(path, a_clock())
        rehearse(journal, "r1", "ask")
        log = path.with_name(f"{path.name}-wal")
        left = log.read_bytes()
        journal.close()
        path.write_bytes(b"this is no database " * 999)
        log.write_bytes(left[:9000])  # less than what makes the tables
        journal = open_journal(path, a_clock())
        assert "journal-damaged-2026-03-01.sqlite3" in journal.notice
        assert ids(journal) == []
        journal.close()
        assert_usable(path)

    @pytest.mark.parametrize("seed", range(40))
    def test_whatever_is_damaged_no_other_error_comes_out(self, path: Path, seed: int) -> None:
        """Bytes changed at random, or an end cut off, give runs or a `JournalError`, and a journal that works."""
        keep_runs(path, 20)
        chance = random.Random(seed)  # noqa: S311 - the same bytes each time
        content = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 400)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content[: chance.choice([len(content), chance.randrange(len(content))])])
        with suppress(JournalError), closing(open_journal(path, a_clock())) as journal:
            for look in (journal.unfinished, journal.ways_tried, lambda: list(journal.whole_runs(print))):
                with suppress(JournalError):
                    look()
            rehearse(journal, "new", "ask")
            assert "new" in ids(journal)


class TestFaultsInTheMiddle:
    """A write that fails changes nothing, and the next one works."""

    def test_a_power_cut(self, path: Path) -> None:
        """A turn is on the disk before it is shown: SQLite is told to wait for the disk at each commit."""
        file = JournalFile(path, a_clock())
        assert file.connection.execute("PRAGMA synchronous").fetchone() == (2,)
        Journal(file, a_clock()).close()

    def test_a_full_disk(self, path: Path) -> None:
        """GIVEN a disk that fills up WHEN a turn does not fit THEN all before it is there, and later ones are kept."""
        file = JournalFile(path, a_clock())
        journal = Journal(file, a_clock())
        nodes = rehearse(journal, "r1", "choice-0")
        file.connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(JournalError, match="disk is full"):  # noqa: PT012 - which turn does not fit is not ours
            for number in range(1, 1000):
                nodes += play(journal, "r1", f"choice-{number}", after=nodes[-1])
        before = journal.run("r1")
        assert before
        assert [node.id for node in before.line()] == nodes
        file.connection.execute("PRAGMA max_page_count = 10000")
        nodes += play(journal, "r1", f"choice-{len(nodes)}", after=nodes[-1])
        journal.close()

        journal = open_journal(path, a_clock())
        after = journal.run("r1")
        journal.close()
        assert after
        assert [node.choice for node in after.line()] == [f"choice-{number}" for number in range(len(nodes))]

    def test_another_program_that_writes(self, path: Path) -> None:
        """A turn that another program keeps from being written for two seconds is told, and works later on."""
        file = JournalFile(path, a_clock())
        assert file.connection.execute("PRAGMA busy_timeout").fetchone() == (2000,)
        journal = Journal(file, a_clock())
        (node,) = rehearse(journal, "r1", "ask")
        file.connection.execute("PRAGMA busy_timeout = 20")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(JournalError, match="Another program is using the journal"):
                play(journal, "r1", "listen", after=node)
        play(journal, "r1", "listen", after=node)
        assert journal.runs()[0].turns == 2
        journal.close()

    def test_closing_with_a_deletion_that_cannot_be_finished(self, path: Path) -> None:
        """A deletion kept from being finished is told, the file is closed, and the next opening finishes it."""
        file = JournalFile(path, a_clock())
        journal = Journal(file, a_clock())
        rehearse(journal, "r1", "confided")
        journal.delete_all()
        file.connection.execute("PRAGMA busy_timeout = 20")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(JournalError, match="Another program"):
                journal.close()
        open_journal(path, a_clock()).close()
        assert b"confided" not in path.read_bytes()


class TestUpgrading:
    """A file of an older version becomes one of this version, and a copy of it stays."""

    NEWER = (*schema.MIGRATIONS, ("ALTER TABLE run ADD COLUMN mood TEXT", "UPDATE run SET mood = 'calm'"))

    def test_keeps_a_copy_of_how_it_was(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """GIVEN an older journal WHEN it is opened THEN it is newer, and a dated copy beside it is as before."""
        keep_runs(path, 2)
        monkeypatch.setattr(schema, "MIGRATIONS", self.NEWER)
        journal = open_journal(path, a_clock())
        assert ids(journal) == ["r1", "r0"]
        journal.close()
        monkeypatch.undo()
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT DISTINCT mood FROM run").fetchall() == [("calm",)]
        backup = open_journal(path.with_name(f"journal-before-v{len(self.NEWER)}-2026-03-01.sqlite3"), a_clock())
        assert ids(backup) == ["r1", "r0"]
        backup.close()

    def test_a_step_that_fails_leaves_the_file_as_it_was(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An upgrade that breaks down in the middle is told, and this version still opens the file."""
        keep_runs(path, 1)
        monkeypatch.setattr(schema, "MIGRATIONS", (*self.NEWER[:-1], (*self.NEWER[-1], "nonsense")))
        with pytest.raises(JournalError, match="could not be used"):
            open_journal(path, a_clock())
        monkeypatch.undo()
        assert_usable(path)

    def test_two_windows_at_once(self, path: Path) -> None:
        """GIVEN another window that upgrades the same file first WHEN this one comes to it THEN all is done once."""
        keep_runs(path, 1)
        with (
            closing(sqlite3.connect(path, isolation_level=None)) as ours,
            closing(sqlite3.connect(path, isolation_level=None)) as theirs,
        ):
            schema.upgrade(ours, lambda _: schema.upgrade(theirs, lambda _: None, self.NEWER), self.NEWER)
            assert schema.read_version(ours) == len(self.NEWER)
            assert ours.execute("SELECT mood FROM run").fetchall() == [("calm",)]

    def test_a_new_journal_needs_no_copy(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """There is nothing to keep of a file that has just been made."""
        monkeypatch.setattr(schema, "MIGRATIONS", self.NEWER)
        keep_runs(path, 1)
        assert [file.name for file in path.parent.iterdir()] == [path.name]

    def test_what_is_deleted_is_not_kept_in_a_copy(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Once something is deleted for good, the copies that still hold it go too."""
        keep_runs(path, 2)
        monkeypatch.setattr(schema, "MIGRATIONS", self.NEWER)
        journal = open_journal(path, a_clock())
        journal.delete("r0")
        journal.close()
        assert [file.name for file in path.parent.iterdir()] == [path.name]
