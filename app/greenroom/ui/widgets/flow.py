"""Parts side by side, as many as there is room for, and the others below them."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from greenroom.ui.look import Look
from greenroom.ui.widgets.boxes import wrapping


class Flow(QLayout):
    """Lays parts out as words are laid out in a paragraph."""

    def __init__(self, look: Look, *parts: QWidget, spacing: int = 10) -> None:
        super().__init__()
        self._look, self._gap = look, spacing
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moving=False)

    def sizeHint(self) -> QSize:
        return QSize(sum(item.sizeHint().width() + self._space for item in self._shown), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def _place(self, room: QRect, *, moving: bool) -> int:
        """Go through the lines, moving their parts into place or not, and return the height of all of them."""
        y = room.y()
        for line in self._lines(room.width()):
            height = max(item.sizeHint().height() for item in line)
            if moving:
                self._move(line, room.x(), y + height / 2)
            y += height + self._space
        return max(0, y - self._space - room.y())

    def _move(self, line: list[QLayoutItem], x: int, middle: float) -> None:
        for item in line:
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(x, round(middle - size.height() / 2)), size))
            x += size.width() + self._space

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._shown:
            needed = item.sizeHint().width()
            if not lines or needed > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= needed + self._space
        return lines

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    @property
    def _space(self) -> int:
        return self._look.space(self._gap)


def flow(look: Look, *parts: QWidget, spacing: int = 10) -> QWidget:
    """Return a widget with `parts` side by side, as many as there is room for."""
    around = QWidget()
    around.setLayout(Flow(look, *parts, spacing=spacing))
    around.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred))
    return around
