"""Where things lie: what is shipped with the program, and the folder of what the user did."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from greenroom.errors import GreenroomError

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the shipped folder `name`: "assets" or "scenarios".

    Inside the installed package they stand beside this file; in a checkout, where the package is
    installed in place, at the top of the tree.
    """
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def make_folder(folder: Path) -> None:
    """Make a folder of the user's, and those above it that are missing, for nobody else to look into.

    Raises `OSError`.
    """
    for each in (*reversed(folder.parents), folder):
        if not each.is_dir():
            each.mkdir(mode=0o700, exist_ok=True)


class Folders(NamedTuple):
    """The places under one folder that holds everything the user has done."""

    home: Path

    @property
    def journal(self) -> Path:
        """The SQLite file with every run."""
        return self.home / "journal.sqlite3"

    @property
    def scenarios(self) -> Path:
        """The user's own scenarios."""
        return self.home / "scenarios"

    @property
    def settings(self) -> Path:
        """Text size, theme and motion."""
        return self.home / "settings.json"

    @property
    def cache(self) -> Path:
        """Drawn portraits and the index of scenarios; may be deleted at any time."""
        return self.home / "cache"

    @property
    def log(self) -> Path:
        """Unexpected errors, for a bug report."""
        return self.home / "greenroom.log"


def user_folders(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Folders:
    """Return the folders in use: `GREENROOM_HOME`, or the platform's folder for application data."""
    environ = os.environ if environ is None else environ
    if chosen := environ.get("GREENROOM_HOME"):
        try:
            return Folders(Path(chosen).expanduser().absolute())
        except RuntimeError as error:
            message = f"GREENROOM_HOME is {chosen}, but there is no such user. Set it to a folder."
            raise GreenroomError(message) from error
    return Folders(_platform_data_folder(environ, platform))


def _platform_data_folder(environ: Mapping[str, str], platform: str) -> Path:
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Greenroom"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Greenroom"
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "greenroom"
