"""Whether there is a display on which a window can open: Qt ends the process where it cannot reach one."""

import ctypes
from collections.abc import Mapping
from pathlib import Path


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Say whether a window can open, judged by the environment and by whether the display answers."""
    if platform in {"win32", "darwin"} or environ.get("QT_QPA_PLATFORM"):
        return True
    if wayland := environ.get("WAYLAND_DISPLAY"):
        return Path(environ.get("XDG_RUNTIME_DIR", ""), wayland).exists() or _x_answers(environ)
    return _x_answers(environ)


def _x_answers(environ: Mapping[str, str]) -> bool:
    if not (display := environ.get("DISPLAY")):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers
