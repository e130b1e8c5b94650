"""The IRIs of what a graph holds: made from content alone, so that equal input has equal IRIs."""

import hashlib
import json
from dataclasses import dataclass

from kg.rdf.terms import iri
from kg.resolve.resolved import EntityMention, Evidence, Fact, Merge, Unsure

LENGTH = 20  # hex digits of a hash: 80 bits, two of a billion claims collide with a chance of one in a million


@dataclass(frozen=True, slots=True)
class Iris:
    """Names things below a base IRI; every method returns the IRI as N-Triples text."""

    base: str

    def document(self, identity: str) -> str:
        """The document, and the named graph of what it says."""
        return iri(f"{self.base}document/{identity}")

    def entity(self, identity: str) -> str:
        """identity: Entity.id."""
        return iri(self.base + identity)

    def claim(self, fact: Fact) -> str:
        """Two facts with the same subject, relation, object, modality, source, figure and time are one claim."""
        figure = fact.figure
        return self._hashed(
            "claim",
            fact.subject,
            fact.relation,
            fact.object,
            fact.object_language,
            fact.modality,
            fact.source,
            fact.when,
            figure and [figure.text, str(figure.value), figure.unit],
        )

    def evidence(self, fact: Fact, evidence: Evidence) -> str:
        """A piece of evidence belongs to one claim and one place."""
        return self._hashed("evidence", self.claim(fact), evidence.document, evidence.start, evidence.end)

    def mention(self, mention: EntityMention) -> str:
        """A mention is a place in a document, whatever entity it is taken to refer to."""
        return self._hashed("mention", mention.document, mention.start, mention.end)

    def disagreement(self, rule: str, link: str, claim: str, other: str) -> str:
        """That a rule links two claims, given by their IRIs."""
        return self._hashed("disagreement", rule, link, *(each.removeprefix(self.base) for each in (claim, other)))

    def merge(self, merge: Merge) -> str:
        """A merge is of two names, by their keys."""
        return self._hashed("merge", *sorted(merge.keys))

    def proposal(self, unsure: Unsure) -> str:
        """A proposal is of two entities."""
        return self._hashed("proposal", *sorted(unsure.entities))

    def graph(self, name: str) -> str:
        """A graph that belongs to no single document: entities, derived."""
        return iri(f"{self.base}graph/{name}")

    def _hashed(self, kind: str, *parts: object) -> str:
        text = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
        return iri(f"{self.base}{kind}/{hashlib.sha256(text.encode()).hexdigest()[:LENGTH]}")
