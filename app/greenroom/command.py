"""The words that start this program, for sentences that tell the user what to type."""

import os


def command(*words: str) -> str:
    """Return the line to type for a command of this program: a checkout is started by its script."""
    return " ".join((os.environ.get("GREENROOM_COMMAND") or "greenroom", *words))
