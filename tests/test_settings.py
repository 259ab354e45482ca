"""What the user has set is kept, and a damaged file does no harm."""

from pathlib import Path

import pytest

from greenroom.errors import GreenroomError
from greenroom.settings import Settings, read_settings, write_settings


def test_what_was_set_is_read_again(tmp_path: Path) -> None:
    """Settings written to a folder that is not there yet come back as they were."""
    path = tmp_path / "new" / "settings.json"
    settings = Settings(text_size=150, theme="dark", motion="none", silent_rules=("too-wide",))
    write_settings(path, settings)
    assert read_settings(path) == settings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"text_size": [1]}',
        '{"text_size": 7}',
        '{"theme": {"a": 1}, "other": 2}',
        "\xff",
        '{"silent_rules": {"a": 1}}',
    ],
)
def test_what_is_not_understood_has_its_default(tmp_path: Path, text: str) -> None:
    """A damaged or foreign file gives the settings one starts with."""
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="latin-1")
    assert read_settings(path) == Settings()


def test_one_wrong_value_leaves_the_others(tmp_path: Path) -> None:
    """What can be understood of a file is taken."""
    path = tmp_path / "settings.json"
    path.write_text('{"text_size": 150, "theme": "mauve"}')
    assert read_settings(path) == Settings(text_size=150)


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    """It says where and why, and that the settings hold until the app closes."""
    (tmp_path / "home").write_text("a file")
    with pytest.raises(GreenroomError, match="They hold until"):
        write_settings(tmp_path / "home" / "settings.json", Settings())
