"""From a file to a scenario, or to all that is wrong with it."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.loading import Loaded, ScenarioError, load, load_text, schema
from greenroom.toml_file import parse_toml

SCENE = Path(__file__).parent / "scenes" / "left-umbrella.toml"
TEXT = SCENE.read_text(encoding="utf-8")


def problems_of(text: str, stem: str = "left-umbrella") -> list[tuple[str, int, int]]:
    """Return code, line and column of all that is wrong with a text."""
    try:
        found = load_text(text.encode(), stem, thorough=True).warnings
    except ScenarioError as error:
        found = error.problems
    return [(problem.code, problem.line, problem.column) for problem in found]


def place_of(words: str, text: str, *, after: str = "") -> tuple[int, int]:
    """Return line and column of words in a text, counted from 1."""
    offset = text.index(words, text.index(after))
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1


def test_a_good_file_is_loaded() -> None:
    """The scenario comes with the text it was read from and its hash, and without warnings."""
    loaded = load(SCENE)
    assert loaded.scenario.id == "left-umbrella"
    assert loaded.text == SCENE.read_bytes()
    assert len(loaded.text_hash) == 32
    assert loaded.warnings == ()


def test_the_hash_follows_the_text() -> None:
    """A text that differs in a comment has another hash, the same text the same."""
    assert load_text(TEXT.encode()).text_hash == load(SCENE).text_hash
    assert load_text(TEXT.encode() + b"# more\n").text_hash != load(SCENE).text_hash


def test_warnings_do_not_keep_a_scenario_from_being_played() -> None:
    """What may be a slip is told beside the scenario, with its place."""
    text = TEXT.replace('learns = ["the-beans"]', 'learns = ["the-beans", "her-bus"]')
    (warning,) = load_text(text.encode()).warnings
    assert (warning.code, warning.warning) == ("GR601", True)
    assert (warning.line, warning.column) == place_of('"her-bus"', text)


# Ten files, each broken in another way: what stands in the scene, what stands there instead, with `|` before
# each problem, and the codes in the order of the file.
Changes = list[tuple[str, str]]
TEN_FILES: dict[str, tuple[Changes, list[str]]] = {
    "misspelled keys": (
        [
            ('summary = "The', '|sumary = "The'),
            ("you_know = [", "|you_knew = ["),
            ('label = "Under', '|lable = "Under'),
            ("[endings.quiet]\n", "[endings.quiet]\n|colour = 1\n"),
            ("format = 1", "|format = 1"),
            ("setting = {", "setting = |{"),
            ("[states.steps]", "|[states.steps]"),
        ],
        ["GR202", "GR201", "GR202", "GR201", "GR202", "GR201", "GR201"],
    ),
    "wrong kinds": (
        [
            ("minutes = 3", 'minutes = |"three"'),
            ('you_want = "Company."', "you_want = |[]"),
            ('learns = ["the-beans"]', 'learns = ["the-beans", |5]'),
            ('to = "steps"', "to = |{ to = 'steps' }"),
            ('[endings.quiet]\ntitle = "Rain, mostly"', "[endings.quiet]\ntitle = |2026-05-01"),
        ],
        ["GR203"] * 5,
    ),
    "out of range": (
        [
            ("minutes = 3", "minutes = |600"),
            ('mood = "warm"', 'mood = |"furious"'),
            ("requires = { openness_at_least = 0 }", "requires = { openness_at_least = |-9 }"),
            ('medium = "spoken"', 'medium = |"speaking"'),
            ('carry = "If it is', 'carry = |""#"If it is'),
        ],
        ["GR204", "GR205", "GR204", "GR205", "GR207"],
    ),
    "names that are none": (
        [
            ('start = "doorway"', 'start = |"The Doorway"'),
            ("[endings.quiet]", "[endings.|QUIET]"),
            ("[plans.write]", "[plans.|'to write']"),
        ],
        ["GR206", "GR206", "GR206"],
    ),
    "a choice without half of it": (
        [
            ('landed = "Gone already, and going the same way."\n', ""),
            ('why = "It was kind, and it was also a way to be alone. She walks beside you all the same."\n', ""),
            ('[[states.doorway.choices]]\nid = "hurry"', '|[[states.doorway.choices]]\nid = "hurry"'),
            ('say = "It was such a great talk, honestly. I was telling everybody so."\n', ""),
            ('[[states.steps.choices]]\nid = "great-talk"', '|[[states.steps.choices]]\nid = "great-talk"'),
            ("[states.walk]", "say = 'x'\n|do = 'x'\n[states.walk]"),
        ],
        ["GR202", "GR202", "GR208"],
    ),
    "references into nothing": (
        [
            ('start = "doorway"', 'start = |"dorway"'),
            ('to = "steps"', 'to = |"stepps"'),
            ('to = "seeds" }, {', 'to = |"sheds" }, {'),
            ('requires = { knows = ["the-beans"]', 'requires = { knows = [|"the-bean"]'),
            ('"offer-half", "may-i-write"', '"offer-half", |"may-i-call"'),
        ],
        ["GR302", "GR303", "GR309", "GR303", "GR501"],
    ),
    "names twice": (
        [
            ("[endings.quiet]", '|[endings.steps]\ntitle = "x"\ntext = "x"\nlater = "x"\ncarry = "x"\n[endings.quiet]'),
            ('id = "say-nothing"', 'id = |"leave-kindly"'),
            ('id = "left-umbrella"', 'id = |"umbrella"'),
        ],
        ["GR301", "GR305", "GR304"],
    ),
    "islands": (
        [
            ('to = "steps"', 'to = "walk"'),
            ('to = "quiet"', 'to = "seeds"'),
            ("[states.steps]", "|[states.steps]"),
            ("[endings.quiet]", "|[endings.quiet]"),
            ('"ask-beans", "which-neighbours"', '"ask-beans", |"which-neighbours"'),
        ],
        ["GR401", "GR501", "GR402"],
    ),
    "requirements that never hold": (
        [
            ('requires = { knows = ["the-beans"] }', 'requires = |{ knows = ["the-beans"], lacks = ["the-beans"] }'),
            ("[{ requires = { openness_at_least = 1 }", "[|{ requires = { openness_at_least = 3 }"),
            ('[[states.doorway.choices]]\nid = "hurry"', '|[[states.doorway.choices]]\nid = "hurry"'),
            ("openness = -1\nto = \"walk\"\nlanded = \"Gone", "requires = { openness_at_least = 1 }\nto = \"walk\"\nlanded = \"Gone"),
            ('"which-neighbours", "trade-seeds"', '"which-neighbours", |"trade-seeds"'),
            ('choices = ["hurry"', 'choices = [|"hurry"'),
            ("[endings.seeds]", "|[endings.seeds]"),
            ('"offer-half", "may-i-write"]\nending = "seeds"', '"offer-half", "may-i-write"]\nending = |"seeds"'),
        ],
        ["GR406", "GR405", "GR605", "GR402", "GR502", "GR503", "GR502"],
    ),
    "not TOML": ([('label = "Under the awning"', 'label |"Under the awning"')], ["GR108"]),
}


@pytest.mark.parametrize("name", TEN_FILES)
def test_every_problem_of_a_file_is_told_at_once(name: str) -> None:
    """Each with its code, line and column, in the order of the file, and nothing else."""
    changes, codes = TEN_FILES[name]
    text = TEXT
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    places = [
        (number, column - earlier)
        for number, line in enumerate(text.split("\n"), 1)
        for earlier, column in enumerate(column for column, character in enumerate(line, 1) if character == "|")
    ]
    expected = [(code, *place) for code, place in zip(codes, places, strict=True)]
    assert problems_of(text.replace("|", "")) == expected
