"""The forms in which an answer is written, and who writes them."""

import csv
import io
import json
import re
from collections.abc import Callable

from kg.errors import UsageError
from kg.plain import UNSEEN
from kg.query.markup import markdown, xml
from kg.query.result import Result, Term
from kg.query.table import table
from kg.rdf.vocabulary import XSD

Write = Callable[[Result, int | None], str]
"""Writes an answer; the number is the width of the terminal, None in a pipe."""

ESCAPED = re.compile(r'[\\"\n\r\t]')
ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
JSON_KINDS = {"iri": "uri"}


def write(result: Result, form: str, width: int | None = None) -> str:
    """The answer in a form, a key of FORMATS; UsageError if an answer of its kind cannot be written in it."""
    return FORMATS[form](result, width)


def _table(result: Result, width: int | None) -> str:
    if result.boolean is not None:
        return "yes\n" if result.boolean else "no\n"
    return table(result, width) if result.turtle is None else _turtle(result, width)


def _markdown(result: Result, width: int | None) -> str:
    _no_triples(result, "md")
    return ("yes\n" if result.boolean else "no\n") if result.boolean is not None else markdown(result)


def _xml(result: Result, width: int | None) -> str:
    """SPARQL 1.1 Query Results XML Format."""
    _no_triples(result, "xml")
    return xml(result)


def _json(result: Result, width: int | None) -> str:
    """SPARQL 1.1 Query Results JSON Format."""
    _no_triples(result, "json")
    if result.boolean is not None:
        answer: dict[str, object] = {"head": {}, "boolean": result.boolean}
    else:
        names = result.variables
        bindings = [{name: _json_term(row[name]) for name in names if name in row} for row in result.rows]
        answer = {"head": {"vars": result.variables}, "results": {"bindings": bindings}}
    return _harmless(json.dumps(answer, ensure_ascii=False, indent=1)) + "\n"


def _json_term(term: Term) -> dict[str, str]:
    written = {"type": JSON_KINDS.get(term.kind, term.kind), "value": term.value}
    if term.language:
        written["xml:lang"] = term.language
    elif term.kind == "literal" and term.datatype != XSD + "string":
        written["datatype"] = term.datatype
    return written


def _csv(result: Result, width: int | None) -> str:
    """SPARQL 1.1 Query Results CSV Format: values without kinds. It knows no escapes; a terminal gets what is seen."""
    _no_triples(result, "csv")
    if result.boolean is not None:
        return _boolean(result)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(result.variables)
    for row in result.rows:
        writer.writerow([_csv_term(row[name]) if name in row else "" for name in result.variables])
    return text.getvalue() if width is None else UNSEEN.sub("", text.getvalue())


def _csv_term(term: Term) -> str:
    return f"_:{term.value}" if term.kind == "bnode" else term.value


def _tsv(result: Result, width: int | None) -> str:
    """SPARQL 1.1 Query Results TSV Format: terms as in Turtle."""
    _no_triples(result, "tsv")
    if result.boolean is not None:
        return _boolean(result)
    heading = [f"?{name}" for name in result.variables]
    rows = ([_tsv_term(row[name]) if name in row else "" for name in result.variables] for row in result.rows)
    return _harmless("\n".join(map("\t".join, (heading, *rows)))) + "\n"


def _tsv_term(term: Term) -> str:
    if term.kind != "literal":
        return f"<{term.value}>" if term.kind == "iri" else f"_:{term.value}"
    quoted = f'"{ESCAPED.sub(lambda match: ESCAPES[match[0]], term.value)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == XSD + "string" else f"{quoted}^^<{term.datatype}>"


def _turtle(result: Result, width: int | None) -> str:
    return _harmless(_triples(result, "ttl"))


def _ntriples(result: Result, width: int | None) -> str:
    return _harmless(_converted(_triples(result, "nt"), "N_TRIPLES"))


def _jsonld(result: Result, width: int | None) -> str:
    return _harmless(_converted(_triples(result, "jsonld"), "JSON_LD")) + "\n"


def _triples(result: Result, form: str) -> str:
    if result.turtle is None:
        raise UsageError(f"{form} is for triples, which CONSTRUCT and DESCRIBE give; for this query: {', '.join(ROWS)}")
    return result.turtle


def _converted(turtle: str, form: str) -> str:
    import pyoxigraph as ox  # takes long to import, and is seldom needed here

    written = ox.serialize(ox.parse(turtle, format=ox.RdfFormat.TURTLE), format=getattr(ox.RdfFormat, form))
    return (written or b"").decode()


def _no_triples(result: Result, form: str) -> None:
    if result.turtle is not None:
        raise UsageError(f"{form} is for rows, which SELECT gives; for CONSTRUCT and DESCRIBE: {', '.join(TRIPLES)}")


def _boolean(result: Result) -> str:
    return "true\n" if result.boolean else "false\n"


def _harmless(text: str) -> str:
    """Escapes what could disguise a text, as JSON, TSV and Turtle all write it; it stands only in their strings."""
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04X}", text)


ROWS: dict[str, Write] = {
    "table": _table,
    "json": _json,
    "xml": _xml,
    "csv": _csv,
    "tsv": _tsv,
    "md": _markdown,
}
TRIPLES: dict[str, Write] = {"ttl": _turtle, "nt": _ntriples, "jsonld": _jsonld}
FORMATS = ROWS | TRIPLES
LABELLED = ("table", "md")  # the forms in which entities have their names
