"""The journal: every run, newest first, to open, to go on with, or to delete."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.screen import Screen
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.run_list import RunList
from greenroom.ui.widgets.run_row import KeptRun
from greenroom.ui.widgets.scroll import ScrollColumn
from greenroom.ui.widgets.text import Text

_PAGE = 50
_WIDEST = 760


class JournalScreen(Screen):
    """Lists the runs, a page at a time."""

    place = "journal"
    scroll_area: ScrollColumn

    run_picked = Signal(str)
    deletion_requested = Signal(str)
    deletion_of_all_requested = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look, self._pictures = look, pictures
        self._read: Callable[[int], Sequence[KeptRun]] = lambda _limit: ()
        self._pages = 1
        self._list = RunList(look, pictures)
        self._empty = Text(look, self.tr("A blank page, only for you."), "body", "ink_soft")
        self._empty.setObjectName("empty")
        self._more = Button(look, self.tr("Show more"))
        self._more.setObjectName("show-more")
        self._delete_all = Button(look, self.tr("Delete everything"), "quiet", icon=(pictures, "delete"))
        self._delete_all.setObjectName("delete-all")
        self._build()
        self._connect()

    def show_runs(self, read: Callable[[int], Sequence[KeptRun]]) -> None:
        """Show the runs that `read` returns; it is asked for as many as are wanted, newest first."""
        self._read = read
        self._show_read()

    def arrange(self, _breadth: Breadth) -> None:
        self.scroll_area.limit_width(self._look.pixels(_WIDEST))

    def take_focus(self) -> None:
        super().take_focus()
        self._list.take_focus(0)

    def _show_read(self) -> None:
        wanted = self._pages * _PAGE
        runs = self._read(wanted + 1)
        self._list.show_runs(runs[:wanted])
        self._more.setVisible(len(runs) > wanted)
        self._empty.setVisible(not runs)
        self._delete_all.setVisible(bool(runs))

    def _on_deletion_requested(self, run_id: str) -> None:
        place = self._list.focused
        super().take_focus()  # the button goes with its run
        self.deletion_requested.emit(run_id)
        self._list.take_focus(max(place, 0))

    def _on_deletion_of_all_requested(self) -> None:
        super().take_focus()
        self.deletion_of_all_requested.emit()
        self._list.take_focus(0)

    def _on_more_clicked(self) -> None:
        first_new = self._pages * _PAGE
        self._pages += 1
        self._show_read()
        self._list.take_focus(first_new)

    def _build(self) -> None:
        look = self._look
        head = row(look, Text(look, self.tr("Journal"), "display"), spacing=16)
        head.addStretch(1)
        head.add(self._delete_all)
        inside = column(look, head, margins=(36, 36, 36, 28), spacing=0)
        inside.gap(20)
        inside.add(self._empty, self._list)
        inside.gap(16)
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self.scroll_area = ScrollColumn(look, inside)
        self.setLayout(column(look, self.scroll_area))

    def _connect(self) -> None:
        self._more.clicked.connect(self._on_more_clicked)
        self._delete_all.clicked.connect(self._on_deletion_of_all_requested)
        self._list.opened.connect(self.run_picked)
        self._list.deletion_requested.connect(self._on_deletion_requested)
