"""Whom you talk with and what you came for: a panel at the side, or a strip on top where there is less room."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.widgets.boxes import column, row
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.card import Card, Panel
from greenroom.ui.widgets.portrait import Portrait
from greenroom.ui.widgets.scroll import ScrollArea
from greenroom.ui.widgets.section import Section
from greenroom.ui.widgets.text import Text
from greenroom.ui.words import mood_word, opening

if TYPE_CHECKING:
    from greenroom.scenario import Partner, Setting

_PANEL_WIDTH = 276
_NOTES_SHARE = 0.3
"""Of the window's height: how much the setting above the conversation may take."""


class SettingNotes(QWidget):
    """What you came for, and what you know."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wanted = Section(look, self.tr("What you came for"))
        self._known = Section(look, self.tr("What you know"))
        self.setLayout(column(look, self._wanted, self._known, spacing=16))

    def show_setting(self, setting: "Setting") -> None:
        """Show the setting of a scenario."""
        self._wanted.show_text(setting.you_want)
        self._known.show_text(*setting.you_know)


class PersonPanel(Panel):
    """The large portrait, what one can see of them now, and the setting."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "rail", "right")
        centre = Qt.AlignmentFlag.AlignHCenter
        self._portrait = Portrait(look, pictures, 176, most=1.1)
        self._name = Text(look, "", "title", align=centre)
        self._role = Text(look, "", "body", "ink_soft", align=centre)
        self._mood = Text(look, "", "small_strong")
        self._seen = Text(look, "", "small", "ink_soft")
        self._notes = SettingNotes(look)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._build()

    def show_partner(self, partner: "Partner", setting: "Setting") -> None:
        """Show who it is and where you are."""
        self._name.show_text(partner.name)
        self._role.show_text(partner.role)
        self._notes.show_setting(setting)

    def show_mood(self, partner: "Partner", mood: str, seen: str) -> None:
        """Show what one can see of them now."""
        self._portrait.show_person(partner.portrait, partner.name, mood)
        self._mood.show_text(opening(mood_word(mood)))
        self._seen.show_text(seen)
        self._seen.setVisible(bool(seen))

    def sizeHint(self) -> QSize:
        return QSize(self._look.pixels(_PANEL_WIDTH, most=1.35), 200)

    def _build(self) -> None:
        look = self._look
        mood = Card(look, margins=(14, 10, 14, 11), spacing=2, radius=10)
        mood.box.add(self._mood, self._seen)
        content = QWidget()
        inside = column(look, margins=(26, 30, 26, 24))
        inside.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.gap(16)
        inside.add(self._name, self._role)
        inside.gap(14)
        inside.add(mood)
        inside.gap(22)
        inside.add(self._notes)
        inside.addStretch(1)
        inside.gap(16)
        farewell = self.tr("You can leave at any time. Leaving kindly is part of it.")
        inside.add(Text(look, farewell, "small", "ink_faint"))
        content.setLayout(inside)
        self.box.change_margins((0, 0, 1, 0))
        self.box.add(ScrollArea(look, content, name=self.tr("Whom you talk with, and what you know")))


class PersonStrip(Panel):
    """The small portrait and one line; a button opens the setting."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, "rail", "bottom", (24, 10, 24, 10))
        self._portrait = Portrait(look, pictures, 54)
        self._name = Text(look, "", "strong")
        self._seen = Text(look, "", "small", "ink_soft")
        self._notes = SettingNotes(look)
        self._notes_area = self._new_notes_area()
        self._notes_button = Button(look, self.tr("What you know"), "quiet")
        self._notes_button.setObjectName("what-you-know")
        self._notes_button.clicked.connect(self._on_notes_clicked)
        words = column(look, spacing=1)
        words.addStretch(1)
        words.add(self._name, self._seen)
        words.addStretch(1)
        head = row(look, self._portrait, spacing=14)
        head.addLayout(words, 1)
        head.add(self._notes_button)
        self.box.add(head, self._notes_area)

    def show_partner(self, partner: "Partner", setting: "Setting") -> None:
        """Show who it is and where you are."""
        self._name.show_text(partner.name)
        self._notes.show_setting(setting)
        self._show_notes(shown=False)

    def arrange(self, breadth: Breadth) -> None:
        """Leave the setting to the screen where there is no room for its button."""
        self._notes_button.setVisible(breadth == "middle")
        self._show_notes(shown=False)

    def show_mood(self, partner: "Partner", mood: str, seen: str) -> None:
        """Show what one can see of them now."""
        self._portrait.show_person(partner.portrait, partner.name, mood)
        described = self.tr("{mood}. {seen}").format(mood=opening(mood_word(mood)), seen=seen)
        self._seen.show_text(described if seen else opening(mood_word(mood)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_notes()

    def _new_notes_area(self) -> ScrollArea:
        self._notes_content = QWidget()
        self._notes_content.setLayout(column(self._look, self._notes, margins=(0, 14, 0, 4)))
        area = ScrollArea(self._look, self._notes_content, name=self.tr("What you know"))
        area.hide()
        return area

    def _fit_notes(self) -> None:
        """Give the setting the height it needs, and most of the window to the conversation all the same."""
        needed = self._notes_content.heightForWidth(self._notes_area.viewport().width())
        most = round(self.window().height() * _NOTES_SHARE)
        self._notes_area.setFixedHeight(min(needed, most))

    def _on_notes_clicked(self) -> None:
        self._show_notes(shown=not self._notes_area.isVisible())

    def _show_notes(self, *, shown: bool) -> None:
        self._notes_area.setVisible(shown)
        self._fit_notes()
        self._notes_button.show_text(self.tr("Close") if shown else self.tr("What you know"))
