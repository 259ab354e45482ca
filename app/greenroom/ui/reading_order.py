"""The order in which one reads a window, which is the order in which the Tab key goes through it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def focus_stops(part: QWidget) -> list[QWidget]:
    """Return the parts of `part` (and itself) at which the Tab key stops, in reading order."""
    return [widget for widget in _in_order(part) if _is_stop(widget)]


def _is_stop(widget: QWidget) -> bool:
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for child in _children(widget):
        yield from _in_order(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        return [content] if (content := widget.widget()) is not None else []
    layout = widget.layout()
    if layout is not None:
        return list(_widgets_of(layout))
    return [child for child in widget.children() if isinstance(child, QWidget)]


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)
