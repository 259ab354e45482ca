"""What else there was at a turn, and what was missing for it, told by what the user had done or not."""

from greenroom.scenario import Branch, Choice, Partner, Requirement, Scenario
from greenroom.what_if import closed_choices, missing_in_words, open_choices
from tests.building import a_choice, a_scenario, a_state
from tests.telling import a_story


def a_room(*choices: Choice) -> Scenario:
    """Return a scenario: a door at which one learns of the bees in one of two ways, and a room with these choices."""
    door = a_state(
        a_choice("page", "room", label="You look at the page", learns=("bees",), openness=2),
        a_choice("drawing", "room", label="You ask about the drawing", learns=("bees",)),
        a_choice("nod", "room", label="You nod"),
    )
    partner = Partner(name="Ilse Brandt", role="Baker", portrait="priya", wants="A seat.")
    return a_scenario({"door": door, "room": a_state(a_choice("leave", "end"), *choices)}, partner=partner)


def missing(*known: str, openness: int = 0, made: str = "", **requires: object) -> str:
    """Return what is missing for a choice in the room that requires this."""
    wanted = a_choice("wanted", "end", requires=Requirement(**requires))  # type: ignore[arg-type]  # whatever it takes
    scenario = a_room(wanted)
    before = [choice for choice in scenario.states["door"].choices if choice.id == made]
    return missing_in_words(wanted, scenario, openness, frozenset(known), before)


def test_open_and_closed_choices_are_those_of_that_turn() -> None:
    """The one that was made is in neither; what was not open then is closed."""
    hive = a_choice("hive", "end", requires=Requirement(knows=("bees",)))
    scenario = a_room(hive, a_choice("stay", "end"))
    nodded, looked = a_story(scenario, "nod", "leave"), a_story(scenario, "page", "leave")
    for story, opened, closed in ((nodded, ["stay"], ["hive"]), (looked, ["hive", "stay"], [])):
        assert [choice.id for choice in open_choices(story, story.turns[1])] == opened
        assert [choice.id for choice in closed_choices(story, story.turns[1])] == closed


def test_a_missing_fact_is_told_by_the_choices_that_teach_it() -> None:
    """The user reads what they had not chosen, never the name of a fact."""
    assert missing(knows=("bees",)) == 'You had not chosen "You look at the page" or "You ask about the drawing".'
    assert missing("bees", knows=("bees",)) == ""


def test_a_fact_too_many_is_told_by_the_choice_that_was_made() -> None:
    """Of several that teach it the one that was made is named; if that is not known, all are."""
    assert missing("bees", lacks=("bees",), made="drawing") == 'You had already chosen "You ask about the drawing".'
    assert "page" in missing("bees", lacks=("bees",))


def test_openness_is_told_as_ease() -> None:
    """Too little and too much, by first name."""
    assert missing(openness_at_least=1) == "Ilse was not yet at ease enough."
    assert missing(openness=1, openness_at_most=0) == "Ilse was too much at ease already."


def test_all_that_is_missing_is_told() -> None:
    """A choice with two conditions that fail has two sentences."""
    assert missing(knows=("bees",), openness_at_least=1).endswith('drawing". Ilse was not yet at ease enough.')


def test_a_choice_that_leads_nowhere_yet_says_so() -> None:
    """Its own requirement holds, but none of the places it may lead to."""
    choice = a_choice("wanted", (Branch(to="end", requires=Requirement(openness_at_least=3)),))
    assert missing_in_words(choice, a_room(choice), 0, frozenset()) == "It would have led nowhere yet."


def test_of_many_teachers_a_few_are_named() -> None:
    """A fact that comes up everywhere does not fill the screen."""
    teachers = (a_choice(f"ask-{number}", "room", label=f"You ask {number}", learns=("tea",)) for number in range(9))
    wanted = a_choice("wanted", "end", requires=Requirement(knows=("tea",)))
    told = missing_in_words(wanted, a_room(wanted, *teachers), 0, frozenset())
    assert told == 'You had not chosen "You ask 0", "You ask 1" or the like.'
