"""A text as a PDF of A4 pages, set for paper."""

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

_POINTS = 10


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
    document.setHtml(html)
    document.print_(writer)
