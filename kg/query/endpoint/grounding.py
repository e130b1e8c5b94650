"""Relative IRIs in a query, which mean something only against a base: by the protocol, where it was sent to."""

import re

from kg.query.lexer import tokens

ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*:")


def grounded(sparql: str, url: str) -> str:
    """The query with the URL as BASE, if it has a relative IRI before it says BASE itself.

    UsageError for what cannot be read.
    """
    for token in tokens(sparql):
        if token.keyword == "BASE":
            return sparql
        if token.kind == "iri" and not ABSOLUTE.match(token.text):
            return f"BASE <{url}> {sparql}"
    return sparql
