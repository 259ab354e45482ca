"""Reads TOML that a stranger may have written; the only file that imports tomli."""

import re
from codecs import BOM_UTF8
from collections import deque
from itertools import accumulate
from pathlib import Path
from typing import Any

import tomli

from greenroom.errors import GreenroomError

LARGEST = 1024 * 1024
"""Bytes; a larger file is refused."""
DEEPEST = 64
"""Brackets open at once, or parts of one dotted key; a deeper file is refused."""

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters but tab and line end, and those that turn the direction of the text around them."""
_STRING_OR_COMMENT = re.compile(
    rb'"""[^"\\]*+(?:(?:\\.|"{1,2}(?!"))[^"\\]*+)*+(?:"{3,5})?'
    rb"|'''(?:[^']|'{1,2}(?!'))*+(?:'{3,5})?"
    rb'|"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"?'
    rb"|'[^'\n]*+'?"
    rb"|#[^\n]*+",
    re.DOTALL,
)
"""One that is not closed goes as far as it can, so that the search begins nowhere twice."""
_ESCAPE = re.compile(rb"\\(?:u(.{4})|U(.{8})|x(.{2})|(.))", re.DOTALL)
_ANY_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_SHORT_ESCAPES = {b"b": 0x08, b"f": 0x0C, b"r": 0x0D, b"e": 0x1B}
_DEEP_KEY = re.compile(rb"\.(?:[ \t]*+[\w-]*+[ \t]*+\.){%d}" % (DEEPEST - 1))
_LONG_NUMBER = re.compile(rb"[0-9a-fA-F_]{4000}")
_THERE_ALREADY = re.compile(r"Cannot overwrite a value|Cannot declare .* twice")
_STATEMENT = re.compile(rb"^[ \t]*+(\[[^\n]*+|[\w.\- \t]++(?==))", re.MULTILINE)
"""A table's head or a key, in a text whose strings have been blanked with letters."""
_LONGEST_KEY = 60
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_STEP = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


class TomlError(GreenroomError):
    """The file is not TOML that can be read here; `line` and `column` are counted from 1."""

    def __init__(self, code: str, message: str, hint: str = "", line: int = 1, column: int = 1) -> None:
        """Keep the code of assets/problems.md, the sentence, the mend, and where it is."""
        super().__init__(message)
        self.code, self.message, self.hint, self.line, self.column = code, message, hint, line, column


def read_toml(path: Path) -> dict[str, Any]:
    """Read a shipped file. Raises `TomlError` or `OSError`."""
    return parse_toml(path.read_bytes())


def parse_toml(raw: bytes) -> dict[str, Any]:
    """Return the tables of a TOML text. Raises `TomlError` with the place of what is wrong."""
    if len(raw) > LARGEST:
        raise TomlError("GR104", "the file is larger than 1 MiB", "a scenario is seldom a tenth of that")
    raw = raw.removeprefix(BOM_UTF8)
    text = _decode(raw)
    if unseen := _UNSEEN.search(text):
        raise _unseen(raw, len(text[: unseen.start()].encode()), unseen[0])
    _refuse_depth(raw)
    tables = _tables(raw, text)
    if b"\\" in raw:
        _refuse_escapes(raw)
    return tables


def without_escapes(raw: bytes) -> bytes:
    """Return a text of the same length in which no string has an escape, for a parser that knows fewer of them."""

    def blanked(token: re.Match[bytes]) -> bytes:
        return _ANY_ESCAPE.sub(b"__", token[0]) if token[0].startswith(b'"') else token[0]

    return _STRING_OR_COMMENT.sub(blanked, raw)


def _decode(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        message = f"the byte 0x{raw[error.start]:02X} is not UTF-8"
        raise _error("GR105", raw, error.start, message, "save the file as UTF-8") from error


def _tables(raw: bytes, text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        if _THERE_ALREADY.match(error.msg) and (repeated := _repeated(error.doc[: error.pos].encode())):
            raise repeated from error
        message = error.msg[:1].lower() + error.msg[1:]
        raise TomlError("GR108", message, line=error.lineno, column=error.colno) from error
    except ValueError as error:  # Python reads no number of more than 4,300 digits
        digits = _LONG_NUMBER.search(raw)
        raise _error("GR109", raw, digits.start() if digits else 0, "a number has thousands of digits") from error


def _repeated(before: bytes) -> TomlError | None:
    """Return the error for the last key or table of a text, which is there already; None if it stands in braces."""
    blanked = _STRING_OR_COMMENT.sub(lambda token: b"_" * len(token[0]), before)
    last = deque(_STATEMENT.finditer(blanked), maxlen=1)
    if not last or blanked.count(b"{", last[0].start()) != blanked.count(b"}", last[0].start()):
        return None
    start, end = last[0].span(1)
    name = before[start:end].decode().strip()
    name = name if len(name) <= _LONGEST_KEY else f"{name[:_LONGEST_KEY]}..."
    name = f"[{name.strip('[] ')}]" if name.startswith("[") else name
    return _error("GR108", before, start, f"{name} is there already", "keep one of the two")


def _refuse_depth(raw: bytes) -> None:
    """Judge the nesting without following it: the parser is recursive, and deep enough it takes the process down.

    Strings and comments are taken out as TOML reads them, so up to the first error of syntax, where
    the parser stops, the brackets left are those that it will follow.
    """
    bare = _STRING_OR_COMMENT.sub(b"", raw)
    brackets = bare.translate(None, _NO_BRACKETS)
    if max(accumulate(map(_STEP.__getitem__, brackets)), default=0) > DEEPEST or _DEEP_KEY.search(bare):
        raise _error("GR107", raw, _deepest(raw), f"this is nested more than {DEEPEST} levels deep")


def _deepest(raw: bytes) -> int:
    """Return where the nesting becomes too deep: at a bracket, or else at the start of a long key."""
    blanked = _STRING_OR_COMMENT.sub(lambda token: b" " * len(token[0]), raw)
    depth = 0
    for bracket in re.finditer(rb"[][{}]", blanked):
        depth += _STEP[bracket[0][0]]
        if depth > DEEPEST:
            return bracket.start()
    key = _DEEP_KEY.search(blanked)
    return raw.rfind(b"\n", 0, key.start()) + 1 if key else 0


def _refuse_escapes(raw: bytes) -> None:
    """Refuse characters that cannot be seen where a text makes them with an escape."""
    for token in _STRING_OR_COMMENT.finditer(raw):
        if not token[0].startswith(b'"'):
            continue
        for escape in _ESCAPE.finditer(token[0]):
            character = _escaped(escape)
            if character == "\r" or _UNSEEN.match(character):
                raise _unseen(raw, token.start() + escape.start(), character)


def _escaped(escape: re.Match[bytes]) -> str:
    four, eight, two, short = escape.groups()
    if short:
        return chr(_SHORT_ESCAPES.get(short, ord(" ")))
    return chr(int(four or eight or two, 16))


def _unseen(raw: bytes, offset: int, character: str) -> TomlError:
    message = f"the character U+{ord(character):04X} cannot be seen and may mislead"
    return _error("GR106", raw, offset, message, "take it out")


def _error(code: str, raw: bytes, offset: int, message: str, hint: str = "") -> TomlError:
    line_start = raw.rfind(b"\n", 0, offset) + 1
    column = len(raw[line_start:offset].decode()) + 1
    return TomlError(code, message, hint, raw.count(b"\n", 0, offset) + 1, column)
