"""A comparison as JSON has it: the runs, the rows with a turn of each, and the reading."""

from greenroom.comparing.alignment import Row
from greenroom.comparing.comparison import Comparison, question
from greenroom.comparing.reading import reading
from greenroom.retelling import Story
from greenroom.rubric import Rubric
from greenroom.turns import Turn


def as_record(comparison: Comparison, rubric: Rubric) -> dict[str, object]:
    """Return what JSON needs of a comparison."""
    return {
        "scenario": comparison.scenario.id,
        "title": comparison.scenario.title,
        "partner": comparison.scenario.partner.name,
        "runs": [_run(story) for story in comparison.stories],
        "opening": comparison.opening,
        "rows": [_row(row, comparison, rubric) for row in comparison.rows],
        "question": question(comparison),
        "reading": list(reading(comparison, rubric)),
    }


def _run(story: Story) -> dict[str, object]:
    outcome = story.outcome
    return {
        "run": story.run,
        "name": story.title,
        "started": story.started,
        "ending": outcome.ending_id if outcome else None,
        "later": outcome.ending.later if outcome else None,
    }


def _row(row: Row, comparison: Comparison, rubric: Rubric) -> dict[str, object]:
    beside = zip(comparison.stories, row.turns, strict=True)
    return {
        "shared": row.is_shared,
        "parting": row.is_parting,
        "meeting": row.is_meeting,
        "turns": [_turn(story, turn, rubric) if turn else None for story, turn in beside],
    }


def _turn(story: Story, turn: Turn, rubric: Rubric) -> dict[str, object]:
    reply = story.reply_to(turn)
    return {
        "number": turn.number,
        "state": turn.state,
        "choice": turn.choice.id,
        "label": turn.choice.label,
        "said": turn.said,
        "move": turn.choice.move,
        "side": rubric.side(turn.choice.move),
        "landed": turn.choice.landed,
        "why": turn.choice.why,
        "openness": turn.openness,
        "to": turn.to,
        "reply": reply.says if reply else None,
    }
