"""No sentence of the articles stands in the project: no run of six words is shared with them.

The articles themselves are not here. Of every run of six words in them `articles.bin` holds a hash of five bytes, by
which a run can be known again and not be read.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import pytest

from greenroom.paths import shipped
from greenroom.toml_file import read_toml

RUN = 6
BYTES = 5
HASHES = (Path(__file__).parent / "articles.bin").read_bytes()
ARTICLES = frozenset(HASHES[start : start + BYTES] for start in range(0, len(HASHES), BYTES))
FOLDERS = (shipped("scenarios"), shipped("assets") / "desk", shipped("assets") / "coach" / "en")
FILES = [*(file for folder in FOLDERS for file in sorted(folder.glob("*.toml"))), shipped("assets") / "claims.toml"]


def runs(text: str) -> Iterator[str]:
    """Yield every run of six words, in small letters and without signs."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'"))
    return (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def hash_of(run: str) -> bytes:
    """Return what a run is known by."""
    return blake2b(run.encode(), digest_size=BYTES).digest()


def texts(table: object) -> Iterator[str]:
    """Yield what is there to be read; not the names of claims, nor of the places where they stand."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        yield from (text for key, value in table.items() if key not in {"sources", "sections"} for text in texts(value))
    elif isinstance(table, list):
        yield from (text for value in table for text in texts(value))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_run_of_six_words_is_that_of_an_article(file: Path) -> None:
    """Whatever is said and explained is said in words of our own."""
    shared = [run for text in texts(read_toml(file)) for run in runs(text) if hash_of(run) in ARTICLES]
    assert shared == []


def test_a_title_of_an_article_would_be_found() -> None:
    """The test above would notice: the headings that the claims name are known again."""
    claims = read_toml(shipped("assets") / "claims.toml")["claims"].values()
    assert any(hash_of(run) in ARTICLES for claim in claims for place in claim["sections"] for run in runs(place))
