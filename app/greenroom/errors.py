"""The one kind of error that is told to people: a sentence that says what happened and what to do."""


class GreenroomError(Exception):
    """Something went wrong that the user can understand; the message is one or two plain sentences."""


class ChoiceNotOpenError(GreenroomError):
    """A choice was made that is not on offer in this state."""


class JournalError(GreenroomError):
    """The journal could not be read or written; the rehearsal goes on without it."""
