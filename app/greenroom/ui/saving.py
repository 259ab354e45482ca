"""A comparison as a file that can be read without Greenroom, or printed."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from greenroom.comparing import as_html, as_markdown
from greenroom.errors import GreenroomError
from greenroom.ui.free_path import free_path
from greenroom.ui.printing import write_pdf

if TYPE_CHECKING:
    from greenroom.comparing import Comparison
    from greenroom.rubric import Rubric

Format = Literal["pdf", "markdown", "html"]
_SUFFIXES: dict[Format, str] = {"pdf": ".pdf", "markdown": ".md", "html": ".html"}


def save(comparison: "Comparison", rubric: "Rubric", kind: Format, folder: Path, now: datetime) -> Path:
    """Write a comparison into `folder`, beside what is there, and return the file.

    Raises `GreenroomError` when it cannot be written.
    """
    scenario = comparison.stories[0].scenario
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_path(folder, f"{scenario.id} compared {now:%Y-%m-%d}", _SUFFIXES[kind])
        if kind == "pdf":
            write_pdf(path, as_html(comparison, rubric), scenario.title)
        else:
            text = as_html(comparison, rubric) if kind == "html" else as_markdown(comparison, rubric)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        unsaved = QCoreApplication.translate(
            "Compare",
            "This couldn't be saved to {folder}. It is still here; see whether that folder can be written to.",
        )
        raise GreenroomError(unsaved.format(folder=folder)) from error
    return path
