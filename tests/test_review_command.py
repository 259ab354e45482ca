"""`greenroom review`, as people and scripts use it."""

import json
from pathlib import Path

from tests.running import greenroom

ASK = "Could you refer me to your manager for the sales job?"


def test_a_message_from_the_input(tmp_path: Path) -> None:
    """The words, why they are marked, what to try and the source are told in plain lines."""
    told = greenroom(tmp_path, "review", typed=ASK)
    assert told.returncode == 0
    lines = told.stdout.splitlines()
    assert lines[0] == "It goes towards what they can do for you."
    assert f"- Favour first: {ASK}" in lines
    assert any("how could they refuse it in a word?" in line for line in lines)
    assert any("Bohns 2016" in line for line in lines)


def test_where_nothing_is_marked_nothing_is_claimed(tmp_path: Path) -> None:
    """Without a mark to show for it no message is said to go one way or the other."""
    told = greenroom(tmp_path, "review", typed="The hall is cold in the mornings.\n")
    assert told.stdout == "Nothing here calls for a mark.\n"


def test_the_same_message_is_told_the_same_each_time(tmp_path: Path) -> None:
    """Which of two equally long runs of words is quoted does not hang on the order in which a set is gone through."""
    text = "Please like and share my new post, and ask your colleagues to do the same!"
    told = {greenroom(tmp_path, "review", typed=text, PYTHONHASHSEED=seed).stdout for seed in "123456"}
    assert len(told) == 1
    assert "“like and share my new post" in told.pop()


def test_a_file_as_json_keeps_its_line_ends(tmp_path: Path) -> None:
    """Offsets are those of the file's own characters, carriage returns and all."""
    text = f"Hello Ümit 🙂,\r\n\r\n{ASK}\r\n"
    (tmp_path / "message.txt").write_bytes(text.encode())
    told = json.loads(greenroom(tmp_path, "review", str(tmp_path / "message.txt"), "--format", "json").stdout)
    (finding,) = told["findings"]
    assert (told["stance"], finding["side"], finding["move"]) == ("transactional", "transactional", "favour-first")
    assert text[finding["start"] : finding["end"]] == finding["words"] == ASK


def test_many_at_once(tmp_path: Path) -> None:
    """Each line of a file is answered by one, with its id, stance and findings."""
    lines = [{"id": "a", "kind": "ask_help", "text": ASK}, {"id": 2, "kind": None, "text": "Hi"}]
    (tmp_path / "many.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    told = greenroom(tmp_path, "review", "--jsonl", str(tmp_path / "many.jsonl"))
    one, two = map(json.loads, told.stdout.splitlines())
    assert (one["id"], one["stance"]) == ("a", "transactional")
    assert set(one["findings"][0]) == {"start", "end", "move", "side", "why"}
    assert two == {"id": 2, "stance": "unclear", "findings": []}


def test_a_mark_at_the_beginning_of_a_file_does_no_harm(tmp_path: Path) -> None:
    """Some editors begin a file in UTF-8 with a mark that is none of its lines."""
    (tmp_path / "many.jsonl").write_text('\ufeff{"id": 1, "text": "Hi"}\n', encoding="utf-8")
    told = greenroom(tmp_path, "review", "--jsonl", str(tmp_path / "many.jsonl"))
    assert json.loads(told.stdout)["id"] == 1


def test_a_line_nested_too_deep_is_told_in_a_sentence(tmp_path: Path) -> None:
    """It is a line to mend like any other that is broken."""
    (tmp_path / "deep.jsonl").write_text('{"text": ' + "[" * 100_000, encoding="utf-8")
    deep = greenroom(tmp_path, "review", "--jsonl", str(tmp_path / "deep.jsonl"))
    assert (deep.returncode, deep.stderr.count("\n")) == (1, 1)
    assert "Line 1" in deep.stderr


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    """A missing file, one that is no text, and a broken line: one sentence each, and no traceback."""
    (tmp_path / "picture.png").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "broken.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    missing = greenroom(tmp_path, "review", str(tmp_path / "none.txt"))
    picture = greenroom(tmp_path, "review", str(tmp_path / "picture.png"))
    broken = greenroom(tmp_path, "review", "--jsonl", str(tmp_path / "broken.jsonl"))
    assert [each.returncode for each in (missing, picture, broken)] == [1, 1, 1]
    assert "cannot be read" in missing.stderr
    assert "not text in UTF-8" in picture.stderr
    assert "Line 1" in broken.stderr
    assert "Traceback" not in missing.stderr + picture.stderr + broken.stderr
