"""One rehearsal in progress, kept in the journal; for the window and the terminal alike."""

import uuid
from hashlib import blake2b

from greenroom.errors import ChoiceNotOpenError, GreenroomError, JournalError
from greenroom.journal import Journal, Node, Run
from greenroom.loading import Loaded, load_text
from greenroom.matching import Match, Matcher
from greenroom.rehearsal import Rehearsal
from greenroom.rubric import Rubric
from greenroom.scenario import Choice, Ending, Scenario, State
from greenroom.turns import Outcome, Turn
from greenroom.what_if import position_at

Way = tuple[tuple[str, str | None], ...]
"""From the start to somewhere: the ids of the choices, and the words that were typed for them."""


class Session:
    """What a screen needs of a rehearsal: where it stands, what one can answer, what happened."""

    def __init__(self, loaded: Loaded, rubric: Rubric, journal: Journal | None, seed: int, run: str = "") -> None:
        """Stand at the start of a scenario. Nothing is kept before the first choice.

        `seed` decides the order in which choices are shown. Without a journal the rehearsal goes on
        unkept. `run` is the id of a run that the journal has already.
        """
        self.loaded = loaded
        self.rubric = rubric
        self.seed = seed
        self.run = run or uuid.uuid4().hex
        self.unsaved: JournalError | None = None
        """Why the last turns are not in the journal, if they are not."""
        self._journal = journal
        self._kept_in = journal.fresh_starts if journal and run else None
        """After how many fresh starts the journal was given the run; None before it was."""
        self._rehearsal = Rehearsal(loaded.scenario)
        self._offered: list[tuple[Choice, ...]] = []
        self._made: dict[Way, Turn] = {}
        """Every turn made here, taken back or not, by the way it ends; oldest first."""
        self._nodes: dict[Way, int | None] = {(): None}
        """What the journal calls those of them that it has."""
        self._matcher: Matcher | None = None
        """Learns the scenario's words when the first answer is typed."""
        self._tried: dict[tuple[str, ...], set[str]] = {}
        """The ids of the choices made after those with these ids, in whatever words."""

    @property
    def scenario(self) -> Scenario:
        """The scenario being played, as it was when the run began."""
        return self.loaded.scenario

    @property
    def is_kept(self) -> bool:
        """Whether the journal has every turn so far."""
        return self._journal is not None and self.unsaved is None

    @property
    def state(self) -> State | None:
        """The state reached; None at an ending."""
        return self.scenario.states.get(self._rehearsal.state)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What happened, from the start to here."""
        return self._rehearsal.turns

    @property
    def outcome(self) -> Outcome | None:
        """How it ended, once it has."""
        return self._rehearsal.outcome

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices on offer, in an order that tells nothing and is the same whenever this run comes here."""
        return tuple(sorted(self._rehearsal.open_choices(), key=self._shuffled))

    @property
    def is_stuck(self) -> bool:
        """Whether nothing can be answered though it has not ended: only a scenario too large to check comes to that."""
        return self.outcome is None and not self.choices

    @property
    def tried(self) -> frozenset[str]:
        """The ids of the choices that have been made before at this very point of the run."""
        return frozenset(self._tried.get(self._ids(), ()))

    def choose(self, choice: Choice, words: str | None = None) -> Turn:
        """Make a choice and return what happened: in the journal by then, unless `unsaved` says why not.

        `words` are what the user typed instead of the author's words. Raises `ChoiceNotOpenError`, and then
        nothing has changed.
        """
        turn = self._play(choice, words)
        self._keep()
        return turn

    def match(self, words: str) -> Match:
        """Return which of the choices on offer an answer in the user's own words means, and why. Nothing is chosen."""
        self._matcher = self._matcher or Matcher(self.scenario)
        return self._matcher.match(words, self.choices)

    def take_back(self, keep: int) -> None:
        """Go back to where the first `keep` turns had led. What came after stays in the journal as a branch."""
        self._rehearsal.take_back(keep)
        del self._offered[keep:]
        self._keep()

    def other_choices(self, turn: Turn) -> tuple[Choice, ...]:
        """Return the choices that were also on offer at `turn`, in the order in which they were shown."""
        return tuple(choice for choice in self._offered[turn.number - 1] if choice != turn.choice)

    def reply_to(self, turn: Turn) -> State | None:
        """Return the state that `turn` led to; None when it led to an ending."""
        return self.scenario.states.get(turn.to)

    def led_to_instead(self, turn: Turn, choice: Choice) -> State | Ending:
        """Return what `choice` would have led to at `turn`. Raises `ChoiceNotOpenError` when it was not on offer."""
        position = position_at(self, turn).after(choice)
        if position is None:
            message = f"'{choice.label}' was not on offer there. Choose one of the responses shown."
            raise ChoiceNotOpenError(message)
        return self.scenario.states.get(position.name) or self.scenario.endings[position.name]

    def replay(self, nodes: tuple[Node, ...], branches: tuple[Node, ...] = ()) -> None:
        """Stand where the kept turns `nodes` had led; `branches` are all that was ever tried.

        Raises `GreenroomError` when the scenario's text has no such turns.
        """
        for node in nodes:
            choice = next((choice for choice in self.choices if choice.id == node.choice), None)
            if choice is None or self._rehearsal.state != node.state:
                message = "Part of this run can't be read, so it can't be gone on with. Begin the scenario anew."
                raise GreenroomError(message)
            self._play(choice, node.words)
            self._nodes[self._way()] = node.id
        self._remember(branches)

    def _play(self, choice: Choice, words: str | None) -> Turn:
        offered, before = self.choices, self._ids()
        turn = self._rehearsal.choose(choice, words)
        self._offered.append(offered)
        self._made[self._way()] = turn
        self._tried.setdefault(before, set()).add(choice.id)
        return turn

    def _keep(self) -> None:
        if self._journal is None:
            return
        try:
            self._keep_all(self._journal)
        except JournalError as error:
            self.unsaved = error
        else:
            self.unsaved = None

    def _keep_all(self, journal: Journal) -> None:
        """Keep what is not kept yet, on whatever branch, and where the user stands."""
        if self._kept_in != journal.fresh_starts:
            self._begin(journal)
        for way in [way for way in self._made if way not in self._nodes]:
            self._nodes[way] = self._add(journal, self._made[way], self._nodes[way[:-1]])
        journal.stand_at(self.run, self._nodes[self._way()])

    def _begin(self, journal: Journal) -> None:
        """Keep the run in a file that has nothing of it yet."""
        loaded, scenario = self.loaded, self.scenario
        journal.begin(self.run, scenario.id, scenario.title, loaded.text, loaded.text_hash, self.seed)
        self._kept_in = journal.fresh_starts
        self._nodes = {(): None}

    def _add(self, journal: Journal, turn: Turn, parent: int | None) -> int:
        return journal.add(
            self.run,
            parent,
            turn.state,
            turn.choice.id,
            turn.choice.move,
            turn.openness,
            turn.to,
            ending=turn.to in self.scenario.endings,
            words=turn.words,
        )

    def _remember(self, nodes: tuple[Node, ...]) -> None:
        ways: dict[int | None, tuple[str, ...]] = {None: ()}
        for node in nodes:
            before = ways[node.parent]
            ways[node.id] = (*before, node.choice)
            self._tried.setdefault(before, set()).add(node.choice)

    def _way(self) -> Way:
        return tuple((turn.choice.id, turn.words) for turn in self.turns)

    def _ids(self) -> tuple[str, ...]:
        return tuple(turn.choice.id for turn in self.turns)

    def _shuffled(self, choice: Choice) -> bytes:
        return blake2b(f"{self.seed}/{self._rehearsal.state}/{choice.id}".encode(), digest_size=8).digest()


def go_on(run: Run, rubric: Rubric, journal: Journal) -> Session:
    """Return the session of a kept run, standing where the user stood, with the text of that time.

    Raises `GreenroomError` when the text or the turns can no longer be read.
    """
    text = journal.text(run.text_hash)
    if text is None:
        message = "The text of this run is missing from the journal, so it can't be gone on with."
        raise GreenroomError(message)
    session = Session(load_text(text), rubric, journal, run.seed, run.id)
    session.replay(run.line(), run.nodes)
    return session
