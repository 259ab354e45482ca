"""How the coach does: against messages that people have labelled, where there are some, and against the clock."""

import os
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from greenroom.coach import Review, Situation
from greenroom.coach.language import Language, read_language
from greenroom.coach.reviewing import review_in
from greenroom.paths import shipped
from tests.bench.fitting import cross_validate
from tests.bench.labelled import SIDES, Message, load

TOP = Path(__file__).parents[2]
SAMPLE = (
    "Hi Marta, you said on Tuesday that the ovens decide the bread, and I have tried it since with the old deck "
    "oven in our hall. The crust came out twice as dark and my neighbour asked for the second loaf. I'm writing "
    "because we have to choose a new oven by the end of March, and most people tell me to take the biggest one. "
    "Would you have ten minutes to tell me what you looked at when you bought yours? My main question is whether "
    "the stone matters more than the steam. If the weeks before Easter are too full, no worries at all, I will "
    "come by for a roll anyway. Thank you for letting me stay and watch the last batch; I still think of the "
    "noise it made when it cooled. Here are the photos of the small ones that you asked for, and the address of "
    "the mill near Halle. Best, Jonas"
)
"""A message of 150 words."""


def messages_of(language: Language) -> list[Message]:
    """Return the labelled messages in the files of GREENROOM_MESSAGES, or those that lie beside the project."""
    named = os.environ.get("GREENROOM_MESSAGES", str(TOP.parent / "shared" / "wording" / "dev.jsonl"))
    return load([file for name in named.split(os.pathsep) if (file := Path(name)).is_file()], language)


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled message with what the coach says of it."""

    message: Message
    review: Review

    def marked(self, side: str) -> bool:
        """Say whether there is a mark of this side."""
        return any(finding.side == side for finding in self.review.findings)


def judge(messages: Sequence[Message], language: Language) -> list[Judged]:
    """Review each message with weights that were fitted without its source."""
    fitted = cross_validate(messages, language)
    return [
        Judged(each, review_in(replace(language, weights=fitted[each.id]), each.text, Situation(each.kind)))
        for each in messages
    ]


def stance_figures(judged: Sequence[Judged]) -> Iterator[tuple[str, str]]:
    """Yield what was measured of the stance, messages labelled mixed left out."""
    pairs = [(each.message.label, each.review.stance) for each in judged if each.message.label in SIDES]
    chance = random.Random(1)  # noqa: S311  # a bootstrap, not a secret
    again = sorted(macro_f1(chance.choices(pairs, k=len(pairs))) for _ in range(1000))
    right = sum(label == stance for label, stance in pairs) / len(pairs)
    yield (
        f"stance, {len(pairs)} messages",
        f"macro-F1 {macro_f1(pairs):.2f} (95%: {again[25]:.2f} to {again[975]:.2f}), accuracy {right:.2f}",
    )
    missed = [
        each.message.id for each in judged if each.message.label in SIDES and each.message.label != each.review.stance
    ]
    yield "missed", " ".join(missed) or "none"
    relational, transactional, mixed = (
        [each for each in judged if each.message.label == label] for label in (*SIDES, "mixed")
    )
    yield "transactional mark on relational messages", _part(each.marked("transactional") for each in relational)
    yield "no mark on transactional messages", _part(not each.review.findings for each in transactional)
    yield "both sides marked on mixed messages", _part(all(map(each.marked, SIDES)) for each in mixed)


def _part(those: Iterator[bool]) -> str:
    flags = list(those)
    return f"{sum(flags)} of {len(flags)}"


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 of both sides."""
    return statistics.mean(_f1(pairs, side) for side in SIDES)


def _f1(pairs: Sequence[tuple[str, str]], side: str) -> float:
    hits = sum(label == stance == side for label, stance in pairs)
    total = sum((label == side) + (stance == side) for label, stance in pairs)
    return 2 * hits / total if total else 0.0


Span = tuple[int, int, str]


def span_figures(judged: Sequence[Judged]) -> Iterator[tuple[str, str]]:
    """Yield what was measured of the marks, where the messages have some."""
    both = [
        (each.message.spans, [(finding.start, finding.end, str(finding.side)) for finding in each.review.findings])
        for each in judged
        if each.message.spans is not None
    ]
    if not both:
        return
    for name, least in (("any overlap", 1e-9), ("IoU of one half", 0.5)):
        precision = _found([(marks, spans) for spans, marks in both], least)
        recall = _found(both, least)
        f1 = 2 * precision * recall / (precision + recall)
        yield f"marks, {name}", f"F1 {f1:.2f}, precision {precision:.2f}, recall {recall:.2f}"
    marks = [(mark, spans) for spans, marks in both for mark in marks]
    wrong = sum(not _touches(mark, spans, mark[2]) and _touches(mark, spans, "") for mark, spans in marks)
    yield "marks of the wrong side", f"{wrong} of {len(marks)}"


def _found(pairs: Sequence[tuple[Sequence[Span], Sequence[Span]]], least: float) -> float:
    hits = [any(a[2] == b[2] and _iou(a, b) >= least for b in others) for those, others in pairs for a in those]
    return sum(hits) / max(1, len(hits))


def _touches(mark: Span, spans: Sequence[Span], side: str) -> bool:
    return any(_iou(mark, span) > 0 and side in {"", span[2]} for span in spans)


def _iou(a: Span, b: Span) -> float:
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / ((a[1] - a[0]) + (b[1] - b[0]) - shared)


# Against the clock


def seconds_to_load() -> float:
    """Return how long the rules take to read, the fastest of five."""
    return _fastest(lambda: read_language(shipped("assets") / "coach" / "en"), 5)


def seconds_a_review(text: str = SAMPLE, times: int = 20) -> float:
    """Return how long a review takes, the fastest of so many."""
    language = read_language(shipped("assets") / "coach" / "en")
    return _fastest(lambda: review_in(language, text), times)


def _fastest(measured: Callable[[], object], times: int) -> float:
    fastest = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        measured()
        fastest = min(fastest, time.perf_counter() - begin)
    return fastest


def report() -> Iterator[tuple[str, str]]:
    """Yield every figure, from each file of messages and all together."""
    language = read_language(shipped("assets") / "coach" / "en")
    messages = messages_of(language)
    if not messages:
        yield "stance", "no labelled messages here (name their files in GREENROOM_MESSAGES)"
        return
    judged = judge(messages, language)
    for group, those in _groups(judged).items():
        yield from ((f"{group}: {name}", value) for name, value in (*stance_figures(those), *span_figures(those)))


def _groups(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    """Return messages that nobody marked as published, the others by their file and all together."""
    groups: dict[str, list[Judged]] = {}
    for each in judged:
        marked = each.message.spans is not None
        for group in ("written for it", each.message.source) if marked else ("published",):
            groups.setdefault(group, []).append(each)
    return groups
