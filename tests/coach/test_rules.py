"""The rules of English, by their own examples and by sentences that nobody wrote a rule for."""

from collections.abc import Iterable

import pytest

from greenroom.coach import review
from greenroom.coach.language import Language, shipped_language
from greenroom.coach.reading import SHARED_FACT, read
from greenroom.coach.rules import Rule
from greenroom.coach.tokens import tokens
from greenroom.paths import shipped
from greenroom.rubric import read_rubric
from greenroom.toml_file import read_toml
from tests.running import TOP

ENGLISH = shipped_language("en")
EXAMPLES = [
    *(pytest.param(rule, text, True, id=f"{rule.id}: {text}") for rule in ENGLISH.rules for text in rule.counts),
    *(pytest.param(rule, text, False, id=f"{rule.id}: not {text}") for rule in ENGLISH.rules for text in rule.passes),
]
SENTENCES = read_toml(TOP / "tests" / "coach" / "sentences.toml")


def holding(text: str, language: Language = ENGLISH) -> set[Rule]:
    """Return the rules that hold for some clause of a text, the general ones left out."""
    return {rule for each in read(text, language) for rule in each.rules if not rule.general}


@pytest.mark.parametrize(("rule", "text", "counts"), EXAMPLES)
def test_a_rule_keeps_to_its_examples(rule: Rule, text: str, counts: bool) -> None:  # noqa: FBT001  # a parameter
    """A rule holds for what it gives as counting, and not for what it gives as passing."""
    assert (rule in holding(text)) is counts


def test_rules_agree_with_the_rubric() -> None:
    """A rule's side is that of its move, and its sources can be shown."""
    rubric = read_rubric(shipped("assets"))
    assert [rule.id for rule in ENGLISH.rules if rubric.side(rule.move) != rule.side] == []
    assert [source for rule in ENGLISH.rules for source in rule.sources if source not in rubric.sources] == []


def test_every_sign_a_rule_speaks_of_can_be_shown() -> None:
    """A misspelt cue would make a rule that never holds, or never is cancelled."""
    cues = {*read_toml(shipped("assets") / "coach" / "en" / "cues.toml")["cues"], SHARED_FACT}
    spoken = {sign for rule in ENGLISH.rules for signs in (*rule.needs, rule.cancelled_by) for sign in signs}
    words = {sign.removeprefix("before:").removeprefix("after:") for sign in spoken if sign[0] != "="}
    assert {sign for sign in words - cues if not sign.startswith(("kind:", "<"))} == set()


def test_every_word_of_a_cue_can_be_met() -> None:
    """A text is never cut into `win-win` or `you'll`, so a cue that waits for one would never be found."""
    folder = shipped("assets") / "coach" / "en"
    patterns = [pattern for cue in read_toml(folder / "cues.toml")["cues"].values() for pattern in cue]
    words = {
        *(word.strip("*") for each in read_toml(folder / "words.toml")["words"].values() for word in each.split()),
        *(
            word.strip("*")
            for pattern in patterns
            for part in pattern.split()
            if part not in {"^", "$", ".."}
            for word in part.removeprefix("!").removesuffix("?").split("|")
        ),
    } - {"", "#", "[]", "Aa", "'s"}
    assert sorted(word for word in words if word[0] != "<" and not _is_one_word(word)) == []


def _is_one_word(word: str) -> bool:
    return [token.word for token in tokens(word)] == [word]


def test_thanks_that_end_in_a_request() -> None:
    """The same request is told differently where the message is there to thank."""
    asked = "Could you refer me for the analyst position?"
    told = {rule.id for each in read(asked, ENGLISH, "thank_you") for rule in each.rules}
    assert "thanks-that-end-in-a-request" in told


@pytest.mark.parametrize(("side", "least"), [("transactional", 0.85), ("relational", 0.8)])
def test_sentences_nobody_wrote_a_rule_for(side: str, least: float) -> None:
    """Most of the sentences that were kept aside show a rule of their side."""
    aside = SENTENCES[side][1::2]
    assert part(any(rule.side == side for rule in holding(text)) for text in aside) >= least


def test_sentences_that_do_neither() -> None:
    """Hardly any everyday sentence shows a rule."""
    assert part(bool(holding(text)) for text in SENTENCES["neither"]) <= 0.1


@pytest.mark.parametrize("text", [*SENTENCES["asks"], *SENTENCES["notes"]])
def test_an_honest_ask_or_a_warm_note_is_left_in_peace(text: str) -> None:
    """Neither a direct, honest, bounded request nor a short warm note bears a mark against it."""
    assert [finding.rule for finding in review(text).findings if finding.side == "transactional"] == []


@pytest.mark.parametrize("text", SENTENCES["against"])
def test_selling_or_unkind(text: str) -> None:
    """What plainly sells, takes for granted or makes a no unkind bears a mark against it."""
    assert "transactional" in {finding.side for finding in review(text).findings}


def part(flags: Iterable[bool]) -> float:
    """Return how many of these are true, of one."""
    listed = list(flags)
    return sum(listed) / len(listed)
