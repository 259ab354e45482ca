"""Fits the coach's weights to labelled messages, and tells by cross-validation what a stranger's message would get.

    python -m tests.bench.fitting FILE.jsonl ... [--write]

Each line holds `id`, `text`, `kind`, a `label` (or `seed_label`), and may hold `spans` ([start, end, side, ...]) and
the `url` it came from. Standard library only. Weights are pulled towards what each rule says of itself (`leaning`), and
signs are dropped at random while fitting, so that no message is known by its own phrases.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from greenroom.coach.language import Language, read_language
from greenroom.coach.weights import Weights, measures
from greenroom.paths import shipped
from tests.bench.labelled import SIDES, Example, Message, examples, load, own_examples

PULL = 4.0
"""How strongly the weight of a rule is held to where it started, and that of any other sign."""
STANCE_PULL = 3.0
FOLDS = 4
"""Into which messages that nobody marked are dealt, whole sources together."""
DROPPED = 0.25
COPIES = 6
STEPS = 120
ENOUGH = 0.7
FEWEST = 4
"""Clauses; a sign that is rarer is not weighed."""


# The two sums


def fit_clauses(messages: Iterable[Message], language: Language) -> Weights:
    """Fit what the signs of a clause weigh: softmax regression against neither, by Adam over all clauses."""
    clauses = [*examples(messages), *own_examples(language)]
    start = {
        rule.sign: (rule.leaning * (rule.side == SIDES[0]), rule.leaning * (rule.side == SIDES[1]))
        for rule in language.rules
        if not rule.general
    }
    counted = Counter(sign for signs, _ in clauses for sign in signs)
    names = sorted({sign for sign, count in counted.items() if count >= FEWEST} | set(start))
    dropped = _dropped(clauses, names)
    first = [start.get(name, (0.0, 0.0))[side] for name in names for side in (0, 1)] + [0.0, 0.0]
    fitted = _descend(first, lambda values: _clause_slope(values, dropped), PULL * COPIES, free=2)
    pairs = {name: (fitted[2 * i], fitted[2 * i + 1]) for i, name in enumerate(names)}
    return Weights(pairs, (fitted[-2], fitted[-1]), {"bias": 0.0}, ENOUGH)


def _dropped(clauses: Sequence[Example], names: Sequence[str]) -> list[tuple[list[int], int]]:
    place = {name: i for i, name in enumerate(names)}
    chance = random.Random(1)  # noqa: S311  # drops signs, guards nothing
    return [
        ([place[s] for s in sorted(signs) if s in place and (s[0] == "=" or chance.random() >= DROPPED)], side)
        for _ in range(COPIES)
        for signs, side in clauses
    ]


def _clause_slope(values: Sequence[float], clauses: Sequence[tuple[list[int], int]]) -> list[float]:
    slope = [0.0] * len(values)
    for places, side in clauses:
        one, other = values[-2], values[-1]
        for place in places:
            one += values[2 * place]
            other += values[2 * place + 1]
        highest = max(one, other, 0.0)
        one, other, neither = math.exp(one - highest), math.exp(other - highest), math.exp(-highest)
        total = one + other + neither
        one, other = one / total - (side == 0), other / total - (side == 1)
        for place in places:
            slope[2 * place] += one
            slope[2 * place + 1] += other
        slope[-2] += one
        slope[-1] += other
    return slope


def fit_stance(weights: Mapping[str, Weights], messages: Sequence[Message]) -> dict[str, float]:
    """Fit what the measures of a message weigh, with the clauses weighed by weights that have not seen it."""
    chance = random.Random(2)  # noqa: S311  # the same
    rows = [
        (_measured(message, weights[message.id], chance), float(message.label == SIDES[1]), _importance(message))
        for _ in range(COPIES)
        for message in messages
        if message.label in SIDES
    ]
    names = sorted({name for row, _, _ in rows for name in row})
    spread = {name: max(0.25, _deviation([row.get(name, 0.0) for row, _, _ in rows])) for name in names}

    def slope(values: Sequence[float]) -> list[float]:
        slopes = [0.0] * len(values)
        for row, label, importance in rows:
            total = values[-1] + sum(v * row.get(n, 0.0) / spread[n] for n, v in zip(names, values, strict=False))
            error = importance * (1 / (1 + math.exp(-total)) - label)
            for i, name in enumerate(names):
                slopes[i] += error * row.get(name, 0.0) / spread[name]
            slopes[-1] += error
        return slopes

    fitted = _descend([0.0] * (len(names) + 1), slope, STANCE_PULL * COPIES, free=1)
    return {name: fitted[i] / spread[name] for i, name in enumerate(names)} | {"bias": fitted[-1]}


def _measured(message: Message, weights: Weights, chance: random.Random) -> dict[str, float]:
    shares = [
        weights.weigh(s for s in sorted(each.signs) if s[0] == "=" or chance.random() >= DROPPED)
        for each in message.clauses
    ]
    return measures(shares, message.generic)


def _importance(message: Message) -> float:
    """Return what a message counts: twice where somebody published it."""
    return 2.0 if message.spans is None else 1.0


def _deviation(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))


def _descend(first: Sequence[float], slope: Any, pull: float, free: int) -> list[float]:  # noqa: ANN401
    """Go downhill from where the weights start; all but the last `free` are pulled back there."""
    values, speed, roughness = list(first), [0.0] * len(first), [0.0] * len(first)
    for step in range(1, STEPS + 1):
        slopes = slope(values)
        for i, start in enumerate(first):
            gradient = slopes[i] + (pull * (values[i] - start) if i < len(first) - free else 0.0)
            speed[i] = 0.9 * speed[i] + 0.1 * gradient
            roughness[i] = 0.999 * roughness[i] + 0.001 * gradient * gradient
            root = math.sqrt(roughness[i] / (1 - 0.999**step)) + 1e-8
            values[i] -= 0.08 * speed[i] / (1 - 0.9**step) / root
    return values


# What a stranger's message would get


def cross_validate(messages: Sequence[Message], language: Language) -> dict[str, Weights]:
    """Return for each message weights that were fitted without its source, clauses and stance alike."""
    clauses = _of_others(messages, language)
    fitted = {}
    for source in sorted({message.source for message in messages}):
        stance = fit_stance(clauses, [message for message in messages if message.source != source])
        for message in messages:
            if message.source == source:
                own = clauses[message.id]
                fitted[message.id] = Weights(own.signs, own.bias, stance, ENOUGH)
    return fitted


def _of_others(messages: Sequence[Message], language: Language) -> dict[str, Weights]:
    """Return for each message weights of clauses that were fitted without its source, sources in a few folds."""
    small = sorted({message.source for message in messages if message.spans is None})
    fold = {source: str(place % FOLDS) for place, source in enumerate(small)}
    folds = {message.id: fold.get(message.source, message.source) for message in messages}
    of_others = {
        name: fit_clauses((message for message in messages if folds[message.id] != name), language)
        for name in sorted(set(folds.values()))
    }
    return {message.id: of_others[folds[message.id]] for message in messages}


def fit(messages: Sequence[Message], language: Language) -> Weights:
    """Fit both sums to all messages; the stance sees clauses weighed without their own source."""
    whole = fit_clauses(messages, language)
    stance = fit_stance(_of_others(messages, language), messages)
    return Weights(whole.signs, whole.bias, stance, ENOUGH)


def write(weights: Weights, file: Path) -> None:
    """Write weights as people can read them."""
    lines = [
        "# How much each sign of a clause speaks for [relational, transactional], against neither, and each measure of",
        "# a message for transactional. Written by `python -m tests.bench.fitting`.",
        "",
        "[clause]",
        f"bias = [{weights.bias[0]:.2f}, {weights.bias[1]:.2f}]",
        f"enough = {weights.enough}",
        "",
        "[signs]",
        *(f'"{sign}" = [{pair[0]:.2f}, {pair[1]:.2f}]' for sign, pair in sorted(weights.signs.items())),
        "",
        "[stance]",
        *(f'"{name}" = {value:.2f}' for name, value in sorted(weights.stance.items())),
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Fit the shipped weights to files of messages."""
    folder = shipped("assets") / "coach" / "en"
    language = read_language(folder)
    messages = load([Path(name) for name in arguments if name != "--write"], language)
    weights = fit(messages, language)
    if "--write" in arguments:
        write(weights, folder / "weights.toml")


if __name__ == "__main__":
    main(sys.argv[1:])
