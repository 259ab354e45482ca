"""Where a key leads among parts in a row: the next, the one before, the first, the last."""

from PySide6.QtCore import Qt

UPRIGHT = (Qt.Key.Key_Up, Qt.Key.Key_Down)
"""The keys that walk back and on in a column."""
LEVEL = (Qt.Key.Key_Left, Qt.Key.Key_Right)
"""The same in a row."""


def place_after(
    key: int, place: int, count: int, keys: tuple[Qt.Key, Qt.Key] = UPRIGHT, *, round_trip: bool = False
) -> int | None:
    """Return the place, among `count`, to which a key leads from `place`; None when it leads nowhere.

    Beyond an end it stays at the end, or on a round trip comes to the other one.
    """
    if not count:
        return None
    back, on = (place - 1) % count, (place + 1) % count
    if not round_trip:
        back, on = max(place - 1, 0), min(place + 1, count - 1)
    places = {keys[0]: back, keys[1]: on, Qt.Key.Key_Home: 0, Qt.Key.Key_End: count - 1}
    return places.get(Qt.Key(key))
