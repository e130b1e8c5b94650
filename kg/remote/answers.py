"""What a server answers to a query."""

from collections.abc import Collection

import pyoxigraph as ox

from kg.errors import KgError, UsageError
from kg.net.address import Address
from kg.net.connection import Reply
from kg.plain import plain
from kg.query.prepare import Prepared
from kg.query.result import Result, Term
from kg.query.rows import NO_TRIPLES
from kg.query.worker import written
from kg.rdf.vocabulary import PREFIXES

ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.9"
TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
}
GRAPHS = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


def accepted(query: Prepared) -> str:
    """What a server may answer with."""
    return TRIPLES if query.form in ("CONSTRUCT", "DESCRIBE") else ROWS


def read(reply: Reply, query: Prepared, address: Address, left_out: Collection[str] = ()) -> Result:
    """The answer to a query; KgError if it is none. left_out: variables that nobody asked for."""
    try:
        if accepted(query) == TRIPLES and reply.kind in GRAPHS:
            return Result(turtle=_triples(reply.body, GRAPHS[reply.kind]))
        if accepted(query) == ROWS and reply.kind in RESULTS:
            return _rows(reply.body, RESULTS[reply.kind], query, left_out)
    except (SyntaxError, ValueError) as error:
        raise KgError(f"{address.url}: its answer cannot be read ({plain(str(error))[:200]})") from None
    kind = plain(reply.kind) or "something without a media type"
    raise KgError(f"{address.url}: it answers with {kind}, not with SPARQL results; is this where it takes queries?")


def _rows(body: bytes, form: ox.QueryResultsFormat, query: Prepared, left_out: Collection[str]) -> Result:
    found = ox.parse_query_results(body, form)
    if isinstance(found, ox.QueryBoolean):
        return Result(boolean=bool(found))
    if query.form == "ASK":  # Virtuoso answers with a row for yes, and with none for no
        return Result(boolean=any(True for _ in found))
    names = query.in_order([variable.value for variable in found.variables])
    shown = tuple(name for name in names if name not in left_out)
    rows = tuple({name: _term(term) for name in shown if (term := solution[name]) is not None} for solution in found)
    if query.is_distinct:  # of Virtuoso's rows some are not
        rows = tuple({tuple(row.items()): row for row in rows}.values())
    return Result(shown, rows)


def _term(term: object) -> Term:
    if isinstance(term, ox.NamedNode):
        return Term(term.value, "iri")
    if isinstance(term, ox.Literal):
        return Term(term.value, "literal", term.language or "", term.datatype.value)
    if isinstance(term, ox.BlankNode):
        return Term(term.value, "bnode")
    raise UsageError(NO_TRIPLES)


def _triples(body: bytes, form: ox.RdfFormat) -> str:
    return written((quad.triple for quad in ox.parse(body, form)), "ttl", PREFIXES).decode()
