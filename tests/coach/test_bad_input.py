"""Texts that nobody would write, and places that have to be right in any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.coach import review
from greenroom.coach.unjudged import blank_unjudged

ADVERSARIES = {
    "no spaces": "a" * 100_000,
    "brackets": "[" * 100_000,
    "nested brackets": "[{<(" * 25_000,
    "closed brackets": "[a]" * 33_000,
    "one word": "please " * 15_000,
    "a gap's beginning": "thank you for your " * 5_000,
    "quotes": ">" * 100_000,
    "backticks": "`" * 100_000,
    "fences": "```a" * 25_000,
    "tags": "<div " * 20_000,
    "addresses": "a." * 50_000,
    "at signs": "a@" * 50_000,
    "dashes": "-" * 100_000,
    "digits": "1," * 50_000,
    "apostrophes": "a'" * 50_000,
    "full stops": ". " * 50_000,
    "blank lines": "\n \n" * 33_000,
    "spaces": " " * 100_000,
    "wrote": "On " + "a " * 50_000 + "wrote",
    "code": "if (" * 25_000,
    "emoji": "🙂" * 50_000,
    "combining marks": "e\u0301" * 50_000,
    "null": "\0" * 100_000,
}


@pytest.mark.parametrize("text", ADVERSARIES.values(), ids=ADVERSARIES)
def test_no_pattern_runs_away(text: str) -> None:
    """A line of 100,000 letters takes no longer than a reader would notice, whatever they are."""
    begin = time.monotonic()
    review(text)
    assert time.monotonic() - begin < 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("Привет! ", ""),
        ("👩‍🚀🎉 ", " 🎉"),
        ("Cafe\u0301 ole\u0301.\r\n\r\n", "\r\n"),
        ("\ufeff", ""),
        ("\u200b\u00a0", ""),
    ],
)
def test_marks_are_in_characters(before: str, after: str) -> None:
    """A mark covers its sentence exactly, whatever stands around it."""
    sentence = "Could you refer me to your manager for the sales job?"
    told = review(before + sentence + after)
    assert [(before + sentence + after)[finding.start : finding.end] for finding in told.findings] == [sentence]


def test_markup_and_tables() -> None:
    """Pasted HTML is read as the words in it, and a table is left alone."""
    told = review("<p>Could you <b>refer me</b> to your manager?</p>\n| please | send | your | card |\n")
    assert [finding.move for finding in told.findings] == ["favour-first"]


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    """Whatever is typed is answered, with marks inside it, in order, that do not overlap."""
    ends = [0]
    for finding in review(text).findings:
        assert ends[-1] <= finding.start < finding.end <= len(text)
        ends.append(finding.end)


@given(st.text(alphabet="ab>`<[]{}-=:|;@.\n\r /&#()", max_size=200))
@settings(max_examples=150, deadline=None)
def test_blanking_keeps_every_place(text: str) -> None:
    """What is not judged is blanked letter by letter: the text stays as long, and its lines where they were."""
    blanked = blank_unjudged(text)
    assert len(blanked) == len(text)
    assert [i for i, letter in enumerate(text) if letter == "\n"] == [
        i for i, letter in enumerate(blanked) if letter == "\n"
    ]
