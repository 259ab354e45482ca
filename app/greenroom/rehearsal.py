"""One conversation as a state machine; the only file that imports transitions.

States and endings are the machine's states, choices its triggers, what a choice requires its
conditions, what it changes its callbacks. The triggers are named by a choice's place in its state:
with a name for every choice of the file, asking which are open would walk all those names.
"""

import logging
from collections.abc import Callable, Iterator

from transitions import Machine, State

from greenroom.errors import ChoiceNotOpenError
from greenroom.scenario import ALWAYS, Choice, Requirement, Scenario, kept_in_range
from greenroom.turns import Outcome, Turn

# It warns of every helper method that it does not put on the model: that is what we ask of it.
logging.getLogger("transitions.core").setLevel(logging.ERROR)


class Standing:
    """Where a conversation stands: the machine's model, and the whole of what a choice can change."""

    state: str
    """A state or an ending, kept by the machine."""

    def __init__(self) -> None:
        """Begin with a partner neither open nor closed, and nothing learnt."""
        self.openness = 0
        self.facts: frozenset[str] = frozenset()

    def trigger(self, name: str) -> bool:
        """Make a move of the machine, if its conditions hold; the machine puts its own method here."""
        raise NotImplementedError

    def may_trigger(self, name: str) -> bool:
        """Say whether that move is open; the machine puts its own method here."""
        raise NotImplementedError


class Rehearsal:
    """Walks through a scenario that has been checked, and back again."""

    def __init__(self, scenario: Scenario) -> None:
        """Stand at the start of `scenario`."""
        self.scenario = scenario
        self._standing = Standing()
        self._turns: list[Turn] = []
        self._facts_before: list[frozenset[str]] = []
        self._machine = Machine(
            self._standing,
            states=[*scenario.states, *(State(ending, final=True) for ending in scenario.endings)],
            transitions=list(self._transitions()),
            initial=scenario.start,
            auto_transitions=False,
            model_override=True,
        )

    @property
    def state(self) -> str:
        """The id of the state or ending reached."""
        return self._standing.state

    @property
    def openness(self) -> int:
        """The partner's openness, from -3 to 3."""
        return self._standing.openness

    @property
    def facts(self) -> frozenset[str]:
        """What has been learnt so far."""
        return self._standing.facts

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What happened, from the start to here."""
        return tuple(self._turns)

    @property
    def outcome(self) -> Outcome | None:
        """How it ended, once it has."""
        ending = self.scenario.endings.get(self.state)
        return Outcome(self.state, ending, self.turns) if ending else None

    def open_choices(self) -> tuple[Choice, ...]:
        """Return the choices on offer, in the author's order; none at an ending."""
        state = self.scenario.states.get(self.state)
        if state is None:
            return ()
        may = self._standing.may_trigger
        return tuple(choice for place, choice in enumerate(state.choices) if may(_trigger(place)))

    def choose(self, choice: Choice, words: str | None = None) -> Turn:
        """Make a choice, in the author's words or those typed instead, and return what happened.

        Raises `ChoiceNotOpenError`, and then nothing has changed.
        """
        state, openness, facts = self.state, self.openness, self.facts
        if not self._fire(choice):
            message = f"'{choice.label}' is not on offer here. Choose one of the responses shown."
            raise ChoiceNotOpenError(message)
        turn = Turn(len(self._turns) + 1, state, choice, self.state, openness, self.openness, words)
        self._turns.append(turn)
        self._facts_before.append(facts)
        return turn

    def take_back(self, keep: int) -> None:
        """Go back to where the first `keep` turns had led: state, openness and facts as they were."""
        if keep >= len(self._turns):
            return
        first_undone = self._turns[keep]
        self._machine.set_state(first_undone.state)
        self._standing.openness = first_undone.openness_before
        self._standing.facts = self._facts_before[keep]
        del self._turns[keep:], self._facts_before[keep:]

    def _fire(self, choice: Choice) -> bool:
        state = self.scenario.states.get(self.state)
        if state is None or choice not in state.choices:
            return False
        return self._standing.trigger(_trigger(state.choices.index(choice)))

    def _transitions(self) -> Iterator[dict[str, object]]:
        for state_id, state in self.scenario.states.items():
            for place, choice in enumerate(state.choices):
                effect = self._effect(choice)
                for branch in choice.branches:
                    yield {
                        "trigger": _trigger(place),
                        "source": state_id,
                        "dest": branch.to,
                        "conditions": [self._condition(r) for r in (choice.requires, branch.requires) if r != ALWAYS],
                        "after": effect,
                    }

    def _condition(self, requirement: Requirement) -> Callable[[], bool]:
        standing = self._standing
        return lambda: requirement.holds(standing.openness, standing.facts)

    def _effect(self, choice: Choice) -> Callable[[], None]:
        standing = self._standing

        def change() -> None:
            standing.openness = kept_in_range(standing.openness + choice.openness)
            standing.facts = standing.facts.union(choice.learns)

        return change


def _trigger(place: int) -> str:
    return f"choice_{place + 1}"
