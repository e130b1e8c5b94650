"""An evaluation as text for people and as JSON for programs."""

import dataclasses
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from kg.evaluate.entities import EntityEvaluation
from kg.evaluate.evaluation import Evaluation, Mistake, Scores, Share
from kg.plain import UNSEEN, plain

HEADING = ("relation", "precision", "recall", "F1", "gold", "claims")
INDENT = "    "

Write = Callable[[Evaluation, bool], str]
"""Writes an evaluation; the flag tells whether to list the mistakes."""


def _table(evaluation: Evaluation, errors: bool) -> str:
    """The mistakes come first, so that the averages are the last thing on a terminal."""
    rows = [HEADING, *map(_row, evaluation.relations), _row(evaluation.all), _row(evaluation.core)]
    width = max(len(name) for name, *_ in rows)
    lines = [*(_mistakes(evaluation) if errors else ()), *(_line(row, width) for row in rows), ""]
    lines += (
        f"{each.name:<{width}}  right in {each.right:,} of {each.of:,} found facts" for each in evaluation.details
    )
    lines += (
        f"{each.name:<{width}}  right are {each.right:,} of {each.of:,} claims" for each in evaluation.calibration
    )
    return "".join(f"{line}\n" for line in lines)


def _row(scores: Scores) -> tuple[str, ...]:
    parts = (f"{part:.3f}" for part in (scores.precision, scores.recall, scores.f1))
    return (scores.name, *parts, f"{scores.gold:,}", f"{scores.claims:,}")


def _line(row: Sequence[str], width: int) -> str:
    name, *values = row
    cells = (f"{value:>{max(6, len(head))}}" for value, head in zip(values, HEADING[1:], strict=True))
    return "  ".join([f"{name:<{width}}", *cells])


def _mistakes(evaluation: Evaluation) -> Iterable[str]:
    """Each relation with its mistakes; what was missed and what is wrong in one sentence often belong together."""
    both = [(each, "missed") for each in evaluation.missed] + [(each, "wrong") for each in evaluation.wrong]
    both.sort(key=lambda pair: (pair[0].relation, pair[0].file, pair[0].sentence, pair[1]))
    for relation, group in groupby(both, lambda pair: pair[0].relation):
        yield relation
        for mistake, kind in group:
            yield plain(f"{kind}: {mistake.subject} {relation} {mistake.object}")
            yield f"{INDENT}“{plain(mistake.sentence)}”"
            yield f"{INDENT}{plain(mistake.file)}"
        yield ""


def _json(evaluation: Evaluation, errors: bool) -> str:
    answer: dict[str, object] = {
        "relations": {scores.name: _numbers(scores) for scores in evaluation.relations},
        evaluation.all.name: _numbers(evaluation.all),
        evaluation.core.name: _numbers(evaluation.core),
        "details": _shares(evaluation.details),
        "calibration": _shares(evaluation.calibration),
    }
    if errors:
        answer |= {"missed": [*map(_mistake, evaluation.missed)], "wrong": [*map(_mistake, evaluation.wrong)]}
    return _dumped(answer)


def _dumped(answer: dict[str, object]) -> str:
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _shares(shares: Iterable[Share]) -> dict[str, dict[str, int]]:
    return {each.name: {"right": each.right, "of": each.of} for each in shares}


def _numbers(scores: Scores) -> dict[str, float]:
    names = ("precision", "recall", "f1", "gold", "found", "claims", "right")
    return {name: getattr(scores, name) for name in names}


def _mistake(mistake: Mistake) -> dict[str, str]:
    names = ("relation", "subject", "object", "sentence", "file")
    return {name: getattr(mistake, name) for name in names}


def _entity_table(evaluation: EntityEvaluation, errors: bool) -> str:
    width = max(len(share.name) for share in evaluation.shares)
    lines = []
    for each in evaluation.divergences if errors else ():
        lines.append(plain(f"{each.kind}: {', '.join(each.names)}"))
        lines += [f"{INDENT}{plain(node)}" for node in each.nodes]
        lines += [f"{INDENT}in {plain(', '.join(each.documents))}", ""]
    for share in evaluation.shares:
        part = share.right / share.of if share.of else 0.0
        lines.append(f"{share.name:<{width}}  {part:6.3f}  {share.right:>7,} of {share.of:,}")
    return "".join(f"{line}\n" for line in lines)


def _entity_json(evaluation: EntityEvaluation, errors: bool) -> str:
    answer: dict[str, object] = {"entities": _shares(evaluation.shares)}
    if errors:
        answer["divergences"] = [dataclasses.asdict(each) for each in evaluation.divergences]
    return _dumped(answer)


FORMATS: dict[str, Write] = {"table": _table, "json": _json}
ENTITY_FORMATS: dict[str, Callable[[EntityEvaluation, bool], str]] = {"table": _entity_table, "json": _entity_json}
