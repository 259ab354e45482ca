"""The way through the map: which scenario and whose path it shows, and where one goes from a stop."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from greenroom.ui.frame import Frame
from greenroom.ui.sessions import Sessions
from greenroom.ui.words import opening, when_in_words

if TYPE_CHECKING:
    from greenroom.journal import Journal, RunSummary
    from greenroom.scenario import Scenario
    from greenroom.session import Session
    from greenroom.turns import Turn
    from greenroom.ui.map_drawing import MapDrawing
    from greenroom.ui.screens.map import MapScreen, Shown
    from greenroom.ui.widgets.map_index import MapIndex

_MOST_RUNS = 30


class Charting(QObject):
    """Has a map drawn, and shows it."""

    play_on_requested = Signal(str, int)
    """A run, and the number of the turn to go back to."""
    session_begun = Signal(object)
    """A new rehearsal, which stands where the user wants to play."""
    comparison_requested = Signal(str)
    """The id of the run to compare with another one."""
    closed = Signal()

    def __init__(self, frame: Frame, sessions: Sessions) -> None:
        super().__init__(frame)
        self._frame, self._sessions = frame, sessions
        self._shown: Shown | None = None
        self._runs: tuple[RunSummary, ...] = ()

    def open(self, session: "Session | None") -> None:
        """Show the map of a rehearsal; without one that of what was played last, or else of the first there is."""
        self._frame.show(self._screen)
        with self._frame.telling():
            if session:
                self._show_scenario(session.scenario.id, session.run)
                return
            journal = self._frame.journal
            last = journal.runs(1) if journal else ()
            listed = list(self._scenarios())
            if last or listed:
                self._show_scenario(last[0].scenario if last else listed[0])

    def _show_scenario(self, scenario: str, run: str = "") -> None:
        """Show a scenario with the path of one of its runs: the one given, or the newest."""
        from greenroom.journal import Filter  # noqa: PLC0415  # the home does without it

        journal = self._frame.journal
        self._runs = journal.runs(_MOST_RUNS, Filter(scenario=scenario)) if journal else ()
        picked = next((each for each in self._runs if each.id == run), self._runs[0] if self._runs else None)
        titles = {each.scenario: each.title for each in self._runs} | self._scenarios()
        self._screen.offer(titles, scenario, {each.id: self._in_words(each) for each in self._runs}, self._id(picked))
        self._draw(scenario, picked)

    def _draw(self, scenario_id: str, run: "RunSummary | None") -> None:
        from greenroom.mapping import chart  # noqa: PLC0415  # the home does without it
        from greenroom.ui.screens.map import Shown  # noqa: PLC0415
        from greenroom.ui.widgets.map_panel import Told  # noqa: PLC0415

        journal = self._frame.journal
        scenario, turns = self._told(journal, scenario_id, run)
        self._screen.show_drawing()
        made = journal.seen(scenario_id) if journal else frozenset()
        reached = journal.endings_reached(scenario_id) if journal else ()
        told = Told(scenario, turns, self._sessions.rubric.side)
        self._shown = Shown(
            scenario_id, self._id(run) if turns else "", told, self._sessions.are_comparable(scenario_id)
        )
        self._drawing.draw(chart(scenario, made, reached, turns))

    def _told(
        self, journal: "Journal | None", scenario_id: str, run: "RunSummary | None"
    ) -> "tuple[Scenario, tuple[Turn, ...]]":
        """Return the text that was played and its turns; the text as it is now without a run that can be read."""
        if journal and run:
            from greenroom.retelling import story  # noqa: PLC0415  # the home does without it

            with self._frame.telling():
                line = story(journal, run.id)
                return line.scenario, line.turns
        return self._frame.parts.library.load(scenario_id).scenario, ()

    def _scenarios(self) -> dict[str, str]:
        listings = self._frame.parts.library.listings()
        return {listing.id: listing.title for listing in listings if not listing.trouble}

    def _in_words(self, run: "RunSummary") -> str:
        broken_off = self.tr("broken off at turn {number}").format(number=run.turns)
        how = self._sessions.ending_title(run.text_hash, run.ending) if run.ending else broken_off
        when = opening(when_in_words(run.touched, self._frame.parts.now()))
        return self.tr("{when}: {how}").format(when=when, how=how)

    def _id(self, run: "RunSummary | None") -> str:
        return run.id if run else ""

    # What happens

    def _on_drawn(self, index: "MapIndex") -> None:
        if self._shown:
            self._screen.show_map(index, self._shown)

    def _on_scenario_picked(self, scenario: str) -> None:
        with self._frame.telling():
            self._show_scenario(scenario)

    def _on_run_picked(self, run: str) -> None:
        with self._frame.telling():
            if self._shown:
                self._show_scenario(self._shown.scenario, run)

    def _on_play_requested(self, stop: str) -> None:
        if not self._shown:
            return
        turns = self._shown.told.turns
        number = max((turn.number for turn in turns if turn.state == stop), default=0)
        if turns and turns[-1].to == stop:
            number = turns[-1].number + 1
        if number:
            self.play_on_requested.emit(self._shown.run, number)
        else:
            self._begin_at(self._shown.scenario, stop)

    def _begin_at(self, scenario: str, stop: str) -> None:
        """Begin a scenario and make the choices that lead to a stop by the shortest way."""
        from greenroom.mapping import choices_to  # noqa: PLC0415  # the home does without it

        with self._frame.telling():
            session = self._sessions.begin(scenario)
            choices = choices_to(session.scenario, stop)
            if choices is None:
                message = self.tr("The way to this moment is not found any more. Begin the scenario anew.")
                self._frame.notices.show_notice(message)
                return
            for choice in choices:
                session.choose(choice)
            self.session_begun.emit(session)

    def _on_comparison_requested(self) -> None:
        if self._shown and self._shown.run:
            self.comparison_requested.emit(self._shown.run)

    @cached_property
    def _drawing(self) -> "MapDrawing":
        from greenroom.ui.map_drawing import MapDrawing  # noqa: PLC0415  # the home does without it

        drawing = MapDrawing(self)
        drawing.drawn.connect(self._on_drawn)
        return drawing

    @cached_property
    def _screen(self) -> "MapScreen":
        from greenroom.ui.screens.map import MapScreen  # noqa: PLC0415  # the home does without it

        screen = MapScreen(self._frame.look, self._frame.pictures)
        screen.scenario_picked.connect(self._on_scenario_picked)
        screen.run_picked.connect(self._on_run_picked)
        screen.play_requested.connect(self._on_play_requested)
        screen.comparison_requested.connect(self._on_comparison_requested)
        screen.closed.connect(self.closed)
        return screen
