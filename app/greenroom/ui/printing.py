"""A page of HTML as a PDF of A4 sheets, set for paper."""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument, QTextFrame, QTextLength, QTextTable

_POINTS = 10
_CELL_PADDING = 3
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
"""What a page says of its looks is meant for a browser: sizes in pixels would be specks on paper."""


def write_pdf(path: Path, html: str, title: str) -> None:
    """Write `html`, which loads nothing from elsewhere, as a PDF. Raises `OSError` when `path` cannot be written."""
    path.touch()  # Qt would only say it in the log
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator("Greenroom")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)  # the document has its own
    document = QTextDocument()
    font = QFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setHtml(_STYLE.sub("", html))
    for table in _tables(document.rootFrame()):
        _spread(table)
    document.print_(writer)


def _tables(frame: QTextFrame) -> Iterator[QTextTable]:
    return (child for child in frame.childFrames() if isinstance(child, QTextTable))


def _spread(table: QTextTable) -> None:
    """Let the columns of a table share the width of the sheet, which Qt would not do by the page's style."""
    percent = QTextLength.Type.PercentageLength
    look = table.format()
    look.setWidth(QTextLength(percent, 100))
    look.setColumnWidthConstraints([QTextLength(percent, 100 / table.columns())] * table.columns())
    look.setCellPadding(_CELL_PADDING)
    table.setFormat(look)
