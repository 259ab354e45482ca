"""Opens rehearsals for the window: a new one, one that was broken off, or one that is over.

What a rehearsal needs is imported here when the first one is opened; the home does without it.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from greenroom.errors import GreenroomError, JournalError

if TYPE_CHECKING:
    from greenroom.journal import Journal
    from greenroom.library import Library
    from greenroom.retelling import Story
    from greenroom.rubric import Rubric
    from greenroom.session import Session


class Sessions:
    """Knows where scenarios and runs come from."""

    def __init__(
        self,
        library: "Library",
        kept: "Callable[[], Journal | None]",
        assets: Path,
        random_seed: Callable[[], int],
    ) -> None:
        self._library, self._kept, self._assets, self._random_seed = library, kept, assets, random_seed
        self._ending_titles: dict[tuple[str, str], str] = {}

    def begin(self, scenario_id: str) -> "Session":
        """Return a new session of a scenario. Raises `GreenroomError` when it cannot be played."""
        from greenroom.session import Session  # noqa: PLC0415  # see the head of this file

        return Session(self._library.load(scenario_id), self.rubric, self._journal, self._random_seed())

    def go_on(self, run_id: str) -> "Session":
        """Return the session of a kept run. Raises `GreenroomError` when it can no longer be read."""
        from greenroom.retelling import kept  # noqa: PLC0415  # see the head of this file
        from greenroom.session import go_on  # noqa: PLC0415  # the same

        if self._journal is None:
            message = "The journal can't be used, so no run can be gone on with. Begin anew."
            raise GreenroomError(message)
        return go_on(kept(self._journal, run_id), self.rubric, self._journal)

    def play_again(self, story: "Story") -> "tuple[Session, int]":
        """Play a scenario as it is now, by the choices of an old run as far as they lead the same way.

        Return the new session, and how many turns that were. Raises `GreenroomError` when it cannot be played.
        """
        session = self.begin(story.scenario.id)
        for turn in story.turns:
            choice = next((choice for choice in session.choices if choice.id == turn.choice.id), None)
            if choice is None:
                break
            session.choose(choice)
        return session, len(session.turns)

    def has_changed(self, run_id: str) -> bool | None:
        """Return whether a run's scenario is another now than it was; None when it can't be played any more.

        Raises `JournalError`.
        """
        run = self._journal.run(run_id) if self._journal else None
        try:
            return run is not None and self._library.load(run.scenario).text_hash != run.text_hash
        except GreenroomError:
            return None

    def ending_title(self, text_hash: str, ending: str) -> str:
        """Return the title of an ending in a scenario's text as it was played; its id when that cannot be read."""
        if (text_hash, ending) not in self._ending_titles:
            self._ending_titles[text_hash, ending] = self._read_ending_title(text_hash, ending)
        return self._ending_titles[text_hash, ending]

    def are_comparable(self, scenario_id: str) -> bool:
        """Return whether there is more than one way through a scenario to compare; False when that can't be read."""
        try:
            return self._journal is not None and self._journal.ways_tried().get(scenario_id, 0) > 1
        except JournalError:
            return False

    @property
    def _journal(self) -> "Journal | None":
        return self._kept()

    @cached_property
    def rubric(self) -> "Rubric":
        """The moves and sources, read when first needed."""
        from greenroom.rubric import read_rubric  # noqa: PLC0415  # see the head of this file

        return read_rubric(self._assets)

    def _read_ending_title(self, text_hash: str, ending: str) -> str:
        from greenroom.toml_file import TomlError, parse_toml  # noqa: PLC0415  # see the head of this file

        text = self._journal.text(text_hash) if self._journal else None
        try:
            title: str = parse_toml(text or b"")["endings"][ending]["title"]
        except (TomlError, KeyError, TypeError):
            return ending
        return title
