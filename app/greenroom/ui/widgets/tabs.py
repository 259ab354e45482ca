"""Tabs in a line: the drafts of a message, and what compares them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import wrapping
from greenroom.ui.widgets.buttons import PlainButton
from greenroom.ui.widgets.flow import Flow
from greenroom.ui.widgets.shapes import paint_box, paint_focus

if TYPE_CHECKING:
    from greenroom.ui.look import Role
    from greenroom.ui.theme import Colour

_RADIUS = 9
_HEIGHT = 36
_PADDING = 15
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Tab(PlainButton):
    """One of them."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font("small_strong")).horizontalAdvance(self.text())
        return QSize(words + 2 * self._look.space(_PADDING), self._look.pixels(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box, here = QPainter(self), QRectF(self.rect()), self.isChecked()
        fill: Colour = "surface" if here else "tint" if self.pointed_at else "sunken"
        paint_box(painter, self._look, box, fill, "control" if here else "line", _RADIUS)
        if self.hasFocus():
            paint_focus(painter, self._look, box, _RADIUS)
        role: Role = "small_strong" if here else "small"
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour("ink" if here else "ink_soft"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Tabs(QWidget):
    """Shows which one is open; Left and Right lead to the others."""

    picked = Signal(str)
    """The key of a tab."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._tabs: dict[str, Tab] = {}
        self._flow = Flow(look, spacing=4)
        self.setLayout(self._flow)
        self.setAccessibleName(name)
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred))

    def show_tabs(self, texts: Mapping[str, str], here: str) -> None:
        """Show these tabs, words by key, of which one is open."""
        if {key: tab.text() for key, tab in self._tabs.items()} != dict(texts):
            self._replace(texts)
        for key, tab in self._tabs.items():
            tab.setChecked(key == here)
            # The Tab key stops at the one that is open; the arrows lead to the others.
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == here else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        keys = list(self._tabs)
        focused = next((place for place, key in enumerate(keys) if self._tabs[key].hasFocus()), None)
        if not step or focused is None:
            super().keyPressEvent(event)
            return
        beside = self._tabs[keys[(focused + step) % len(keys)]]
        beside.setFocus(Qt.FocusReason.TabFocusReason)
        beside.click()

    def _replace(self, texts: Mapping[str, str]) -> None:
        kept = {key: tab for key, tab in self._tabs.items() if texts.get(key) == tab.text()}
        for tab in self._tabs.values():
            self._flow.removeWidget(tab)
            if tab not in kept.values():
                tab.hide()
                tab.deleteLater()
        self._tabs = {key: kept.get(key) or self._new_tab(key, text) for key, text in texts.items()}
        for tab in self._tabs.values():
            self._flow.addWidget(tab)
            tab.show()
        self.updateGeometry()

    def _new_tab(self, key: str, text: str) -> Tab:
        tab = Tab(self._look, text)
        tab.setObjectName(f"tab-{key}")
        tab.clicked.connect(lambda: self.picked.emit(key))
        return tab
