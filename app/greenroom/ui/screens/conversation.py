"""What there is to show of a session: its lines, how a choice landed, what the others would have done."""

from PySide6.QtCore import QCoreApplication

from greenroom.scenario import Choice, State
from greenroom.session import Session
from greenroom.turns import Turn
from greenroom.ui.widgets.landing_card import Landing
from greenroom.ui.widgets.transcript import Line

_WARM, _GUARDED = 2, -2


def lines(session: Session) -> list[Line]:
    """Return all that has been said and done, in order."""
    scenario = session.scenario
    told = [Line("scene", scenario.setting.place), *_lines_of(scenario.states[scenario.start])]
    for turn in session.turns:
        told.append(Line("user", turn.choice.words, turn.number, act=turn.choice.say is None))
        told.extend(_lines_of(session.reply_to(turn)))
    return told


def question(session: Session) -> str:
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


def landing(session: Session, turn: Turn) -> Landing:
    """Return how the choice of `turn` landed."""
    reply = session.reply_to(turn)
    return Landing(
        choice=turn.choice,
        partner=session.scenario.partner,
        mood_before=session.scenario.states[turn.state].mood,
        mood=reply.mood if reply else mood_at(turn.openness),
        ended=reply is None,
        alone=not session.other_choices(turn),
    )


def others(session: Session, turn: Turn) -> list[tuple[Choice, str]]:
    """Return the choices that were also on offer at `turn`, each with the reply it would have got, if any."""
    led_to = [(choice, session.led_to_instead(turn, choice)) for choice in session.other_choices(turn)]
    return [(choice, reply.says if isinstance(reply, State) else "") for choice, reply in led_to]


def announcement(session: Session, turn: Turn) -> str:
    """Return what a screen reader says after a choice: the reply, and how it landed."""
    reply = session.reply_to(turn)
    answered = QCoreApplication.translate("Conversation", "{name} said: {words} How it landed: {thought}")
    landed = QCoreApplication.translate("Conversation", "How it landed: {thought}")
    text = answered if reply and reply.says else landed
    words = reply.says if reply else ""
    return text.format(name=session.scenario.partner.name, words=words, thought=turn.choice.landed)


def mood_at(openness: int) -> str:
    """Return the mood of a partner who is this open, for an ending: endings state no mood."""
    return "warm" if openness >= _WARM else "guarded" if openness <= _GUARDED else "neutral"


def _lines_of(state: State | None) -> list[Line]:
    if state is None:
        return []
    told = [Line("scene", state.narration), Line("partner", state.says)]
    return [line for line in told if line.text]
