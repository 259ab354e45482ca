"""The keys that work everywhere in the window."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def connect_keys(widget: QWidget, keys: dict[str, Callable[[], object]]) -> None:
    """Have each of the `keys`, such as "Ctrl+J", call what stands beside it while `widget` is in sight.

    A key that is held down calls it once.
    """
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
