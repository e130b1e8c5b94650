"""The file in which a person decides about proposals: written by `kg review`, taken in by `kg review --apply`."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import KgError
from kg.extract.signatures import TYPES
from kg.query.review import Proposal
from kg.resolve.decisions import PREFIX, key_of
from kg.resolve.decisions_file import DecisionsFile
from kg.yamlfile import Place, YamlFile, load

SAME, DIFFERENT = "same", "different"
HEADER = f"""\
# Things that may be one; first those of which an answer is worth most. Write same or different behind decision:, or
# leave it empty; if you like, what a thing is to be called behind rename:, and behind type: what it is, of
# {" ".join(sorted(TYPES))}.
# Then: kg review --apply FILE
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person filled in for a pair. place: where, for errors."""

    place: Place
    names: tuple[str, str]  # or keys
    decision: str | None
    rename: tuple[tuple[str, str], ...]  # (name or key, new name)
    types: tuple[tuple[str, str], ...]  # (name or key, type)


class _Dumper(yaml.SafeDumper):
    """Leaves room where nothing is filled in."""


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def write_review(proposals: Iterable[Proposal], path: Path) -> None:
    """One item for each pair, to be filled in; KgError if the file cannot be written."""
    items = [
        yaml.dump([_item(p)], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000) for p in proposals
    ]
    try:
        path.write_text(HEADER + "proposals:\n\n" + "\n".join(items), encoding="utf-8", newline="\n")
    except OSError as error:
        raise KgError(f"{path}: cannot be written: {error.strerror}") from None


def read_review(path: Path) -> tuple[YamlFile, list[Answer]]:
    """What is filled in; UsageError names file, line and key of a mistake."""
    file = load(path)
    file.check((), file.data, dict, {"proposals"})
    items = file.data.get("proposals") or []
    file.check(("proposals",), items, list)
    answers = [_answer(file, ("proposals", i), item) for i, item in enumerate(items)]
    return file, [answer for answer in answers if answer.decision or answer.rename or answer.types]


def applied(file: YamlFile, answers: Iterable[Answer], decisions: DecisionsFile) -> DecisionsFile:
    """The decisions with the answers; UsageError if two answers contradict each other."""
    for answer in answers:
        if answer.decision == SAME:
            decisions = decisions.merging(answer.names)
        elif answer.decision == DIFFERENT:
            decisions = decisions.parting(answer.names[0], answer.names[1:])
        for name, new in answer.rename:
            decisions = decisions.calling(name, new)
        for name, type_ in answer.types:
            decisions = decisions.typing(name, type_)
    for answer in answers:
        first, second = map(key_of, answer.names)
        holds = {
            SAME: second in decisions.together(first),
            DIFFERENT: decisions.are_apart(answer.names) and second not in decisions.together(first),
        }
        if answer.decision and not holds[answer.decision]:
            raise file.error((*answer.place, "decision"), "another decision in this file contradicts this")
    return decisions


def _item(proposal: Proposal) -> dict[str, Any]:
    return {
        "decision": None,
        "score": proposal.score,
        "claims": proposal.claims,
        "reasons": list(proposal.reasons),
        "things": [
            {
                "name": side.name,
                "entity": side.key,
                "rename": None,
                "type": None,
                "sentences": list(side.sentences),
            }
            for side in proposal.sides
        ],
    }


def _answer(file: YamlFile, place: Place, item: Any) -> Answer:
    file.check(place, item, dict, {"decision", "score", "claims", "reasons", "things"})
    decision, things = item.get("decision"), item.get("things")
    if decision not in (None, "", SAME, DIFFERENT):
        raise file.error((*place, "decision"), f"write {SAME} or {DIFFERENT}, or nothing")
    file.check((*place, "things"), things, list)
    if len(things) != 2:
        raise file.error((*place, "things"), "there must be two things")
    for i, thing in enumerate(things):
        _check_thing(file, (*place, "things", i), thing)
    rename, types = (tuple((_name(t), t[key]) for t in things if t.get(key)) for key in ("rename", "type"))
    return Answer(place, (_name(things[0]), _name(things[1])), decision or None, rename, types)


def _name(thing: dict[str, Any]) -> str:
    """What stands for it in decisions.yaml: its name, or its key if the name would not do."""
    key, name = thing["entity"], str(thing.get("name") or "")
    return name if name and key_of(name) == key_of(key) else key


def _check_thing(file: YamlFile, place: Place, thing: Any) -> None:
    file.check(place, thing, dict, {"name", "entity", "rename", "type", "sentences"})
    for key in ("entity", "rename", "type"):
        if key == "entity" or thing.get(key) is not None:
            file.check((*place, key), thing.get(key), str)
    if not thing["entity"].startswith(PREFIX):
        raise file.error((*place, "entity"), f"this must begin with {PREFIX}, as kg review wrote it")
    if thing.get("type") and thing["type"] not in TYPES:
        raise file.error((*place, "type"), f"the type must be one of {', '.join(sorted(TYPES))}")
