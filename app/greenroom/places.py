"""Finds the line and column of keys and values in a TOML text; the only file that imports tree-sitter."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from greenroom.problems import Place, Problem
from greenroom.toml_file import parse_toml, without_escapes

_BESIDE = frozenset({"comment", "ERROR"})
_TABLES = ("table", "table_array_element", "inline_table")


class Spot(NamedTuple):
    """Byte offsets in the text of a key and of its value; of a table, the value is its header."""

    key: int
    value: int


@dataclass(slots=True)
class Places:
    """Where each key of a text stands."""

    text: bytes
    spots: dict[Place, Spot] = field(default_factory=lambda: {(): Spot(0, 0)})

    @classmethod
    def of(cls, text: bytes) -> "Places":
        """Go through a text that the parser has accepted."""
        places = cls(text)
        parser = Parser(Language(tree_sitter_toml.language()))
        _Walk(places).document(parser.parse(without_escapes(text)).root_node)
        return places

    def offset(self, problem: Problem) -> int:
        """Return where a problem is, in bytes; what is missing stands at the table that it is missing from."""
        place = problem.place
        while place not in self.spots:
            place = place[:-1]
        spot = self.spots[place]
        return spot.key if problem.at_key else spot.value

    def locate(self, problem: Problem) -> Problem:
        """Return the problem with its line and column."""
        offset = self.offset(problem)
        line_start = self.text.rfind(b"\n", 0, offset) + 1
        column = len(self.text[line_start:offset].decode()) + 1
        return problem.at(self.text.count(b"\n", 0, offset) + 1, column)


class _Walk:
    """Goes through the syntax tree and notes where each key stands."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._lengths: dict[Place, int] = {}
        """How many tables a list made of [[headers]] has so far."""

    def document(self, root: Node) -> None:
        for node in root.named_children:
            if node.type == "pair":
                self._pair(node, ())
            elif node.type in _TABLES:
                self._table(node)

    def _table(self, node: Node) -> None:
        key, *pairs = (child for child in node.named_children if child.type not in _BESIDE)
        parts = list(self._parts(key))
        place = self._header(parts[:-1], (), node.start_byte)
        name, offset = parts[-1]
        place = (*place, name)
        if node.type == "table_array_element":
            self._note(place, offset, node.start_byte)
            number = self._lengths[place] = self._lengths.get(place, -1) + 1
            place = (*place, number)
        self._places.spots[place] = Spot(offset, node.start_byte)
        for pair in pairs:
            if pair.type == "pair":
                self._pair(pair, place)

    def _header(self, parts: list[tuple[str, int]], place: Place, value: int) -> Place:
        """Note the tables that a key goes through; of a list made of [[headers]] it means the last."""
        for name, offset in parts:
            place = (*place, name)
            self._note(place, offset, value)
            if place in self._lengths:
                place = (*place, self._lengths[place])
        return place

    def _pair(self, node: Node, place: Place) -> None:
        key, *values = (child for child in node.named_children if child.type not in _BESIDE)
        if not values:  # not read as the other parser does: what is in it is placed at its table
            return
        value, parts = values[0], list(self._parts(key))
        place = self._header(parts[:-1], place, key.start_byte)
        name, offset = parts[-1]
        self._note((*place, name), offset, value.start_byte)
        self._value(value, (*place, name))

    def _value(self, node: Node, place: Place) -> None:
        if node.type == "inline_table":
            for child in node.named_children:
                if child.type == "pair":
                    self._pair(child, place)
        elif node.type == "array":
            items = (child for child in node.named_children if child.type not in _BESIDE)
            for number, item in enumerate(items):
                self._note((*place, number), item.start_byte, item.start_byte)
                self._value(item, (*place, number))

    def _note(self, place: Place, key: int, value: int) -> None:
        self._places.spots.setdefault(place, Spot(key, value))

    def _parts(self, key: Node) -> Iterator[tuple[str, int]]:
        """Return the parts of a dotted key, each with its offset."""
        if key.type == "dotted_key":
            for part in key.named_children:
                yield from self._parts(part)
        else:
            yield _name(self._places.text[key.start_byte : key.end_byte]), key.start_byte


def _name(key: bytes) -> str:
    if not key.startswith((b'"', b"'")):
        return key.decode()
    return key[1:-1].decode() if b"\\" not in key else next(iter(parse_toml(key + b"=0")))
