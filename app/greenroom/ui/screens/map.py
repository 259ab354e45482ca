"""The map: where a conversation can go, how much of it one has seen, and the way one run took."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from greenroom.ui.look import Breadth, Look
from greenroom.ui.pictures import Pictures
from greenroom.ui.screens.screen import UNLIMITED, Screen, TopBar
from greenroom.ui.widgets.boxes import column, row, turn
from greenroom.ui.widgets.buttons import Button
from greenroom.ui.widgets.map_canvas import MapCanvas
from greenroom.ui.widgets.map_outline import MapOutline
from greenroom.ui.widgets.map_panel import MapPanel, Told
from greenroom.ui.widgets.map_words import unseen_stops_in_words
from greenroom.ui.widgets.marks import SideLabel
from greenroom.ui.widgets.options import Options
from greenroom.ui.widgets.picker import Picker
from greenroom.ui.widgets.scroll import ScrollArea
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.mapping import Chart
    from greenroom.ui.widgets.map_index import MapIndex

_PANEL = 276
_MARGIN = 28


class Shown(NamedTuple):
    """What the map shows."""

    scenario: str
    run: str
    """The run whose path is marked; empty for none."""
    told: Told
    comparable: bool
    """Whether there is another run to compare it with."""


class MapScreen(Screen):
    """Shows a map or its outline, and beside it the stop one is at."""

    place = "map"
    rail_words = False

    scenario_picked = Signal(str)
    run_picked = Signal(str)
    play_requested = Signal(str)
    """The id of the stop to play from."""
    comparison_requested = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._shown: Shown | None = None
        self._chart: Chart | None = None
        self._lifted = False
        self._view: str | None = None
        """"map" or "outline", once the user has said which."""
        self._breadth: Breadth = "wide"
        self._current = ""
        self._bar = TopBar(look)
        self._views = Options(look, self.tr("Show as"), {"map": self.tr("Map"), "outline": self.tr("Outline")})
        self._scenarios = Picker(look, self.tr("Which conversation"))
        self._scenarios.setObjectName("map-scenario")
        self._runs = Picker(look, self.tr("Whose path"))
        self._runs.setObjectName("map-run")
        self._fog = Button(look, self.tr("Lift the fog"), "quiet")
        self._fog.setObjectName("map-fog")
        self._title = Text(look, self.tr("Where this conversation can go"), "title")
        self._about = Text(look, "", "small", "ink_soft")
        self._about.setObjectName("map-about")
        self._canvas, self._outline, self._panel = MapCanvas(look), MapOutline(look), MapPanel(look, pictures)
        self._build()
        self._connect()

    @property
    def canvas(self) -> MapCanvas:
        """The drawn map."""
        return self._canvas

    def offer(self, scenarios: Mapping[str, str], scenario: str, runs: Mapping[str, str], run: str) -> None:
        """Offer the scenarios and the runs, titles by id, of which one each is shown."""
        self._scenarios.show_entries(scenarios, scenario)
        self._runs.show_entries(runs, run)
        self._runs.setVisible(bool(runs))
        self._bar.show_title(self.tr("Map"), scenarios.get(scenario, ""))

    def show_drawing(self) -> None:
        """Tell that the map is being drawn."""
        focused: QWidget | None = self.focusWidget()
        if focused is not None and any(view.isAncestorOf(focused) for view in (self._canvas, self._outline)):
            super().take_focus()  # what has it goes out of sight
        self._chart, self._shown = None, None
        self._about.show_text(self.tr("Drawing the map ..."))
        self._arrange_views()

    def show_map(self, index: "MapIndex", shown: Shown) -> None:
        """Show a map, at the last stop of its run."""
        self._chart, self._shown = index.arrangement.chart, shown
        chart = self._chart
        last = max((stop for stop in chart.stops if stop.turns), key=lambda stop: stop.turns[-1], default=None)
        self._current = last.id if last else chart.start
        self._arrange_views()
        self._canvas.show_map(index, self._current, shown.told.side_of)
        self._show_fog()
        if QApplication.focusWidget() in (None, self):  # or the user has gone elsewhere meanwhile
            self.take_focus()

    def arrange(self, breadth: Breadth) -> None:
        self._breadth = breadth
        self._bar.arrange(breadth)
        turn(self._body, upright=breadth != "wide")
        beside = self._look.pixels(_PANEL, most=1.6)
        self._panel.setMinimumWidth(beside if breadth == "wide" else 0)
        self._panel.setMaximumWidth(beside if breadth == "wide" else UNLIMITED)
        turn(self._pickers, upright=breadth == "narrow")
        turn(self._legend, upright=breadth == "narrow")
        self._views.setFixedWidth(self._views.width_abreast)
        self._arrange_views()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_main()

    def panes(self) -> list[QWidget]:
        return [self._bar, self._main, self._panel]

    def take_focus(self) -> None:
        if not self._chart:
            super().take_focus()
        elif self._outline.isVisible():
            self._outline.take_focus(self._current)
        else:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange_views(self) -> None:
        view = self._view or ("outline" if self._breadth == "narrow" else "map")
        self._views.show_value(view)
        drawn = self._chart is not None
        self._canvas.setVisible(drawn and view == "map")
        self._legend_part.setVisible(drawn and view == "map")
        self._outline.setVisible(drawn and view == "outline")
        self._panel.setVisible(drawn)
        self._fog.setVisible(drawn)
        self._fit_main()

    def _fit_main(self) -> None:
        """Keep the map in sight beside a panel that is taller than the window."""
        margins = self._body.contentsMargins()
        seen = self.scroll_area.viewport().height() - margins.top() - margins.bottom()
        beside = self._breadth == "wide" and self._canvas.isVisibleTo(self)
        self._main.setMinimumHeight(max(seen, self._main.minimumSizeHint().height()) if beside else 0)
        top, anywhere = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag(0)
        self._body.setAlignment(self._main, top if beside else anywhere)
        self._canvas.arrange()

    def _show_fog(self) -> None:
        if self._chart and self._shown:
            self._fog.show_text(self.tr("Bring the fog back") if self._lifted else self.tr("Lift the fog"))
            chart = self._chart
            first = "" if self._shown.run else self.tr("You've just arrived. The map fills in as you talk.")
            bold = self.tr("The bold line is the run you picked.") if self._shown.run else ""
            self._about.show_text(" ".join(filter(None, [first, bold, unseen_stops_in_words(chart.unseen)])))
            self._canvas.lift_fog(lifted=self._lifted)
            self._outline.show_chart(chart, self._shown.told.side_of, lifted=self._lifted)
            self._show_stop()

    def _show_stop(self) -> None:
        if not self._chart or not self._shown:
            return
        stop = self._chart.stop(self._current)
        if stop.seen or self._lifted:
            comparable = self._shown.comparable
            self._panel.show_stop(stop, self._shown.told, lifted=self._lifted, comparable=comparable)
        else:
            self._panel.show_unseen()

    # What happens

    def _on_stop_shown(self, stop: str) -> None:
        self._current = stop
        self._show_stop()

    def _on_outlined_stop_shown(self, stop: str) -> None:
        self._canvas.show_current(stop)
        self._on_stop_shown(stop)

    def _on_play_requested(self) -> None:
        stop = self._chart.stop(self._current) if self._chart else None
        if stop and stop.seen and not stop.is_ending:
            self.play_requested.emit(stop.id)

    def _on_fog_clicked(self) -> None:
        self._lifted = not self._lifted
        self._show_fog()

    def _on_view_picked(self, view: str) -> None:
        self._view = view
        self._arrange_views()
        self.scroll_area.follow(self._canvas if view == "map" else self._outline)

    # How it is put together

    def _build(self) -> None:
        look = self._look
        self._bar.line.add(self._views)
        self._pickers = row(look, self._scenarios, self._runs, self._fog, spacing=10)
        self._pickers.addStretch(1)
        self._legend = row(look, spacing=16)
        for side in ("relational", "transactional", "neither"):
            self._legend.add(SideLabel(look, side))
        self._legend.add(Text(look, self.tr("Dotted: not seen yet"), "label", "ink_soft"))
        self._legend.addStretch(1)
        self._legend.add(
            Text(look, self.tr("Arrows move, Enter plays, + and - zoom, 0 shows all"), "label", "ink_soft")
        )
        self._legend_part = QWidget()
        self._legend_part.setLayout(self._legend)
        self._main = QWidget()
        main = column(look, self._title, self._about, self._pickers, spacing=8)
        main.addWidget(self._canvas, 1)
        main.add(self._outline, self._legend_part)
        main.addStretch(0)
        self._main.setLayout(main)
        self._body = row(look, margins=(_MARGIN, 22, _MARGIN, 20), spacing=24)
        self._body.addWidget(self._main, 1)
        self._body.add(self._panel)
        content = QWidget()
        content.setLayout(self._body)
        self.scroll_area = ScrollArea(look, content)
        self.setLayout(column(look, self._bar, self.scroll_area))

    def _connect(self) -> None:
        self._canvas.stop_shown.connect(self._on_stop_shown)
        self._canvas.stop_opened.connect(self._on_play_requested)
        self._outline.stop_shown.connect(self._on_outlined_stop_shown)
        self._panel.play_requested.connect(self._on_play_requested)
        self._panel.comparison_requested.connect(self.comparison_requested)
        self._fog.clicked.connect(self._on_fog_clicked)
        self._views.picked.connect(self._on_view_picked)
        self._scenarios.picked.connect(self.scenario_picked)
        self._runs.picked.connect(self.run_picked)
