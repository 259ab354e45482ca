"""What all ways through the window share: the window, what it is built from, and the journal, opened once."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from greenroom.errors import GreenroomError, JournalError
from greenroom.ui.appearance import Appearance
from greenroom.ui.notices import Notices
from greenroom.ui.parts import Parts
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.screen import Screen
from greenroom.ui.window import Window

if TYPE_CHECKING:
    from greenroom.journal import Journal
    from greenroom.ui.look import Look


class Frame(QObject):
    """Shows screens in the window, and tells what could not be done."""

    def __init__(self, window: Window, appearance: Appearance, pictures: Pictures, parts: Parts) -> None:
        super().__init__(window)
        self.window, self.appearance, self.pictures, self.parts = window, appearance, pictures, parts

    @property
    def look(self) -> "Look":
        """What every widget is drawn with."""
        return self.appearance.look

    @property
    def notices(self) -> Notices:
        """Where messages are shown."""
        return self.window.notices

    @cached_property
    def journal(self) -> "Journal | None":
        """The journal, opened when it is first asked for; None where nothing can be kept."""
        try:
            journal = self.parts.open_journal()
        except JournalError as error:
            unkept = self.tr("{trouble} What you rehearse now will not be kept.").format(trouble=error)
            self.notices.show_notice(unkept)
            return None
        if journal.notice:
            self.notices.show_notice(journal.notice)
        return journal

    def show(self, screen: Screen) -> None:
        """Show a screen; what a notice says about the one before goes with it."""
        shown = self.window.screen_shown
        if shown is not None and shown is not screen and shown.owns_notices:
            self.notices.clear()
        self.window.show_screen(screen)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the user what could not be done; everything else goes on."""
        try:
            yield
        except GreenroomError as error:
            self.notices.show_notice(str(error))
