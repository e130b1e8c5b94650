"""What entities are elsewhere, by ontology/links.yaml: written by `kg link`, edited by people, read by `kg build`.

links:
  entity/xiaomi: {iri: http://www.wikidata.org/entity/Q1636958, name: Xiaomi}
  entity/reuters: http://www.wikidata.org/entity/Q130879
  entity/mi: []                     # a person says that there is no link
no_match:
  https://service.example/api: [entity/lei-jun]   # that service was asked, and has no certain answer
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from kg.resolve.resolved import Entity
from kg.yamlfile import Place, YamlFile, load, replace_text

FILE = "links.yaml"
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f]+")
HEADER = """\
# What the entities of the graph are elsewhere: kg build adds owl:sameAs for them. Written by kg link, yours to edit.
# Write [] for an entity that must have no link. kg link adds to this file and keeps what is in it, but for comments.
"""
_ID = re.compile(r"entity/\S+")


@dataclass(frozen=True, slots=True)
class Link:
    """What one entity is elsewhere; without IRIs, a person says that it has no link."""

    iris: tuple[str, ...]
    name: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """found: by Entity.id; no_match: the ids that a service (its URL) has no certain answer for."""

    found: Mapping[str, Link] = field(default_factory=dict)
    no_match: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def asked(self, service: str) -> frozenset[str]:
        """The ids that need not be asked for there (again)."""
        return frozenset(self.found) | self.no_match.get(service, frozenset())

    def adding(self, service: str, answers: Mapping[str, Link | None]) -> "Links":
        """These and the answers of a service, by Entity.id; None where it has no certain one."""
        found = {entity: link for entity, link in answers.items() if link}
        without = self.no_match.get(service, frozenset()) | (answers.keys() - found.keys())
        return Links({**self.found, **found}, {**self.no_match, service: without})


def load_links(path: Path | None) -> Links:
    """The links of a file, none without one; UsageError names file, line and key of a mistake."""
    if path is None:
        return Links()
    file = load(path)
    file.check((), file.data, dict, {"links", "no_match"})
    found, no_match = file.data.get("links") or {}, file.data.get("no_match") or {}
    file.check(("links",), found, dict)
    file.check(("no_match",), no_match, dict)
    return Links(
        {_id(file, ("links", entity), entity): _link(file, ("links", entity), found[entity]) for entity in found},
        {service: frozenset(file.strings(("no_match", service), no_match[service])) for service in no_match},
    )


def write_links(links: Links, path: Path) -> None:
    """Write the file, sorted, in the place of the one that was there."""
    data = {
        "links": {entity: _written(link) for entity, link in sorted(links.found.items())},
        "no_match": {service: sorted(ids) for service, ids in sorted(links.no_match.items()) if ids},
    }
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    replace_text(path, HEADER + text)


def with_links(entities: Iterable[Entity], links: Links) -> tuple[Entity, ...]:
    """The entities, each with its links added to what it is known to be elsewhere."""
    return tuple(
        replace(entity, same_as=tuple(sorted({*entity.same_as, *link.iris})))
        if (link := links.found.get(entity.id))
        else entity
        for entity in entities
    )


def _id(file: YamlFile, place: Place, entity: str) -> str:
    if not _ID.fullmatch(entity):
        raise file.error(place, "an entity's id begins with entity/, as the end of its IRI does")
    return entity


def _link(file: YamlFile, place: Place, value: Any) -> Link:
    if not isinstance(value, dict):
        return Link(_iris(file, place, value))
    file.check(place, value, dict, {"iri", "name", "description"})
    texts = {key: value.get(key) or "" for key in ("name", "description")}
    for key, text in texts.items():
        file.check((*place, key), text, str)
    return Link(_iris(file, (*place, "iri"), value.get("iri")), **texts)


def _iris(file: YamlFile, place: Place, value: Any) -> tuple[str, ...]:
    iris = (value,) if isinstance(value, str) else file.strings(place, value)
    for iri in iris:
        if not IRI.fullmatch(iri):
            raise file.error(place, f"{iri!r} is no http(s) IRI")
    return iris


def _written(link: Link) -> Any:
    iris: Any = link.iris[0] if len(link.iris) == 1 else list(link.iris)
    texts = {key: text for key in ("name", "description") if (text := getattr(link, key))}
    return {"iri": iris, **texts} if texts else iris
