"""Says in words how a message reads."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from greenroom.coach.findings import Finding, Review
from greenroom.comparing.words import Piece, changed_words
from greenroom.rubric import Rubric
from greenroom.ui.widgets.margin_note import Noted
from greenroom.ui.widgets.wording_card import Wording
from greenroom.ui.words import sentence

MOST_NOTES = 60
"""A message that is a whole book has no room for more in its margin."""


class Wordings:
    """Puts what the coach found into words, with the names of the rubric."""

    def __init__(self, rubric: Rubric) -> None:
        self._rubric = rubric

    def noted(self, words: str, finding: Finding) -> Noted:
        """Return a finding with what there is to tell about it."""
        move = self._rubric.moves.get(finding.move)
        sources = tuple(self._rubric.sources[name] for name in finding.sources if name in self._rubric.sources)
        return Noted(finding, words[finding.start : finding.end], move.name if move else finding.move, sources)

    def of(self, title: str, words: str, review: Review, marked: Sequence[range] = ()) -> Wording:
        """Return a wording as it stands beside another."""
        noted = [self.noted(words, finding) for finding in review.findings[:MOST_NOTES]]
        return Wording(title, self.summary(words, review, noted, ""), words, marked, noted)

    def side_by_side(self, drafts: Sequence[tuple[str, str]], reviews: Sequence[Review]) -> list[Wording]:
        """Return two drafts, each a title and its words, with what is in one of them only."""
        changed = changed_words(drafts[0][1], drafts[1][1])
        return [
            self.of(title, words, review, list(_ranges(pieces)))
            for (title, words), review, pieces in zip(drafts, reviews, changed, strict=True)
        ]

    def summary(self, words: str, review: Review, noted: Sequence[Noted], name: str) -> str:
        """Return in a sentence how a message reads; `name` is whom it is to, where that is known."""
        if not words.strip():
            return _tr("Write as you would. What helps and what gets in the way is marked as you go.")
        if review.note:
            return sentence(review.note)
        if not review.findings:
            return _tr("Nothing here calls for a mark.")
        moves = {side: _listed(noted, side) for side in ("relational", "transactional")}
        them = name or _tr("them")
        told = {
            "relational": _tr("Reads as turned towards {them}{moves}.").format(
                them=them, moves=_after_colon(moves["relational"])
            ),
            "transactional": _tr("Reads as being about what {them} could do for you{moves}.").format(
                them=name or _tr("they"), moves=_after_colon(moves["transactional"])
            ),
            "mixed": _tr(
                "Reads as two messages in one: one is turned towards {them}, the other asks for something."
            ).format(them=them),
            "unclear": _tr("It could be read either way. There is nothing here that settles it."),
        }
        return told[review.stance]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wordings", text)


def _listed(noted: Sequence[Noted], side: str) -> str:
    return ", ".join(dict.fromkeys(each.move.lower() for each in noted if each.finding.side == side))


def _after_colon(moves: str) -> str:
    return f": {moves}" if moves else ""


def _ranges(pieces: Sequence[Piece]) -> Iterator[range]:
    start = 0
    for piece in pieces:
        if piece.changed:
            yield range(start, start + len(piece.text))
        start += len(piece.text)
