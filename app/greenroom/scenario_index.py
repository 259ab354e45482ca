"""What was read of each scenario file, remembered from one start to the next."""

import json
from pathlib import Path
from typing import Any
from zlib import crc32

from greenroom import __version__
from greenroom.command import command
from greenroom.paths import make_folder

Card = list[Any]
"""What a listing shows, from the title on."""
Index = dict[str, tuple[list[int], Card]]
"""By path the stamp that a file had when it was read, and its card; JSON makes a list of the pair."""

_SHAPE = 2
"""Counted up whenever a card gets other parts."""


def read_index(path: Path) -> Index:
    """Return what was remembered; nothing when it is missing, damaged or another version's.

    The same when the program was started by other words then: its sentences name them.
    """
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    known: Index = json.loads(body) if seal == _seal(body) else {}
    return known


def write_index(path: Path, known: Index) -> None:
    """Remember this, and nothing else. Raises `OSError`."""
    body = json.dumps(known).encode()
    part = path.with_suffix(".part")
    make_folder(path.parent)
    part.write_bytes(_seal(body) + b"\n" + body)
    part.replace(path)


def _seal(body: bytes) -> bytes:
    return f"{__version__}/{_SHAPE} {command()} {crc32(body):08x}".encode(errors="replace")
