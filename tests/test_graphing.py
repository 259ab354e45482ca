"""The graph of a scenario as the source of a picture, or as Twee 3."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from greenroom.graphing import graph
from greenroom.loading import load
from greenroom.scenario import Scenario
from tests.building import a_choice, a_scenario, a_state, an_ending

SCENE = load(Path(__file__).parent / "scenes" / "left-umbrella.toml").scenario
HOSTILE = (
    'x"]; evil [label="',
    "x\n:: Evil\n[[go->Evil]]",
    "]] [[go->evil",
    "--> evil : x",
    "<script>alert(1)</script>",
    "x | $y <<run>> (set: $x) #quot; &amp; %%{init}%% `z`",
    "\\",
    '\\" -> evil',
)


def hostile(words: str) -> Scenario:
    """Return a scenario in which every text tries to be something else."""
    said = a_choice("go", "end", say=words, label=words)
    state = a_state(said, label=words, narration=words, says=words)
    return msgspec.structs.replace(a_scenario({"a": state}, title=words), endings={"end": an_ending(words)})


def test_mermaid_has_every_state_ending_and_branch() -> None:
    """A line for each, with the label of the choice and what it requires in words."""
    lines = [line.strip() for line in graph(SCENE).splitlines()]
    assert lines[:2] == ["stateDiagram-v2", "[*] --> state_doorway"]
    assert 'state "Under the awning" as state_steps' in lines
    assert 'state "A jar of beans" as ending_seeds' in lines
    assert "state_doorway --> state_walk : You offer half of it" in lines
    assert "ending_good_night --> [*]" in lines
    written = next(line for line in lines if "You ask to write" in line and "ending_seeds" in line)
    assert "openness at least 0, openness at least 1" in written


def test_dot_has_every_state_ending_and_branch() -> None:
    """Names and labels are quoted, and endings have a shape of their own."""
    drawn = graph(SCENE, "dot")
    assert drawn.startswith('digraph "left-umbrella" {')
    assert '"steps" [label = "Under the awning", shape = box];' in drawn
    assert '"seeds" [label = "A jar of beans", shape = ellipse];' in drawn
    assert '"doorway" -> "walk" [label = "You offer half of it"];' in drawn
    assert drawn.count(" -> ") == 10


def test_twee_is_a_story_with_a_passage_for_each_state() -> None:
    """Title, data with an id that stays the same and the start, passages, and links with the choice's words."""
    written = graph(SCENE, "twee")
    headers = re.findall(r"^:: (.*)$", written, re.MULTILINE)
    assert headers == ["StoryTitle", "StoryData", "doorway", "steps", "walk", "seeds", "good-night", "quiet"]
    data = json.loads(re.search(r":: StoryData\n(.*?)\n\n", written, re.DOTALL)[1])  # type: ignore[index]
    assert data["start"] == "doorway"
    assert re.fullmatch(r"[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}", data["ifid"])
    assert json.loads(re.search(r"\{.*?\}", graph(SCENE, "twee"), re.DOTALL)[0]) == data  # type: ignore[index]
    assert "[[Then it is ours until the bus stop. I can bring it back tomorrow.->walk]]" in written


def test_another_scenario_is_another_story() -> None:
    """The id of a story follows the id of its scenario."""
    ids = {re.search(r'"ifid": "(.*?)"', graph(a_scenario({"a": a_state()}, id=name), "twee"))[1] for name in "ab"}  # type: ignore[index]
    assert len(ids) == 2


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_breaks_out_of_mermaid(words: str) -> None:
    """As many lines as for harmless words, and no character in a text that Mermaid would read."""
    lines = graph(hostile(words)).splitlines()
    assert len(lines) == len(graph(hostile("harmless")).splitlines())
    for line in lines[2:]:
        text = re.fullmatch(r'    (?:state "(.*)" as \w+|\w+ --> \w+ : (.*)|\w+ --> \[\*\])', line)
        assert text
        assert re.fullmatch(r"(?:[\w .,?!]|#\d+;)*", text[1] or text[2] or "")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_breaks_out_of_dot(words: str) -> None:
    """With its strings taken out, what is left is the same as for harmless words."""

    def skeleton(drawn: str) -> str:
        return re.sub(r'"(?:[^"\\]|\\.)*"', '""', drawn)

    assert skeleton(graph(hostile(words), "dot")) == skeleton(graph(hostile("harmless"), "dot"))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_breaks_out_of_twee(words: str) -> None:
    """The same passages and links as for harmless words, and in the texts nothing that a story format would read."""
    written = graph(hostile(words), "twee")
    assert re.findall(r"^:: ?(.*)$", written, re.MULTILINE) == ["StoryTitle", "StoryData", "a", "end"]
    assert re.findall(r"->(.*?)\]\]", written)[-1:] == ["end"]
    passages = written[written.index(":: a") :].replace(":: a", "").replace(":: end", "")
    assert re.fullmatch(r"(?:[\w .,?!\n]|&#\d+;|\[\[(?:[\w .,?!]|&#\d+;)*->end\]\])*", passages)


def test_an_unknown_format_is_an_error() -> None:
    """The caller offers those there are."""
    with pytest.raises(KeyError):
        graph(SCENE, "svg")
