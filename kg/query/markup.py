"""Answers as XML and as Markdown."""

import html
import re
from collections.abc import Iterator

from kg.plain import UNSEEN
from kg.query.result import Result, Term
from kg.query.table import is_number, shown
from kg.rdf.vocabulary import XSD

RESULTS = "http://www.w3.org/2005/sparql-results#"
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0 has no way to write these
NO_CHARACTER = "\ufffd"
MARKS = re.compile(r"[\\`*_{}\[\]<>()#+!|~&$-]")  # what means something in Markdown


def xml(result: Result) -> str:
    """SPARQL 1.1 Query Results XML Format, a row a line."""
    if result.boolean is not None:
        body = ["<head/>", f"<boolean>{str(result.boolean).lower()}</boolean>"]
    else:
        variables = "".join(f'<variable name="{html.escape(name)}"/>' for name in result.variables)
        body = [f"<head>{variables}</head>", "<results>", *_rows(result), "</results>"]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f'<sparql xmlns="{RESULTS}">', *body, "</sparql>", ""])


def _rows(result: Result) -> Iterator[str]:
    for row in result.rows:
        bindings = (f'<binding name="{html.escape(name)}">{_xml_term(term)}</binding>' for name, term in row.items())
        yield f"<result>{''.join(bindings)}</result>"


def _xml_term(term: Term) -> str:
    value = _xml_text(term.value)
    if term.kind != "literal":
        name = "uri" if term.kind == "iri" else "bnode"
        return f"<{name}>{value}</{name}>"
    if term.language:
        return f'<literal xml:lang="{html.escape(term.language)}">{value}</literal>'
    datatype = "" if term.datatype == XSD + "string" else f' datatype="{html.escape(term.datatype)}"'
    return f"<literal{datatype}>{value}</literal>"


def _xml_text(text: str) -> str:
    """A text in XML; what could disguise it on a terminal is written as a number."""
    escaped = html.escape(NO_XML.sub(NO_CHARACTER, text), quote=False).replace("\r", "&#13;")
    return UNSEEN.sub(lambda match: f"&#{ord(match[0])};", escaped)


def markdown(result: Result) -> str:
    """A table in Markdown, as GitHub and most others know it: no text in it is taken for markup."""
    columns = shown(result)
    right = [is_number(row[name] for row in result.rows if name in row) for name in columns]
    heading, *rows = zip(*columns.values(), strict=True) if columns else [()]
    rule = ("--:" if number else "---" for number in right)
    return "\n".join([_line(map(_escaped, heading)), _line(rule), *(_line(map(_escaped, row)) for row in rows), ""])


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return MARKS.sub(lambda match: f"\\{match[0]}", text)
