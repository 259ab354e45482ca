"""The map as a list: each stop that has been seen, what was answered there, and where it led."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import column, wrapping
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.map_words import stop_in_words, unseen_replies_in_words, unseen_stops_in_words
from greenroom.ui.widgets.marks import side_word
from greenroom.ui.widgets.scroll import step_onto
from greenroom.ui.widgets.text import Text
from greenroom.ui.widgets.text_block import TextBlock
from greenroom.ui.widgets.walking import place_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from greenroom.mapping import Chart, Stop
    from greenroom.rubric import Side

_RADIUS = 11
_PADDING = 12


class _Row(PlainButton):
    """A stop."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.stop = ""
        self._blocks: tuple[TextBlock, ...] = ()
        self.setSizePolicy(wrapping())

    def show_lines(self, stop: str, name: str, title: str, lines: list[str]) -> None:
        self.stop = stop
        self._blocks = (
            TextBlock(self._look, title, "strong"),
            *(TextBlock(self._look, line, "small", "ink_soft") for line in lines),
        )
        self.setAccessibleName(". ".join([name, *lines]))
        self.setObjectName(f"outline-{stop}")
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return sum(block.height(self._room(width)) for block in self._blocks) + 2 * self._look.space(_PADDING)

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(300, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(160), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_surface(painter, _RADIUS)
        y = float(self._look.space(_PADDING))
        for block in self._blocks:
            y += block.paint(painter, self._look.space(_PADDING), y, self._room(self.width()))

    def _room(self, width: int) -> int:
        return max(1, width - 2 * self._look.space(_PADDING))


class MapOutline(QWidget):
    """Lists the stops; the arrows walk through them."""

    stop_shown = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[_Row] = []
        self._count = 0
        self._box = column(look, spacing=8)
        self._rest = Text(look, "", "small", "ink_faint")
        self._rest.setObjectName("outline-rest")
        self.setLayout(column(look, self._box, self._rest, spacing=12))

    def show_chart(self, chart: "Chart", side_of: "Callable[[str], Side]", *, lifted: bool) -> None:
        """Show what has been seen of a map, this run's stops first; with the fog `lifted` everything."""
        clear = [stop for stop in chart.stops if stop.seen or lifted]
        clear.sort(key=lambda stop: (not stop.turns, stop.turns, stop.is_ending))
        self._count = len(clear)
        while len(self._rows) < len(clear):
            self._add_row()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(clear))
            if place < len(clear):
                self._show_row(row, chart, clear[place], side_of, lifted=lifted)
        self._rest.show_text(unseen_stops_in_words(chart.unseen))

    def take_focus(self, stop: str) -> None:
        """Put the focus on a stop."""
        for row in self._rows[: self._count]:
            if row.stop == stop:
                step_onto(row, Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((place for place, row in enumerate(self._rows) if row.hasFocus()), -1)
        place = place_after(event.key(), focused, self._count)
        if place is None:
            super().keyPressEvent(event)
            return
        step_onto(self._rows[place], Qt.FocusReason.TabFocusReason)
        self.stop_shown.emit(self._rows[place].stop)

    def _show_row(
        self, row: _Row, chart: "Chart", stop: "Stop", side_of: "Callable[[str], Side]", *, lifted: bool
    ) -> None:
        labels = {other.id: other.label for other in chart.stops if other.seen or lifted}
        lines = [
            self.tr("{side}: {reply}. It led to: {label}").format(
                side=side_word(side_of(reply.choice.move)), reply=reply.choice.label, label=labels[way.target]
            )
            for way in chart.ways_from(stop.id)
            if way.target in labels
            for reply in way.replies
            if reply.seen or lifted
        ]
        unseen = "" if lifted else unseen_replies_in_words(stop.unseen)
        row.show_lines(stop.id, stop_in_words(stop, clear=True), self._title(stop), [*lines, *filter(None, [unseen])])

    def _title(self, stop: "Stop") -> str:
        if stop.is_ending:
            return self.tr("Ending: {label}").format(label=stop.label)
        if stop.turns:
            numbers = ", ".join(map(str, stop.turns))
            return self.tr("Turn {numbers}: {label}").format(numbers=numbers, label=stop.label)
        return stop.label

    def _add_row(self) -> None:
        row = _Row(self._look)
        row.clicked.connect(lambda: self.stop_shown.emit(row.stop))
        self._rows.append(row)
        self._box.add(row)
