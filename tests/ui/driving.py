"""Uses the window as a user does: by keys, by clicks, and by what can be seen."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from greenroom.session import Session
from greenroom.ui.frame import Frame
from greenroom.ui.navigation import Navigation
from greenroom.ui.screens.screen import Screen
from greenroom.ui.screens.stage import StageScreen
from greenroom.ui.window import Window

_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Backspace": Qt.Key.Key_Backspace,
    "Tab": Qt.Key.Key_Tab,
    "Space": Qt.Key.Key_Space,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Delete": Qt.Key.Key_Delete,
    "PageUp": Qt.Key.Key_PageUp,
    "PageDown": Qt.Key.Key_PageDown,
    "F1": Qt.Key.Key_F1,
    "F6": Qt.Key.Key_F6,
    "F8": Qt.Key.Key_F8,
}
_MODIFIERS = {
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


class Driver:
    """A user before the window."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        """Sit down before `window`."""
        self.window = window
        self.qtbot = qtbot

    @property
    def navigation(self) -> Navigation:
        """The way from screen to screen, for tests that begin somewhere else."""
        found = self.window.findChild(Navigation)
        assert found is not None
        return found

    @property
    def frame(self) -> Frame:
        """What the ways through the window share."""
        found = self.window.findChild(Frame)
        assert found is not None
        return found

    @property
    def screen(self) -> Screen:
        """The screen in sight."""
        assert self.window.screen_shown is not None
        return self.window.screen_shown

    @property
    def session(self) -> Session:
        """The rehearsal on the stage."""
        stage = self.window.findChild(StageScreen)
        assert stage is not None
        assert stage._session is not None
        return stage._session

    @property
    def focused(self) -> QWidget:
        """What the keys go to."""
        return QApplication.focusWidget() or self.window

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as "2", "Enter" or "Ctrl+J"."""
        for key in keys:
            *modifiers, name = key.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= _MODIFIERS[modifier]
            code = _KEYS.get(name) or Qt.Key(ord(name.upper()))
            QTest.keyClick(self.focused, code, held)
            self.settle()

    def click(self, name: str) -> None:
        """Click the visible button of this object name with the mouse."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)
        self.settle()

    def button(self, name: str) -> QAbstractButton:
        """Return the visible button of this object name."""
        found = [button for button in self.window.findChildren(QAbstractButton, name) if button.isVisible()]
        assert len(found) == 1, f"{len(found)} buttons are called {name}, of {sorted(self.buttons())}"
        return found[0]

    def buttons(self) -> list[str]:
        """Return the object names of the buttons in sight."""
        return [button.objectName() for button in self.visible(QAbstractButton)]

    def part(self, name: str) -> QWidget:
        """Return the part of the window of this object name."""
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def visible(self, kind: type[QObject] = QWidget) -> list[QWidget]:
        """Return the parts of this kind that are shown."""
        return [part for part in self.window.findChildren(kind) if isinstance(part, QWidget) and part.isVisible()]

    def texts(self) -> list[str]:
        """Return everything that can be read, or heard from a screen reader."""
        return [text for part in self.visible() for text in _texts_of(part) if text]

    def sees(self, text: str) -> bool:
        """Return whether `text` can be read anywhere."""
        return any(text in shown for shown in self.texts())

    def settle(self) -> None:
        """Let the window do what it has to."""
        for _ in range(3):
            QApplication.processEvents()


def _texts_of(part: QWidget) -> Iterator[str]:
    yield part.accessibleName()
    yield part.accessibleDescription()
    yield part.toolTip()
    if isinstance(part, (QLabel, QAbstractButton, QLineEdit)):
        yield part.text()
    if isinstance(part, QLineEdit):
        yield part.placeholderText()
