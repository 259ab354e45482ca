"""Whether a window can open, judged before Qt is asked."""

import pytest

from greenroom.display import has_display


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":991"}, "linux", False),
        ({"DISPLAY": "no host at all:0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "nowhere", "XDG_RUNTIME_DIR": "/nowhere"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_that_does_not_answer_is_none(environ: dict[str, str], platform: str, *, expected: bool) -> None:
    """A name in the environment is not enough: a display that is gone must not end the program."""
    assert has_display(environ, platform) == expected
