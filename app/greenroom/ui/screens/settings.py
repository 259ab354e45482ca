"""The settings: text size, theme, motion; the keys; and where everything is kept."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from greenroom.settings import TEXT_SIZES, Settings
from greenroom.ui.look import Breadth, Look
from greenroom.ui.screens.screen import Screen
from greenroom.ui.widgets.boxes import column
from greenroom.ui.widgets.fields import LineField
from greenroom.ui.widgets.options import Options
from greenroom.ui.widgets.scroll import ScrollColumn
from greenroom.ui.widgets.text import Text

_WIDEST = 760


class SettingsScreen(Screen):
    """Whatever is picked holds at once."""

    place = "settings"
    scroll_area: ScrollColumn

    settings_changed = Signal(Settings)

    def __init__(self, look: Look, home: Path) -> None:
        super().__init__()
        self._look = look
        self._settings = Settings()
        self._make_options()
        self._folder = LineField(look, self.tr("The folder where everything is kept"))
        self._folder.line.setReadOnly(True)
        self._folder.line.setText(str(home))
        self._folder.line.setCursorPosition(0)
        self._folder.setObjectName("folder")
        self._keys = QWidget()
        self._keys.setLayout(self._keys_grid())
        self._build()
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show what is set."""
        self._settings = settings
        self._sizes.show_value(settings.text_size)
        self._themes.show_value(settings.theme)
        self._motions.show_value(settings.motion)

    def show_keys(self) -> None:
        """Bring the keys into view."""
        self.scroll_area.follow(self._keys)

    def arrange(self, _breadth: Breadth) -> None:
        self.scroll_area.limit_width(self._look.pixels(_WIDEST))
        for options in (self._sizes, self._themes, self._motions):
            options.arrange()
        grid = self._keys.layout()
        if isinstance(grid, QGridLayout):
            grid.setHorizontalSpacing(self._look.space(28))
            grid.setVerticalSpacing(self._look.space(8))

    def panes(self) -> list[QWidget]:
        return [self._sizes, self._themes, self._motions, self._folder]

    def take_focus(self) -> None:
        self._sizes.chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroll_area.let_go()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _make_options(self) -> None:
        percent = self.tr("{size}\u00a0%")
        sizes = {size: percent.format(size=size) for size in TEXT_SIZES}
        self._sizes = Options(self._look, self.tr("Text size"), sizes)
        themes = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "high-contrast-light": self.tr("High contrast, light"),
            "high-contrast-dark": self.tr("High contrast, dark"),
        }
        self._themes = Options(self._look, self.tr("Colours"), themes)
        motions = {"system": self.tr("As the system"), "full": self.tr("Gentle motion"), "none": self.tr("No motion")}
        self._motions = Options(self._look, self.tr("Motion"), motions)

    def _build(self) -> None:
        look = self._look
        inside = column(look, Text(look, self.tr("Settings"), "display"), margins=(36, 36, 36, 28))
        for title, part in (
            (self.tr("Text size"), self._sizes),
            (self.tr("Colours"), self._themes),
            (self.tr("Motion"), self._motions),
            (self.tr("Where everything is kept"), self._folder),
            (self.tr("Keys"), self._keys),
        ):
            inside.gap(24)
            inside.add(Text(look, title, "heading"))
            inside.gap(8)
            inside.add(part)
            if part is self._folder:
                inside.gap(6)
                inside.add(Text(look, self.tr("Everything stays on this computer."), "small", "ink_soft"))
        inside.addStretch(1)
        self.scroll_area = ScrollColumn(look, inside)
        self.setLayout(column(look, self.scroll_area))

    def _keys_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for place, (keys, does) in enumerate(self._key_table()):
            grid.addWidget(Text(self._look, keys, "small_strong"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(self._look, does, "small", "ink_soft"), place, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _key_table(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("1 to 9"), self.tr("Choose")),
            (self.tr("Up, Down, Enter"), self.tr("Move, choose or continue")),
            (self.tr("T"), self.tr("Answer in your own words; Esc leaves the field")),
            (self.tr("Backspace, Ctrl+Z"), self.tr("Take the last turn back and try another")),
            (self.tr("Ctrl+1 to Ctrl+5"), self.tr("Home, desk, maps, journal, settings")),
            (self.tr("F8, Shift+F8"), self.tr("At the desk: the next note, the one before; Delete leaves it")),
            (self.tr("Left, Right, Enter"), self.tr("On the ribbon: walk along the turns, go back to one")),
            (self.tr("Left, Right"), self.tr("Comparing: to the turn beside it in the other run")),
            (self.tr("Left, Right, Home, End"), self.tr("Step through an old run")),
            (self.tr("Delete"), self.tr("Delete a run in the journal")),
            (self.tr("Ctrl+F"), self.tr("Search the situations, or the journal")),
            (self.tr("Ctrl+J"), self.tr("Journal")),
            (self.tr("Ctrl+M"), self.tr("Map")),
            (self.tr("Arrows, Enter"), self.tr("On the map: walk, play from there; + and - zoom")),
            (self.tr("F6, Shift+F6"), self.tr("Next part of the window, the one before")),
            (self.tr("Ctrl++, Ctrl+-, Ctrl+0"), self.tr("Larger text, smaller text, 100\u00a0%")),
            (self.tr("Esc"), self.tr("Close what is open")),
            (self.tr("F1"), self.tr("These keys")),
        )

    def _connect(self) -> None:
        self._sizes.picked.connect(lambda size: self._change(self._settings._replace(text_size=size)))
        self._themes.picked.connect(lambda theme: self._change(self._settings._replace(theme=theme)))
        self._motions.picked.connect(lambda motion: self._change(self._settings._replace(motion=motion)))

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self.scroll_area.let_go()
        self.settings_changed.emit(settings)
