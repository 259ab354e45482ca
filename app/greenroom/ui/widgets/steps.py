"""The steps of a replay, below it: on, back, what else there was, and playing from here."""

from PySide6.QtCore import Qt, Signal

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Panel
from greenroom.ui.widgets.flow import flow


class Steps(Panel):
    """Offers what can be done at a turn; what is `besides` the steps may stand elsewhere."""

    on_requested = Signal()
    back_requested = Signal()
    others_requested = Signal()
    play_on_requested = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "background", "top", (28, 10, 28, 10))
        self._on = Button(look, self.tr("Next"), "primary")
        self._back = Button(look, self.tr("Back"))
        self._others = Button(look, self.tr("The other choices"), "quiet")
        self._play_on = Button(look, self.tr("Play from here"), "quiet", icon=(pictures, "play"))
        for name, button, wish in (
            ("next", self._on, self.on_requested),
            ("back", self._back, self.back_requested),
            ("others", self._others, self.others_requested),
            ("play-on", self._play_on, self.play_on_requested),
        ):
            button.setObjectName(name)
            button.clicked.connect(wish)
        self.besides = flow(look, self._others, self._play_on)
        self._line = row(look, self._on, self._back, spacing=10)
        self._line.addWidget(self.besides, 1, Qt.AlignmentFlag.AlignVCenter)
        self.box.add(self._line)

    def show_way(self, on: str, *, has_back: bool, has_others: bool, plays_on: bool) -> None:
        """Show what can be done; `on` says what lies ahead, and is empty where nothing does."""
        self._on.show_text(on or self.tr("Next"))
        self._on.setVisible(bool(on))
        self._back.setEnabled(has_back)
        self._others.setVisible(has_others)
        self._play_on.setVisible(plays_on)

    def show_others(self, *, shown: bool) -> None:
        """Offer to close the other choices while they are `shown`."""
        self._others.show_text(self.tr("Close the other choices") if shown else self.tr("The other choices"))

    def arrange(self, breadth: Breadth) -> None:
        """Leave out the keys where there is no room for them, and what is `besides` to the screen."""
        if breadth != "narrow":
            self._line.addWidget(self.besides, 1, Qt.AlignmentFlag.AlignVCenter)
            self.besides.show()  # it was hidden when it left the place where it was
        self._on.show_key(self.tr("Right") if breadth == "wide" else "")
        self._back.show_key(self.tr("Left") if breadth == "wide" else "")
        self._line.setAlignment(Qt.AlignmentFlag.AlignLeft if breadth == "narrow" else Qt.AlignmentFlag(0))

    def take_focus(self) -> None:
        """Put the focus on the next step, or on the way back at the end."""
        stop = self._back if self._on.isHidden() else self._on
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
