"""Which claims of the articles, and which moves, the scenarios let one act on."""

from pathlib import Path

import pytest

from greenroom.coverage import by_article, claim_uses, move_uses, table
from greenroom.loading import load
from greenroom.paths import shipped
from greenroom.rubric import read_rubric
from greenroom.scenario import Scenario
from tests.building import a_choice, a_scenario, a_state
from tests.running import greenroom
from tests.shipped_scenes import SHIPPED

ASSETS = shipped("assets")
CLAIM = "pick-your-brain-is-vague"


def scene(name: str, *openness: int) -> Scenario:
    """Return a scenario with a small ask of each openness, of which the first cites a claim."""
    choices = [
        a_choice(f"c{place}", "end", move="small-ask", openness=each, sources=() if place else (f"claim:{CLAIM}",))
        for place, each in enumerate(openness)
    ]
    return a_scenario({"a": a_state(*choices)}, id=name)


def test_a_claim_is_exercised_where_a_choice_cites_it() -> None:
    """Each scenario is named once; what is only told, such as a definition, is not asked for."""
    uses = {use.claim: use.scenarios for use in claim_uses([scene("one", 1, 1), scene("two", 0)], ASSETS)}
    assert uses[CLAIM] == ("one", "two")
    assert "shop-counter-exception" not in uses
    assert {scenarios for claim, scenarios in uses.items() if claim != CLAIM} == {()}


def test_a_claim_of_two_articles_counts_for_both() -> None:
    """By article it is told how many of its claims are there, and of how many."""
    uses = [use for use in claim_uses([scene("one", 1)], ASSETS) if use.claim == CLAIM or len(use.articles) > 1]
    counts = by_article(uses)
    assert sum(there for _, there in counts.values()) == sum(len(use.articles) for use in uses)
    assert sum(cited for cited, _ in counts.values()) == sum(len(use.articles) for use in uses if use.scenarios)


def test_a_move_is_unwelcome_where_it_opens_nobody() -> None:
    """A scenario counts once, however often the move is made there."""
    uses = {use.move: use for use in move_uses([scene("one", 1, -1, 0), scene("two", 2)], read_rubric(ASSETS))}
    assert uses["small-ask"].scenarios == ("one", "two")
    assert uses["small-ask"].unwelcome == ("one",)
    assert uses["step-back"].scenarios == ()


def test_the_table_names_every_claim_and_move_once() -> None:
    """In the section of its first article, with the scenarios."""
    lines = list(table(claim_uses([scene("one", 1)], ASSETS), move_uses([], read_rubric(ASSETS))))
    says = next(use.says for use in claim_uses([], ASSETS) if use.claim == CLAIM)
    assert lines.count(f"| {says} | one |") == 1
    assert sum(line.startswith("| small-ask |") for line in lines) == 1


def test_check_prints_the_coverage(tmp_path: Path) -> None:
    """Without a path it ends with a line for each article, and with `--coverage` it prints the table instead."""
    assert "claims that one can act on are in a scenario" in greenroom(tmp_path, "check").stderr
    assert greenroom(tmp_path, "check", "--coverage").stdout.startswith("# What the rehearsals let one act on")
    with pytest.raises(StopIteration):
        next(line for line in greenroom(tmp_path, "check", "--format", "json").stderr.splitlines() if "claims" in line)


def test_every_claim_that_one_can_act_on_is_in_a_rehearsal(tmp_path: Path) -> None:
    """None is left out, every move stands in three or more, and each somewhere opens nobody; the kept table says so."""
    printed = greenroom(tmp_path, "check", "--coverage").stdout
    assert (ASSETS / "coverage.md").read_text(encoding="utf-8") == printed
    scenarios = [load(shipped("scenarios") / f"{name}.toml").scenario for name in SHIPPED]
    assert [use.claim for use in claim_uses(scenarios, ASSETS) if not use.scenarios] == []
    for use in move_uses(scenarios, read_rubric(ASSETS)):
        assert len(use.scenarios) >= 3, use.move
        assert use.unwelcome, use.move
