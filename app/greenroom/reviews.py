"""What `greenroom review` takes and prints: the wording coach on one message, or on a file of many."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from greenroom.errors import GreenroomError
from greenroom.paths import shipped

_STANCES = {
    "relational": "It goes towards the person.",
    "transactional": "It goes towards what they can do for you.",
    "mixed": "It goes both ways: towards the person, and towards what they can do for you.",
    "unclear": "I cannot tell.",
}
_UNMARKED = "Nothing here calls for a mark."
_MARKS = {"relational": "+", "transactional": "-"}


def take_review(parser: ArgumentParser) -> None:
    """Take the options of `review`."""
    parser.add_argument(
        "file", metavar="FILE", nargs="?", default="-", help="the message; - or nothing reads the input"
    )
    parser.add_argument(
        "--kind", default="", help="what it is for; at the desk: ask_help, ask_intro, follow_up, reconnect, thank_you"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--jsonl", metavar="FILE", help="many: a JSON object a line with id, kind and text")


def review(options: Namespace) -> int:
    """Review one message, or every line of a file. Raises `GreenroomError` for what cannot be read."""
    if options.jsonl is not None:
        for line in _many(_read(options.jsonl), options.jsonl):
            print(json.dumps(line, ensure_ascii=False), flush=True)
        return 0
    words = _read(options.file)
    if options.format == "json":
        print(json.dumps(_as_record(words, options.kind), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_as_text(words, options.kind)))
    return 0


def _read(name: str) -> str:
    """Return a text as it stands, line ends and all, so that the offsets are its own."""
    raw = sys.stdin.buffer.read() if name == "-" else _bytes_of(Path(name))
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise GreenroomError(f"{name} is not text in UTF-8. Save it as UTF-8 and try again.") from error


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise GreenroomError(f"{file} cannot be read: {error.strerror}. Look at the name and try again.") from error


def _many(text: str, name: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if line.strip():
            message = _message(line, f"Line {number} of {name}")
            record = _as_record(message["text"], str(message.get("kind") or ""))
            keys = ("start", "end", "move", "side", "why")
            findings = [{key: finding[key] for key in keys} for finding in record["findings"]]
            yield {"id": message.get("id"), "stance": record["stance"], "findings": findings}


def _message(line: str, place: str) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict) or not isinstance(message.get("text"), str):
        raise GreenroomError(f"{place} is not a JSON object with a `text`. Mend that line and try again.")
    return message


def _as_record(words: str, kind: str) -> dict[str, Any]:
    from greenroom import coach  # noqa: PLC0415  # read only for this

    reviewed = coach.review(words, coach.Situation(kind))
    findings = [
        {
            "start": finding.start,
            "end": finding.end,
            "words": words[finding.start : finding.end],
            "move": finding.move,
            "side": finding.side,
            "rule": finding.rule,
            "why": finding.why,
            "try": finding.try_instead,
            "sources": list(finding.sources),
        }
        for finding in reviewed.findings
    ]
    return {"stance": reviewed.stance, "note": reviewed.note, "findings": findings}


def _as_text(words: str, kind: str) -> Iterator[str]:
    from greenroom.rubric import read_rubric  # noqa: PLC0415  # the same

    record, rubric = _as_record(words, kind), read_rubric(shipped("assets"))
    judged = record["findings"] or record["stance"] == "unclear"
    yield " ".join(filter(None, (_STANCES[record["stance"]] if judged else _UNMARKED, record["note"])))
    for finding in record["findings"]:
        move = rubric.moves[finding["move"]].name
        yield ""
        yield f"{_MARKS[finding['side']]} {move}: {' '.join(finding['words'].split())}"
        yield f"    {finding['why']}"
        if finding["try"]:
            yield f"    {finding['try']}"
        yield f"    ({'; '.join(dict.fromkeys(rubric.sources[source].short for source in finding['sources']))})"
