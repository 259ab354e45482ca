"""What somebody is told of their message."""

import time
from itertools import count

import pytest

from greenroom.coach import Review, Situation, review
from greenroom.coach.language import shipped_language
from greenroom.coach.reviewing import (
    ANOTHER_LANGUAGE,
    NOT_IN_TIME,
    NOTHING_OF_ONES_OWN,
    OUT_OF_TIME,
    TOO_LONG,
    TOO_SHORT,
    review_in,
)
from greenroom.errors import GreenroomError

TOWARDS_HIM = (
    "Hello Piet, you told us on the ferry that the bell buoy was moved twice after the storm. I looked it up in the "
    "harbour books and you were right, 1953 and 1962. Would you have ten minutes to tell me who moved it? If you'd "
    "rather leave it, that's fine."
)
TOWARDS_WHAT_HE_CAN_DO = (
    "Hello, I hope you're having a great week! I came across your profile and was truly impressed by your career. "
    "I have ten years of experience in sales and I'm looking for new opportunities. Could you refer me to your "
    "manager? Please find my CV attached."
)


def sides(told: Review) -> set[str]:
    """Return the sides of which there are marks."""
    return {finding.side for finding in told.findings}


def test_a_message_towards_the_person() -> None:
    """A memory, what came of it, a small request and a way out are marked as such, and nothing against it."""
    told = review(TOWARDS_HIM)
    assert told.stance == "relational"
    assert sides(told) == {"relational"}
    assert {"easy-out", "small-ask"} < {finding.move for finding in told.findings}


def test_a_message_towards_what_they_can_do() -> None:
    """Stock phrases, a pitch and a favour at once are marked as such, each with something to try."""
    told = review(TOWARDS_WHAT_HE_CAN_DO)
    assert told.stance == "transactional"
    assert sides(told) == {"transactional"}
    assert {"favour-first", "pitch-first"} < {finding.move for finding in told.findings}
    assert all(finding.try_instead for finding in told.findings)


def test_both_at_once() -> None:
    """A true memory and a favour beside it are both marked."""
    told = review(
        "You showed me how to sharpen a scythe behind the chapel in Fenwick. "
        "Could you refer me to your boss for the sales position?"
    )
    assert sides(told) == {"relational", "transactional"}


@pytest.mark.parametrize(
    "text",
    [
        "Could you tell me which varnish you used on the blue boat? If you'd rather not say, that's fine.",
        "Would you read one page of my letter to the council before Friday? A no is fine too.",
        "May I borrow your long ladder on Saturday morning? No worries if it's needed.",
        "I'd like to ask you two questions about the night rota, by email. No need to answer soon.",
        "You sat with my father on the ward, and I never thanked you. Thank you for staying.",
        "I thought of you when the first cherries came. I hope the knee is better.",
        "The soup worked! Thank you for telling me about the vinegar.",
        "Happy birthday, old friend, and kiss the dog.",
    ],
)
def test_no_mark_against_an_honest_ask_or_a_warm_note(text: str) -> None:
    """A direct, bounded, refusable request and a short warm note are left in peace."""
    assert "transactional" not in sides(review(text))


@pytest.mark.parametrize(
    "text",
    [
        "You wrote to me last winter and asked me something, and I never answered.",
        "I never replied to the letter you sent from Ghent.",
        "I haven't heard from my sister since the flood.",
        "I missed your reading in June and was sad about it.",
        "We are behind with the harvest this year.",
        "I let you down over the boat, and I know it.",
        "I was disappointed in myself for leaving early.",
        "I turned down the promotion and kept the bees.",
        "I voted for the other man at the meeting.",
        "I owe you a letter and a jar of plums.",
        "I lost my voice for the whole of Lent.",
        "It meant a lot to me that you came to the crematorium.",
        "We go a long way back, the two of us.",
        "I covered the plants as you showed me.",
        "I work for the council and mend its clocks.",
        "I met you by the lock in front of the old mill.",
        "I was only a student then and slept on your floor.",
        "Good friends of ours keep geese.",
        "I gave your saw back to the wrong neighbour.",
    ],
)
def test_a_plain_fact_about_oneself(text: str) -> None:
    """A writer who says honestly what they did, did not do or lack makes nobody guilty and sells nothing."""
    assert "transactional" not in sides(review(text))


def test_the_same_words_with_and_without_a_particular() -> None:
    """A pleasure to have met them is a template by itself, and none where something of theirs follows."""
    alone = review("It was great meeting you at the fair! Let's stay in touch.")
    followed = review(
        "It was great meeting you at the fair! You said your loom came from a convent, and I found its twin."
    )
    assert sides(alone) == {"transactional"}
    assert sides(followed) == {"relational"}


def test_a_finding_quotes_the_words() -> None:
    """The sentence that explains a mark holds words of the message, and the mark covers them."""
    told = review("Hi Jo,\n\nWould you be open to a quick chat about your journey next week?")
    (finding,) = told.findings
    marked = "Would you be open to a quick chat about your journey next week?"
    assert told.stance == "transactional"
    assert ("Hi Jo,\n\n" + marked)[finding.start : finding.end] == marked
    assert finding.why.split("“")[1].split("”")[0] in marked


NOOR = Situation(
    "reconnect",
    facts=(
        "She taught you to tie the awning with one hand at the street dinner.",
        "You carried a piano with her, one flight too many.",
        "She sings with the Larkhill choir.",
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday the awning was up again outside the library.",
        "One flight too many, and still I hum when I see pianos.",
        "How is the Larkhill choir?",
        "They tied awnings all along the quay on Sunday.",
    ],
)
def test_a_clause_that_takes_up_a_shared_fact(text: str) -> None:
    """Where a clause takes up what they really share it is marked as going towards the person, and quoted."""
    (finding,) = review(text, NOOR).findings
    assert (finding.side, text[finding.start : finding.end]) == ("relational", text)


def test_a_shared_fact_makes_no_favour_of_a_friend() -> None:
    """A favour stays one where it uses the words of a fact."""
    told = review("Could you put in a good word for me with the choir and forward my CV today?", NOOR)
    assert sides(told) == {"transactional"}


@pytest.mark.parametrize(
    "text", ["I still think of the night you rowed us over to Ness.", "I thought of you when the first cherries came."]
)
def test_a_memory_that_is_in_no_fact(text: str) -> None:
    """Facts speak only for a writer: a memory that is none of them is judged as if there were no facts."""
    assert review(text, NOOR) == review(text, Situation("reconnect"))


def test_a_mark_leaves_out_what_only_joins() -> None:
    """A mark begins after the word that joins its clause to the one before."""
    text = "The pump is fixed at last, but could you refer me to your manager for the sales job?"
    told = review(text)
    assert text[told.findings[-1].start : told.findings[-1].end].startswith("could you refer me")


def test_a_mark_on_a_sentence_that_runs_on() -> None:
    """Of a sentence without an end only the parts around the telling words are marked."""
    asked = "could you refer me to your manager for the sales job"
    text = (
        "The river rose, "
        + "the cellar filled and the cat sat on the stairs, " * 2
        + asked
        + ", the lamps went out." * 3
    )
    (finding,) = [each for each in review(text).findings if each.side == "transactional"]
    assert asked in text[finding.start : finding.end]
    assert len(text[finding.start : finding.end].split()) <= 30


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", TOO_SHORT),
        ("Hi Tom!", TOO_SHORT),
        ("   \n\n ", TOO_SHORT),
        ("🎉🎉🎉", TOO_SHORT),
        ("> Could you refer me to your boss?\n> I would be so grateful.\n", NOTHING_OF_ONES_OWN),
        ("https://example.org/one/two/three/four/five", NOTHING_OF_ONES_OWN),
        ("def answer(question):\n    return forty_two(question);\n", NOTHING_OF_ONES_OWN),
        ("Ich würde mich freuen, wenn Sie mich Ihrem Chef empfehlen könnten.", ANOTHER_LANGUAGE),
        ("私たちは昨日 博物館で あなたの講演を 聞きました", ANOTHER_LANGUAGE),
        ("Me gustaría tomar un café contigo la semana que viene.", ANOTHER_LANGUAGE),
    ],
)
def test_says_when_it_cannot_judge(text: str, note: str) -> None:
    """Too little, another language, or nothing of one's own: no stance, no mark, and the reason."""
    assert review(text) == Review("unclear", (), note)


def test_a_language_without_rules() -> None:
    """Asking for one that is not there is answered with a sentence."""
    with pytest.raises(GreenroomError, match="no rules for the language 'tlh'"):
        review("nuqneH, Hab SoSlI' Quch", Situation(language="tlh"))


def test_quoted_mail_is_not_judged() -> None:
    """What they wrote, below or above, brings no mark on the writer."""
    own = "You asked how the press was mended: with a bicycle chain. I drew it for you on the back."
    quoted = (
        "\n\nOn Mon, 3 May 2021 at 10:00, Al <al@example.org> wrote:\n> Please send me your CV.\n> Kindly refer me."
    )
    assert review(own + quoted) == review(own)


def test_a_signature_is_not_judged() -> None:
    """What stands below two dashes is no part of the message."""
    own = "You asked how the press was mended: with a bicycle chain. I drew it for you on the back."
    assert review(f"{own}\n-- \nWe are the leading supplier of presses worldwide.") == review(own)


def test_a_long_text_is_read_in_part() -> None:
    """A megabyte is answered at once with a note, and marks only in the part that was read."""
    begin = time.monotonic()
    told = review(TOWARDS_WHAT_HE_CAN_DO * 4000)
    assert time.monotonic() - begin < 5
    assert told.note == TOO_LONG
    assert told.findings


def test_a_time_limit() -> None:
    """Where the clock runs away the review ends with what it has, and says so."""
    ticks = count(0, 0.2)
    told = review_in(shipped_language("en"), TOWARDS_HIM * 3, clock=lambda: next(ticks))
    assert told.note == OUT_OF_TIME


def test_a_clock_that_is_late_at_once() -> None:
    """Where not one clause could be read there is no stance, only the reason."""
    ticks = count(0, 9)
    assert review_in(shipped_language("en"), TOWARDS_HIM, clock=lambda: next(ticks)) == Review(
        "unclear", (), NOT_IN_TIME
    )


def test_a_vague_wish_in_a_warm_message_is_marked_all_the_same() -> None:
    """What stands around it makes a mark against a clause take more, and not impossible."""
    warm = (
        "The misprinted poster you showed me followed me home, and I set a card in the same two colours this morning."
    )
    wish = "I'd love to pick your brain over coffee sometime."
    text = f"{warm}\n\n{wish}\n\nIf you'd rather not, that's fine."
    against = [finding for finding in review(text).findings if finding.side == "transactional"]
    assert [text[finding.start : finding.end] for finding in against] == [wish]
