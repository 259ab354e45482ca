"""A run as `greenroom history --json` prints it: the line the user is on, and the branches left behind."""

from greenroom.journal.records import Node, Run, RunSummary


def describe_run(run: Run, summary: RunSummary) -> dict[str, object]:
    """Return what JSON needs of a run.

    `turns` is the line the user is on. `branches` are all other lines: `from` says how many of `turns`
    come first, and their own `turns` what was done from there on. `name`, `note` and star are the user's.
    """
    line = run.line()
    return {
        "run": run.id,
        "scenario": run.scenario,
        "started": run.started,
        "ending": _ending(line),
        "turns": [_turn(node) for node in line],
        "name": summary.name,
        "note": summary.note,
        "starred": summary.starred,
        "branches": [_branch(run.line(leaf.id), line) for leaf in run.leaves if leaf.id != run.current],
    }


def _branch(branch: tuple[Node, ...], line: tuple[Node, ...]) -> dict[str, object]:
    shared = sum(1 for ours, theirs in zip(line, branch, strict=False) if ours.id == theirs.id)
    return {"from": shared, "ending": _ending(branch), "turns": [_turn(node) for node in branch[shared:]]}


def _ending(line: tuple[Node, ...]) -> str | None:
    return line[-1].to if line and line[-1].ending else None


def _turn(node: Node) -> dict[str, object]:
    turn: dict[str, object] = {
        "state": node.state,
        "choice": node.choice,
        "move": node.move,
        "openness": node.openness,
    }
    return turn if node.words is None else turn | {"words": node.words}
