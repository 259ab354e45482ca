"""What an author wrote, frozen: a scenario with its states, choices and endings (`format = 1`)."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

SOMETHING = r"\S"
"""What a text has to have somewhere: blanks alone are nothing to read."""
Text = Annotated[str, Meta(pattern=SOMETHING)]
Name = Annotated[
    str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(?!\n)$", description="Lower-case words joined by hyphens.")
]
Openness = Annotated[int, Meta(ge=-3, le=3, description="How open the partner is, from -3 to 3.")]
Mood = Literal["neutral", "warm", "guarded", "distracted"]
Situation = Literal["event", "follow-up", "asking", "giving", "shared-work", "company"]
Medium = Literal["spoken", "written"]
Facing = Literal["event", "message", "request", "beside", "leaving"]
Energy = Literal["little", "some", "plenty"]

_GROUPS: Mapping[Situation, Facing] = {
    "event": "event",
    "follow-up": "message",
    "asking": "request",
    "giving": "leaving",
    "shared-work": "beside",
    "company": "beside",
}

OPENNESS_LOWEST, OPENNESS_HIGHEST = -3, 3


def kept_in_range(openness: int) -> int:
    """Return an openness that has been moved, no lower than the lowest and no higher than the highest."""
    return max(OPENNESS_LOWEST, min(OPENNESS_HIGHEST, openness))


class Piece(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file. A key that the format does not know is an error."""


class Requirement(Piece, frozen=True):
    """What must hold before a choice is on offer, or before one of its branches is taken."""

    knows: tuple[Name, ...] = ()
    lacks: tuple[Name, ...] = ()
    openness_at_least: Openness = OPENNESS_LOWEST
    openness_at_most: Openness = OPENNESS_HIGHEST

    def holds(self, openness: int, facts: frozenset[str]) -> bool:
        """Say whether it holds for a partner this open and a user who knows these facts."""
        return (
            self.openness_at_least <= openness <= self.openness_at_most
            and facts.issuperset(self.knows)
            and facts.isdisjoint(self.lacks)
        )


ALWAYS = Requirement()


class Branch(Piece, frozen=True):
    """One of several places a choice may lead to; the first whose requirement holds is taken."""

    to: Name
    requires: Requirement = ALWAYS


class Choice(Piece, frozen=True):
    """Something the user may say or do, and how it lands."""

    id: Name
    label: Annotated[Text, Meta(description="A few words, for the ribbon and the debrief.")]
    move: Annotated[Name, Meta(description="A move of the rubric.")]
    to: Annotated[
        Name | Annotated[tuple[Branch, ...], Meta(min_length=1)],
        Meta(description="A state or an ending; or a list, of which the first that holds wins."),
    ]
    landed: Annotated[Text, Meta(description="What goes through the partner's mind, in their voice.")]
    why: Annotated[Text, Meta(description="To the user: one point, from their words.")]
    say: Annotated[Text, Meta(description="The words spoken or written.")] | None = None
    do: Annotated[Text, Meta(description="What the user does instead of speaking.")] | None = None
    also: Annotated[tuple[Text, ...], Meta(description="Other wordings of the same act.")] = ()
    openness: Annotated[int, Meta(ge=-2, le=2, description="How it moves the partner's openness.")] = 0
    learns: Annotated[tuple[Name, ...], Meta(description="Facts known from here on.")] = ()
    requires: Annotated[Requirement, Meta(description="When it is on offer.")] = ALWAYS
    sources: Annotated[
        tuple[str, ...], Meta(description='What the explanation rests on: "claim:ID" or a study, such as "liu-2023".')
    ] = ()

    @property
    def words(self) -> str:
        """What is said, or what is done."""
        return self.say or self.do or ""

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The places it may lead to, in the order in which they are tried."""
        return (Branch(to=self.to),) if isinstance(self.to, str) else self.to


class State(Piece, frozen=True):
    """A moment of the conversation: what happens, what the partner says, what one can answer."""

    label: Annotated[Text, Meta(description="Two to five words, for the map.")]
    choices: Annotated[tuple[Choice, ...], Meta(min_length=1)]
    narration: str = ""
    says: Annotated[str, Meta(description="The partner's words.")] = ""
    mood: Mood = "neutral"
    seen: Annotated[str, Meta(description="What one can see of them now.")] = ""


class Ending(Piece, frozen=True):
    """Where a conversation can come to rest."""

    title: Text
    text: Annotated[Text, Meta(description="What happened.")]
    later: Annotated[Text, Meta(description="What the partner says of the user a week on.")]
    carry: Annotated[Text, Meta(description='One thing to carry out of the room: "If ..., I will ..."')]


class Setting(Piece, frozen=True):
    """Where it takes place, and what the user brings."""

    place: Text
    you_know: tuple[Text, ...]
    you_want: Text


class Partner(Piece, frozen=True):
    """The other person."""

    name: Text
    role: Text
    portrait: Annotated[
        Name,
        Meta(
            description="One of ada, constance, dario, eleanor, ewan, farida, gethin, harun, ilse, kenji, lucia, "
            "marek, ngozi, noor, priya, robin, samuel, tuva (assets/portraits/)."
        ),
    ]
    wants: Annotated[Text, Meta(description="Told in the debrief only.")]

    @property
    def first_name(self) -> str:
        """The first word of the name."""
        return next(iter(self.name.split()), self.name)


class Plan(Piece, frozen=True):
    """A path that must stay possible; `greenroom check` walks it."""

    choices: tuple[Name, ...]
    ending: Name


class Suggestion(Piece, frozen=True):
    """Another rehearsal that follows well on this one."""

    scenario: Name
    why: Annotated[Text, Meta(description="In a sentence, to the user.")]


class Scenario(Piece, frozen=True):
    """A rehearsal as its author wrote it."""

    format: Literal[1]
    id: Annotated[Name, Meta(description="The file's name without .toml.")]
    title: Text
    summary: Annotated[Text, Meta(description="One or two sentences for the card.")]
    situation: Situation
    medium: Medium
    minutes: Annotated[int, Meta(ge=1, le=60)]
    start: Name
    setting: Setting
    partner: Partner
    states: Annotated[dict[Name, State], Meta(min_length=1)]
    endings: Annotated[dict[Name, Ending], Meta(min_length=1)]
    plans: dict[Name, Plan] = field(default_factory=dict)
    language: str = "en"
    facing: (
        Annotated[
            Facing, Meta(description="What one faces when one looks for it; else it follows from situation and medium.")
        ]
        | None
    ) = None
    energy: Annotated[Energy, Meta(description="How much of one's own it asks for.")] = "some"
    suggests: Suggestion | None = None

    @property
    def group(self) -> Facing:
        """What one faces when one looks for it."""
        if self.facing:
            return self.facing
        return "message" if self.medium == "written" else _GROUPS[self.situation]
