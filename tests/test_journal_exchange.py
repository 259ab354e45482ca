"""The journal as a JSON file: out, and in again on another machine; and what a stranger's file may try."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.errors import JournalError
from greenroom.journal import Filter, Imported, Journal, open_journal
from greenroom.journal import importing as journal_importing
from greenroom.journal.history import describe_run
from greenroom.loading import hash_of
from tests.journal_building import a_clock, play

TEXTS = (b"the text of one", b"the text of another")
SECRETS = "Is that a map? \0 \U0001f41d"


def begin(journal: Journal, run: str, text: bytes = TEXTS[0], seed: int = 7) -> None:
    """Begin a run whose text has its true hash."""
    journal.begin(run, "walking-in", f"Title of {run}", text, hash_of(text), seed)


def filled(path: Path) -> Journal:
    """Return a journal with branches, typed words, marks, an answer and a large seed."""
    journal = open_journal(path, a_clock())
    begin(journal, "r1", seed=-(2**70))
    one, two, _ = play(journal, "r1", "ask", "listen", "leave", ends=True)
    journal.add("r1", two, "room", "ask", "small-talk", -3, "room", ending=False, words=SECRETS)
    journal.stand_at("r1", one)
    begin(journal, "r2", TEXTS[1])
    play(journal, "r2", "wait")
    begin(journal, "r3")
    journal.rename("r1", 'The one "with" bees')
    journal.annotate("r2", "Two\nlines")
    journal.star("r2", starred=True)
    journal.answer(["r2", "r1"], "She was tired.")
    journal.drafts.begin("thanks-and-news", SECRETS)
    journal.drafts.begin("thanks-and-news", "Two\nlines")
    journal.drafts.begin("own", "Hi")
    journal.drafts.describe("own", {"them": "my aunt"})
    return journal


def everything(journal: Journal) -> list[object]:
    """Return all that the journal tells of its runs."""
    runs = list(map(describe_run, journal.whole_runs(print), journal.runs()))
    summaries = [run._replace(number=0) for run in journal.runs()]
    texts = [journal.text(run.text_hash) for run in journal.runs()]
    counts = [journal.ways_tried(), journal.move_uses(), journal.seen("walking-in"), journal.endings_reached()]
    drafts = [journal.drafts.of(situation) for situation in ("thanks-and-news", "own")]
    return [runs, summaries, texts, counts, journal.answer_to(["r1", "r2"]), drafts, journal.drafts.facts("own")]


def exported(folder: Path) -> dict[str, Any]:
    """Return the file of the filled journal as JSON."""
    with closing(filled(folder / "source.sqlite3")) as journal:
        journal.export_to(folder / "source.json")
    content: dict[str, Any] = json.loads((folder / "source.json").read_bytes())
    return content


def import_into(journal: Journal, folder: Path, content: object) -> Imported:
    """Import this, written as JSON if it is not bytes."""
    file = folder / "changed.json"
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return journal.import_from(file)


class TestThereAndBack:
    """What is exported comes back as it was."""

    def test_another_machine_has_the_same_journal(self, tmp_path: Path) -> None:
        """GIVEN an export WHEN it is imported into an empty journal THEN everything is told as before."""
        with closing(filled(tmp_path / "one.sqlite3")) as one, closing(open_journal(tmp_path / "2", a_clock())) as two:
            assert one.export_to(tmp_path / "all.json") == ()
            assert two.import_from(tmp_path / "all.json") == Imported(3, 0, (), 3)
            assert everything(two) == everything(one)
            assert [run.id for run in two.runs(filter=Filter(text="map"))] == ["r1"]
            two.export_to(tmp_path / "again.json")
        assert (tmp_path / "again.json").read_bytes() == (tmp_path / "all.json").read_bytes()

    @pytest.mark.parametrize("closed_before", [True, False])
    def test_import_after_deleting_everything(self, tmp_path: Path, closed_before: bool) -> None:  # noqa: FBT001
        """It is as before, also while the deletion could still be undone, and stays when the journal is closed."""
        journal = filled(tmp_path / "journal.sqlite3")
        before = everything(journal)
        journal.export_to(tmp_path / "all.json")
        journal.delete_all()
        if closed_before:
            journal.close()
            journal = open_journal(tmp_path / "journal.sqlite3", a_clock())
        assert journal.import_from(tmp_path / "all.json") == Imported(3, 0, (), 3)
        assert everything(journal) == before
        journal.close()
        with closing(open_journal(tmp_path / "journal.sqlite3", a_clock())) as journal:
            assert everything(journal) == before

    def test_importing_twice_adds_nothing(self, tmp_path: Path) -> None:
        """The second time there is nothing to gain."""
        with closing(filled(tmp_path / "journal.sqlite3")) as journal:
            before = everything(journal)
            journal.export_to(tmp_path / "all.json")
            assert journal.import_from(tmp_path / "all.json") == Imported(0, 0, ())
            assert everything(journal) == before

    def test_what_is_deleted_is_not_exported(self, tmp_path: Path) -> None:
        """Neither the run nor its text nor what was written about it."""
        with closing(filled(tmp_path / "journal.sqlite3")) as journal:
            journal.delete("r2")
            journal.drafts.delete("thanks-and-news", 2)
            journal.export_to(tmp_path / "all.json")
        content = (tmp_path / "all.json").read_bytes()
        assert b"r1" in content
        assert not any(word in content for word in (b"r2", TEXTS[1], b"tired", b"lines"))

    def test_a_run_that_cannot_be_read_is_left_out_and_told(self, tmp_path: Path) -> None:
        """GIVEN a run whose text is damaged WHEN all is exported THEN the others are, and can be imported."""
        with closing(filled(tmp_path / "journal.sqlite3")) as journal:
            journal.begin("bad", "walking-in", "Bad", b"text", "f" * 32, 7)
            (sentence,) = journal.export_to(tmp_path / "all.json")
            assert sentence.startswith("bad (Bad) is left out: Part of this run can't be read.")
            assert journal.import_from(tmp_path / "all.json") == Imported(0, 0, ())

    def test_a_full_disk_leaves_the_old_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """GIVEN an older export WHEN the disk is full THEN that is said, and the older one is whole and alone."""
        target = tmp_path / "out" / "all.json"
        target.parent.mkdir()
        target.write_text("older")

        def full(_file: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        full_disk = pytest.raises(JournalError, match=r"No space left on device.*What was there before is as it was")
        with closing(filled(tmp_path / "journal.sqlite3")) as journal, full_disk:
            journal.export_to(target)
        assert [(file.name, file.read_text()) for file in target.parent.iterdir()] == [("all.json", "older")]


class TestDrafts:
    """What is written at the desk goes with the journal."""

    def test_a_draft_of_the_same_number_becomes_a_new_version(self, tmp_path: Path) -> None:
        """GIVEN other words under the same number WHEN a file is imported THEN both are there, and once only."""
        content = exported(tmp_path)
        with closing(open_journal(tmp_path / "here.sqlite3", a_clock())) as journal:
            journal.drafts.begin("own", "Dear aunt")
            journal.drafts.describe("own", {"them": "an aunt of mine", "want": "a recipe"})
            assert import_into(journal, tmp_path, content).drafts == 3
            assert import_into(journal, tmp_path, content).drafts == 0
            assert [(draft.version, draft.words) for draft in journal.drafts.of("own")] == [(1, "Dear aunt"), (2, "Hi")]
            assert journal.drafts.facts("own") == {"them": "an aunt of mine", "want": "a recipe"}

    def test_a_file_from_before_there_were_drafts(self, tmp_path: Path) -> None:
        """It is taken in, and adds none."""
        content = exported(tmp_path)
        del content["drafts"], content["facts"]
        with closing(open_journal(tmp_path / "here.sqlite3", a_clock())) as journal:
            assert import_into(journal, tmp_path, content) == Imported(3, 0, (), 0)

    @pytest.mark.parametrize(
        "draft",
        [
            {"situation": "../x", "version": 1, "words": "", "touched": "2026-03-01T18:40:00.000+00:00"},
            {"situation": "own", "version": 0, "words": "", "touched": "2026-03-01T18:40:00.000+00:00"},
            {"situation": "own", "version": 1, "words": 1, "touched": "2026-03-01T18:40:00.000+00:00"},
            {"situation": "own", "version": 1, "words": "", "touched": "yesterday"},
            {"situation": "own", "version": 1, "words": "", "touched": "2026-13-01T18:40:00.000+00:00"},
        ],
        ids=["a path", "a number", "no words", "no time", "no month"],
    )
    def test_an_unsound_draft_is_refused(self, tmp_path: Path, draft: dict[str, object]) -> None:
        """The whole file is, with a sentence, and nothing has changed."""
        content = exported(tmp_path) | {"drafts": [draft]}
        with closing(open_journal(tmp_path / "here.sqlite3", a_clock())) as journal:
            with pytest.raises(JournalError, match=r"can't be imported.*The journal is as it was"):
                import_into(journal, tmp_path, content)
            assert journal.runs() == ()


class TestMerging:
    """Two machines on which the same runs were played on."""

    def test_missing_turns_and_marks_are_added(self, tmp_path: Path) -> None:
        """GIVEN a run played on in both places WHEN the other is imported THEN both lines are there, counted."""
        content = exported(tmp_path)
        with closing(filled(tmp_path / "journal.sqlite3")) as journal:
            play(journal, "r2", "joke")
            run = content["runs"][1]
            turn = run["turns"][0] | {"after": 1, "choice": "leave", "to": "warm", "ending": True}
            run |= {"turns": [*run["turns"], turn], "current": 2, "touched": "2027-01-01T00:00:00.000+00:00"}
            run |= {"name": "theirs"}
            assert import_into(journal, tmp_path, content) == Imported(0, 1, ())
            merged = journal.run("r2")
            assert merged
            assert sorted("/".join(node.choice for node in merged.line(leaf.id)) for leaf in merged.leaves) == [
                "joke",
                "wait/leave",
            ]
            assert [node.choice for node in merged.line()] == ["wait", "leave"]
            assert (journal.runs()[1].name, journal.runs()[1].note) == ("theirs", "Two\nlines")
            assert journal.ways_tried() == {"walking-in": 2}
            assert import_into(journal, tmp_path, content) == Imported(0, 0, ())

    @pytest.mark.parametrize(
        "change",
        [
            lambda run: run["turns"][0].update(to="elsewhere"),
            lambda run: run["turns"][0].update(openness=2),
            lambda run: run.update(seed="8"),
            lambda run: run.update(scenario="after-a-year"),
        ],
    )
    def test_a_run_that_contradicts_is_left_and_told(
        self, tmp_path: Path, change: Callable[[dict[str, Any]], object]
    ) -> None:
        """It stays as it is, not even in part another, and the others are taken in."""
        content = exported(tmp_path)
        with closing(open_journal(tmp_path / "journal.sqlite3", a_clock())) as journal:
            import_into(journal, tmp_path, content)
            before = everything(journal)
            journal.delete("r1")
            change(content["runs"][1])
            content["runs"][1]["turns"].append(content["runs"][1]["turns"][0] | {"choice": "new"})
            imported = import_into(journal, tmp_path, content)
            assert (imported.added, imported.merged) == (1, 0)
            assert [sentence.partition(":")[0] for sentence in imported.skipped] == ["r2 (Title of r2)"]
            assert everything(journal) == before

    def test_a_run_gone_bad_here_is_in_nobody_s_way(self, tmp_path: Path) -> None:
        """GIVEN a run whose time is rubbish WHEN others are imported THEN they come in, and it stays in the list."""
        exported(tmp_path)
        with closing(open_journal(tmp_path / "journal.sqlite3", a_clock())) as journal:
            begin(journal, "bad")
            journal._file.connection.execute("UPDATE run SET started = x'ff'")
            assert journal.import_from(tmp_path / "source.json") == Imported(3, 0, (), 3)
            assert {run.id for run in journal.runs()} == {"bad", "r1", "r2", "r3"}

    def test_older_runs_take_their_place(self, tmp_path: Path) -> None:
        """GIVEN runs begun before and between those of here WHEN they come in THEN newest first still holds."""
        content = exported(tmp_path)
        content["runs"][0]["started"] = "2020-01-01T00:00:00.000+00:00"
        with closing(open_journal(tmp_path / "journal.sqlite3", a_clock())) as journal:
            for run in ("here", "there"):
                begin(journal, run)
                play(journal, run, "ask", "listen")
            journal.add("here", None, "room", "say", "small-talk", 0, "room", ending=False, words="marmalade")
            journal.delete("there")
            assert import_into(journal, tmp_path, content) == Imported(3, 0, (), 3)
            assert [run.id for run in journal.runs()] == ["r3", "r2", "here", "r1"]
            assert [run.id for run in journal.runs(filter=Filter(text="marmalade"))] == ["here"]
            assert [run.id for run in journal.runs(filter=Filter(text="map"))] == ["r1"]
            here = journal.run("here")
            assert here
            assert [node.choice for node in here.nodes] == ["ask", "listen", "say"]


def _set(*path: str | int, to: object) -> Callable[[dict[str, Any]], None]:
    """Return a change of the file: what stands at `path` becomes `to`."""

    def change(content: Any) -> None:  # noqa: ANN401 - whatever JSON holds
        for key in path[:-1]:
            content = content[key]
        content[path[-1]] = to

    return change


TURN = ("runs", 0, "turns")
HARM: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "newer": (_set("version", to=2), "newer version of Greenroom; update"),
    "another-file": (_set("format", to="something"), "no journal that Greenroom exported"),
    "no-runs": (lambda content: content.pop("runs"), "the file: .*missing required field runs"),
    "unknown-key": (_set("runs", 0, "path", to="/etc/passwd"), "run 1: .*unknown field path"),
    "cycle": (_set(*TURN, 0, "after", to=2), "run 1, turn 1: it comes after turn 2"),
    "own-parent": (_set(*TURN, 1, "after", to=2), "run 1, turn 2: it comes after turn 2"),
    "no-such-parent": (_set(*TURN, 1, "after", to=99), "run 1, turn 2"),
    "negative-parent": (_set(*TURN, 1, "after", to=-1), r"run 1: .*turns\[1\]"),
    "twice": (lambda content: content["runs"][0]["turns"].append(content["runs"][0]["turns"][0]), "is there twice"),
    "stands-nowhere": (_set("runs", 0, "current", to=5), "run 1: it stands at turn 5"),
    "duplicate-id": (_set("runs", 1, "id", to="r1-new"), "run 2 has the same id as run 1"),
    "odd-id": (_set("runs", 1, "id", to="../r1"), "run 2"),
    "id-with-nul": (_set("runs", 1, "id", to="r\0"), "run 2"),
    "id-with-line-end": (_set("runs", 1, "id", to="r\n"), "run 2"),
    "huge-number": (_set("runs", 0, "current", to=10**30), "run 1: "),
    "wide-open": (_set(*TURN, 2, "openness", to=4), r"run 1: .*turns\[2\].openness"),
    "wrong-type": (_set(*TURN, 2, "openness", to="1"), r"expected int, got str .*turns\[2\].openness"),
    "half-number": (_set(*TURN, 2, "openness", to=0.5), r"turns\[2\].openness"),
    "no-list": (_set(*TURN, to={}), "run 1: expected array"),
    "seed-with-letters": (_set("runs", 0, "seed", to="x"), "run 1: .*seed"),
    "no-month": (_set("runs", 2, "started", to="2026-13-01T00:00:00.000+00:00"), "run 3: 2026-13-01.* is no time"),
    "no-time": (_set("runs", 2, "touched", to="yesterday"), "run 3: .*touched"),
    "lone-surrogate": (_set("runs", 2, "title", to="\ud800"), "run 3: |the file: "),
    "text-changed": (lambda content: content["texts"].update({hash_of(TEXTS[0]): "other"}), "text .* is not what it"),
    "text-missing": (lambda content: content["texts"].clear(), "run 1: its text is not in the file"),
    "answer-to-nobody": (_set("answers", 0, "runs", to=[]), "the file: .*answers"),
}


class TestHarm:
    """What is not sound is refused whole, with its place, and the journal is byte for byte as it was."""

    def refused(self, folder: Path, content: object, match: str) -> None:
        """Check that the import is refused with a sentence and has changed nothing."""
        path = folder / "journal.sqlite3"
        if not path.exists():
            filled(path).close()
        before = path.read_bytes()
        refusal = pytest.raises(JournalError, match=rf"(?is)can't be imported: .*{match}.*The journal is as it was\.$")
        with closing(open_journal(path, a_clock())) as journal, refusal:
            import_into(journal, folder, content)
        assert path.read_bytes() == before

    @pytest.mark.parametrize("harm", HARM)
    def test_one_thing_wrong(self, tmp_path: Path, harm: str) -> None:
        """One fault anywhere in the file, and nothing of it is taken in."""
        content = exported(tmp_path)
        change, match = HARM[harm]
        for run in content["runs"]:
            run["id"] += "-new"
        content["answers"][0]["runs"] = ["r1-new"]
        change(content)
        self.refused(tmp_path, content, match)

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"null",
            b"\xff\xfe",
            b"[" * 200_000,
            b'{"format":"greenroom-journal","version":1,"texts":{},"runs":[' + b"[" * 200_000 + b"]" * 200_000 + b"]}",
            b'{"format":"greenroom-journal","version":' + b"9" * 5000 + b',"texts":{},"runs":[]}',
            b'{"format":"greenroom-journal","version":1,"texts":{},"runs":[{"id":"\xed\xa0\x80"}]}',
        ],
        ids=["empty", "null", "binary", "open-brackets", "deep", "digits", "surrogate"],
    )
    def test_no_export_at_all(self, tmp_path: Path, content: bytes) -> None:
        """Whatever the bytes are, a sentence tells that they are no journal."""
        self.refused(tmp_path, content, "")

    def test_half_a_file(self, tmp_path: Path) -> None:
        """A file cut off anywhere is refused."""
        content = json.dumps(exported(tmp_path)).encode()
        for end in range(1, len(content), len(content) // 40):
            self.refused(tmp_path, content[:end], "")

    def test_a_huge_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file larger than any journal is refused before it is looked at."""
        monkeypatch.setattr(journal_importing, "LARGEST", 1000)
        self.refused(tmp_path, b" " * 1001, "larger than any journal")

    def test_more_turns_than_anybody_plays(self, tmp_path: Path) -> None:
        """More turns than anybody plays, or endings so far out that keeping their ways fills the disk, are refused."""
        content = exported(tmp_path)
        turn = content["runs"][1]["turns"][0]
        content["runs"][1]["turns"] = ["many"]
        many = b",".join([json.dumps(turn).encode()] * 200_000)
        self.refused(tmp_path, json.dumps(content).encode().replace(b'"many"', many), "run 2: .*length <= 100000")
        line = [turn | {"after": place} for place in range(1, 3000)]
        ends = [turn | {"after": 3000, "choice": f"c{place}", "ending": True} for place in range(3000)]
        content["runs"][1]["turns"] = [turn, *line, *ends]
        self.refused(tmp_path, content, "run 2: it has more turns than anybody plays")

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        """It is told, with its name."""
        missing = pytest.raises(JournalError, match=r"nowhere\.json can't be read \(No such file.*as it was")
        with closing(filled(tmp_path / "journal.sqlite3")) as journal, missing:
            journal.import_from(tmp_path / "nowhere.json")

    def test_whatever_is_changed_nothing_else_comes_out(self, tmp_path: Path) -> None:
        """Any part replaced by anything gives an import of runs that can be read, or a refusal that changes nothing."""
        original = exported(tmp_path)
        values = st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.text(st.characters(), max_size=20),
            st.sampled_from(["r1", "room", "warm", [], {}, [[]], 1, 2, 3]),
        )

        @settings(max_examples=80)
        @given(st.data())
        def change(data: st.DataObject) -> None:
            content = json.loads(json.dumps(original))
            _replace_part(content, data, values)
            with closing(open_journal(tmp_path / "journal.sqlite3", a_clock())) as journal:
                journal.delete_all()
                try:
                    imported = import_into(journal, tmp_path, content)
                except JournalError:
                    assert journal.runs() == ()
                else:
                    assert len(list(journal.whole_runs(pytest.fail))) == imported.added == len(content["runs"])
                    assert journal.export_to(tmp_path / "out.json") == ()

        change()


def _replace_part(content: Any, data: st.DataObject, values: st.SearchStrategy[object]) -> None:  # noqa: ANN401
    """Replace or take away something, at any depth."""
    at = content
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = data.draw(st.sampled_from(keys))
        if isinstance(at[key], (dict, list)) and at[key] and data.draw(st.booleans()):
            at = at[key]
        elif data.draw(st.booleans()):
            at[key] = data.draw(values)
            return
        else:
            del at[key]
            return
