"""Documents and the mentions in them as triples."""

from collections.abc import Iterator

from kg.rdf import vocabulary as v
from kg.rdf.iris import Iris
from kg.rdf.terms import Triple, a, integer, iri, literal
from kg.resolve.resolved import EntityMention, ResolvedDocument

DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}  # by the length of YYYY-MM-DD


def document(resolved: ResolvedDocument, iris: Iris) -> Iterator[Triple]:
    """An article: its files, text and what its header says."""
    article = resolved.document
    node = iris.document(article.id)
    yield a(node, v.SCHEMA + "NewsArticle")
    for file in article.files:
        yield Triple(node, iri(v.KG + "file"), literal(file))
    yield Triple(node, iri(v.KG + "sha256"), literal(article.sha256))
    yield Triple(node, iri(v.KG + "text"), literal(article.text))
    yield Triple(node, iri(v.KG + "textLine"), integer(article.first_line))
    yield Triple(node, iri(v.SCHEMA + "inLanguage"), literal(resolved.language))
    if article.title:
        yield Triple(node, iri(v.SCHEMA + "headline"), literal(article.title, resolved.language))
    if article.date:
        datatype = v.XSD + DATE_TYPES[len(article.date)]
        yield Triple(node, iri(v.SCHEMA + "datePublished"), literal(article.date, datatype=datatype))
    if resolved.publisher:
        yield Triple(node, iri(v.SCHEMA + "publisher"), iris.entity(resolved.publisher))
    if article.author:
        yield Triple(node, iri(v.SCHEMA + "author"), literal(article.author))
    if article.url:
        yield Triple(node, iri(v.SCHEMA + "url"), literal(article.url))


def mention(found: EntityMention, iris: Iris) -> Iterator[Triple]:
    """A place in a document that refers to an entity."""
    node = iris.mention(found)
    yield a(node, v.KG + "Mention")
    yield Triple(node, iri(v.KG + "refersTo"), iris.entity(found.entity))
    yield Triple(node, iri(v.PROV + "wasDerivedFrom"), iris.document(found.document))
    yield Triple(node, iri(v.OA + "exact"), literal(found.text, found.language))
    yield Triple(node, iri(v.OA + "start"), integer(found.start))
    yield Triple(node, iri(v.OA + "end"), integer(found.end))
    yield Triple(node, iri(v.KG + "mentionKind"), literal(found.kind))
