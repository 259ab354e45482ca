"""What every screen is: a part of the window that arranges itself for the room there is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.widgets.boxes import Box, column, row
from greenroom.ui.widgets.card import Panel
from greenroom.ui.widgets.scroll import ScrollArea
from greenroom.ui.widgets.text import Text

UNLIMITED = 16_777_215
"""What Qt takes for no limit of a width."""
_BUTTON_HEIGHT = 34


class Screen(QWidget):
    """Fills the window beside the rail."""

    place = "home"
    """The item of the rail to which it belongs."""
    rail_words = True
    """Whether the rail may take the room for words beside it."""
    owns_notices = False
    """Whether what a notice says while it is shown is about it alone."""

    closed = Signal()
    """Esc, where there is nothing on the screen to close."""

    scroll_area: ScrollArea
    """What the keys for pages scroll, wherever the focus is."""

    def arrange(self, breadth: Breadth) -> None:
        """Lay the parts out for the room there is."""

    def panes(self) -> list[QWidget]:
        """Return the parts between which F6 moves."""
        return [self]

    def take_focus(self) -> None:
        """Put the focus where one is likely to go on."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            self.scroll_area.keyPressEvent(event)


class TopBar(Panel):
    """The line above a screen: what it is about, and what one can do with it as a whole (on `box`)."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "background", "bottom", (28, 11, 18, 12))
        self._title = Text(look, "", "heading")
        self._about = Text(look, "", "small", "ink_faint")
        self.line: Box = row(look, self._title, self._about, spacing=10)
        self.line.addStretch(1)
        as_high_as_with_buttons = column(look)
        as_high_as_with_buttons.gap(_BUTTON_HEIGHT)
        self.line.add(as_high_as_with_buttons)
        self.box.add(self.line)

    def show_title(self, title: str, about: str = "") -> None:
        """Show a title, and faintly what completes it."""
        self._title.show_text(title)
        self._about.show_text(about)

    def arrange(self, breadth: Breadth) -> None:
        """Leave out what there is no room for."""
        self._about.setVisible(breadth != "narrow")
