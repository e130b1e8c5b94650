"""Asks a service which of its entities are those of the graph.

Method: Reconciliation Service API 0.2 of OpenRefine and the W3C community group,
https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
A candidate counts only if the service calls it a match, and no other.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import KgError, UsageError
from kg.plain import plain
from kg.resolve.fetch import Client, checked
from kg.resolve.links import IRI, Link, Links
from kg.resources import find
from kg.yamlfile import load

TYPES = ("PER", "ORG", "LOC", "PROD")
BATCH = 10
CANDIDATES = 5
LONGEST = 200  # characters of a name or description that is kept
_SEGMENT = r"[A-Za-z0-9_][A-Za-z0-9._:~-]*"
_ID = re.compile(f"{_SEGMENT}(/{_SEGMENT})*")  # no "..", no "//", nothing that has to be escaped


@dataclass(frozen=True, slots=True)
class Question:
    """An entity to ask for, by Entity.id, with its name and type."""

    entity: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Service:
    """url: where it is; types: what it calls the types of entities, for those that it has a name for."""

    url: str
    types: Mapping[str, str] = field(default_factory=dict)


def service(name: str, language: str, ontology: Path | None = None) -> Service:
    """The service of that name in ontology/services.yaml, or at that address; UsageError if it is neither."""
    known = _services(language, ontology)
    if found := known.get(name):
        return found
    if "://" not in name:
        raise UsageError(f"there is no service '{name}'; known are {', '.join(sorted(known))}, or give its address")
    checked(name)
    return next((each for each in known.values() if each.url == name), Service(name))


def reconcile(
    asked: Service, questions: Sequence[Question], links: Links, language: str, client: Client | None = None
) -> Iterator[Links]:
    """What is known after each batch of answers, so that it can be kept; nothing is asked that the links answer.

    KgError if the service fails.
    """
    client = client or Client()
    done = links.asked(asked.url)
    open_questions = [question for question in questions if question.entity not in done]
    space = _identifier_space(client.json(asked.url, None, language), asked) if open_questions else ""
    for start in range(0, len(open_questions), BATCH):
        batch = open_questions[start : start + BATCH]
        form = {"queries": json.dumps({f"q{i}": _query(each, asked) for i, each in enumerate(batch)})}
        answers = _answers(client.json(asked.url, form, language), batch, space, asked)
        links = links.adding(asked.url, answers)
        yield links


def _services(language: str, ontology: Path | None) -> dict[str, Service]:
    path = find("services.yaml", ontology)
    if path is None:
        return {}
    file = load(path)
    found = {}
    for name, entry in file.data.items():
        file.check((name,), entry, dict, {"url", "types"})
        file.check((name, "url"), entry.get("url"), str)
        types = entry.get("types", {})
        file.check((name, "types"), types, dict, set(TYPES))
        for type_, value in types.items():
            file.check((name, "types", type_), value, str)
        found[name] = Service(entry["url"].replace("{language}", language), types)
    return found


def _query(question: Question, asked: Service) -> dict[str, Any]:
    hint = asked.types.get(question.type)
    return {"query": question.name, "limit": CANDIDATES} | ({"type": hint} if hint else {})


def _identifier_space(manifest: Any, asked: Service) -> str:
    """What the service's identifiers make an IRI with."""
    space = manifest.get("identifierSpace") if isinstance(manifest, dict) else None
    if not isinstance(space, str) or not IRI.fullmatch(space) or space[-1] not in "/#=:":
        raise KgError(f"{asked.url}: its manifest has no identifierSpace that makes IRIs; is this such a service?")
    return space


def _answers(answer: Any, batch: Sequence[Question], space: str, asked: Service) -> dict[str, Link | None]:
    """The link of each entity, None where none is certain; an entity that got no answer is left out."""
    answer = answer if isinstance(answer, dict) else {}
    results = {each.entity: _results(answer.get(f"q{i}")) for i, each in enumerate(batch)}
    if all(result is None for result in results.values()):
        problem = answer.get("message") or "its answer has no results"
        raise KgError(f"{asked.url}: {plain(str(problem)[:LONGEST])}")
    return {entity: _certain(result, space) for entity, result in results.items() if result is not None}


def _results(answer: Any) -> list[Any] | None:
    result = answer.get("result") if isinstance(answer, dict) else None
    return result if isinstance(result, list) else None


def _certain(candidates: list[Any], space: str) -> Link | None:
    """The only candidate that the service calls a match, if its identifier makes a sound IRI."""
    matches = [each for each in candidates if isinstance(each, dict) and each.get("match") is True]
    iri = _iri(matches[0].get("id"), space) if len(matches) == 1 else None
    return Link((iri,), _text(matches[0], "name"), _text(matches[0], "description")) if iri else None


def _iri(identifier: Any, space: str) -> str | None:
    if not isinstance(identifier, str) or len(identifier) > LONGEST:
        return None
    if identifier.startswith(space):
        identifier = identifier.removeprefix(space)
    return f"{space}{identifier}" if _ID.fullmatch(identifier) else None


def _text(candidate: Mapping[str, Any], key: str) -> str:
    value = candidate.get(key)
    return plain(value)[:LONGEST].strip() if isinstance(value, str) else ""
