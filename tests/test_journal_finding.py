"""Finding runs: by scenario, ending, move, star and words, page by page; and what there is to choose from."""

from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenroom.journal import Filter, Journal, MoveUse, PlayedScenario, Run, finding, open_journal
from greenroom.loading import load
from greenroom.paths import shipped
from tests.journal_building import a_clock, begin, play, rehearse

WALKING_IN = load(shipped("scenarios") / "walking-in.toml")


def add_turn(journal: Journal, run: str, state: str, choice: str, words: str | None = None) -> int:
    """Make a choice of the shipped scenario at the start of a run."""
    journal.begin(run, "walking-in", "Walking in", WALKING_IN.text, WALKING_IN.text_hash, 7)
    return journal.add(run, None, state, choice, "small-talk", 0, "bees", ending=False, words=words)


def ids(journal: Journal, wanted: Filter = Filter(), before: int | None = None) -> list[str]:  # noqa: B008 - frozen
    """Return the runs that fit."""
    return [run.id for run in journal.runs(filter=wanted, before=before)]


def find(journal: Journal, text: str) -> list[str]:
    """Return the runs in which these words are found."""
    return ids(journal, Filter(text=text))


class TestPages:
    """A list fetched as one scrolls."""

    def test_pages_follow_each_other(self, journal: Journal) -> None:
        """Pages of two, each before the last run of the one before it, give every run once, newest first."""
        for number in range(5):
            rehearse(journal, f"r{number}", "ask")
        shown: list[str] = []
        before = None
        while page := journal.runs(2, before=before):
            shown += [run.id for run in page]
            before = page[-1].number
        assert shown == ["r4", "r3", "r2", "r1", "r0"]

    def test_a_page_is_not_shifted_by_a_deletion(self, journal: Journal) -> None:
        """Deleting what is shown neither skips nor repeats a run of the next page."""
        for number in range(4):
            rehearse(journal, f"r{number}", "ask")
        page = journal.runs(2)
        journal.delete("r3")
        journal.delete("r2")
        assert ids(journal, before=page[-1].number) == ["r1", "r0"]


class TestFilters:
    """Each filter alone, and any of them together."""

    def test_an_ending_or_a_move_on_any_line(self, journal: Journal) -> None:
        """GIVEN an ending taken back WHEN one looks for it THEN the run is found: no line is thrown away."""
        (one, _) = rehearse(journal, "r1", "ask", "leave", ends=True)
        journal.stand_at("r1", one)
        rehearse(journal, "r2", "ask")
        assert ids(journal, Filter(ending="warm")) == ["r1"]
        assert ids(journal, Filter(move="small-talk")) == ["r2", "r1"]
        assert ids(journal, Filter(move="hide")) == ids(journal, Filter(ending="cold")) == []

    def test_starred(self, journal: Journal) -> None:
        """Only the starred ones."""
        for run in ("r1", "r2", "r3"):
            rehearse(journal, run, "ask")
        journal.star("r2", starred=True)
        assert ids(journal, Filter(starred=True)) == ["r2"]

    @pytest.mark.parametrize("few", [0, 3, 10_000], ids=["all-frequent", "some-rare", "all-rare"])
    def test_any_combination(self, journal: Journal, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
        """Together they give the runs of which each holds, page by page, whichever of them is the rarest."""
        monkeypatch.setattr(finding, "_FEW", few)
        _fill(journal)
        kept = {run.id: run for run in journal.whole_runs(print)}
        starred = {run.id for run in journal.runs() if run.starred}
        options = ((None, "walking-in"), (None, "warm"), (None, "hide"), ("", "map"), (False, True))
        for scenario, ending, move, text, star in product(*options):
            wanted = Filter(scenario, ending, move, str(text), starred=bool(star))
            fits = [run for run in kept if _fits(kept[run], wanted, run in starred)]
            assert ids(journal, wanted) == fits
            first = journal.runs(1, wanted)
            assert [run.id for run in first] == fits[:1]
            assert not first or ids(journal, wanted, first[0].number) == fits[1:]

    def test_what_there_is_to_choose_from(self, journal: Journal) -> None:
        """Scenarios with the title of their newest run, and the endings reached in each; nothing of deleted runs."""
        rehearse(journal, "r1", "ask", scenario="walking-in", ends=True)
        journal.begin("r2", "walking-in", "In one walks", b"", "abc", 7)
        rehearse(journal, "r3", "ask", scenario="after-a-year")
        rehearse(journal, "r4", "ask", scenario="asking-for-help", ends=True)
        journal.delete("r4")
        assert journal.scenarios_played() == (
            PlayedScenario("after-a-year", "After-a-year"),
            PlayedScenario("walking-in", "In one walks"),
        )
        assert journal.endings_reached("walking-in") == journal.endings_reached() == ("warm",)
        assert journal.endings_reached("after-a-year") == ()


def _fill(journal: Journal) -> None:
    """Keep runs in which scenario, ending, move, words and star go together in every way."""
    for number, (own, ends, hides, types, star) in enumerate(product([True, False], repeat=5)):
        run = f"r{number:02}"
        begin(journal, run, "walking-in" if own else "after-a-year")
        words = "Is that a map?" if types else None
        node = journal.add(run, None, "room", "ask", "small-talk", 0, "room", ending=False, words=words)
        if hides:
            journal.add(run, node, "room", "back", "hide", 0, "room", ending=False)
        play(journal, run, "leave", after=node, ends=ends)
        journal.star(run, starred=star)


def _fits(run: Run, wanted: Filter, starred: bool) -> bool:  # noqa: FBT001 - one of the conditions
    return (
        wanted.scenario in {None, run.scenario}
        and (wanted.ending is None or any(node.ending for node in run.nodes))
        and (wanted.move is None or any(node.move == wanted.move for node in run.nodes))
        and (not wanted.text or any(node.words for node in run.nodes))
        and (not wanted.starred or starred)
    )


class TestSearch:
    """Search in all transcripts."""

    def test_finds_what_was_said_thought_and_answered(self, journal: Journal) -> None:
        """The partner's words, her thought and the chosen answer find the runs that came by there, and no others."""
        add_turn(journal, "map", "reception", "name-the-map")
        add_turn(journal, "board", "reception", "which-board")
        assert find(journal, "cloakroom") == ["board", "map"]
        assert find(journal, "nearly the fourth") == ["map"]
        assert find(journal, "information desk") == ["board"]
        assert find(journal, "zebra") == []

    def test_words_are_beginnings_and_stand_together(self, journal: Journal) -> None:
        """Capitals do not matter, beginnings will do, and all words must stand in the same turn."""
        add_turn(journal, "map", "reception", "name-the-map")
        add_turn(journal, "board", "reception", "which-board")
        assert find(journal, "CLOAK inform") == ["board"]
        assert find(journal, "loakroom") == []
        assert find(journal, "information page") == []

    def test_finds_typed_words(self, journal: Journal) -> None:
        """What somebody typed is found at once, also when the text of the run can no longer be read."""
        begin(journal, "typed", text=b"no scenario at all")
        journal.add("typed", None, "room", "ask", "small-talk", 0, "room", ending=False, words="Caf\u00e9 tomorrow?")
        rehearse(journal, "other", "ask")
        assert find(journal, "tomorrow cafe") == ["typed"]

    def test_a_run_is_found_once(self, journal: Journal) -> None:
        """However often the words stand in it."""
        for words in ("a map", "the map", "map map"):
            add_turn(journal, "map", "reception", "name-the-map", words)
        add_turn(journal, "older", "reception", "which-board")
        assert find(journal, "map") == ["map"]
        assert [run.id for run in journal.runs(1, Filter(text="cloakroom"))] == ["older"]

    def test_only_the_text_that_was_played_counts(self, journal: Journal) -> None:
        """Words of a newer version do not find a run of the older one, nor the other way round."""
        add_turn(journal, "old", "reception", "name-the-map")
        newer = WALKING_IN.text.replace(b"nearly the fourth", b"nearly the zebras")
        journal.begin("new", "walking-in", "Walking in", newer, "abc", 7)
        journal.add("new", None, "reception", "name-the-map", "small-talk", 0, "bees", ending=False)
        assert find(journal, "zebras") == ["new"]
        assert find(journal, "nearly the fourth") == ["old"]

    def test_what_is_deleted_is_not_found(self, journal: Journal) -> None:
        """Neither by the author's words nor by one's own, until it is brought back."""
        add_turn(journal, "map", "reception", "name-the-map", "marmalade")
        journal.delete("map")
        assert find(journal, "marmalade") == find(journal, "cloakroom") == []
        journal.undo_delete()
        assert find(journal, "marmalade") == find(journal, "cloakroom") == ["map"]

    @pytest.mark.parametrize("text", ["?", '"', "* ^ -", "\0", "\ud800"])
    def test_signs_alone_find_nothing(self, journal: Journal, text: str) -> None:
        """A search without a letter is no search for everything."""
        add_turn(journal, "map", "reception", "name-the-map")
        assert find(journal, text) == []
        assert find(journal, "  ") == ["map"]

    @pytest.mark.parametrize(
        "text", ['"map', "map AND", "NOT map", "map*", "words:map", "(map", "NEAR(map", "{map", "-map"]
    )
    def test_signs_of_the_index_mean_nothing(self, journal: Journal, text: str) -> None:
        """A word beside a sign is searched for, and what the index would take for an order is a word."""
        add_turn(journal, "map", "reception", "name-the-map", "and not near map, words map")
        assert find(journal, text) == ["map"]

    def test_nothing_that_is_typed_does_harm(self, journal: Journal) -> None:
        """Whatever is searched for, a list of runs comes back."""
        add_turn(journal, "map", "reception", "name-the-map", "marmalade")

        @given(
            st.text(alphabet=st.characters(), max_size=300) | st.text(alphabet='"*()^:-+{}ANDORNEAT, \0m', max_size=40)
        )
        def search(text: str) -> None:
            assert find(journal, text) in ([], ["map"])

        search()

    def test_deleted_words_leave_the_index_and_the_log(self, path: Path) -> None:
        """GIVEN words in the index WHEN their run is gone for good THEN no file holds them, even beside a window."""
        with closing(open_journal(path, a_clock())) as another_window:
            journal = open_journal(path, a_clock())
            add_turn(journal, "kept", "reception", "which-board", "orangeade tomorrow")
            text = WALKING_IN.text.replace(b"The first of them to notice", b"Xylophones")
            journal.begin("gone", "walking-in", "Walking in", text, "abc", 7)
            journal.add("gone", None, "reception", "ask", "hide", 0, "bees", ending=False, words="marmalade tomorrow")
            assert find(journal, "xylophones") == []
            held = b"".join(file.read_bytes() for file in path.parent.iterdir())
            assert b"armalade" in held
            assert b"ylophones" in held
            journal.delete("gone")
            journal.close()
            held = b"".join(file.read_bytes() for file in path.parent.iterdir())
            assert b"armalade" not in held
            assert b"ylophones" not in held
            assert find(another_window, "tomorrow") == ["kept"]


class TestCounts:
    """What was done how often."""

    def test_move_uses(self, journal: Journal) -> None:
        """Each move with its times on all lines, its runs and its scenarios; a hidden run does not count."""
        one, *_ = rehearse(journal, "r1", "ask", "listen")
        play(journal, "r1", "joke", "joke", after=one)
        play(journal, "r1", "joke", after=one)
        rehearse(journal, "r2", "ask", scenario="after-a-year")
        journal.add("r2", None, "room", "back", "hide", 0, "room", ending=False)
        everything = (
            MoveUse("hide", 1, 1, ("after-a-year",)),
            MoveUse("small-talk", 5, 2, ("after-a-year", "walking-in")),
        )
        assert journal.move_uses() == everything
        journal.delete("r2")
        assert journal.move_uses() == (MoveUse("small-talk", 4, 1, ("walking-in",)),)
        journal.delete_all()
        assert journal.move_uses() == ()
        journal.undo_delete()
        journal.undo_delete()
        assert journal.move_uses() == everything

    def test_seen(self, journal: Journal) -> None:
        """Every choice ever made in a scenario, on all lines of all runs; narrowed to a text; none of hidden runs."""
        one, _ = rehearse(journal, "r1", "ask", "listen")
        play(journal, "r1", "joke", after=one)
        begin(journal, "r2", text=b"as it is now")
        play(journal, "r2", "wait")
        rehearse(journal, "r3", "leave", scenario="after-a-year")
        assert journal.seen("walking-in") == {("room", choice) for choice in ("ask", "listen", "joke", "wait")}
        assert journal.seen("walking-in", b"as it is now".hex()) == {("room", "wait")}
        journal.delete("r1")
        assert journal.seen("walking-in") == {("room", "wait")}

    def test_counts_are_forgotten_with_the_runs(self, path: Path) -> None:
        """What was tried in a run that is gone for good is in no file."""
        with closing(open_journal(path, a_clock())) as journal:
            rehearse(journal, "r1", "marmalade", "leave", ends=True)
            journal.delete("r1")
        assert b"marmalade" not in path.read_bytes()
