"""The catalogue of problems and its documentation."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from greenroom.checking import check, known_in
from greenroom.loading import ScenarioError, load
from greenroom.paths import shipped
from greenroom.problems import CATALOGUE, Problem
from tests.running import greenroom

SCENE = Path(__file__).parent / "scenes" / "left-umbrella.toml"
DOCUMENT = (Path(__file__).parents[1] / "assets" / "problems.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"^### (GR\d{3}) (.*)\n((?:(?!^#).*\n)*)", DOCUMENT, re.MULTILINE)
EXAMPLES = {code: re.findall(r"```diff\n(.*?)```", text, re.DOTALL) for code, _, text in SECTIONS}


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Return all that is wrong with a file."""
    try:
        return load(path, known_in(shipped("assets")), within=path.parent, thorough=True).warnings
    except ScenarioError as error:
        return error.problems


def broken(example: str) -> str:
    """Return the scene with the lines of an example as they are before they are mended."""
    text = SCENE.read_text(encoding="utf-8")
    for change in example.split("@@\n"):
        lines = change.splitlines(keepends=True)
        mended = "".join(line[1:] for line in lines if line[0] in " +")
        assert text.count(f"\n{mended}") == 1, f"not once in the scene: {mended}"
        text = text.replace(f"\n{mended}", "\n" + "".join(line[1:] for line in lines if line[0] in " -"))
    return text


# What does not fit into an example of a few lines is made here


def a_folder(path: Path) -> None:
    """Put a folder where the file should be."""
    path.mkdir()


def a_link(path: Path) -> None:
    """Put a link to a file elsewhere."""
    elsewhere = path.parent.with_name("elsewhere")
    elsewhere.mkdir()
    (elsewhere / path.name).write_bytes(SCENE.read_bytes())
    path.symlink_to(elsewhere / path.name)


def more_than_a_mebibyte(path: Path) -> None:
    """Add a comment that is too long."""
    path.write_bytes(SCENE.read_bytes() + b"#" * 1024 * 1024)


def latin_1(path: Path) -> None:
    """Save the scene in another encoding."""
    path.write_text(SCENE.read_text(encoding="utf-8"), encoding="latin-1")


def thousands_of_digits(path: Path) -> None:
    """Give it a great many minutes."""
    path.write_text(SCENE.read_text(encoding="utf-8").replace("minutes = 3", f"minutes = {'3' * 5000}"))


def ten_choices(path: Path) -> None:
    """Give a state a choice ten times over."""
    start, choice, rest = _around_a_choice()
    path.write_text(start + "".join(choice.replace("say-nothing", f"say-nothing-{n}") for n in range(10)) + rest)


def _around_a_choice() -> tuple[str, str, str]:
    text = SCENE.read_text(encoding="utf-8")
    start, end = text.rindex("[[states.walk.choices]]"), text.index("[endings.seeds]")
    return text[:start], text[start:end], text[end:]


BUILT: dict[str, Callable[[Path], None]] = {
    "GR101": lambda _: None,
    "GR102": a_folder,
    "GR103": a_link,
    "GR104": more_than_a_mebibyte,
    "GR105": latin_1,
    "GR109": thousands_of_digits,
    "GR410": ten_choices,
}
"""What does not fit into an example of a few lines."""


NAMED = {"GR111": "Left umbrella", "GR112": "walking-in"}
"""What is wrong with the name that a file has in the user's own folder."""


def test_every_code_is_documented_under_its_title() -> None:
    """The catalogue and the headings of the document are the same, in the same order."""
    assert [(code, title) for code, title, _ in SECTIONS] == list(CATALOGUE.items())


def test_every_code_has_an_example() -> None:
    """Whatever is neither built nor tested on its own below has an example in the document."""
    without_example = {code for code, examples in EXAMPLES.items() if not examples}
    assert without_example == BUILT.keys() | NAMED.keys() | {"GR604", "GR606"}


def test_the_mended_scene_has_no_problem(tmp_path: Path) -> None:
    """Every example mends its way to this scene, in which nothing is left to mend."""
    assert problems_of(write(tmp_path, SCENE.read_text(encoding="utf-8"))) == ()


@pytest.mark.parametrize("code", [code for code in CATALOGUE if EXAMPLES[code]])
def test_an_example_has_exactly_its_problem(code: str, tmp_path: Path) -> None:
    """The broken lines of an example yield the code under which they stand, once, and no other."""
    for example in EXAMPLES[code]:
        assert [problem.code for problem in problems_of(write(tmp_path, broken(example)))] == [code]


@pytest.mark.parametrize("code", BUILT)
def test_what_is_built_has_exactly_its_problem(code: str, tmp_path: Path) -> None:
    """The same, for what does not fit into an example."""
    path = tmp_path / "home" / SCENE.name
    path.parent.mkdir()
    BUILT[code](path)
    assert [problem.code for problem in problems_of(path)] == [code]


def test_files_that_would_not_be_played_for_their_names_have_exactly_that_problem(tmp_path: Path) -> None:
    """Checked with all the others, each file is told with its code at its beginning, and nothing else is."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    for name in NAMED.values():
        text = SCENE.read_text(encoding="utf-8").replace("left-umbrella", name, 1)
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    checked = greenroom(tmp_path, "check")
    for (code, name), line in zip(NAMED.items(), checked.stdout.splitlines(), strict=True):
        assert line.startswith(f"{folder / name}.toml:1:1: {code} ")
    assert checked.returncode == 1


def test_only_so_many_problems_are_listed(tmp_path: Path) -> None:
    """Of three hundred problems two hundred are listed, and one that counts the others."""
    unknown = "".join(f"unknown-{n} = {n}\n" for n in range(300))
    problems = problems_of(write(tmp_path, unknown + SCENE.read_text(encoding="utf-8")))
    assert [problem.code for problem in problems] == ["GR201"] * 200 + ["GR606"]
    assert "100 more" in problems[-1].message


def test_a_graph_that_is_too_large_is_judged_roughly() -> None:
    """With more positions than may be looked at, that is said, and the graph has no false problem."""
    problems = check(load(SCENE).scenario, most_positions=5)
    assert [problem.code for problem in problems] == ["GR604"]


def test_a_problem_is_told_in_one_line() -> None:
    """File, line, column, code, message and hint stand in the order that editors understand."""
    problem = Problem("GR303", '"bee" is not a state', 'did you mean "bees"?', line=41, column=6)
    assert problem.told("a.toml") == 'a.toml:41:6: GR303 "bee" is not a state (did you mean "bees"?)'
    assert Problem("GR108", "unterminated string").told("a.toml") == "a.toml:1:1: GR108 unterminated string"


def write(folder: Path, text: str) -> Path:
    """Write a scenario into a folder, under the name of the scene."""
    path = folder / SCENE.name
    path.write_text(text, encoding="utf-8")
    return path
