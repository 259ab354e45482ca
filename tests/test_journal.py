"""The journal keeps what was done, with every branch, and tells it as the screens need it."""

from pathlib import Path

from greenroom.journal import Filter, Journal, Node, open_journal
from tests.journal_building import TEXT, a_clock, begin, ids, play, rehearse


class TestKeeping:
    """A run comes back as it was played."""

    def test_comes_back_whole_after_closing(self, path: Path) -> None:
        """GIVEN a run with a typed answer WHEN the journal is closed and opened THEN each field is as it was."""
        journal = open_journal(path, a_clock())
        journal.begin("r1", "walking-in", "Walking in", TEXT, "abc", 2**70)
        first = journal.add("r1", None, "queue", "ask", "specific-opener", 1, "bees", ending=False, words="Which? 🐝\0")
        second = journal.add("r1", first, "bees", "leave", "small-talk", -2, "polite", ending=True)
        journal.close()

        journal = open_journal(path, a_clock())
        run = journal.run("r1")
        text = journal.text("abc")
        journal.close()
        assert run
        assert (run.id, run.scenario, run.text_hash, run.seed) == ("r1", "walking-in", "abc", 2**70)
        assert (run.started, run.current) == ("2026-03-01T09:01:00.000+00:00", second)
        assert [node.at > run.started for node in run.nodes] == [True, True]
        assert text == TEXT
        at = [node.at for node in run.nodes]
        assert run.nodes == (
            Node(
                first, None, "queue", "ask", "specific-opener", 1, "bees", ending=False, at=at[0], words="Which? 🐝\0"
            ),
            Node(second, first, "bees", "leave", "small-talk", -2, "polite", ending=True, at=at[1], words=None),
        )

    def test_the_same_choice_in_the_same_place_is_the_same_turn(self, journal: Journal) -> None:
        """Whoever goes back and does the same again has one branch, not two, and stands on it."""
        first, second = rehearse(journal, "r1", "ask", "listen")
        journal.stand_at("r1", None)
        assert play(journal, "r1", "ask") == [first]
        assert play(journal, "r1", "listen", after=first) == [second]
        run = journal.run("r1")
        assert run
        assert len(run.nodes) == 2
        assert run.current == second

    def test_the_same_choice_in_other_words_is_another_turn(self, journal: Journal) -> None:
        """What somebody typed is never lost to what they typed before or after it."""
        begin(journal, "r1")
        typed = [
            journal.add("r1", None, "queue", "ask", "small-talk", 0, "room", ending=False, words=words)
            for words in (None, "Why?", "Why bees?", "Why?")
        ]
        run = journal.run("r1")
        assert run
        assert [node.words for node in run.nodes] == [None, "Why?", "Why bees?"]
        assert typed[3] == typed[1]

    def test_half_a_character_does_not_stop_a_turn(self, journal: Journal) -> None:
        """Words with a lone surrogate, which no file can hold, are kept but for that one."""
        begin(journal, "r1")
        journal.add("r1", None, "queue", "ask", "small-talk", 0, "room", ending=False, words="so \ud83d far")
        run = journal.run("r1")
        assert run
        assert run.nodes[0].words == "so ? far"

    def test_a_branch_left_behind_stays(self, journal: Journal) -> None:
        """GIVEN three turns WHEN two are taken back and another is made THEN both lines are there."""
        one, _, three = rehearse(journal, "r1", "ask", "listen", "leave")
        journal.stand_at("r1", one)
        (other,) = play(journal, "r1", "joke", after=one)
        run = journal.run("r1")
        assert run
        assert [node.choice for node in run.line()] == ["ask", "joke"]
        assert [node.choice for node in run.line(three)] == ["ask", "listen", "leave"]
        assert [leaf.id for leaf in run.leaves] == [three, other]

    def test_beginning_again_changes_nothing(self, journal: Journal) -> None:
        """A beginning that is tried once more, since it was not sure to have worked, leaves the turns alone."""
        rehearse(journal, "r1", "ask")
        before = journal.run("r1")
        begin(journal, "r1", "another", b"another text")
        assert journal.run("r1") == before

    def test_keeps_the_text_of_each_version(self, journal: Journal) -> None:
        """A run of last year replays with its own text after the file has changed."""
        begin(journal, "old", text=b"as it was")
        begin(journal, "new", text=b"as it is")
        assert journal.text(b"as it was".hex()) == b"as it was"
        assert journal.text(b"as it is".hex()) == b"as it is"
        assert journal.text("nothing") is None

    def test_an_unknown_run_is_none(self, journal: Journal) -> None:
        """Asking for a run that never was is no error."""
        assert journal.run("nothing") is None


class TestLists:
    """What the home and the list of runs show."""

    def test_newest_first(self, journal: Journal) -> None:
        """The order is that of beginning, also after an older run was gone on with; it can be cut and narrowed."""
        (node,) = rehearse(journal, "r1", "ask")
        rehearse(journal, "r2", "ask", scenario="after-a-year")
        rehearse(journal, "r3", "ask")
        play(journal, "r1", "leave", after=node)
        assert ids(journal) == ["r3", "r2", "r1"]
        assert [run.id for run in journal.runs(limit=2)] == ["r3", "r2"]
        assert [run.id for run in journal.runs(filter=Filter(scenario="walking-in"))] == ["r3", "r1"]
        assert [run.id for run in journal.whole_runs(print)] == ["r3", "r2", "r1"]

    def test_summary_tells_the_line_the_user_is_on(self, journal: Journal) -> None:
        """Turns and ending are those of the present line, not of a branch left behind."""
        one, *_ = rehearse(journal, "r1", "ask", "listen", "leave", ends=True)
        summary = journal.runs()[0]
        assert (summary.title, summary.turns, summary.ending) == ("Walking-in", 3, "warm")
        assert journal.text(summary.text_hash) == TEXT
        journal.stand_at("r1", one)
        summary = journal.runs()[0]
        assert (summary.turns, summary.ending) == (1, None)
        assert summary.touched > summary.started

    def test_standing_still_is_not_playing(self, journal: Journal) -> None:
        """Standing where one stands does not make a run the one last played."""
        (node,) = rehearse(journal, "r1", "ask")
        touched = journal.runs()[0].touched
        journal.stand_at("r1", node)
        assert journal.runs()[0].touched == touched


class TestUnfinished:
    """Which run is offered to be gone on with."""

    def test_a_run_broken_off(self, journal: Journal) -> None:
        """A run that stands at no ending is offered, and narrowed to its scenario."""
        rehearse(journal, "r1", "ask")
        unfinished = journal.unfinished()
        assert unfinished
        assert unfinished.id == "r1"
        assert journal.unfinished("walking-in") == unfinished
        assert journal.unfinished("after-a-year") is None

    def test_not_at_an_ending_until_taken_back(self, journal: Journal) -> None:
        """A run at an ending is done; one that went back from there is not."""
        one, _ = rehearse(journal, "r1", "ask", "leave", ends=True)
        assert journal.unfinished() is None
        journal.stand_at("r1", one)
        assert journal.unfinished()

    def test_back_at_the_start(self, journal: Journal) -> None:
        """A run taken back to its very start is still offered: its branches are there."""
        rehearse(journal, "r1", "ask")
        journal.stand_at("r1", None)
        assert journal.unfinished()

    def test_nothing_done_yet(self, journal: Journal) -> None:
        """A run without a turn is nothing to go on with."""
        begin(journal, "r1")
        assert journal.unfinished() is None

    def test_passed_over_for_a_later_run(self, journal: Journal) -> None:
        """Whoever has begun the same scenario anew is not asked about the older run, another scenario's is."""
        rehearse(journal, "r0", "ask", scenario="after-a-year")
        rehearse(journal, "r1", "ask")
        rehearse(journal, "r2", "ask", "leave", ends=True)
        unfinished = journal.unfinished()
        assert unfinished
        assert unfinished.id == "r0"
        journal.delete("r2")
        unfinished = journal.unfinished()
        assert unfinished
        assert unfinished.id == "r1"

    def test_the_last_touched_of_several(self, journal: Journal) -> None:
        """Of two scenarios broken off it is the one last played, not the one last begun."""
        (node,) = rehearse(journal, "r1", "ask")
        rehearse(journal, "r2", "ask", scenario="after-a-year")
        play(journal, "r1", "listen", after=node)
        unfinished = journal.unfinished()
        assert unfinished
        assert unfinished.id == "r1"


def test_ways_tried_counts_different_lines_to_an_ending(journal: Journal) -> None:
    """Lines count once however often they are played, over runs and branches; broken-off ones do not count."""
    one, _ = rehearse(journal, "r1", "ask", "leave", ends=True)
    play(journal, "r1", "joke", after=one, ends=True)
    rehearse(journal, "r2", "ask", "leave", ends=True)
    rehearse(journal, "r3", "ask", "listen")
    rehearse(journal, "r4", "leave", scenario="after-a-year", ends=True)
    assert journal.ways_tried() == {"walking-in": 2, "after-a-year": 1}
    journal.delete("r1")
    assert journal.ways_tried() == {"walking-in": 1, "after-a-year": 1}
