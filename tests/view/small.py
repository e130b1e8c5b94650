"""Small graphs for the tests of the explorer, written as a build writes them."""

from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.rdf import vocabulary as v
from kg.rdf.terms import Triple, a, decimal, integer, iri, literal

BASE = "https://kg.example/"
ENTITIES = f"<{BASE}graph/entities>"


@dataclass
class Small:
    """A graph that grows by entities, documents and claims; every text may be anything."""

    quads: list[tuple[str, str, str, str]] = field(default_factory=list)
    claims: int = 0

    def entity(self, slug: str, label: str, type_: str = "ORG", language: str | None = "nl", *aliases: str) -> str:
        node = iri(f"{BASE}entity/{slug}")
        triples = [a(node, v.CLASSES[type_]), Triple(node, iri(v.RDFS + "label"), literal(label, language))]
        triples += [Triple(node, iri(v.SKOS + "altLabel"), literal(alias, "nl")) for alias in aliases]
        self._add(ENTITIES, *triples, Triple(node, iri(v.KG + "mentionCount"), integer(2)))
        return node

    def document(self, name: str, text: str, title: str = "", language: str = "nl", **values: str) -> str:
        node = iri(f"{BASE}document/{name}")
        more = {v.KG + "file": f"{name}.txt", v.KG + "text": text, v.SCHEMA + "inLanguage": language}
        more |= {v.SCHEMA + key: value for key, value in values.items()}
        self._add(node, a(node, v.SCHEMA + "NewsArticle"))
        self._add(node, *(Triple(node, iri(key), literal(value)) for key, value in more.items()))
        if title:
            self._add(node, Triple(node, iri(v.SCHEMA + "headline"), literal(title, language)))
        return node

    def mention(self, entity: str, document: str) -> None:
        node = iri(f"{BASE}mention/{len(self.quads)}")
        linked = {v.KG + "refersTo": entity, v.PROV + "wasDerivedFrom": document}
        self._add(document, a(node, v.KG + "Mention"), *(Triple(node, iri(key), to) for key, to in linked.items()))

    def claim(
        self,
        subject: str,
        relation: str,
        object_: str | None = None,
        modality: str = "Asserted",
        quote: tuple[str, int, int] | None = None,
        support: int = 1,
        **values: str,
    ) -> str:
        """object_ and values: terms, as `literal` and `entity` give them. quote: document, start and end."""
        self.claims += 1
        node = iri(f"{BASE}claim/{self.claims:04}")
        graph = quote[0] if quote else ENTITIES
        linked = {v.RDF + "subject": subject, v.RDF + "predicate": iri(v.KG + relation)}
        linked |= {v.KG + "modality": iri(v.KG + modality)} | {v.KG + key: value for key, value in values.items()}
        if object_:
            linked[v.RDF + "object"] = object_
        self._add(graph, a(node, v.KG + "Claim"), *(Triple(node, iri(key), value) for key, value in linked.items()))
        derived = {v.KG + "support": integer(support), v.KG + "confidence": decimal(0.9)}
        self._add(f"<{BASE}graph/derived>", *(Triple(node, iri(key), value) for key, value in derived.items()))
        if quote:
            self._evidence(node, *quote)
        if object_ and modality == "Asserted":
            self._add(graph, Triple(subject, iri(v.KG + relation), object_))
        return node

    def _evidence(self, claim: str, document: str, start: int, end: int) -> None:
        node = iri(f"{BASE}evidence/{self.claims:04}")
        values = {
            v.PROV + "wasDerivedFrom": document,
            v.OA + "start": integer(start),
            v.OA + "end": integer(end),
            v.KG + "subjectSpan": literal(f"{start}-{start + 1}"),
            v.KG + "confidence": decimal(0.8),
        }
        self._add(document, Triple(claim, iri(v.KG + "evidence"), node), a(node, v.OA + "TextQuoteSelector"))
        self._add(document, *(Triple(node, iri(key), value) for key, value in values.items()))

    def _add(self, graph: str, *triples: Triple) -> None:
        self.quads += [(*triple, graph) for triple in triples]

    def lines(self) -> list[str]:
        return sorted({f"{' '.join(quad)} ." for quad in self.quads})

    def store(self) -> ox.Store:
        store = ox.Store()
        store.bulk_load("\n".join(self.lines()).encode(), format=ox.RdfFormat.N_QUADS)
        return store


def pair(name: str = "A", sentence: str = "A koopt B.", relation: str = "acquires") -> Small:
    """One claim, in which every text is the given one."""
    graph = Small()
    one, other = graph.entity("a", name, "ORG", "nl", name + "!"), graph.entity("b", name)
    document = graph.document("d", sentence, name, publisher=name, datePublished="2024-05", url=name, author=name)
    texts = {key: literal(name) for key in ("role", "amount")}
    graph.claim(one, relation, other, "Planned", (document, 0, len(sentence)), when=literal("2024"), **texts)
    graph.claim(one, "says", literal(sentence, "nl"), quote=(document, 0, len(sentence)), source=other)
    return graph
