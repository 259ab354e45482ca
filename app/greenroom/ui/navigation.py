"""The way from screen to screen: the home, the settings, the rail, and the keys that work everywhere."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from greenroom.errors import JournalError
from greenroom.ui.frame import Frame
from greenroom.ui.rehearsing import Rehearsing
from greenroom.ui.screens.home import HomeScreen
from greenroom.ui.sessions import Sessions
from greenroom.ui.shelf import catalogue

if TYPE_CHECKING:
    from greenroom.settings import Settings
    from greenroom.ui.screens.screen import Screen
    from greenroom.ui.screens.settings import SettingsScreen
    from greenroom.ui.writing import Writing


class Navigation(QObject):
    """Opens screens in the window; what is asked of one of them, it hands on to whom it concerns."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._painted = False
        self._came_from: Screen | None = None
        parts = frame.parts
        self._sessions = Sessions(parts.library, lambda: frame.journal, parts.assets, parts.random_seed)
        self._rehearsing = Rehearsing(frame, self._sessions)
        self._next_reading = QTimer(self)
        self._next_reading.setSingleShot(True)
        self._connect()

    def open_home(self) -> None:
        """Show what there is to rehearse, and where one left off."""
        self._show_catalogue()
        self._frame.show(self._home)
        if self._painted:
            self._next_reading.start()

    def open_scenario(self, scenario_id: str) -> None:
        """Begin a scenario."""
        self._rehearsing.begin(scenario_id)

    def open_run(self, run_id: str) -> None:
        """Go on with a run, or show the debrief of one that has ended."""
        self._rehearsing.go_on(run_id)

    def open_journal(self) -> None:
        """Show the runs."""
        self._remember_screen()
        self._keeping.open()

    def open_desk(self) -> None:
        """Show the message one writes."""
        self._remember_screen()
        self._writing.open()

    def open_map(self) -> None:
        """Show where a conversation can go."""
        self._remember_screen()
        self._charting.open(self._rehearsing.session_on(self._came_from))

    def open_settings(self) -> None:
        """Show the settings."""
        self._remember_screen()
        self._settings.show_settings(self._frame.appearance.settings)
        self._frame.show(self._settings)

    def open_keys(self) -> None:
        """Show the keys."""
        self.open_settings()
        self._settings.show_keys()

    def go_back(self) -> None:
        """Leave the settings or the journal for the screen from which one came, just as it was."""
        if self._came_from is None or self._came_from is self._home:
            self.open_home()
        else:
            self._frame.show(self._came_from)

    def read_on(self) -> None:
        """Read the scenarios that are new or have changed, a few at a time, and show them as they come.

        It rests while another screen is in sight: no reply on the stage has to wait for it.
        """
        library = self._frame.parts.library
        if self._frame.window.screen_shown is not self._home or not library.unread:
            return
        if library.read_next():
            self._next_reading.start()
        else:
            library.save()
        self._show_catalogue()

    def _remember_screen(self) -> None:
        shown = self._frame.window.screen_shown
        if shown is not None and shown.place == self._home.place:
            self._came_from = shown

    def _show_catalogue(self) -> None:
        parts, journal = self._frame.parts, self._frame.journal if self._painted else None
        unkept = self._rehearsing.unkept
        try:
            offered = catalogue(parts.library, journal, unkept, parts.now(), whole=self._painted)
        except JournalError as error:
            self._frame.notices.show_notice(str(error))
            offered = catalogue(parts.library, None, unkept, parts.now(), whole=self._painted)
        self._home.show_catalogue(offered)

    # What happens

    def _on_first_painted(self) -> None:
        """Do what could wait until there is something to look at."""
        self._painted = True
        self._open_further_ways()
        self._connect_keys()
        self._show_catalogue()
        if self._frame.window.screen_shown is self._home:
            self._home.take_focus()
        self.read_on()

    def _on_place_picked(self, place: str) -> None:
        places = {"home": self.open_home, "desk": self.open_desk, "map": self.open_map, "journal": self.open_journal}
        {**places, "settings": self.open_settings}[place]()

    def _on_search_requested(self) -> None:
        shown = self._frame.window.screen_shown
        if shown is not None and shown.place == "journal":
            self._keeping.start_search()
        else:
            self.open_home()
            self._home.start_search()

    def _on_settings_changed(self, settings: "Settings") -> None:
        with self._frame.telling():
            self._frame.appearance.change(settings)

    def _step_text_size(self, step: int) -> None:
        with self._frame.telling():
            self._frame.appearance.step_text_size(step)

    def _on_appearance_changed(self) -> None:
        self._frame.window.relook()
        if "_settings" in self.__dict__:  # it has been made
            self._settings.show_settings(self._frame.appearance.settings)

    # The screens

    @cached_property
    def _home(self) -> HomeScreen:
        home = HomeScreen(self._frame.look, self._frame.pictures)
        home.scenario_picked.connect(self.open_scenario)
        home.resume_requested.connect(self.open_run)
        return home

    @cached_property
    def _writing(self) -> "Writing":
        from greenroom.ui.writing import Writing  # noqa: PLC0415  # the home does without it

        writing = Writing(self._frame)
        writing.closed.connect(self.go_back)
        return writing

    @cached_property
    def _settings(self) -> "SettingsScreen":
        from greenroom.ui.screens.settings import SettingsScreen  # noqa: PLC0415  # the home does without it

        settings = SettingsScreen(self._frame.look, self._frame.parts.folders.home)
        settings.settings_changed.connect(self._on_settings_changed)
        settings.closed.connect(self.go_back)
        return settings

    def _connect(self) -> None:
        self._next_reading.timeout.connect(self.read_on)
        self._frame.window.first_painted.connect(self._on_first_painted)
        self._frame.window.rail.place_picked.connect(self._on_place_picked)
        self._frame.appearance.changed.connect(self._on_appearance_changed)
        self._rehearsing.left.connect(self.open_home)

    def _open_further_ways(self) -> None:
        """Make and connect the ways that begin where there is something to look at."""
        from greenroom.ui.charting import Charting  # noqa: PLC0415  # the first picture does without them
        from greenroom.ui.contrasting import Contrasting  # noqa: PLC0415
        from greenroom.ui.keeping import Keeping  # noqa: PLC0415
        from greenroom.ui.replaying import Replaying  # noqa: PLC0415

        frame, sessions = self._frame, self._sessions
        self._keeping, self._charting = Keeping(frame, sessions), Charting(frame, sessions)
        self._contrasting, self._replaying = Contrasting(frame, sessions), Replaying(frame, sessions)
        self._keeping.run_picked.connect(self.open_run)
        self._keeping.closed.connect(self.go_back)
        self._rehearsing.comparison_requested.connect(self._contrasting.open_beside_latest)
        self._contrasting.play_on_requested.connect(self._rehearsing.play_on)
        self._charting.play_on_requested.connect(self._rehearsing.play_on)
        self._charting.session_begun.connect(self._rehearsing.open)
        self._charting.comparison_requested.connect(self._contrasting.open_beside_latest)
        self._charting.closed.connect(self.go_back)
        self._connect_replay()

    def _connect_replay(self) -> None:
        self._rehearsing.reading_requested.connect(self._replaying.open)
        self._keeping.turn_wanted.connect(self._replaying.open)
        self._keeping.comparison_picked.connect(lambda *runs: self._contrasting.open(runs))
        self._replaying.play_on_requested.connect(self._rehearsing.play_on)
        self._replaying.end_passed.connect(self._rehearsing.go_on)
        self._replaying.session_begun.connect(self._rehearsing.open)
        self._replaying.comparison_requested.connect(self._contrasting.open_otherwise)
        self._replaying.left.connect(self.open_home)

    def _connect_keys(self) -> None:
        from greenroom.ui.keys import connect_keys  # noqa: PLC0415  # once there is something to look at

        connect_keys(
            self._frame.window,
            {
                "Ctrl+1": self.open_home,
                "Ctrl+2": self.open_desk,
                "Ctrl+3": self.open_map,
                "Ctrl+4": self.open_journal,
                "Ctrl+J": self.open_journal,
                "Ctrl+M": self.open_map,
                "Ctrl+5": self.open_settings,
                "F1": self.open_keys,
                "Ctrl+F": self._on_search_requested,
                "F6": lambda: self._frame.window.step_pane(1),
                "Shift+F6": lambda: self._frame.window.step_pane(-1),
                "Ctrl++": lambda: self._step_text_size(1),
                "Ctrl+=": lambda: self._step_text_size(1),
                "Ctrl+-": lambda: self._step_text_size(-1),
                "Ctrl+0": lambda: self._step_text_size(0),
            },
        )
