"""A comparison in plain lines, in columns or below each other; words that differ stand between asterisks."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from greenroom.comparing.comparison import Comparison
from greenroom.comparing.script import Band, Script, Text, script
from greenroom.rubric import Rubric

_NARROWEST, _NARROWEST_COLUMN = 70, 24
_BETWEEN = " | "


def as_text(comparison: Comparison, rubric: Rubric, width: int | None = None) -> str:
    """Return a comparison as text: wrapped at `width`, in columns where they fit; without it nothing is wrapped."""
    printed = script(comparison, rubric)
    room = ((width or 0) - len(_BETWEEN) * (len(printed.names) - 1)) // len(printed.names)
    fits = width is not None and width >= _NARROWEST and room >= _NARROWEST_COLUMN
    return "\n".join(_all_lines(printed, width, room if fits else None))


def _all_lines(printed: Script, width: int | None, room: int | None) -> Iterator[str]:
    yield from _wrapped(printed.title, width)
    yield from (line for text in (*printed.runs, *printed.scene) for line in _wrapped(text, width))
    for band in printed.bands:
        yield ""
        if band.heading:
            yield from (f"--- {band.heading} ---", "")
        yield from _in_columns(band, printed.names, width, room) if room else _stacked(band, printed.names, width)
    yield ""
    for text in (printed.question, *printed.reading):
        yield from _wrapped(text, width)


def _in_columns(band: Band, names: Sequence[str], width: int | None, room: int) -> Iterator[str]:
    if band.heading and len(band.lines[-1]) > 1:
        yield from _beside([_wrapped(name, room) for name in names], room)
    for line in band.lines:
        texts = [_wrapped(_words(text), room if len(line) > 1 else width) for text in line]
        yield from _beside(texts, room) if len(line) > 1 else texts[0]


def _beside(columns: Sequence[Sequence[str]], room: int) -> list[str]:
    rows = zip_longest(*columns, fillvalue="")
    return [_BETWEEN.join(f"{text:{room}}" for text in row).rstrip() for row in rows]


def _stacked(band: Band, names: Sequence[str], width: int | None) -> Iterator[str]:
    together = len(band.lines[-1]) == 1
    for number, name in enumerate(names[:1] if together else names):
        texts = [_words(line[number if len(line) > 1 else 0]) for line in band.lines]
        if not together and any(texts):
            yield from _wrapped(f"{name}:", width)
        for text in filter(None, texts):
            yield from _wrapped(text, width, "" if together else "  ")


def _wrapped(text: str, width: int | None, indent: str = "") -> list[str]:
    """Return lines in which nothing stands that would steer a terminal."""
    shown = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in " ".join(text.split())
    )
    if width is None:
        return [f"{indent}{shown}"]
    return wrap(shown, width, initial_indent=indent, subsequent_indent=indent)


def _words(text: Text) -> str:
    return "".join(f"*{piece.text}*" if piece.changed else piece.text for piece in text)
