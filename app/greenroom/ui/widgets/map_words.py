"""What is said of the parts of a map."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from greenroom.mapping import Stop


def stop_in_words(stop: "Stop", *, clear: bool) -> str:
    """Return a stop as a screen reader says it; of one that is not `clear` only that it is there."""
    if not clear:
        return QCoreApplication.translate("Map", "Not seen yet")
    if stop.turns and stop.is_ending:
        return QCoreApplication.translate("Map", "{label}, the ending of this run").format(label=stop.label)
    if stop.turns:
        told = QCoreApplication.translate("Map", "{label}, seen, turn {numbers} of this run")
        return told.format(label=stop.label, numbers=", ".join(map(str, stop.turns)))
    if stop.seen:
        return QCoreApplication.translate("Map", "{label}, seen").format(label=stop.label)
    return QCoreApplication.translate("Map", "{label}, not seen yet").format(label=stop.label)


def unseen_replies_in_words(count: int) -> str:
    """Return how many replies have not been seen; nothing where all have."""
    if count == 0:
        return ""
    if count == 1:
        return QCoreApplication.translate("Map", "1 reply not seen yet")
    return QCoreApplication.translate("Map", "{count} replies not seen yet").format(count=count)


def unseen_stops_in_words(count: int) -> str:
    """Return how much of a map has not been seen."""
    if count == 0:
        return QCoreApplication.translate("Map", "You have seen all of it.")
    if count == 1:
        return QCoreApplication.translate("Map", "One moment is still in the fog.")
    return QCoreApplication.translate("Map", "{count} moments are still in the fog.").format(count=count)
