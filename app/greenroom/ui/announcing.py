"""Tells screen readers what has happened, without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, message: str) -> None:
    """Have `message` read out when the screen reader comes to a pause."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))
