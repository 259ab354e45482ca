"""The runs of the journal, one below the other; the arrows walk through them, and more come as one scrolls."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.run_model import Index, KeptRun, ReadPage, RunModel
from greenroom.ui.widgets.run_row import RunRow
from greenroom.ui.widgets.scroll import ScrollBar

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RunList(QListView):
    """Shows runs, of which one is the one that the page beside it shows."""

    moved_to = Signal(str)
    """The id of the run that one has walked to."""
    pressed_on = Signal(str)
    """The id of a run that was clicked."""
    entered_on = Signal(str)
    """The id of a run on which Enter was pressed."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._runs = RunModel()
        self._runs.setParent(self)
        self._row = RunRow(look, pictures)
        self._row.setParent(self)
        self.setModel(self._runs)
        self.setItemDelegate(self._row)
        self.setObjectName("runs")
        self.setAccessibleName(self.tr("Runs, newest first"))
        self._build()
        self.clicked.connect(self._on_clicked)

    def show_runs(self, read: ReadPage) -> None:
        """Show the newest runs that `read` returns; the one that was current stays so while it is among them."""
        current, place = self.current, max(self.currentIndex().row(), 0)
        self._runs.show_runs(read)
        again = self._runs.place_of(current.id) if current else None
        self.go_to(place if again is None else again)

    def change_run(self, run_id: str, **changed: str | bool) -> None:
        """Show what has changed about a run: its `name`, `note` or `starred`."""
        self._runs.change_run(run_id, **changed)

    def go_to(self, place: int) -> None:
        """Make the run at `place` the current one, or the last where there are fewer."""
        last = self._runs.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._runs.index(min(place, last)))

    def relook(self) -> None:
        """Lay the rows out for another size of text."""
        self.setSpacing(0)  # makes the view ask again how high a row is
        self.scheduleDelayedItemsLayout()

    @property
    def current(self) -> KeptRun | None:
        """The run that one has walked to."""
        return self._runs.run_at(self.currentIndex().row())

    @property
    def is_empty(self) -> bool:
        """Whether there is none."""
        return self._runs.rowCount() == 0

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if run := self._runs.run_at(current.row()):
            self.moved_to.emit(run.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            if self.current and not event.isAutoRepeat():
                self.entered_on.emit(self.current.id)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right) or event.text().strip():
            event.ignore()  # Qt would search by letters among the few rows that are there
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(ScrollBar(self._look))
        view = QWidget()
        self.setViewport(view)
        view.setAutoFillBackground(False)

    def _on_clicked(self, index: QModelIndex) -> None:
        if run := self._runs.run_at(index.row()):
            self.pressed_on.emit(run.id)
