"""Writes the graph of a scenario as the source of a picture (Mermaid, DOT) or as Twee 3."""

import json
import uuid
from collections.abc import Iterator
from typing import NamedTuple

from greenroom.in_words import requirement_in_words
from greenroom.scenario import Choice, Scenario

_PLAIN = frozenset(" .,?!")
_STORIES = uuid.UUID("6f1d3c52-5a0b-4c3e-9a57-0d1f6a2b7c94")
"""Ids of stories are made from this and the scenario's id, so that a story keeps its own."""


class _Edge(NamedTuple):
    source: str
    choice: Choice
    target: str
    when: str
    """What is required, in words."""


def graph(scenario: Scenario, style: str = "mermaid") -> str:
    """Return the graph of a scenario as text: `mermaid`, `dot` or `twee`. Raises `KeyError` for another style."""
    return {"mermaid": _mermaid, "dot": _dot, "twee": _twee}[style](scenario)


def _mermaid(scenario: Scenario) -> str:
    lines = ["stateDiagram-v2", f"    [*] --> {_mermaid_id(scenario, scenario.start)}"]
    for name, label in _labels(scenario):
        lines.append(f'    state "{_entities(label, "#{};")}" as {_mermaid_id(scenario, name)}')
    for edge in _edges(scenario):
        source, target = _mermaid_id(scenario, edge.source), _mermaid_id(scenario, edge.target)
        lines.append(f"    {source} --> {target} : {_entities(_edge_label(edge), '#{};')}")
    lines += [f"    {_mermaid_id(scenario, ending)} --> [*]" for ending in scenario.endings]
    return "\n".join(lines) + "\n"


def _mermaid_id(scenario: Scenario, name: str) -> str:
    """Return an id that cannot be one of Mermaid's own words, such as "end"."""
    kind = "state" if name in scenario.states else "ending"
    return f"{kind}_{name.replace('-', '_')}"


def _dot(scenario: Scenario) -> str:
    lines = [f"digraph {_dot_text(scenario.id)} {{", f"    label = {_dot_text(scenario.title)};"]
    for name, label in _labels(scenario):
        shape = "ellipse" if name in scenario.endings else "box"
        lines.append(f"    {_dot_text(name)} [label = {_dot_text(label)}, shape = {shape}];")
    for edge in _edges(scenario):
        label = _dot_text(_edge_label(edge))
        lines.append(f"    {_dot_text(edge.source)} -> {_dot_text(edge.target)} [label = {label}];")
    return "\n".join([*lines, "}"]) + "\n"


def _dot_text(text: str) -> str:
    escaped = _one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _twee(scenario: Scenario) -> str:
    story = {"ifid": str(uuid.uuid5(_STORIES, scenario.id)).upper(), "start": scenario.start}
    passages = [
        f":: StoryTitle\n{_one_line(scenario.title).lstrip(': ')}",
        f":: StoryData\n{json.dumps(story, indent=1)}",
    ]
    for name, state in scenario.states.items():
        links = [_twee_link(edge) for edge in _edges(scenario) if edge.source == name]
        passages.append(_passage(name, (state.narration, _spoken(scenario, state.says)), links))
    for name, ending in scenario.endings.items():
        passages.append(_passage(name, (ending.title, ending.text, ending.later, ending.carry), []))
    return "\n\n".join(passages) + "\n"


def _spoken(scenario: Scenario, words: str) -> str:
    return f"{scenario.partner.name}: {words}" if words else ""


def _passage(name: str, texts: tuple[str, ...], links: list[str]) -> str:
    paragraphs = [_entities(text, "&#{};") for text in texts if text]
    return f":: {name}\n" + "\n\n".join([*paragraphs, *links])


def _twee_link(edge: _Edge) -> str:
    when = f" ({edge.when})" if edge.when else ""
    return f"[[{_entities(edge.choice.words + when, '&#{};')}->{edge.target}]]"


def _labels(scenario: Scenario) -> Iterator[tuple[str, str]]:
    yield from ((name, state.label) for name, state in scenario.states.items())
    yield from ((name, ending.title) for name, ending in scenario.endings.items())


def _edges(scenario: Scenario) -> Iterator[_Edge]:
    for name, state in scenario.states.items():
        for choice in state.choices:
            for branch in choice.branches:
                conditions = filter(None, map(requirement_in_words, (choice.requires, branch.requires)))
                yield _Edge(name, choice, branch.to, ", ".join(conditions))


def _edge_label(edge: _Edge) -> str:
    return f"{edge.choice.label} ({edge.when})" if edge.when else edge.choice.label


def _entities(text: str, form: str) -> str:
    """Return a text in which every character that may mean something to a reader stands by its number."""
    return "".join(c if c.isalnum() or c in _PLAIN else form.format(ord(c)) for c in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())
