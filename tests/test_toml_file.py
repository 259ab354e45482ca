"""Reading TOML that a stranger may have written."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from greenroom.toml_file import LARGEST, TomlError, parse_toml

NESTED = b"x = " + b"[" * 10_000 + b"]" * 10_000


@pytest.mark.parametrize(
    ("raw", "tables"),
    [
        (b"a = 1", {"a": 1}),
        (b"\xef\xbb\xbfa = 1", {"a": 1}),
        (b'a = 1\r\nb = "two\\nlines\\tand a tab"\r\n', {"a": 1, "b": "two\nlines\tand a tab"}),
        ('a = "\u200eleft\u200f"'.encode(), {"a": "\u200eleft\u200f"}),
        (b"a = 'C:\\bin\\u202e'", {"a": "C:\\bin\\u202e"}),
        (b'a = "no escape: \\\\u202e"', {"a": "no escape: \\u202e"}),
        (b"a = " + b"[" * 64 + b"]" * 64, None),
        (b'a = "' + b"[" * 10_000 + b'" # ' + b"{" * 10_000, None),
        (b"a = [" + b"1.5, " * 10_000 + b"]", None),
    ],
)
def test_what_is_good_is_read(raw: bytes, tables: dict[str, object] | None) -> None:
    """A mark of byte order, Windows' line ends, direction marks and brackets in texts are no reason to refuse."""
    assert parse_toml(raw) == tables or tables is None


@pytest.mark.parametrize(
    ("raw", "code", "line", "column"),
    [
        (b"a" * (LARGEST + 1), "GR104", 1, 1),
        ("a = 1\nb = 'Zoë Ä'".encode("latin-1"), "GR105", 2, 8),
        ("ü = 'é'\nb = '\u202e'".encode(), "GR106", 2, 6),
        (b"a = 1\nb = '\x00'", "GR106", 2, 6),
        (b"a = '\x85'".replace(b"\x85", b"\xc2\x85"), "GR106", 1, 6),
        ('a = "é\\u0000"'.encode(), "GR106", 1, 7),
        (b'a = "\\\\ \\b"', "GR106", 1, 9),
        (b'a = "\\r"', "GR106", 1, 6),
        (b'a = """\n\\U0000202e"""', "GR106", 2, 1),
        (NESTED, "GR107", 1, 69),
        (b"a = 1\n" + b"x = [{" * 10_000, "GR107", 2, 197),
        (b"a = 1\n" + b"a." * 10_000 + b"a = 1", "GR107", 2, 1),
        (b"a = 1\n['a'" + b" . 'a'" * 10_000 + b"]", "GR107", 2, 1),
        (b"a = 1\nb = ", "GR108", 2, 5),
        (b'a = 1\nb = "open', "GR108", 2, 10),
        ("'ä' = 1\n'é' 2".encode(), "GR108", 2, 5),
        (b"a = 1\na = 2", "GR108", 2, 1),
        (b"a = 1\nb = " + b"1" * 5_000, "GR109", 2, 5),
    ],
)
def test_what_is_not_is_refused_with_its_place(raw: bytes, code: str, line: int, column: int) -> None:
    """Line and column are counted from 1, the column in characters."""
    with pytest.raises(TomlError) as refused:
        parse_toml(raw)
    assert (refused.value.code, refused.value.line, refused.value.column) == (code, line, column)


@pytest.mark.parametrize(
    ("raw", "message", "line", "column"),
    [
        (b'[s]\nwhy = """\nx = 1"""\n  why = """\ny = 2\n"""', "why is there already", 4, 3),
        (b'"a b" = 1\n"a b" = { c = 1, d = [2] }', '"a b" is there already', 2, 1),
        (b"[s.q]\na = 1\n[s.q]", "[s.q] is there already", 3, 1),
        (b"a = 1\r\n" + b"b" * 99 + b" = 1\r\n" + b"b" * 99 + b" = 1", f"{'b' * 60}... is there already", 3, 1),
        (b"a = { b = 1, b.c = 2 }", "cannot overwrite a value", 1, 21),
        (b"a = 1\na = {\nb = 1\n}", "cannot overwrite a value", 4, 2),
    ],
)
def test_a_key_that_stands_twice_is_named(raw: bytes, message: str, line: int, column: int) -> None:
    """The place is where it begins the second time; among braces the parser's own sentence is told."""
    with pytest.raises(TomlError) as refused:
        parse_toml(raw)
    assert (refused.value.message, refused.value.line, refused.value.column) == (message, line, column)


TOML_ISH = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            ".",
            " = ",
            "1",
            '"',
            '"""',
            "'",
            "'''",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\n",
            "#",
            "\\",
            "\\u202e",
            "\\x00",
        ]
    ),
    max_size=40,
).map(lambda parts: "".join(parts).encode())


@given(st.one_of(st.binary(max_size=300), TOML_ISH))
@example(b'a="""\\"""""')
@example(b'"' * 7)
@settings(max_examples=500)
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Nothing but tables or a `TomlError` comes back, and no text has a character that cannot be seen."""
    tables: object = {}
    line = column = 1
    try:
        tables = parse_toml(raw)
    except TomlError as error:
        line, column = error.line, error.column
    assert min(line, column) >= 1
    assert not any({"\u202e", "\x00"} & set(text) for text in texts(tables))


def texts(value: object) -> Iterator[str]:
    """Yield every key and text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


@pytest.mark.parametrize(
    "raw",
    [
        NESTED * 50,
        b"a." * 500_000,
        b'x = "' + b'\\"' * 500_000,
        b"x = '''" + b"''a" * 340_000,
        b'"' * 1_000_000,
        b"a" * 1_000_000,
        b"[a]\n" * 250_000,
    ],
)
def test_no_file_takes_long(raw: bytes) -> None:
    """Up to the largest size, what is made to be slow is answered within two seconds."""
    begin = time.process_time()
    with pytest.raises(TomlError):
        parse_toml(raw)
    assert time.process_time() - begin < 2
