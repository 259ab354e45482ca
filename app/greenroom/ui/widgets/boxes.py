"""Rows and columns whose margins and gaps grow with the text."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QSpacerItem, QWidget

from greenroom.ui.look import Look

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, at 100 %."""
NO_MARGINS: Margins = (0, 0, 0, 0)


def wrapping(across: QSizePolicy.Policy = QSizePolicy.Policy.Expanding) -> QSizePolicy:
    """Return the policy of a part that is as high as its width asks for; it says so in `heightForWidth`."""
    policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


class Box(QBoxLayout):
    """A row or a column that can be laid out again for another text size."""

    def __init__(self, look: Look, direction: QBoxLayout.Direction, margins: Margins, spacing: int) -> None:
        super().__init__(direction)
        self._look, self._margins, self._spacing = look, margins, spacing
        self._gaps: list[tuple[QSpacerItem, int]] = []
        self.rescale()

    def add(self, *parts: QWidget | QBoxLayout) -> None:
        """Add widgets and boxes, one after the other."""
        for part in parts:
            self.addWidget(part) if isinstance(part, QWidget) else self.addLayout(part)

    def gap(self, size: int) -> None:
        """Add a space of `size` pixels at 100 %, in addition to the spacing."""
        spacer = QSpacerItem(0, 0)
        self._gaps.append((spacer, size))
        self._scale_gap(spacer, size)
        self.addItem(spacer)

    def change_margins(self, margins: Margins) -> None:
        """Take other margins."""
        self._margins = margins
        self.rescale()

    def rescale(self) -> None:
        """Take the margins, gaps and spacing that fit the text size."""
        self.setContentsMargins(*(self._look.space(margin) for margin in self._margins))
        self.setSpacing(self._look.space(self._spacing))
        for spacer, size in self._gaps:
            self._scale_gap(spacer, size)
        self.invalidate()

    def _scale_gap(self, spacer: QSpacerItem, size: int) -> None:
        length = self._look.space(size)
        spacer.changeSize(length, length, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def row(look: Look, *parts: QWidget | QBoxLayout, margins: Margins = NO_MARGINS, spacing: int = 0) -> Box:
    """Return a row of `parts`, from left to right."""
    made = Box(look, QBoxLayout.Direction.LeftToRight, margins, spacing)
    made.add(*parts)
    return made


def column(look: Look, *parts: QWidget | QBoxLayout, margins: Margins = NO_MARGINS, spacing: int = 0) -> Box:
    """Return a column of `parts`, from top to bottom."""
    made = Box(look, QBoxLayout.Direction.TopToBottom, margins, spacing)
    made.add(*parts)
    return made


def lay_out_around(part: QWidget) -> None:
    """Lay out at once what is around a part that has grown: Qt would take one level at a time, and show each."""
    around: QWidget | None = part
    while around is not None:
        QCoreApplication.sendPostedEvents(around, QEvent.Type.LayoutRequest.value)
        around = around.parentWidget()


def clear(box: QLayout) -> None:
    """Take every widget out of a box, for good."""
    while (item := box.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def turn(box: QBoxLayout, *, upright: bool) -> None:
    """Make a box a column (`upright`) or a row."""
    box.setDirection(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
