"""The window: the rail, the notices and the screen, arranged for the room there is."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from greenroom.ui.look import Look
from greenroom.ui.notices import Notices
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.screen import Screen
from greenroom.ui.widgets.boxes import Box, column, row
from greenroom.ui.widgets.rail import Rail
from greenroom.ui.widgets.scroll import step_onto

_SMALLEST = (600, 420)
_USUAL = (1280, 800)


class Window(QWidget):
    """Shows one screen at a time beside the rail."""

    first_painted = Signal()
    """There is something to look at; what can wait may begin."""
    scenario_wanted = Signal(str)
    """A second start has asked for this scenario."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._painted = False
        self.rail = Rail(look, pictures)
        self.notices = Notices(look, pictures)
        self._stack = QStackedWidget()
        main = column(look, self.notices)
        main.addWidget(self._stack, 1)
        whole = row(look, self.rail)
        whole.addLayout(main, 1)
        self.setLayout(whole)
        self.setWindowTitle(self.tr("Greenroom"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)

    @property
    def screen_shown(self) -> Screen | None:
        """The screen one sees."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def show_screen(self, screen: Screen) -> None:
        """Show a screen and put the focus where one is likely to go on."""
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self.arrange()
        screen.take_focus()

    def relook(self) -> None:
        """Lay everything out and paint it anew, after the look has changed."""
        for box in self.findChildren(Box):
            box.rescale()
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()
        self.arrange()
        self.update()

    def arrange(self) -> None:
        """Fit the rail, the notices and the screen into the room there is."""
        breadth = self._look.breadth(self.width())
        self.notices.arrange(breadth)
        if screen := self.screen_shown:
            self.rail.show_place(screen.place, words=breadth == "wide" and screen.rail_words)
            screen.arrange(breadth)

    def step_pane(self, step: int) -> None:
        """Move the focus into the next part of the window, or with -1 into the one before."""
        from greenroom.ui.reading_order import focus_stops  # noqa: PLC0415  # a start needs no order

        screen = self.screen_shown
        panes = [self.rail, self.notices, *(screen.panes() if screen else [])]
        panes = [pane for pane in panes if pane.isVisible() and focus_stops(pane)]
        focused = QApplication.focusWidget()
        here = next((place for place, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)), None)
        place = 0 if here is None else (here + step) % len(panes)
        step_onto(focus_stops(panes[place])[0], Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # as Qt has it
        """Go on in reading order: by itself Qt goes by when a widget was made."""
        from greenroom.ui.reading_order import focus_stops  # noqa: PLC0415  # a start needs no order

        stops = focus_stops(self)
        focused = QApplication.focusWidget()
        here = next((place for place, stop in enumerate(stops) if stop is focused), None)
        if not stops:
            return False
        end, step = (0, 1) if forward else (-1, -1)
        inside = focus_stops(focused) if here is None and focused else []
        reached = (inside or stops)[end] if here is None else stops[(here + step) % len(stops)]
        step_onto(reached, Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)  # what is in the window is painted after it
