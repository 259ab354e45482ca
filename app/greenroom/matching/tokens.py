"""A text as stems of words; typing errors are mended towards words on offer. The only file here with rapidfuzz."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice
from re import compile as pattern

from rapidfuzz import process
from rapidfuzz.distance import OSA

_CURLED = "\N{RIGHT SINGLE QUOTATION MARK}"
_WORD = pattern(rf"[^\W_]+(?:['{_CURLED}][^\W_]+)*")
_SENTENCE = pattern(r"[.!?;…\n]+(?=\s|$)|\n")
LONGEST, _MOST_WORDS, _MOST_SENTENCES = 2000, 200, 8
"""An answer in a conversation is shorter; what comes after is not looked at, so that no text takes long."""
_LONGEST_WORD = 40
_SHORTEST_MENDED, _LONG = 4, 8
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s")
_SHORTEST_STEM = 3
_IRREGULAR = {
    form: stem
    for stem, *forms in (
        line.split()
        for line in """
        be am is are was were been being 's 'm 're
        have has had having 've
        do does did done doing
        go goes went gone going
        say says said
        tell tells told
        think thinks thought
        know knows knew known
        come comes came coming
        bring brings brought
        buy buys bought
        hear hears heard
        leave leaves left leaving
        find finds found
        see sees saw seen
        send sends sent
        lose loses lost losing
        keep keeps kept
        write writes wrote written writing
        draw draws drew drawn
        give gives gave given giving
        get gets got gotten getting
        make makes made making
        take takes took taken taking
        feel feels felt
        mean means meant
        meet meets met
        stand stands stood
        speak speaks spoke spoken
        ring rings rang rung
        anyone anybody somebody someone
        nobody no-one none
        man men
        woman women
        will 'll won't would 'd wouldn't
        can cannot can't could couldn't
        """.strip().splitlines()
    )
    for form in forms
}
# Small words that say little about what is meant; what an answer does is read from them elsewhere.
LITTLE = frozenset(
    word
    for line in """
    a an the and or but so if then than that this these those there here it its of in on at to from for with by as
    up out about into over i me my mine you your yours he him his she her hers we us our they them their who whom
    what which when where why how be have do will can may might must should not no yes yeah oh well just very too
    also again only even more most some any all one go get say tell think know come let's please ok okay right like
    really quite rather still now ever never hi hello dear hey would could was were is are am been did does had has
    i'm i've i'd i'll you're you've it's that's there's what's don't didn't isn't
    """.splitlines()
    for word in line.split()
)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    found = (match.group().lower().replace(_CURLED, "'") for match in _WORD.finditer(text))
    return tuple(word[:_LONGEST_WORD] for word in islice(found, _MOST_WORDS))


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the first sentences of a text, each with a word in it."""
    return tuple(islice((part for part in _parts(text[:LONGEST]) if words_of(part)), _MOST_SENTENCES))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what of a word stays when it is inflected."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    word = word.removesuffix("'s").removesuffix("s'")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM and not word.endswith("ss"):
            word = word.removesuffix(ending) + ("y" if ending in {"ies", "ied"} else "")
            break
    doubled = len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "slfz"
    return (word[:-1] if doubled else word).removesuffix("e")


def mended(word: str, known: Collection[str]) -> str:
    """Return the word of `known` that was likely meant by a typing error; else the word itself."""
    if word in known or len(word) < _SHORTEST_MENDED or word in LITTLE:
        return word
    slips = 2 if len(word) >= _LONG else 1
    candidates = [each for each in known if each[0] == word[0] and len(each) >= _SHORTEST_MENDED]
    found = process.extractOne(word, candidates, scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else word


def _parts(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE.finditer(text):
        yield text[start : end.end()]
        start = end.end()
    yield text[start:]
