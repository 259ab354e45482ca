"""What an explanation rests on: a line for each source, which opens the reference below them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import clear, column, lay_out_around
from greenroom.ui.widgets.link import Link
from greenroom.ui.widgets.reference import ReferencePanel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from greenroom.rubric import Source


class SourceLines(QWidget):
    """Shows sources, and at most one reference in full."""

    opened = Signal(object)
    """The `QWidget` of the reference, which should be scrolled into view."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._link: Link | None = None
        self._reference: ReferencePanel | None = None
        self._lines = column(look)
        self._box = column(look, self._lines, spacing=12)
        self.setLayout(self._box)

    def show_sources(self, sources: "Iterable[Source]") -> None:
        """Show a line for each; the reference that was open is closed."""
        self._close()
        clear(self._lines)
        lines: dict[str, list[Source]] = {}  # two claims of one article share a line
        for source in sources:
            text = self.tr("Based on {source}, {footing}").format(source=source.short, footing=source.grade.footing)
            lines.setdefault(text, []).append(source)
        for text, alike in lines.items():
            self._lines.addWidget(self._new_link(text, alike), 0, Qt.AlignmentFlag.AlignLeft)

    def close_reference(self) -> bool:
        """Close the reference that is open, and say whether there was one."""
        link = self._close()
        if link:
            link.setFocus(Qt.FocusReason.OtherFocusReason)
        return link is not None

    def _close(self) -> Link | None:
        link, self._link = self._link, None
        if self._reference:
            self._reference.hide()
            lay_out_around(self)
        return link

    def _new_link(self, text: str, sources: "Sequence[Source]") -> Link:
        link = Link(self._look, self._pictures, "source", text)
        link.setObjectName(f"source-{sources[0].id}")
        link.clicked.connect(lambda: self._open(sources, link))
        return link

    def _open(self, sources: "Sequence[Source]", link: Link) -> None:
        if not self._reference:
            self._reference = ReferencePanel(self._look, self._pictures)
            self._reference.closed.connect(self.close_reference)
            self._box.add(self._reference)
        self._link = link
        self._reference.show_sources(sources)
        self._reference.show()
        lay_out_around(self._reference)
        self._reference.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(self._reference)
