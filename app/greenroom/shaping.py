"""Makes a scenario of tables that do not fit its types, piece by piece, and collects every error on the way.

msgspec converts a whole file fast but stops at the first error; this goes through the same types
when it has, keeps what fits and puts a placeholder where something does not.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from msgspec import inspect

from greenroom.nearest import Nearest
from greenroom.problems import Place, Problem
from greenroom.scenario import SOMETHING, Scenario

PLACEHOLDER = "?"
"""Stands for a text that is missing or wrong; no name can be the same."""

_LONGEST_QUOTED = 60
_KINDS: tuple[tuple[tuple[type, ...], str], ...] = (
    ((bool,), "true or false"),
    ((int,), "a whole number"),
    ((float,), "a number with a fraction"),
    ((str,), "text"),
    ((list, tuple), "a list"),
    ((dict,), "a table"),
    ((date, time), "a date or time"),
)


@dataclass(frozen=True, slots=True)
class Shaped:
    """A scenario as far as it could be made."""

    scenario: Scenario
    problems: tuple[Problem, ...]
    broken: frozenset[Place]
    """Where the scenario holds a placeholder or a default in place of what the file says."""


def shape(tables: Mapping[str, Any]) -> Shaped:
    """Make what can be made of the tables of a file that does not convert."""
    shaper = _Shaper()
    scenario = shaper.value(tables, inspect.type_info(Scenario), ())
    return Shaped(scenario, tuple(shaper.problems), frozenset(shaper.broken))


class _Shaper:
    """Collects the problems and the broken places while it goes through the tables."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.broken: set[Place] = set()
        self._nearest = Nearest()

    def value(self, value: object, kind: inspect.Type, place: Place) -> Any:  # noqa: ANN401 - as wide as TOML
        """Return `value` as `kind`, with placeholders where it does not fit."""
        kind = _fitting(kind, value)
        match kind, value:
            case inspect.StructType(), dict():
                return self._struct(value, kind, place)
            case inspect.DictType(), dict():
                self._refuse_nothing(value, kind.min_length, place)
                return {key: self._entry(key, item, kind, place) for key, item in value.items()}
            case inspect.VarTupleType(), list():
                self._refuse_nothing(value, kind.min_length, place)
                return tuple(self.value(item, kind.item_type, (*place, n)) for n, item in enumerate(value))
        if (trouble := self._trouble(value, kind)) is None:
            return value
        self._add(*trouble, place)
        return placeholder(kind)

    def _struct(self, table: Mapping[str, object], kind: inspect.StructType, place: Place) -> object:
        fields = {field.encode_name: field for field in kind.fields}
        for key in table:
            if key not in fields:
                self._unknown(key, fields, place)
        return kind.cls(**dict(self._fields(table, fields, place)))

    def _unknown(self, key: str, fields: Mapping[str, object], place: Place) -> None:
        hint = self._nearest.hint(key, fields)
        self.problems.append(Problem("GR201", f"there is no key {quoted(key)} here", hint, (*place, key), at_key=True))

    def _fields(
        self, table: Mapping[str, object], fields: Mapping[str, inspect.Field], place: Place
    ) -> Iterator[tuple[str, object]]:
        for name, field in fields.items():
            where = (*place, name)
            if name in table:
                value = self.value(table[name], field.type, where)
                if where not in self.broken or field.required:
                    yield name, value
            elif field.required:
                self._add("GR202", f'"{name}" is missing', "", where)
                yield name, placeholder(field.type)

    def _entry(self, key: str, value: object, kind: inspect.DictType, place: Place) -> object:
        if trouble := self._trouble(key, _fitting(kind.key_type, key)):
            code, message, hint = trouble
            self.problems.append(Problem(code, message, hint, (*place, key), at_key=True))
        return self.value(value, kind.value_type, (*place, key))

    def _refuse_nothing(self, value: list[object] | dict[str, object], at_least: int | None, place: Place) -> None:
        if len(value) < (at_least or 0):
            self._add("GR207", f'"{place[-1]}" is empty', "it needs at least one", place)

    def _trouble(self, value: object, kind: inspect.Type) -> tuple[str, str, str] | None:
        """Return code, message and hint if a single value does not fit."""
        match kind, value:
            case inspect.StrType(), str():
                return _text_trouble(value, kind)
            case inspect.IntType(), int() if not isinstance(value, bool):
                return _number_trouble(value, kind)
            case inspect.LiteralType(), str() | int() if type(value) is type(kind.values[0]):
                return self._literal_trouble(value, kind)
        return "GR203", f"this should be {_expected(kind)}, not {_kind_of(value)}", ""

    def _literal_trouble(self, value: str | int, kind: inspect.LiteralType) -> tuple[str, str, str] | None:
        if value in kind.values:
            return None
        allowed = [str(each) for each in kind.values]
        hint = self._nearest.hint(str(value), allowed) or f"one of: {', '.join(allowed)}"
        return "GR204", f"{quoted(str(value))} is not allowed here", hint

    def _add(self, code: str, message: str, hint: str, place: Place) -> None:
        self.problems.append(Problem(code, message, hint, place))
        self.broken.add(place)


def quoted(word: str) -> str:
    """Return what a stranger wrote, in quotes and short enough for a line."""
    return f'"{word}"' if len(word) <= _LONGEST_QUOTED else f'"{word[:_LONGEST_QUOTED]}..."'


def placeholder(kind: inspect.Type) -> Any:  # noqa: ANN401 - as wide as TOML
    """Return something of this kind, to stand where the file has nothing that fits."""
    match _fitting(kind, None):
        case inspect.StructType(cls=cls, fields=fields):
            return cls(**{field.encode_name: placeholder(field.type) for field in fields if field.required})
        case inspect.LiteralType(values=values):
            return values[0]
        case inspect.DictType():
            return {}
        case inspect.VarTupleType():
            return ()
        case inspect.IntType():
            return 0
    return PLACEHOLDER


def _fitting(kind: inspect.Type, value: object) -> inspect.Type:
    """Look behind descriptions, and choose of several kinds the one that the value is meant to be."""
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    if isinstance(kind, inspect.UnionType):
        kinds = [_fitting(each, value) for each in kind.types]
        return next((k for k in kinds if isinstance(k, inspect.VarTupleType) == isinstance(value, list)), kinds[0])
    return kind


def _text_trouble(text: str, kind: inspect.StrType) -> tuple[str, str, str] | None:
    if not kind.pattern or re.search(kind.pattern, text):
        return None
    if kind.pattern == SOMETHING:
        return "GR207", "there is nothing here", "it needs some text"
    return "GR206", f"{quoted(text)} is not a name", "lower-case letters and digits, words joined by hyphens"


def _number_trouble(number: int, kind: inspect.IntType) -> tuple[str, str, str] | None:
    lowest, highest = kind.ge, kind.le
    if (lowest is None or number >= lowest) and (highest is None or number <= highest):
        return None
    return "GR205", f"this should be from {lowest} to {highest}", ""


def _expected(kind: inspect.Type) -> str:
    match kind:
        case inspect.StructType() | inspect.DictType():
            return "a table"
        case inspect.VarTupleType():
            return "a list"
        case inspect.IntType():
            return "a whole number"
        case inspect.LiteralType():
            return "one of: " + ", ".join(map(str, kind.values))
    return "text"


def _kind_of(value: object) -> str:
    return next((words for types, words in _KINDS if isinstance(value, types)), "this")
