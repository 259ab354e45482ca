"""The way from screen to screen: where each is made on its first visit, and every connection between them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from greenroom.errors import GreenroomError, JournalError
from greenroom.ui.appearance import Appearance
from greenroom.ui.parts import Parts
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.home import HomeScreen
from greenroom.ui.screens.screen import Screen
from greenroom.ui.sessions import Sessions
from greenroom.ui.shelf import catalogue, kept_runs
from greenroom.ui.window import Window

if TYPE_CHECKING:
    from greenroom.journal import Journal
    from greenroom.session import Session
    from greenroom.settings import Settings
    from greenroom.turns import Outcome
    from greenroom.ui.screens.debrief import DebriefScreen
    from greenroom.ui.screens.journal import JournalScreen
    from greenroom.ui.screens.settings import SettingsScreen
    from greenroom.ui.screens.stage import StageScreen
    from greenroom.ui.widgets.run_row import KeptRun


class Navigation(QObject):
    """Opens screens in the window, and hands what the user asks for on to the parts."""

    def __init__(self, window: Window, appearance: Appearance, pictures: Pictures, parts: Parts) -> None:
        super().__init__(window)
        self._window, self._appearance, self._pictures, self._parts = window, appearance, pictures, parts
        self._painted = False
        self._sessions = Sessions(parts.library, lambda: self._kept, parts.assets, parts.random_seed)
        self._session: Session | None = None
        self._screens: dict[str, Screen] = {}
        self._next_reading = QTimer(self)
        self._next_reading.setSingleShot(True)
        self._connect_window()

    # Opening screens

    def open_home(self) -> None:
        """Show what there is to rehearse, and where one left off."""
        self._show_catalogue()
        self._show(self._home)
        if self._painted:
            self._next_reading.start()

    def open_scenario(self, scenario_id: str) -> None:
        """Begin a scenario."""
        self._window.notices.clear()
        with self._telling():
            self._open_session(self._sessions.begin(scenario_id))

    def open_run(self, run_id: str) -> None:
        """Go on with a run, or show the debrief of one that has ended."""
        self._window.notices.clear()
        with self._telling():
            self._open_session(self._sessions.go_on(run_id))

    def open_journal(self) -> None:
        """Show the runs."""
        self._show_runs()
        self._show(self._journal)
        self._offer_undo(self.tr("What you deleted can be brought back until Greenroom closes."))

    def open_settings(self) -> None:
        """Show the settings."""
        self._settings_screen.show_settings(self._appearance.settings)
        self._show(self._settings_screen)

    def open_keys(self) -> None:
        """Show the keys."""
        self.open_settings()
        self._settings_screen.show_keys()

    def read_on(self) -> None:
        """Read the scenarios that are new or have changed, a few at a time, and show them as they come.

        It rests while another screen is in sight: no reply on the stage has to wait for it.
        """
        if self._window.screen_shown is not self._home or not self._parts.library.unread:
            return
        if self._parts.library.read_next():
            self._next_reading.start()
        else:
            self._parts.library.save()
        self._show_catalogue()

    # Making and connecting screens

    def _screen(self, name: str) -> Screen:
        if name not in self._screens:
            self._screens[name] = self._new_screen(name)
            self._connect_screen(name)
        return self._screens[name]

    def _new_screen(self, name: str) -> Screen:
        """Import and make a screen: only the home is needed from the start."""
        look, pictures, home = self._appearance.look, self._pictures, self._parts.folders.home
        if name == "home":
            return HomeScreen(look, pictures)
        if name == "stage":
            from greenroom.ui.screens.stage import StageScreen  # noqa: PLC0415

            return StageScreen(look, pictures, self._window.notices, home)
        if name == "debrief":
            from greenroom.ui.screens.debrief import DebriefScreen  # noqa: PLC0415

            return DebriefScreen(look, pictures)
        if name == "journal":
            from greenroom.ui.screens.journal import JournalScreen  # noqa: PLC0415

            return JournalScreen(look, pictures)
        from greenroom.ui.screens.settings import SettingsScreen  # noqa: PLC0415

        return SettingsScreen(look, home)

    def _connect_screen(self, name: str) -> None:
        """Make every connection of a screen: none knows another."""
        if name == "home":
            self._home.scenario_picked.connect(self.open_scenario)
            self._home.resume_requested.connect(self.open_run)
        elif name == "stage":
            self._stage.rehearsal_finished.connect(self._on_rehearsal_finished)
            self._stage.left.connect(self.open_home)
        elif name == "debrief":
            self._debrief.replay_requested.connect(self._on_replay_requested)
            self._debrief.turn_wanted.connect(self._on_turn_wanted)
            self._debrief.done.connect(self.open_home)
        elif name == "journal":
            self._journal.run_picked.connect(self.open_run)
            self._journal.deletion_requested.connect(self._on_deletion_requested)
            self._journal.deletion_of_all_requested.connect(self._on_deletion_of_all_requested)
        elif name == "settings":
            self._settings_screen.settings_changed.connect(self._on_settings_changed)

    @cached_property
    def _kept(self) -> "Journal | None":
        """The journal, opened when it is first asked for; None where nothing can be kept."""
        try:
            journal = self._parts.open_journal()
        except JournalError as error:
            unkept = self.tr("{trouble} What you rehearse now will not be kept.").format(trouble=error)
            self._window.notices.show_notice(unkept)
            return None
        if journal.notice:
            self._window.notices.show_notice(journal.notice)
        return journal

    def _on_first_painted(self) -> None:
        """Do what could wait until there is something to look at."""
        self._painted = True
        self._connect_keys()
        self._show_catalogue()
        if self._window.screen_shown is self._home:
            self._home.take_focus()
        self.read_on()

    def _connect_window(self) -> None:
        self._next_reading.timeout.connect(self.read_on)
        self._window.first_painted.connect(self._on_first_painted)
        self._window.rail.place_picked.connect(self._on_place_picked)
        self._appearance.changed.connect(self._on_appearance_changed)

    def _connect_keys(self) -> None:
        from greenroom.ui.keys import connect_keys  # noqa: PLC0415  # once there is something to look at

        connect_keys(
            self._window,
            {
                "Ctrl+1": self.open_home,
                "Ctrl+2": self.open_journal,
                "Ctrl+J": self.open_journal,
                "Ctrl+3": self.open_settings,
                "F1": self.open_keys,
                "Ctrl+F": self._on_search_requested,
                "F6": lambda: self._window.step_pane(1),
                "Shift+F6": lambda: self._window.step_pane(-1),
                "Ctrl++": lambda: self._step_text_size(1),
                "Ctrl+=": lambda: self._step_text_size(1),
                "Ctrl+-": lambda: self._step_text_size(-1),
                "Ctrl+0": lambda: self._step_text_size(0),
            },
        )

    # What the user asks for

    def _on_place_picked(self, place: str) -> None:
        {"home": self.open_home, "journal": self.open_journal, "settings": self.open_settings}[place]()

    def _on_rehearsal_finished(self, outcome: "Outcome") -> None:
        if self._session:
            self._debrief.show_outcome(outcome, self._session.scenario, self._session.rubric)
            self._show(self._debrief)

    def _on_replay_requested(self) -> None:
        if self._session:
            self.open_scenario(self._session.scenario.id)

    def _on_turn_wanted(self, number: int) -> None:
        if self._session:
            self._stage.show_session(self._session)
            self._show(self._stage)
            self._stage.take_back(number)

    def _on_deletion_requested(self, run_id: str) -> None:
        if journal := self._kept:
            self._delete(lambda: journal.delete(run_id), self.tr("The run is deleted."))

    def _on_deletion_of_all_requested(self) -> None:
        if journal := self._kept:
            self._delete(journal.delete_all, self.tr("Every run is deleted."))

    def _delete(self, delete: Callable[[], None], deleted: str) -> None:
        with self._telling():
            delete()
            self._show_runs()
            self._offer_undo(deleted)

    def _offer_undo(self, sentence: str) -> None:
        if self._kept and self._kept.can_undo_delete:
            self._window.notices.show_notice(sentence, self.tr("Undo"), self._undo_deletion)

    def _undo_deletion(self) -> None:
        if journal := self._kept:
            with self._telling():
                journal.undo_delete()
                self._show_runs()
                self._offer_undo(self.tr("It is back. Something else was deleted before it."))

    def _on_search_requested(self) -> None:
        self.open_home()
        self._home.start_search()

    def _on_settings_changed(self, settings: "Settings") -> None:
        with self._telling():
            self._appearance.change(settings)

    def _step_text_size(self, step: int) -> None:
        with self._telling():
            self._appearance.step_text_size(step)

    def _on_appearance_changed(self) -> None:
        self._window.relook()
        if "settings" in self._screens:
            self._settings_screen.show_settings(self._appearance.settings)

    # What they are shown

    def _show(self, screen: Screen) -> None:
        shown = self._window.screen_shown
        if shown is not screen and shown is self._screens.get("stage"):
            self._window.notices.clear()  # what it offers is about a rehearsal that one no longer sees
        self._window.show_screen(screen)

    def _open_session(self, session: "Session") -> None:
        self._session = session
        if session.outcome:
            self._on_rehearsal_finished(session.outcome)
        else:
            self._stage.show_session(session)
            self._show(self._stage)

    def _show_catalogue(self) -> None:
        parts, journal = self._parts, self._kept if self._painted else None
        try:
            offered = catalogue(parts.library, journal, parts.now())
        except JournalError as error:
            self._window.notices.show_notice(str(error))
            offered = catalogue(parts.library, None, parts.now())
        self._home.show_catalogue(offered)

    def _show_runs(self) -> None:
        with self._telling():
            self._journal.show_runs(self._read_runs)

    def _read_runs(self, limit: int) -> "list[KeptRun]":
        journal = self._kept
        return kept_runs(journal, limit, self._sessions.ending_title, self._parts.now()) if journal else []

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell the user what could not be done; everything else goes on."""
        try:
            yield
        except GreenroomError as error:
            self._window.notices.show_notice(str(error))

    # The screens by their kinds

    @property
    def _home(self) -> HomeScreen:
        return cast("HomeScreen", self._screen("home"))

    @property
    def _stage(self) -> "StageScreen":
        return cast("StageScreen", self._screen("stage"))

    @property
    def _debrief(self) -> "DebriefScreen":
        return cast("DebriefScreen", self._screen("debrief"))

    @property
    def _journal(self) -> "JournalScreen":
        return cast("JournalScreen", self._screen("journal"))

    @property
    def _settings_screen(self) -> "SettingsScreen":
        return cast("SettingsScreen", self._screen("settings"))
