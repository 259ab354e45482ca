"""What there is to show of a comparison: turns, runs and what they share, in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from greenroom.comparing import changed_words
from greenroom.ui.screens.conversation import mood_at
from greenroom.ui.widgets.bead import Moment
from greenroom.ui.widgets.compared_run import ComparedRun
from greenroom.ui.widgets.compared_turn import Asked, ComparedTurn
from greenroom.ui.widgets.shared_card import Together
from greenroom.ui.words import turns_in_words

if TYPE_CHECKING:
    from greenroom.comparing import Comparison
    from greenroom.retelling import Story
    from greenroom.rubric import Rubric
    from greenroom.turns import Turn
    from greenroom.ui.stretches import Stretch
    from greenroom.ui.widgets.fork import Joint


class Compared:
    """Tells of one comparison."""

    def __init__(self, comparison: "Comparison", rubric: "Rubric") -> None:
        self.comparison, self._rubric = comparison, rubric
        self._partner = comparison.scenario.partner

    def run(self, number: int) -> ComparedRun:
        """Return the run in a column, as a whole."""
        story = self.comparison.stories[number]
        turns, outcome = story.turns, story.outcome if story.run else None
        left = QCoreApplication.translate("Compare", "Left after turn {number}").format(number=len(turns))
        unplayed = QCoreApplication.translate("Compare", "You have not played this.")
        return ComparedRun(
            name=story.title,
            turns=turns_in_words(len(turns)),
            partner=self._partner.first_name,
            person=self._partner.name,
            portrait=self._partner.portrait,
            mood=mood_at(turns[-1].openness) if turns else "neutral",
            moments=[self._moment(story, turn) for turn in turns],
            ending=outcome.ending.title if outcome else left if story.run else unplayed,
            text=outcome.ending.text if outcome else "",
            later=outcome.ending.later if outcome else "",
        )

    def cell(self, turns: "Sequence[Turn | None]", number: int) -> ComparedTurn | None:
        """Return the turn in a column of a row; None where the run has none there."""
        turn = turns[number]
        if turn is None:
            return None
        others = [other for place, other in enumerate(turns) if other and place != number and other.state == turn.state]
        marked = differing(turn.said, others[0].said) if others else ()
        return self._turn(turn, [self._asked(number, turn)], marked)

    def together(self, stretch: "Stretch", title: str) -> Together:
        """Return a stretch on which all do the same."""
        turns = [[turn for turn in row.turns if turn] for row in stretch.rows]
        last = turns[-1][0]
        reply = self.comparison.stories[0].reply_to(last)
        return Together(
            title=title,
            words=_quoted(reply.says or reply.narration) if reply else last.said,
            portrait=self._partner.portrait,
            partner=self._partner.name,
            mood=reply.mood if reply else mood_at(last.openness),
            turns=[self._turn(row[0], [self._asked(*turn) for turn in enumerate(row)], ()) for row in turns],
        )

    def start(self, title: str) -> Together:
        """Return what all hear before the first turn, for runs that part at once."""
        scenario = self.comparison.scenario
        state = scenario.states[scenario.start]
        words = _quoted(state.says) if state.says else state.narration or scenario.setting.place
        return Together(title, words, self._partner.portrait, self._partner.name, state.mood, ())

    def _asked(self, number: int, turn: "Turn") -> Asked:
        return Asked(number, turn.number, self.comparison.stories[number].title)

    def _turn(self, turn: "Turn", runs: Sequence[Asked], marked: Sequence[range]) -> ComparedTurn:
        story = self.comparison.stories[runs[0].column]
        reply, move = story.reply_to(turn), self._rubric.moves.get(turn.choice.move)
        return ComparedTurn(
            number=turn.number,
            words=turn.said,
            act=turn.choice.say is None and turn.words is None,
            marked=marked,
            side=self._rubric.side(turn.choice.move),
            move=move.name if move else "",
            thought=turn.choice.landed,
            narration=reply.narration if reply else "",
            reply=reply.says if reply else "",
            partner=self._partner.name,
            portrait=self._partner.portrait,
            mood=reply.mood if reply else mood_at(turn.openness),
            played=bool(story.run) or turn is not story.turns[-1],
            runs=runs,
        )

    def _moment(self, story: "Story", turn: "Turn") -> Moment:
        turning_points = story.outcome.turning_points if story.outcome else ()
        return Moment(
            number=turn.number,
            label=turn.choice.label,
            side=self._rubric.side(turn.choice.move),
            openness=turn.openness,
            turning_point=turn in turning_points,
        )


def joint(found: "Sequence[Stretch]", place: int) -> "tuple[Joint, str] | None":
    """Return what happens where the stretch at `place` begins, and how it is told; None where nothing does."""
    before, stretch = found[:place], found[place]
    if stretch.together:
        return ("meet", QCoreApplication.translate("Compare", "Here they meet again")) if before else None
    if before and not before[-1].together:
        return "both", QCoreApplication.translate("Compare", "Here they meet again, and part once more")
    if place + 1 == len(found) and stretch.has_idle_run:
        return "part", QCoreApplication.translate("Compare", "From here on not all go on")
    return "part", _parting(stretch, again=any(not earlier.together for earlier in before))


def _parting(stretch: "Stretch", *, again: bool) -> str:
    turns = stretch.rows[0].turns
    if len({turn and turn.choice.id for turn in turns}) == 1:
        return QCoreApplication.translate("Compare", "The same choice, and another answer")
    numbers = {turn and turn.number for turn in turns}
    first = QCoreApplication.translate("Compare", "Here they part, at turn {number}")
    once_more = QCoreApplication.translate("Compare", "Here they part again, at turn {number}")
    if len(numbers) == 1:
        return (once_more if again else first).format(number=numbers.pop())
    unnumbered = QCoreApplication.translate("Compare", "Here they part")
    return QCoreApplication.translate("Compare", "Here they part again") if again else unnumbered


def differing(one: str, other: str) -> Sequence[range]:
    """Return where `one` differs from `other`; nothing where all of it does, which a glance tells without marks."""
    marked, start = [], 0
    for piece in changed_words(one, other)[0]:
        if piece.changed:
            marked.append(range(start, start + len(piece.text)))
        start += len(piece.text)
    return () if sum(map(len, marked)) == len(one) else marked


def _quoted(words: str) -> str:
    return QCoreApplication.translate("Compare", "“{words}”").format(words=words)
