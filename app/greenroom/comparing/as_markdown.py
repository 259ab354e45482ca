"""A comparison as Markdown, to keep or to print: tables with a column for each run."""

from collections.abc import Iterator, Sequence
from re import sub

from greenroom.comparing.comparison import Comparison
from greenroom.comparing.script import Band, Text, script
from greenroom.rubric import Rubric


def as_markdown(comparison: Comparison, rubric: Rubric) -> str:
    """Return a comparison as Markdown. Whatever is in the texts shows as text."""
    printed = script(comparison, rubric)
    parts = [f"# {_escaped(printed.title)}"]
    parts += map(_escaped, (*printed.runs, *printed.scene))
    parts += ["\n".join(_band(band, printed.names)) for band in printed.bands]
    parts += [f"## {_escaped(printed.question)}", *map(_escaped, printed.reading)]
    return "\n\n".join(parts) + "\n"


def _band(band: Band, names: Sequence[str]) -> Iterator[str]:
    if band.heading:
        yield from (f"## {band.heading}", "")
    together = len(band.lines[-1]) == 1
    heads = ["All runs"] if together else [_escaped(name) for name in names]
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for line in band.lines:
        yield _row([_marked(text) for text in line])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(text: Text) -> str:
    return "".join(f"**{_escaped(piece.text)}**" if piece.changed else _escaped(piece.text) for piece in text)


def _escaped(text: str) -> str:
    """Return a text on one line, in which nothing is markup, and no address becomes a link."""
    return sub(r"([\\`*_{}\[\]<>&|~#@]|:(?=//)|(?<=www)\.)", r"\\\1", sub(r"\s+", " ", text))
