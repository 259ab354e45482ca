"""The way through the desk: which message is open in which draft, what the coach says of it, and what is kept."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.coach.findings import Finding, Review, Situation
from greenroom.occasions import OWN, Occasion, read_occasions
from greenroom.ui.coaching import Coaching
from greenroom.ui.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from greenroom.journal.drafts import Drafts
    from greenroom.ui.screens.desk import DeskScreen, View

_MOODS = {"relational": "warm", "transactional": "guarded", "mixed": "neutral", "unclear": "neutral"}

_SHARED = ("person", "shared")
"""What of that may be taken up in the message."""


class Writing(QObject):
    """Holds what is written at the desk, and shows it; where nothing can be kept, the words are here all the same."""

    closed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._here = ""
        self._version = 1
        self._words: dict[str, dict[int, str]] = {}
        """The drafts by occasion and version."""
        self._unkept: set[str] = set()
        """The occasions of which something is here only."""
        self._facts: Mapping[str, str] = {}
        """What the user says of a message of their own."""
        self._coaching = Coaching(frame)
        self._coaching.reviewed.connect(self._on_reviewed)

    def open(self) -> None:
        """Show the desk as it was left; at first where one wrote last."""
        self._frame.notices.clear()
        names = {occasion.id: occasion.name for occasion in self._occasions.values()}
        with self._frame.telling():
            last = self._kept.latest() if self._kept else ""
            here = self._here or (last if last in names or last == OWN else next(iter(names)))
            self._screen.offer(names | {OWN: self.tr("A message of your own")}, here)
            if here not in self._unkept:
                self._words.pop(here, None)  # all may have been deleted meanwhile
            self._show_occasion(here)
        self._show_silent()
        self._frame.show(self._screen)

    def _show_occasion(self, here: str) -> None:
        self._screen.tell()
        self._here = here
        if here == OWN and self._kept:
            self._facts = self._kept.facts(OWN)
        self._screen.show_occasion(self._occasion, self._facts)
        self._version = max(self._drafts)
        self._show_draft()

    def _show_draft(self) -> None:
        words = self._drafts[self._version]
        self._screen.show_draft(sorted(self._drafts), self._version, words)
        self._ask(words)

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
        self._drafts[self._version] = words
        self._unkept.add(self._here)
        with self._frame.telling():
            if self._kept:
                self._kept.write(self._here, self._version, words)
                self._unkept.discard(self._here)

    def _on_described(self, facts: "Mapping[str, str]") -> None:
        self._facts = facts
        self._ask(self._screen.words)
        with self._frame.telling():
            if self._kept:
                self._kept.describe(OWN, facts)

    def _on_occasion_picked(self, here: str) -> None:
        with self._frame.telling():
            self._show_occasion(here)

    def _on_draft_picked(self, version: int) -> None:
        self._screen.tell()
        self._version = version
        self._show_draft()

    def _on_draft_wanted(self) -> None:
        self._screen.tell()
        words = self._drafts[self._version]
        version = max(self._drafts) + 1
        with self._frame.telling():
            if self._kept:
                self._on_written(words)  # also one that is empty, so that each has its number
                version = self._kept.begin(self._here, words).version
        self._drafts[version] = words
        self._version = version
        self._show_draft()

    def _on_draft_discarded(self) -> None:
        self._screen.tell()
        with self._frame.telling():
            if self._kept and self._kept.delete(self._here, self._version):
                deleted = self.tr("The draft has been deleted.")
                self._frame.notices.show_notice(deleted, self.tr("Undo"), self._on_undo)
        self._drafts.pop(self._version)
        self._words[self._here] = self._drafts or {1: ""}
        self._version = max(self._drafts)
        self._show_draft()

    def _on_undo(self) -> None:
        with self._frame.telling():
            if self._frame.journal and self._frame.journal.undo_delete():
                self._words.pop(self._here, None)
                self._show_occasion(self._here)

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
    def _kept(self) -> "Drafts | None":
        journal = self._frame.journal
        return journal.drafts if journal else None

    @property
    def _occasion(self) -> Occasion | None:
        return self._occasions.get(self._here)

    @property
    def _situation(self) -> Situation:
        if self._occasion:
            return Situation(self._occasion.kind, facts=self._occasion.facts)
        return Situation(facts=tuple(filter(None, (self._facts.get(name) for name in _SHARED))))

    @property
    def _drafts(self) -> dict[int, str]:
        """The drafts of what is open, by version; there is always one."""
        if self._here not in self._words:
            kept = self._kept.of(self._here) if self._kept else ()
            self._words[self._here] = {draft.version: draft.words for draft in kept} or {1: ""}
        return self._words[self._here]

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
        screen.occasion_picked.connect(self._on_occasion_picked)
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
