"""From a file to a scenario, or to all that is wrong with it."""

import os
import re
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
            ("# A small scene", "|# A small scene"),
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
            ('to = "quiet"', 'to = |"QUIET"'),
            ("[plans.write]", "[plans.|'to write']"),
        ],
        ["GR206", "GR206", "GR206", "GR206"],
    ),
    "a choice without half of it": (
        [
            ('landed = "Gone already, and going the same way."\n', ""),
            ('why = "It was kind, and it was also a way to be alone. She walks beside you all the same."\n', ""),
            ('[[states.doorway.choices]]\nid = "hurry"', '||[[states.doorway.choices]]\nid = "hurry"'),
            ('say = "It was such a great talk, honestly. I was telling everybody so."\n', ""),
            ("[states.walk]", "say = 'x'\ndo = |'x'\n[states.walk]"),
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
        ["GR401", "GR402", "GR501"],
    ),
    "requirements that never hold": (
        [
            ('requires = { knows = ["the-beans"] }', 'requires = |{ knows = ["the-beans"], lacks = ["the-beans"] }'),
            ("[{ requires = { openness_at_least = 1 }", "[|{ requires = { openness_at_least = 3 }"),
            ('[[states.doorway.choices]]\nid = "hurry"', '|[[states.doorway.choices]]\nid = "hurry"'),
            (
                'openness = -1\nto = "walk"\nlanded = "Gone',
                'requires = { openness_at_least = 1 }\nto = "walk"\nlanded = "Gone',
            ),
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


def test_places_are_right_in_every_way_to_write_a_table() -> None:
    """Inline lists of tables, dotted and quoted keys, escapes, comments and Windows' line ends move no place."""
    start = TEXT.index("[states.doorway]")
    end = TEXT.index("[states.steps]")
    doorway = (
        'states."doorw\\u0061y".label = "\\x41 \\" é" # é\n'
        'states.doorway.choices = [ # one\n  { id = "a", label = "é", say = \'\\\', move = "m", '
        'to = "steps", landed = "l", '
        "why = 5, # wrong\n  sources = [] },\n]\n"
    )
    head, tables = TEXT[: TEXT.index("setting =")], TEXT[TEXT.index("setting =") : start] + TEXT[end:]
    text = (head + doorway + tables).replace("\n", "\r\n")
    assert ("GR203", *place_of("5, # wrong", text)) in problems_of(text)


def test_a_file_for_a_newer_greenroom_has_that_one_problem() -> None:
    """What else a newer format may have is not called an error."""
    text = TEXT.replace("format = 1", "format = 2").replace("label", "caption")
    assert problems_of(text) == [("GR110", *place_of("2\n", text))]


def test_the_sentence_names_the_first_error_and_how_many_more() -> None:
    """It can be shown as it is: line, what is wrong, hint, and where to see the others."""
    with pytest.raises(ScenarioError) as refused:
        load_text(TEXT.replace('mood = "warm"', 'mood = "wram"').replace("minutes = 3", "minutes = 0").encode())
    assert str(refused.value) == "Line 8: this should be from 1 to 60. `greenroom check` shows this and 1 more."
    with pytest.raises(ScenarioError) as refused:
        load_text(TEXT.replace('mood = "warm"', 'mood = "wram"').encode())
    assert str(refused.value) == 'Line 61: "wram" is not allowed here (did you mean "warm"?).'


# Files


def refusal(path: Path, within: Path | None = None) -> str:
    """Return the code with which a file is refused."""
    with pytest.raises(ScenarioError) as refused:
        load(path, within=within)
    (problem,) = refused.value.problems
    return problem.code


def test_what_is_not_a_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """A file that is missing, a folder, a pipe without a writer, a device without an end, an impossible name."""
    os.mkfifo(tmp_path / "pipe.toml")
    assert refusal(tmp_path / "missing.toml") == "GR101"
    assert refusal(tmp_path / "bad\0name.toml") == "GR101"
    assert refusal(tmp_path) == "GR102"
    assert refusal(tmp_path / "pipe.toml") == "GR102"
    assert refusal(Path("/dev/zero")) == "GR102"


def test_a_link_may_lead_within_its_folder_only(tmp_path: Path) -> None:
    """In the user's folder a link to a file elsewhere is refused; without a folder to stay in it is followed."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "real.toml").write_bytes(SCENE.read_bytes())
    (home / "left-umbrella.toml").symlink_to(home / "real.toml")
    assert load(home / "left-umbrella.toml", within=home).scenario.id == "left-umbrella"
    (tmp_path / "outside.toml").write_bytes(SCENE.read_bytes())
    (home / "left-umbrella.toml").unlink()
    (home / "left-umbrella.toml").symlink_to(tmp_path / "outside.toml")
    assert refusal(home / "left-umbrella.toml", within=home) == "GR103"
    assert load(home / "left-umbrella.toml").scenario.id == "left-umbrella"
    (home / "round.toml").symlink_to(home / "round.toml")
    assert refusal(home / "round.toml", within=home) == "GR101"


# Whatever a stranger may have written

STRANGE = ["<img src=file:///etc/passwd>", "<b>", "../../x", "\u200f", "\ufeff", "\U0001f600", "%s{0}$x", "-->", "\\"]


def loaded_or_refused(raw: bytes, *, thorough: bool = True) -> Loaded | None:
    """Load a text; nothing but a scenario or a `ScenarioError` with good places may come of it."""
    try:
        return load_text(raw, "left-umbrella", thorough=thorough)
    except ScenarioError as error:
        problems = error.problems
    lines = raw.split(b"\n")
    assert problems
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    return None


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_random_bytes_are_refused(raw: bytes) -> None:
    """No bytes make a scenario by accident, and none make a traceback."""
    assert loaded_or_refused(raw) is None


LINES = TEXT.splitlines(keepends=True)
VALUES = [
    "1",
    '"x"',
    "[]",
    "{}",
    "true",
    "1.5",
    "2026-01-01",
    "[{}]",
    '"walk"',
    '["the-beans"]',
    "{ to = 'walk' }",
    "07:32",
]


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """Change a few lines of the good file: drop, double, move, or give another value."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 6))):
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        key = lines[at].partition("=")[0]
        other_value = f"{key}= {draw(st.sampled_from(VALUES))}\n"
        half_a_key = key[: len(key) // 2] + lines[at][len(key) :]
        lines[at] = draw(st.sampled_from(["", lines[at] * 2, lines[other], half_a_key, other_value, other_value]))
    return "".join(lines)


@given(mutations(), st.booleans())
@settings(max_examples=300)
def test_a_good_file_may_be_changed_in_any_way(text: str, thorough: bool) -> None:  # noqa: FBT001 - drawn
    """It is loaded or refused, with places that are in the file, and the same each time."""
    first, second = (loaded_or_refused(text.encode(), thorough=thorough) for _ in range(2))
    assert (first and first.text_hash) == (second and second.text_hash)


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_words_in_every_text_are_only_words(strange: str) -> None:
    """Markup, paths and marks in all texts come back unchanged, and as a name they are refused."""
    text = TEXT
    for key in ("title", "label", "say", "narration", "landed", "why", "text", "later", "carry", "place"):
        text = text.replace(f'{key} = "', f'{key} = "{strange.replace(chr(92), chr(92) * 2)}')
    loaded = load_text(text.encode(), "left-umbrella")
    assert loaded.scenario.title.startswith(strange)
    assert loaded.scenario.setting.place.startswith(strange)
    named = TEXT.replace('portrait = "noor"', f"portrait = '{strange}'").replace('id = "hurry"', f"id = '{strange}'")
    assert {"GR206"} <= {code for code, _, _ in problems_of(named)}


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"key-{n} = {n}\n" for n in range(100_000)),
        TEXT + "".join(f"[states.state-{n}]\n" for n in range(40_000)),
        TEXT + "[[states.walk.choices]]\n" * 20_000,
        TEXT.replace("sources = [", "sources = [" + "5, " * 20_000),
        TEXT + "".join(f"[plans.plan-{n}]\nchoices = ['hurry']\nending = 'quiett'\n" for n in range(15_000)),
    ],
)
def test_a_hundred_thousand_problems_are_told_in_seconds(text: str) -> None:
    """However many there are, it takes seconds, and a few hundred lines say it."""
    begin = time.process_time()
    assert 1 <= len(problems_of(text)) <= 201
    assert time.process_time() - begin < 10


# The schema


def test_the_schema_describes_the_good_file_and_refuses_a_wrong_one() -> None:
    """An editor that completes and checks with it agrees with what can be loaded."""
    described, tables = schema(), parse_toml(TEXT.encode())
    assert described["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$id" not in described
    assert conforms(tables, described, described)
    wrongs: list[dict[str, object]] = [
        {"minutes": 0},
        {"title": "  "},
        {"start": "The Door"},
        {"mood": 1},
        {"states": {}},
        {"situation": "party"},
    ]
    for wrong in wrongs:
        assert not conforms(tables | wrong, described, described)


def conforms(value: object, rule: dict[str, Any], root: dict[str, Any]) -> bool:
    """Say whether a value fits the part of JSON Schema that is used here."""
    if "$ref" in rule:
        rule = root["$defs"][rule["$ref"].rpartition("/")[2]]
    if "anyOf" in rule:
        return any(conforms(value, each, root) for each in rule["anyOf"])
    if "enum" in rule:
        return value in rule["enum"]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}
    return isinstance(value, kinds[rule["type"]]) and all(_details(value, rule, root))


def _details(value: Any, rule: dict[str, Any], root: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        known, more = rule.get("properties", {}), rule.get("additionalProperties")
        yield set(rule.get("required", ())) <= value.keys()
        yield len(value) >= rule.get("minProperties", 0)
        for key, item in value.items():
            yield (
                conforms(item, known[key], root)
                if key in known
                else isinstance(more, dict) and conforms(item, more, root)
            )
    elif isinstance(value, list):
        yield len(value) >= rule.get("minItems", 0)
        yield from (conforms(item, rule["items"], root) for item in value)
    elif isinstance(value, str):
        yield re.search(rule.get("pattern", ""), value) is not None
    elif isinstance(value, int):
        yield rule.get("minimum", value) <= value <= rule.get("maximum", value)
