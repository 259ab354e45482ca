"""Greenroom: rehearse a conversation before you walk in. This is the map of the house.

Calls go down, values come back, signals live only in `ui`. No event bus, no registry, no singleton,
no work at import; time, randomness and folders are passed in. Imports go down this list only, and
import-linter keeps it so::

    __main__       calls cli.main
    cli            the command line: its streams, its errors, and which command is meant
    commands       what each takes and does; the one place where the parts are put together
    ui/            the window; the only package that imports PySide6
    terminal/      the same rehearsal in plain lines
    reports        what the commands print of scenarios and folders
    playtest_reports what `playtest` prints
    reviews        what `review` prints of a message
    journal_commands the commands about kept runs: shown, compared, carried out and in
    comparing/     runs side by side: where they part and meet again, and what the words did there
    session        one rehearsal in progress, for the window and the terminal alike
    retelling      a kept run as its turns, in the text of that time, with no machine
    what_if        the choices of a turn that were not made, and what was missing for those not open
    rehearsal      the state machine; the only file that imports transitions
    coach/         reads a message: which words go towards the person, which towards what they can do
    journal/       every run with all its branches, and the drafts; the only package that imports sqlite3
    matching/      which of the choices an answer in the user's own words means, and why
    library        finds the scenarios; each is playable or carries its trouble
    playtesting    every way through a scenario, and random runs
    cues           whether a choice gives its side away by its looks
    word_cues      whether it does so by its vocabulary
    coverage       which claims of the articles, and which moves, the scenarios exercise
    graphing       a scenario as Mermaid, DOT or Twee
    arranging      where the stops of a map stand; the only file that imports fast_sugiyama
    loading        a TOML text -> Scenario, or all that is wrong with it
    checking/      Scenario -> Problems, each with code and place
    shaping        a file with errors of shape, converted piece by piece
    places         where a key stands in the file; the only file that imports tree-sitter
    nearest        the nearest existing name, for a typo
    in_words       what is required, as words
    mapping        a scenario's states, endings and ways, and how much has been seen of them
    bare_graph     the positions of a conversation, with no machine: what can happen at all
    turns          what happened: Turn, Outcome (frozen)
    rubric         moves and sources (frozen), read from assets/
    occasions      what one can write for at the desk, read from assets/
    problems       what can be wrong with a file, and the catalogue of codes
    scenario       what an author wrote: Scenario, State, Choice, Ending (frozen)
    scenario_files the scenario files of a folder, unread, and why some are not to be read
    scenario_index what was read of them, remembered from one start to the next
    toml_file      reads TOML that a stranger may have written; the only file that imports tomli
    settings       what the user has set
    paths          where things lie
    command        the words that start this program
    display        whether there is one on which a window can open
    errors         the one kind of error that is told to people

A choice: the stage calls `session.choose(choice)`; the rehearsal fires the trigger (guard, effects, next
state), the journal commits the turn, one frozen `Turn` comes back, and the stage shows it. A file:
`library` finds it, `loading` reads and shapes it, `checking` gives all problems at once, `Rehearsal`
makes the machine. What is read or has happened is frozen; only Rehearsal, Session, Journal, Library and
widgets change.
"""

__version__ = "0.1.0"
