"""What an answer does, read from small lists of words and from its form: it asks, tells, offers, thanks, leaves."""

from enum import Enum
from re import IGNORECASE
from re import compile as pattern


class Act(Enum):
    """What somebody does by saying something; its value is how it is named to the user."""

    QUESTION = "a question"
    ASK = "something asked for"
    OFFER = "an offer"
    APOLOGY = "an apology"
    THANKS = "thanks"
    LEAVING = "a goodbye"
    REFUSAL = "a no"
    STATEMENT = "something told"


def _any(*forms: str) -> str:
    return rf"\b(?:{'|'.join(forms)})\b"


_SIGNS = {
    Act.APOLOGY: pattern(_any("sorry", "apolog\\w*", "forgive", "my fault", "shouldn'?t have", "ashamed"), IGNORECASE),
    Act.THANKS: pattern(_any("thanks?", "thank you", "grateful", "cheers", "honoured"), IGNORECASE),
    Act.ASK: pattern(
        _any(
            "(?:could|can|would|will|might) you",
            "may i",
            "(?:could|can|might) i",
            "i (?:want|need|wanted|came) to ask",
            "i need",
            "would you mind",
            "i was (?:hoping|wondering)",
            "introduce me",
            "put in a word",
            "put me in",
            "pick your brain",
            "favour",
        ),
        IGNORECASE,
    ),
    Act.OFFER: pattern(
        _any(
            "let me",
            "i(?:'ll| will| can| could) (?:help|bring|lend|come|hold|give|take|carry|send|ask|show)",
            "shall (?:i|we)",
            "let'?s",
            "we could",
            "you could",
            "you should",
            "you ought",
            "have you (?:tried|thought)",
            "would you like",
            "why don'?t (?:you|we)",
        ),
        IGNORECASE,
    ),
    Act.LEAVING: pattern(
        _any(
            "good ?night",
            "good ?bye",
            "bye",
            "see you",
            "i(?:'m| am|'ll| will| must| should|'d better)(?: be)? (?:go|going|off|leave|leaving|heading|head)",
            "take care",
            "get going",
        ),
        IGNORECASE,
    ),
    Act.REFUSAL: pattern(r"^\W*(?:no|nope|not|never|i'd rather not|i won'?t|i don'?t want)\b", IGNORECASE),
}
_ASKS_BACK = pattern(
    r"\?|^\W*(?:and |so |but |oh |well )*(?:what|who|whom|which|when|where|why|how|whose|whats|hows|is|are|was|were"
    r"|do|does|did|has|have you|isn'?t|aren'?t|any (?:idea|chance))\b",
    IGNORECASE,
)
# What a label tells of its choice: "You ask about the map".
_TOLD = {
    Act.QUESTION: pattern(
        _any("asks? (?:about|if|how|what|who|which|when|why|whether|him how|her how)", "ask"), IGNORECASE
    ),
    Act.ASK: pattern(
        _any("ask(?: \\w+)? (?:for|to)", "ask outright", "beg", "press", "ask him", "ask her"), IGNORECASE
    ),
    Act.OFFER: pattern(_any("offer", "suggest", "propose", "advise", "promise", "volunteer"), IGNORECASE),
    Act.APOLOGY: pattern(_any("apologis\\w+", "sorry", "take it (?:all )?back", "own up", "ashamed"), IGNORECASE),
    Act.THANKS: pattern(_any("thank", "thanks", "honoured"), IGNORECASE),
    Act.LEAVING: pattern(_any("go home", "goodnight", "hang up", "leave", "let (?:him|her) go", "goodbye"), IGNORECASE),
    Act.REFUSAL: pattern(_any("refuse", "decline", "say no", "not to"), IGNORECASE),
}


def acts_of(words: str) -> frozenset[Act]:
    """Return what an answer does; where nothing tells, it tells something."""
    found = {act for act, sign in _SIGNS.items() if sign.search(words)}
    if _ASKS_BACK.search(words):
        found.add(Act.QUESTION)
    return frozenset(found or {Act.STATEMENT})


def acts_told(label: str) -> frozenset[Act]:
    """Return what the label of a choice says that it does; nothing where it does not say."""
    return frozenset(act for act, sign in _TOLD.items() if sign.search(label))
