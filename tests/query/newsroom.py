"""Small graphs of claims, written as a build writes them, without articles to read."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kg.documents.document import Document
from kg.extract.claim import Figure
from kg.query.disagreements import disagreements
from kg.query.rules import load_rules
from kg.rdf.write import write_graph
from kg.resolve.resolved import Entity, EntityMention, Evidence, Fact, Resolved, ResolvedDocument
from kg.resources import SHIPPED

BASE = "https://kg.example/"


@dataclass(frozen=True)
class Article:
    """An article by its name, with a publisher, a date and the names in it."""

    name: str
    date: str | None = None
    publisher: str | None = None
    names: tuple[str, ...] = ()


@dataclass
class Newsroom:
    """Articles, and what they state. An entity is written as "Type Name": "ORG Opel"."""

    articles: dict[str, Article] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[EntityMention] = field(default_factory=list)

    def article(self, name: str, date: str | None = None, publisher: str | None = None, *names: str) -> None:
        self.articles[name] = Article(name, date, publisher and self.entity(publisher), names)
        for place, each in enumerate(names):
            self.mentions.append(EntityMention(name, self.entity(each), place, place + 1, each, "name", "nl"))

    def entity(self, text: str, *aliases: str) -> str:
        kind, _, name = text.partition(" ")
        id_ = "entity/" + name.lower().replace(" ", "-")
        if id_ not in self.entities:
            self.entities[id_] = Entity(id_, kind, (("nl", name),), tuple(("nl", each) for each in aliases))
        return id_

    def claim(
        self,
        articles: str,
        subject: str,
        relation: str,
        object_: str | None = None,
        modality: str = "Asserted",
        source: str | None = None,
        when: str | None = None,
        figure: Figure | None = None,
        role: str | None = None,
        says: str = "Zin.",
        confidence: float = 0.9,
    ) -> None:
        """A claim that the articles state, "a b"; an object that is no "Type Name" is a text."""
        is_entity = object_ is not None and object_.split(" ")[0].isupper()
        start = len(self.facts)
        evidence = tuple(
            Evidence(each, start, start + 1, says, "nl", (0, 1), None, "events", confidence, role)
            for each in articles.split()
        )
        self.facts.append(
            Fact(
                subject=self.entity(subject),
                relation=relation,
                object=self.entity(object_) if is_entity and object_ else object_,
                is_literal=object_ is not None and not is_entity,
                modality=modality,
                source=source and self.entity(source),
                figure=figure,
                when=when,
                object_language=None if is_entity or figure or object_ is None else "nl",
                evidence=evidence,
            )
        )

    def write(self, folder: Path) -> Path:
        """Write the graph as `kg build` would; returns the folder."""
        rules = load_rules(SHIPPED)
        write_graph(self._resolved(), folder, BASE, partial(disagreements, rules=rules, base=BASE))
        return folder

    def _resolved(self) -> Resolved:
        documents = (ResolvedDocument(_document(a), "nl", a.publisher) for a in self.articles.values())
        entities = sorted(self.entities.values(), key=lambda entity: entity.id)
        return Resolved(tuple(documents), tuple(entities), tuple(self.mentions), tuple(self.facts))


def _document(article: Article) -> Document:
    text = f"De tekst van {article.name} is die van geen ander artikel."
    return Document(article.name, article.name, (f"{article.name}.txt",), text, title=article.name, date=article.date)
