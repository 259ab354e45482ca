"""Where something can be saved without replacing what is there."""

from itertools import count
from pathlib import Path


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """Return the first path of this name, or of this name with a number, where nothing is yet."""
    numbered = (folder / f"{stem}{f' {number}' if number > 1 else ''}{suffix}" for number in count(1))
    return next(path for path in numbered if not path.exists())
