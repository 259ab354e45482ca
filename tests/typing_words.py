"""Words as somebody types them who says what an author wrote, in their own way."""

from greenroom.scenario import Choice

_DROPPED = 2
_LONG_ENOUGH = 6


def lightly_changed(choice: Choice) -> str:
    """Return the words of a choice without their beginning and with two letters swapped in the longest word."""
    words = choice.words.split()
    kept = words[_DROPPED:] if len(words) > _DROPPED + 2 else words
    longest = max(kept, key=len)
    return " ".join(_mistyped(word) if word is longest else word for word in kept)


def _mistyped(word: str) -> str:
    """Return a word with its third and fourth letter the wrong way round, if it has enough of them."""
    return word if len(word) < _LONG_ENOUGH else word[:2] + word[3] + word[2] + word[4:]
