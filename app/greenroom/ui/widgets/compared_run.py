"""A run that is compared as a whole: its head with the ribbon, and its foot with the ending and a week later."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from greenroom.ui.look import Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.bead import Moment
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.section import Section
from greenroom.ui.widgets.small_ribbon import SmallRibbon
from greenroom.ui.widgets.text import Text

_FACE = 34


class ComparedRun(NamedTuple):
    """A run as it is shown beside others."""

    name: str
    turns: str
    """How many, in words."""
    partner: str
    """The first name."""
    person: str
    portrait: str
    mood: str
    """At the end."""
    moments: Sequence[Moment]
    ending: str
    """The title; or where it was left."""
    text: str = ""
    later: str = ""


class RunHead(QWidget):
    """What the run is called, how it went at a glance, and how it ended."""

    turn_picked = Signal(int)

    def __init__(self, look: Look, run: ComparedRun, column_number: int) -> None:
        super().__init__()
        self._ribbon = SmallRibbon(look, column_number)
        self._ribbon.setAccessibleName(run.name)
        self._ribbon.show_moments(run.moments, run.partner)
        self._ribbon.turn_picked.connect(self.turn_picked)
        name = Text(look, run.name, "heading")
        name.setObjectName(f"run-name-{column_number}")
        head = column(look, name, Text(look, run.turns, "small", "ink_faint"), spacing=1)
        ended = self.tr("How it ended: {ending}").format(ending=run.ending) if run.text else run.ending
        ending = Text(look, ended, "small_strong", "ink_soft")
        self.setLayout(column(look, head, self._ribbon, ending, spacing=4))
        if not run.moments:
            self._ribbon.hide()


class RunFoot(QWidget):
    """How the run ended, and what is said a week later."""

    def __init__(self, look: Look, pictures: Pictures, run: ComparedRun, column_number: int) -> None:
        super().__init__()
        inside = column(look, Text(look, self.tr("How it ended"), "small_strong", "ink_faint"), spacing=4)
        ending = Text(look, run.ending, "heading")
        ending.setObjectName(f"ending-{column_number}")
        inside.add(Text(look, run.name, "small", "ink_faint"), ending)
        if run.text:
            inside.add(Text(look, run.text, "body", "ink_soft"))
        if run.later:
            inside.gap(8)
            inside.add(self._week_later(look, pictures, run))
        inside.addStretch(1)
        self.setLayout(inside)

    def _week_later(self, look: Look, pictures: Pictures, run: ComparedRun) -> QWidget:
        later = QWidget()
        face = Portrait(look, pictures, _FACE, most=1.2)
        face.show_person(run.portrait, run.person, run.mood)
        words = Section(look, self.tr("A week later, {name}").format(name=run.partner))
        line = row(look, spacing=10)
        line.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        later.setLayout(line)
        words.show_text(self.tr("“{words}”").format(words=run.later.strip('"“”')))
        return later
