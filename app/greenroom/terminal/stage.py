"""A rehearsal in plain lines: the whole session in the terminal, or through a pipe."""

import random
from collections.abc import Callable, Iterator
from typing import TextIO

from greenroom.command import command
from greenroom.scenario import Choice, State
from greenroom.session import Session
from greenroom.terminal import HELP
from greenroom.terminal.explaining import SIDES, found_in, move_of, sources_in_full, sources_in_short
from greenroom.terminal.own_words import NONE, Doubt, cannot_tell, is_answer, quoted, said, taken_as, tidy, which
from greenroom.terminal.page import Page
from greenroom.turns import Outcome, Turn

_LONGEST_NUMBER = 6
NOTHING_OPEN = "Nothing that you could say here is open. Type b to take the last turn back."
LONGEST_AUTOMATIC = 500
"""Turns after which a rehearsal that plays by itself stops: a scenario may have loops."""


class TerminalStage:
    """Plays one session over lines of input and output."""

    def __init__(self, session: Session, read: Iterator[str], out: TextIO, *, plain: bool) -> None:
        """`read` yields the user's lines and ends when input does; `plain` writes no styles and no wrapping."""
        self._session = session
        self._read = read
        self._page = Page(out, plain=plain)
        self._line, self._heading = self._page.line, self._page.heading
        self._trouble = ""
        self._doubt: Doubt | None = None

    def play(self) -> bool:
        """Play until the user leaves or input ends. Return whether an ending was reached."""
        self._show_opening()
        while True:
            if outcome := self._session.outcome:
                self._show_debrief(outcome)
            elif self._doubt:
                self._show_doubt(self._doubt)
            else:
                self._show_choices()
            if not self._answer():
                return self._session.outcome is not None

    def play_by_itself(self, seed: int) -> bool:
        """Choose at random until an ending. Return whether one was reached."""
        chance = random.Random(seed)  # noqa: S311  # a rehearsal, not a secret
        self._show_opening()
        for _ in range(LONGEST_AUTOMATIC):
            if outcome := self._session.outcome:
                self._show_debrief(outcome)
                return True
            self._show_choices()
            if not (choices := self._session.choices):
                return False
            self._choose(chance.choice(choices))
        return False

    # What the user types

    def _answer(self) -> bool:
        """Carry out one line; False when the user leaves or input has ended."""
        self._page.prompt("b takes back, Enter leaves > " if self._session.outcome else "> ")
        line = next(self._read, None)
        if line is None:
            self._page.leave_prompt()
            return False
        typed = tidy(line)
        command = self._command(typed)
        if not command and (typed.lower() == "q" or self._session.outcome):
            return False
        if command:
            command()
        elif is_answer(typed) and self._session.choices:
            self._choose_by_words(typed)
        elif self._doubt:
            self._resolve(self._doubt, typed)
        else:
            self._choose_by_number(typed)
        return True

    def _command(self, typed: str) -> Callable[[], None] | None:
        """Return what a line asks for that answers nothing. A sentence that begins with such a letter is an answer."""
        commands: dict[str, Callable[[], None]] = {
            "w": self._show_other_choices,
            "s": self._show_sources,
            "?": lambda: self._line(HELP),
        }
        word, _, rest = typed.lower().partition(" ")
        if word == "b" and (not rest or _is_number(rest)):
            return lambda: self._take_back(rest)
        return None if rest else commands.get(word)

    def _choose_by_number(self, typed: str) -> None:
        choices = self._session.choices
        if _is_number(typed) and 1 <= int(typed) <= len(choices):
            self._choose(choices[int(typed) - 1])
        elif choices:
            self._line(f"Type a number from 1 to {len(choices)}, your own words, or ? for what else there is.")

    def _choose_by_words(self, words: str) -> None:
        match, self._doubt = self._session.match(words), None
        if match.choice:
            self._line(taken_as(match.choice, match.because))
            self._line(f"As written: {quoted(match.choice)}", indent="  ")
            self._choose(match.choice, words)
        elif match.nearest:
            self._line(which(match))
            self._doubt = Doubt(words, match.nearest)
        else:
            self._line(cannot_tell(self._session.scenario))

    def _resolve(self, doubt: Doubt, typed: str) -> None:
        """Take a number as which of the nearest was meant, or as none of them."""
        none = len(doubt.nearest) + 1
        if not _is_number(typed) or not 1 <= int(typed) <= none:
            self._line(f"Type a number from 1 to {none}, or say it in other words.")
            return
        self._doubt = None
        if int(typed) < none:
            self._choose(doubt.nearest[int(typed) - 1], doubt.words)

    def _choose(self, choice: Choice, words: str | None = None) -> None:
        turn = self._session.choose(choice, words)
        self._show_turn(turn)
        if (trouble := str(self._session.unsaved or "")) != self._trouble:
            self._trouble = trouble
            self._line(trouble or "The journal can be written again, and has the turns that led here.")

    def _take_back(self, rest: str) -> None:
        turns = self._session.turns
        keep = int(rest) - 1 if _is_number(rest) else len(turns) - 1
        if not turns or not 0 <= keep < len(turns):
            self._line("There is no such turn to take back.")
            return
        self._doubt = None
        self._session.take_back(keep)
        kept = " What you tried is kept in the journal." if self._session.is_kept else ""
        self._line(f"Taken back to before turn {keep + 1}.{kept}")
        if state := self._session.state:
            self._show_state(state)

    # What is shown

    def _show_opening(self) -> None:
        scenario = self._session.scenario
        self._heading(scenario.title)
        self._line(scenario.setting.place)
        self._line(f"With {scenario.partner.name}, {scenario.partner.role}.")
        for known in scenario.setting.you_know:
            self._line(f"You know: {known}")
        self._line(f"You want: {scenario.setting.you_want}")
        for turn in self._session.turns:
            self._show_words(turn)
            self._show_reply(turn)
        if not self._session.turns and (state := self._session.state):
            self._show_state(state)

    def _show_state(self, state: State) -> None:
        self._line()
        if state.narration:
            self._line(f"({state.narration})", style="3")
        if state.says:
            self._line(f'{self._session.scenario.partner.name}: "{state.says}"')
        if state.seen:
            self._line(f"[{state.mood}: {state.seen}]", style="2")

    def _show_choices(self) -> None:
        self._line()
        if self._session.is_stuck:
            self._line(NOTHING_OPEN)
        for number, choice in enumerate(self._session.choices, 1):
            tried = " (tried)" if choice.id in self._session.tried else ""
            self._line(f"{number}  {quoted(choice)}{tried}", hanging="   ")

    def _show_turn(self, turn: Turn) -> None:
        self._show_words(turn)
        self._show_reply(turn)
        self._line()
        self._line(f"How it landed: {turn.choice.landed}", indent="  ")
        self._line(f"{move_of(turn.choice, self._session.rubric)}: {turn.choice.why}", indent="  ")
        self._line(sources_in_short(turn.choice, self._session.rubric), indent="  ")
        known = self._session.scenario.setting.you_know
        found = list(found_in(turn.words, known, self._session.rubric)) if turn.words else []
        if found:
            self._line("How your own words read:", indent="  ")
        for each in found:
            self._line(each, indent="    ")

    def _show_doubt(self, doubt: Doubt) -> None:
        self._line()
        for number, choice in enumerate(doubt.nearest, 1):
            self._line(f"{number}  {quoted(choice)}", hanging="   ")
        self._line(f"{len(doubt.nearest) + 1}  {NONE}")

    def _show_words(self, turn: Turn) -> None:
        self._line()
        self._line(f"You: {said(turn)}")

    def _show_reply(self, turn: Turn) -> None:
        if state := self._session.reply_to(turn):
            self._show_state(state)

    def _show_other_choices(self) -> None:
        if not self._session.turns:
            self._line("Choose first; then you can see what the others would have done.")
            return
        turn = self._session.turns[-1]
        for choice in self._session.other_choices(turn):
            self._line()
            self._line(quoted(choice))
            self._line(f"How it would have landed: {choice.landed}", indent="  ")
            self._line(f"{move_of(choice, self._session.rubric)}: {choice.why}", indent="  ")

    def _show_sources(self) -> None:
        if not self._session.turns:
            self._line("Choose first; then you can see what the explanation rests on.")
            return
        for place, *texts in sources_in_full(self._session.turns[-1].choice, self._session.rubric):
            self._line()
            self._line(place)
            for text in texts:
                self._line(text, indent="  ")

    def _show_debrief(self, outcome: Outcome) -> None:
        scenario, ending = self._session.scenario, outcome.ending
        self._heading(ending.title)
        self._line(ending.text)
        self._line()
        for turn in outcome.turns:
            side = SIDES[self._session.rubric.side(turn.choice.move)]
            turned = " - it turned here" if turn in outcome.turning_points else ""
            self._line(f"{turn.number:2}  {side}: {turn.choice.label}{turned}", hanging="    ")
        self._line()
        self._line(f'A week later, {scenario.partner.name}: "{ending.later}"')
        self._line(f"What {scenario.partner.name} had hoped for: {scenario.partner.wants}")
        self._line(f"To carry out of the room: {ending.carry}")
        if another := scenario.suggests:
            self._line(f"If you want another: {another.why} ({command('play', another.scenario)})")


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= _LONGEST_NUMBER
