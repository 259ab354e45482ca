"""The coach as the user wants it: without the rules that are off, and without the notes that were left alone."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.coach.findings import Finding, Review, Situation
from greenroom.rubric import read_rubric
from greenroom.ui.frame import Frame
from greenroom.ui.reviewing import Reviewing
from greenroom.ui.wordings import MOST_NOTES, Wordings

if TYPE_CHECKING:
    from greenroom.ui.widgets.margin_note import Noted


class Coaching(QObject):
    """Has words read, and remembers what should not be heard."""

    reviewed = Signal(str, object)
    """The words, and the `Review` of them."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._left: set[tuple[str, str]] = set()
        """The notes that were left alone: each by its rule and the words it is about."""
        self._reviewing = Reviewing(frame.parts.review, self)
        self._reviewing.reviewed.connect(lambda words, review: self.reviewed.emit(words, self._heard(words, review)))

    @cached_property
    def wordings(self) -> Wordings:
        """What says in words how a message reads."""
        return Wordings(read_rubric(self._frame.parts.assets))

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._reviewing.is_busy

    @property
    def silent(self) -> tuple[str, ...]:
        """The rules that are off."""
        return self._frame.appearance.settings.silent_rules

    def ask(self, words: str, situation: Situation) -> None:
        """Have words read while one goes on; `reviewed` tells when that is done."""
        self._reviewing.ask(words, situation)

    def review(self, words: str, situation: Situation) -> Review:
        """Return how words read that are looked at now."""
        return self._heard(words, self._frame.parts.review(words, situation))

    def noted(self, words: str, review: Review) -> "list[Noted]":
        """Return what there is to tell about the findings of a review."""
        return [self.wordings.noted(words, finding) for finding in review.findings[:MOST_NOTES]]

    def leave(self, words: str, finding: Finding) -> None:
        """Say no more about these words by this rule."""
        self._left.add((finding.rule, words[finding.start : finding.end]))

    def switch(self, rule: str, *, heard: bool) -> None:
        """Switch a rule on or off, from now on."""
        silent = tuple(each for each in self.silent if each != rule) + (() if heard else (rule,))
        with self._frame.telling():
            self._frame.appearance.change(self._frame.appearance.settings._replace(silent_rules=silent))

    def _heard(self, words: str, review: Review) -> Review:
        heard = (
            finding
            for finding in review.findings
            if finding.rule not in self.silent and (finding.rule, words[finding.start : finding.end]) not in self._left
        )
        return Review(review.stance, tuple(heard), review.note)
