"""A comparison on paper: text, Markdown, HTML and JSON tell the same, and nothing in a scenario is markup."""

import json
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from greenroom.comparing import Comparison, as_html, as_markdown, as_record, as_text, compare, question, reading
from greenroom.loading import load
from greenroom.paths import shipped
from greenroom.rubric import read_rubric
from tests.building import a_choice, a_scenario, a_state
from tests.telling import a_story

RUBRIC = read_rubric(shipped("assets"))
NASTY = '<b>bold</b> & <script>x</script> **stars** _under_ [a](https://a.example) | `code` \x1b[31m "end"'


def a_comparison() -> Comparison:
    """Return two runs of a shipped scenario that begin together, part, meet and part again."""
    scenario = load(shipped("scenarios") / "walking-in.toml").scenario
    together = a_story(scenario, "the-radiator", "to-have-been", "five-to", "on-the-left", "swap-numbers")
    apart = a_story(scenario, "the-radiator", "one-conversation", "five-to", "before-he-came")
    return compare([together, apart])


def a_nasty_comparison() -> Comparison:
    """Return two runs in whose every text stands what might be taken for markup."""
    given = {"label": NASTY, "landed": NASTY, "why": NASTY, "say": NASTY}
    room = a_state(a_choice("one", "end", **given), a_choice("other", "end", **given), label=NASTY, says=NASTY)
    scenario = a_scenario({"room": room}, title=NASTY)
    return compare([a_story(scenario, "one", title=NASTY), a_story(scenario, "other")])


class Page(HTMLParser):
    """What a browser makes of a page: the tags there are, and the text."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # Python's name
        """Remember a tag."""
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        """Gather the text."""
        self.text += data


def shown(comparison: Comparison) -> dict[str, str]:
    """Return what each format shows to whoever reads it."""
    return {
        "text": as_text(comparison, RUBRIC),
        "columns": as_text(comparison, RUBRIC, 100),
        "markdown": Page(MarkdownIt("gfm-like", {"linkify": False}).render(as_markdown(comparison, RUBRIC))).text,
        "html": Page(as_html(comparison, RUBRIC)).text,
    }


@pytest.mark.parametrize("style", ["text", "columns", "markdown", "html"])
def test_every_format_tells_the_same(style: str) -> None:
    """Where they part and meet, the words, the thought, the move, the openness, the endings, question and reading."""
    comparison = a_comparison()
    text = " ".join(shown(comparison)[style].replace("|", " ").split())
    for row in comparison.rows[:2]:
        for turn in filter(None, row.turns):
            for words in (turn.said, turn.choice.landed):
                assert style == "columns" or words.strip() in text
    for heading in ("They begin the same way", "Here they part", "Here they meet again", "Here they part again"):
        assert heading in text
    for words in (question(comparison), *reading(comparison, RUBRIC), "Eleanor is now ", "Say why, relational."):
        assert words in text


@pytest.mark.parametrize("width", [None, 60, 69])
def test_without_room_the_runs_stand_below_each_other(width: int | None) -> None:
    """In a pipe and in a narrow terminal each turn says whose it is; what is shared is told once."""
    text = as_text(a_comparison(), RUBRIC, width)
    assert " | " not in text
    assert "\nThe second run:\n  Turn 2," in text
    assert text.count('Turn 1, "') == 1
    assert width is None or all(len(line) <= width for line in text.splitlines())


@pytest.mark.parametrize("width", [70, 100, 140])
def test_columns_fit_the_terminal(width: int) -> None:
    """Side by side no line is wider than the terminal, and the columns line up."""
    lines = as_text(a_comparison(), RUBRIC, width).splitlines()
    assert all(len(line) <= width for line in lines)
    bars = {line.index(" | ") for line in lines if " | " in line}
    assert len(bars) == 1


def test_runs_that_go_different_ways_stand_side_by_side_until_they_meet() -> None:
    """Turns that have nothing in common leave no gap in the other's column."""
    meet = a_state(a_choice("stay", "end"), label="The pond")
    left, right = (a_state(a_choice("on", "pond"), label=label) for label in ("The left", "The right"))
    gate = a_state(a_choice("turn-left", "left"), a_choice("turn-right", "right"), label="The gate")
    scenario = a_scenario({"gate": gate, "left": left, "right": right, "pond": meet})
    ways = [a_story(scenario, f"turn-{way}", "on", "stay") for way in ("left", "right")]
    lines = as_text(compare(ways), RUBRIC, 80).splitlines()
    assert sum(('"The left"' in line) and ('"The right"' in line) for line in lines) == 1


def test_three_columns_need_more_room() -> None:
    """Three runs stand side by side where each has a column one can read, and below each other elsewhere."""
    two = a_comparison()
    three = compare([*two.stories, two.stories[0]])
    assert " | " in as_text(three, RUBRIC, 80)
    assert " | " not in as_text(three, RUBRIC, 72)


def test_words_that_differ_are_marked() -> None:
    """Typed words beside the author's, nearly the same: only what differs is marked, and in each format."""
    comparison = a_comparison()
    turn = comparison.stories[1].turns[2]
    typed = turn.choice.words.replace(turn.choice.words.split()[-1], "tomorrow?")
    scenario = comparison.scenario
    runs = [a_story(scenario, "the-radiator", "to-have-been", "five-to", words=words) for words in (None, typed)]
    beside = compare(runs)
    assert "*tomorrow?*" in as_text(beside, RUBRIC)
    assert "**tomorrow?**" in as_markdown(beside, RUBRIC)
    assert "<u>tomorrow?</u>" in as_html(beside, RUBRIC)
    assert "<u>" not in as_html(a_comparison(), RUBRIC)


def test_what_a_scenario_holds_is_text_and_never_markup() -> None:
    """Tags, stars, links and bars show as they are; nothing of them becomes a tag, a link or a column."""
    comparison = a_nasty_comparison()
    allowed = {"html", "meta", "title", "style", "body", "h1", "h2", "p", "table", "tr", "th", "td"}
    page = Page(as_html(comparison, RUBRIC))
    assert page.tags <= allowed
    assert "<script>x</script>" in page.text
    markdown = Page(MarkdownIt("gfm-like", {"linkify": False}).render(as_markdown(comparison, RUBRIC)))
    assert markdown.tags <= {*allowed, "thead", "tbody"}
    for words in ("<b>bold</b>", "**stars**", "_under_", "[a](https://a.example)", "| `code`"):
        assert words in markdown.text
        assert words in page.text


@pytest.mark.parametrize("width", [None, 100])
def test_nothing_steers_the_terminal(width: int | None) -> None:
    """A control character in a scenario or in typed words is shown as a mark."""
    text = as_text(a_nasty_comparison(), RUBRIC, width)
    assert "\x1b" not in text
    assert "\N{REPLACEMENT CHARACTER}" in text


def test_json_has_every_turn_of_every_run_in_its_row() -> None:
    """The shape that the README documents: runs, rows with what they are, question and reading."""
    comparison = a_comparison()
    record = json.loads(json.dumps(as_record(comparison, RUBRIC)))
    assert set(record) == {"scenario", "title", "partner", "runs", "opening", "rows", "question", "reading"}
    assert [run["ending"] for run in record["runs"]] == ["fetched", None]
    for column, story in enumerate(comparison.stories):
        turns = [row["turns"][column] for row in record["rows"] if row["turns"][column]]
        assert [(turn["state"], turn["choice"]) for turn in turns] == [(t.state, t.choice.id) for t in story.turns]
    assert [row["parting"] for row in record["rows"]][:3] == [False, True, False]
    assert record["rows"][2]["meeting"]
    assert record["reading"] == list(reading(comparison, RUBRIC))
