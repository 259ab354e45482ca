"""What there is to show of a rehearsal: its lines, how a choice landed, what the others would have done."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from greenroom.bare_graph import Position
from greenroom.coach.findings import Situation
from greenroom.scenario import Choice, Scenario, State
from greenroom.turns import Outcome, Turn
from greenroom.ui.widgets.bead import Moment
from greenroom.ui.widgets.landing_card import Landing
from greenroom.ui.widgets.margin_note import Noted
from greenroom.ui.widgets.transcript import Line
from greenroom.ui.widgets.what_if_cards import WhatElse
from greenroom.what_if import closed_choices, missing_in_words, open_choices, position_at

if TYPE_CHECKING:
    from greenroom.rubric import Rubric
    from greenroom.session import Session

_WARM, _GUARDED = 2, -2


class Told(Protocol):
    """A rehearsal, in progress or kept."""

    @property
    def scenario(self) -> Scenario:
        """What was played."""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What happened."""

    def reply_to(self, turn: Turn) -> State | None:
        """Return the state that `turn` led to; None when it led to an ending."""


def lines(rehearsed: Told) -> list[Line]:
    """Return all that has been said and done, in order."""
    scenario = rehearsed.scenario
    told = [Line("scene", scenario.setting.place), *_lines_of(scenario.states[scenario.start])]
    for turn in rehearsed.turns:
        told.append(Line("user", turn.said, turn.number, act=turn.choice.say is None and turn.words is None))
        told.extend(_lines_of(rehearsed.reply_to(turn)))
    return told


def question(session: "Session") -> str:
    """Return what the choices on offer answer; what to do where there is none."""
    if session.is_stuck:
        return QCoreApplication.translate(
            "Conversation", "Nothing that you could do here is open. Take the last turn back."
        )
    if all(choice.say is None for choice in session.choices):
        return QCoreApplication.translate("Conversation", "What do you do?")
    if session.scenario.medium == "written":
        return QCoreApplication.translate("Conversation", "What do you write?")
    return QCoreApplication.translate("Conversation", "What do you say?")


def situation(session: "Session") -> Situation:
    """Return what the coach has to know of an answer in own words."""
    return Situation(facts=session.scenario.setting.you_know)


def landing(rehearsed: Told, turn: Turn, *, alone: bool, because: str = "", noted: Sequence[Noted] = ()) -> Landing:
    """Return how the choice of `turn` landed; it was `alone` where there was no other to show.

    `because` is why an answer in own words was taken as it was, and `noted` what the coach found in them.
    """
    reply = rehearsed.reply_to(turn)
    return Landing(
        choice=turn.choice,
        partner=rehearsed.scenario.partner,
        mood_before=rehearsed.scenario.states[turn.state].mood,
        mood=reply.mood if reply else mood_at(turn.openness),
        ended=reply is None,
        alone=alone,
        taken=taken_as(turn, because) if turn.words is not None else "",
        noted=noted,
    )


def taken_as(turn: Turn, because: str) -> str:
    """Return as which choice an answer in own words was taken, and why where that is known."""
    told = QCoreApplication.translate("Conversation", "Taken as: {label}. As written: {words}")
    reasoned = QCoreApplication.translate(
        "Conversation", "Taken as: {label}, because of {because}. As written: {words}"
    )
    return (reasoned if because else told).format(label=turn.choice.label, because=because, words=turn.choice.words)


def others(session: "Session", turn: Turn) -> list[tuple[Choice, str]]:
    """Return the choices that were also on offer at `turn`, each with the reply it would have got, if any."""
    led_to = [(choice, session.led_to_instead(turn, choice)) for choice in session.other_choices(turn)]
    return [(choice, reply.says if isinstance(reply, State) else "") for choice, reply in led_to]


def what_else(story: Told, turn: Turn) -> WhatElse:
    """Return what else there was at `turn`: what it would have led to, or what was missing for it."""
    at = position_at(story, turn)
    made = [earlier.choice for earlier in story.turns[: turn.number - 1]]
    return WhatElse(
        open=[(choice, _reply_to(story, at, choice)) for choice in open_choices(story, turn)],
        closed=[
            (choice, missing_in_words(choice, story.scenario, at.openness, at.facts, made))
            for choice in closed_choices(story, turn)
        ],
    )


def unkept_in_words(session: "Session", home: Path) -> str:
    """Return why a rehearsal is not in the journal of this folder; nothing where it is."""
    if session.unsaved:
        told = QCoreApplication.translate(
            "Conversation", "This couldn't be saved to {folder}. Your words are still here. {trouble}"
        )
        return told.format(folder=home, trouble=session.unsaved)
    if session.is_kept:
        return ""
    return QCoreApplication.translate("Conversation", "The journal can't be used, so this rehearsal is not kept.")


def announcement(rehearsed: Told, turn: Turn) -> str:
    """Return what a screen reader says after a choice: the reply, and how it landed."""
    reply = rehearsed.reply_to(turn)
    answered = QCoreApplication.translate("Conversation", "{name} said: {words} How it landed: {thought}")
    landed = QCoreApplication.translate("Conversation", "How it landed: {thought}")
    text = answered if reply and reply.says else landed
    words = reply.says if reply else ""
    return text.format(name=rehearsed.scenario.partner.name, words=words, thought=turn.choice.landed)


def moments(turns: Sequence[Turn], outcome: Outcome | None, rubric: "Rubric") -> list[Moment]:
    """Return turns as the ribbon shows them; without an outcome it has not turned on any yet."""
    turning = {point.number for point in outcome.turning_points} if outcome else set()
    return [
        Moment(
            number=made.number,
            label=made.choice.label,
            side=rubric.side(made.choice.move),
            openness=made.openness,
            turning_point=made.number in turning,
        )
        for made in turns
    ]


def mood_at(openness: int) -> str:
    """Return the mood of a partner who is this open, for an ending: endings state no mood."""
    return "warm" if openness >= _WARM else "guarded" if openness <= _GUARDED else "neutral"


def _lines_of(state: State | None) -> list[Line]:
    if state is None:
        return []
    told = [Line("scene", state.narration), Line("partner", state.says)]
    return [line for line in told if line.text]


def _reply_to(story: Told, at: Position, choice: Choice) -> str:
    """Return what the partner would have said; empty where it would have ended, or they had said nothing."""
    after = at.after(choice)
    state = story.scenario.states.get(after.name) if after else None
    return state.says if state else ""
