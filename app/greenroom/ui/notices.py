"""The one door for messages: a line above the screen, which never stands in the way."""

from collections.abc import Callable

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Panel
from greenroom.ui.widgets.text import Text


class Notices(Panel):
    """Shows the latest message, perhaps with one thing to do about it, until it is closed or replaced."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "quote", "bottom", (28, 7, 18, 8))
        self._act: Callable[[], None] | None = None
        self._message = Text(look)
        self._message.setObjectName("notice")
        self._action = Button(look, "", "quiet")
        self._action.setObjectName("notice-action")
        self._close = Button(look, self.tr("Close"), "quiet", icon=(pictures, "close"))
        self._close.setObjectName("notice-close")
        line = row(look, spacing=10)
        line.addWidget(self._message, 1)
        line.add(self._action, self._close)
        self.box.add(line)
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self.clear)
        self.hide()

    def show_notice(self, message: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show `message`; with `action` there is a button that calls `act`."""
        from greenroom.ui.announcing import announce  # noqa: PLC0415  # most starts have nothing to announce

        is_news = self.isHidden() or message != self._message.text()
        self._act = act
        self._message.show_text(message)
        self._action.show_text(action)
        self._action.setVisible(bool(action))
        self.show()
        if is_news:
            announce(self, message)

    def clear(self) -> None:
        """Take the message away."""
        self._act = None
        self.hide()

    def _on_action_clicked(self) -> None:
        act = self._act
        self.clear()
        if act:
            act()
