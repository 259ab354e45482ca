"""A comparison as a page of HTML that needs nothing else, to keep or to print."""

from collections.abc import Iterator, Sequence
from html import escape

from greenroom.comparing.comparison import Comparison
from greenroom.comparing.script import Band, Text, script
from greenroom.rubric import Rubric

_STYLE = """\
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #24221e }
h2 { font-size: 1.1em; margin: 1.5em 0 .3em }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-bottom: 1em }
th, td { text-align: left; vertical-align: top; padding: .15em .8em .15em 0; overflow-wrap: anywhere }
tr, h2 { break-inside: avoid }
h2 { break-after: avoid }
"""


def as_html(comparison: Comparison, rubric: Rubric) -> str:
    """Return a comparison as a page. Whatever is in the texts shows as text."""
    printed = script(comparison, rubric)
    body = [
        f"<h1>{escape(printed.title)}</h1>",
        *_paragraphs((*printed.runs, *printed.scene)),
        *(line for band in printed.bands for line in _band(band, printed.names)),
        f"<h2>{escape(printed.question)}</h2>",
        *_paragraphs(printed.reading),
    ]
    head = f'<meta charset="utf-8">\n<title>{escape(printed.title)}</title>\n<style>\n{_STYLE}</style>'
    language = escape(comparison.scenario.language)
    return f'<!DOCTYPE html>\n<html lang="{language}">\n{head}\n<body>\n{chr(10).join(body)}\n</body>\n</html>\n'


def _band(band: Band, names: Sequence[str]) -> Iterator[str]:
    if band.heading:
        yield f"<h2>{escape(band.heading)}</h2>"
    yield '<table width="100%">'
    columns = len(band.lines[-1])
    if columns > 1:
        yield _row("th", [escape(name) for name in names])
    for line in band.lines:
        yield _row("td", [_marked(text) for text in line])
    yield "</table>"


def _row(tag: str, cells: Sequence[str]) -> str:
    """Return a row of cells as wide as each other, also where no style sheet is heeded."""
    opened = f'<{tag} width="{100 // len(cells)}%">'
    return f"<tr>{''.join(f'{opened}{cell}</{tag}>' for cell in cells)}</tr>"


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    return (f"<p>{escape(text)}</p>" for text in texts)


def _marked(text: Text) -> str:
    return "".join(f"<u>{escape(piece.text)}</u>" if piece.changed else escape(piece.text) for piece in text)
