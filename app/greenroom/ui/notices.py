"""The one door for messages: a line above the screen, which never stands in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Panel
from greenroom.ui.widgets.text import Text
from greenroom.ui.words import sentence


class Notices(Panel):
    """Shows the latest message, perhaps with one thing to do about it, until it is closed or replaced."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "quote", "bottom", (28, 7, 18, 8))
        self._narrow = False
        self._act: Callable[[], None] | None = None
        self._message = Text(look)
        self._message.setObjectName("notice")
        self._action = Button(look, "", "quiet")
        self._action.setObjectName("notice-action")
        self._close = Button(look, self.tr("Close"), "quiet", icon=(pictures, "close"))
        self._close.setObjectName("notice-close")
        buttons = row(look, self._action, self._close, spacing=10)
        self._line = row(look, spacing=10)
        self._line.addWidget(self._message, 1)
        self._line.addLayout(buttons)
        self._line.setAlignment(buttons, Qt.AlignmentFlag.AlignRight)
        self.box.add(self._line)
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self.clear)
        self.hide()

    def arrange(self, breadth: Breadth) -> None:
        """Put the buttons beside the message, or under it where it is long and there is little room."""
        self._narrow = breadth == "narrow"
        self._fit()

    def show_notice(self, message: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show `message`; with `action` there is a button that calls `act`."""
        from greenroom.ui.announcing import announce  # noqa: PLC0415  # most starts have nothing to announce

        told = sentence(message)  # many come from the core, which knows no language but its own
        is_news = self.isHidden() or told != self._message.text()
        self._act = act
        self._message.show_text(told)
        self._action.show_text(action)
        self._action.setVisible(bool(action))
        self._fit()
        self.show()
        if action and _nothing_has_the_focus():
            self._action.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_news:
            announce(self, told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        abreast = (self._message, self._action, self._close) if self._act else (self._message, self._close)
        needed = sum(part.sizeHint().width() + self._line.spacing() for part in abreast)
        turn(self._line, upright=self._narrow and needed > self.box.contentsRect().width())

    def clear(self) -> None:
        """Take the message away."""
        self._act = None
        self.hide()

    def _on_action_clicked(self) -> None:
        act = self._act
        self.clear()
        if act:
            act()


def _nothing_has_the_focus() -> bool:
    """Return whether the focus lies on a screen as a whole, as where its list is empty."""
    focused = QApplication.focusWidget()
    return focused is not None and focused.focusPolicy() == Qt.FocusPolicy.NoFocus
