"""Writes a file that is in its place only once it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from greenroom.errors import JournalError


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes the place of `path` at the end; a failure leaves what was there.

    A pipe or a device at `path` is written to as it is: nothing may take its place. Raises `JournalError`.
    """
    try:
        with path.open("wb") if _is_pipe_or_device(path) else _replacing(path.resolve()) as file:
            yield file
    except OSError as error:
        message = (
            f"{path} could not be written ({error.strerror or error}). What was there before is as it was. "
            "Free some space or choose another place, and try again."
        )
        raise JournalError(message) from error


def _is_pipe_or_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    part = Path(f"{path}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
