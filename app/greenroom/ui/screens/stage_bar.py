"""The line above the stage: which conversation and turn it is, taking back, and leaving."""

from PySide6.QtCore import Signal

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.screen import TopBar
from greenroom.ui.widgets.buttons import Button


class StageBar(TopBar):
    """Tells where one is, and offers the two ways out of it."""

    take_back_requested = Signal()
    left = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look)
        take_back = (pictures, "take-back")
        self._take_back = Button(look, self.tr("Take back"), "quiet", icon=take_back, key=self.tr("Ctrl+Z"))
        self._take_back.setObjectName("take-back")
        self._leave = Button(look, self.tr("Leave kindly"), "quiet", icon=(pictures, "leave"))
        self._leave.setObjectName("leave")
        self.line.add(self._take_back, self._leave)
        self._take_back.clicked.connect(self.take_back_requested)
        self._leave.clicked.connect(self.left)

    def show_turn(self, title: str, turn: int, *, first: bool) -> None:
        """Show which turn it is; before the `first` answer there is nothing to take back."""
        self.show_title(title, self.tr("Turn {number}").format(number=turn))
        self._take_back.setVisible(not first)

    def arrange(self, breadth: Breadth) -> None:
        super().arrange(breadth)
        self._take_back.show_key("" if breadth == "narrow" else self.tr("Ctrl+Z"))
