"""The way through the desk: which message is open in which draft, and what the coach says of it."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.coach.findings import Finding, Review, Situation
from greenroom.occasions import OWN, Occasion, read_occasions
from greenroom.ui.coaching import Coaching
from greenroom.ui.drafting import Drafting
from greenroom.ui.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from greenroom.ui.screens.desk import DeskScreen, View

_MOODS = {"relational": "warm", "transactional": "guarded", "mixed": "neutral", "unclear": "neutral"}
_SHARED = ("person", "shared")
"""What of the facts of one's own message may be taken up in the message."""


class Writing(QObject):
    """Shows what is written at the desk, and how it reads."""

    closed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._here = ""
        self._version = 1
        self._drafting = Drafting(frame)
        self._coaching = Coaching(frame)
        self._coaching.reviewed.connect(self._on_reviewed)

    def open(self) -> None:
        """Show the desk as it was left; at first where one wrote last."""
        self._frame.notices.clear()
        last = self._drafting.last()
        first = last if last in self._occasions or last == OWN else next(iter(self._occasions))
        self._show(self._here or first)
        self._show_silent()
        self._frame.show(self._screen)

    def _show(self, here: str) -> None:
        names = {occasion.id: occasion.name for occasion in self._occasions.values()}
        self._screen.offer(names | {OWN: self.tr("A message of your own")}, here)
        self._show_occasion(here)

    def _show_occasion(self, here: str) -> None:
        self._screen.tell()
        self._drafting.read_anew()
        self._here = here
        self._screen.show_occasion(self._occasion, self._drafting.facts)
        self._version = max(self._drafts)
        self._show_draft()

    def _show_draft(self) -> None:
        self._screen.show_draft(sorted(self._drafts), self._version, self._drafts[self._version])
        self._ask(self._screen.words)  # which may have other line ends

    def _ask(self, words: str) -> None:
        self._coaching.ask(words, self._situation)

    def _show_silent(self) -> None:
        self._screen.show_silent({rule: _rule_words(rule) for rule in self._coaching.silent})

    # What happens

    def _on_reviewed(self, words: str, review: Review) -> None:
        name = self._occasion.person.name.split()[0] if self._occasion else ""
        noted = self._coaching.noted(words, review)
        self._screen.show_findings(words, self._coaching.wordings.summary(words, review, noted, name), noted)

    def _on_written(self, words: str) -> None:
        self._drafting.write(self._here, self._version, words)

    def _on_described(self, facts: "Mapping[str, str]") -> None:
        self._drafting.describe(facts)
        self._ask(self._screen.words)

    def _on_draft_picked(self, version: int) -> None:
        self._screen.tell()
        self._version = version
        self._show_draft()

    def _on_draft_wanted(self) -> None:
        self._screen.tell()
        words = self._drafts[self._version]
        self._on_written(words)  # also one that is empty, so that each has its number
        self._begin(words)

    def _begin(self, words: str) -> None:
        """Go on in a new draft that begins with these words."""
        self._version = self._drafting.begin(self._here, words)
        self._show_draft()

    def _on_draft_discarded(self) -> None:
        self._screen.tell()
        words = self._drafts[self._version]
        with self._frame.telling():
            is_kept = self._drafting.delete(self._here, self._version)
            if is_kept or words:
                undo = partial(self._on_undo, self._here, "" if is_kept else words)
                self._frame.notices.show_notice(self.tr("The draft has been deleted."), self.tr("Undo"), undo)
            self._version = max(self._drafts)
            self._show_draft()

    def _on_undo(self, here: str, unkept: str) -> None:
        """Bring back a draft that has been deleted: `unkept` are its words where the journal does not have them."""
        if not unkept:
            self._drafting.bring_back()
        self._show(here)
        if unkept:
            self._begin(unkept)

    def _on_dismissed(self, finding: Finding) -> None:
        words = self._screen.words
        self._coaching.leave(words, finding)
        self._ask(words)

    def _on_rule_switched(self, rule: str, heard: bool) -> None:  # noqa: FBT001 - as the signal has it
        self._coaching.switch(rule, heard=heard)
        self._show_silent()
        self._ask(self._screen.words)

    def _on_view_picked(self, view: "View") -> None:
        self._screen.tell()
        if view == "compare":
            self._show_comparison()
        elif view == "examples" and self._occasion:
            self._show_examples(self._occasion)
        else:
            self._show_inbox()

    def _show_comparison(self) -> None:
        """Show the open draft beside the one before it, or after it where it is the first."""
        versions = sorted(self._drafts)
        place = max(1, versions.index(self._version))
        pair = versions[place - 1 : place + 1]
        drafts = [(self.tr("Draft {number}").format(number=each), self._drafts[each]) for each in pair]
        reviews = [self._review(words) for _, words in drafts]
        head = self.tr("What stands in one of the two only is underlined. Neither is the right one.")
        self._screen.show_wordings("compare", head, self._coaching.wordings.side_by_side(drafts, reviews))

    def _show_examples(self, occasion: Occasion) -> None:
        examples = [
            (self.tr("Towards what they can do"), occasion.weak),
            (self.tr("Towards the person"), occasion.strong),
        ]
        wordings = [self._coaching.wordings.of(title, words, self._review(words)) for title, words in examples]
        head = self.tr("Both are written from the same facts.")
        self._screen.show_wordings("examples", head, wordings)

    def _show_inbox(self) -> None:
        words = self._screen.words
        person = self._occasion.person if self._occasion else None
        stance = self._review(words).stance
        thought = person.thoughts.get(stance, "") if person and words.strip() else ""
        self._screen.show_inbox(words, person, _MOODS[stance], thought)

    # What it is built from

    def _review(self, words: str) -> Review:
        return self._coaching.review(words, self._situation)

    @property
    def _occasion(self) -> Occasion | None:
        return self._occasions.get(self._here)

    @property
    def _situation(self) -> Situation:
        if self._occasion:
            return Situation(self._occasion.kind, facts=self._occasion.facts)
        return Situation(facts=tuple(filter(None, map(self._drafting.facts.get, _SHARED))))

    @property
    def _drafts(self) -> "Mapping[int, str]":
        return self._drafting.of(self._here)

    @cached_property
    def _occasions(self) -> dict[str, Occasion]:
        return {occasion.id: occasion for occasion in read_occasions(self._frame.parts.assets)}

    @cached_property
    def _screen(self) -> "DeskScreen":
        from greenroom.ui.keys import connect_keys  # noqa: PLC0415
        from greenroom.ui.screens.desk import DeskScreen  # noqa: PLC0415  # the home does without it

        screen = DeskScreen(self._frame.look, self._frame.pictures)
        screen.typed.connect(self._ask)
        screen.written.connect(self._on_written)
        screen.described.connect(self._on_described)
        screen.occasion_picked.connect(self._show_occasion)
        screen.view_picked.connect(self._on_view_picked)
        screen.draft_picked.connect(self._on_draft_picked)
        screen.draft_wanted.connect(self._on_draft_wanted)
        screen.draft_discarded.connect(self._on_draft_discarded)
        screen.dismissed.connect(self._on_dismissed)
        screen.rule_switched.connect(self._on_rule_switched)
        screen.closed.connect(self.closed)
        connect_keys(screen, {"F8": lambda: screen.step_note(1), "Shift+F8": lambda: screen.step_note(-1)})
        return screen


def _rule_words(rule: str) -> str:
    return rule.replace("-", " ").capitalize()
