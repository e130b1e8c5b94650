"""Where on this server the page of an IRI is, and which IRI a page is of."""

import re
from collections.abc import Callable
from urllib.parse import quote, unquote_to_bytes, urlsplit

from kg.rdf.vocabulary import KG

ONTOLOGY = "/ontology"
OTHERS = "/resource?iri="  # for IRIs that do not begin as the graph's own do
TAKEN = ("/sparql", "/data", "/labels", "/search", "/health", "/resource", "/static", ONTOLOGY)
SAFE = "%/:@!$&'()*+,;=._~-"  # what may stand in the path of a URL as it is
PATH = re.compile(r"(?:/(?![/.])(?:[A-Za-z0-9%:@!$&'()*+,;=._~-]|[^\x00-\x7f])*)+")  # of plain steps
HIGH = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")

FIND_BASE = 'SELECT ?graph { GRAPH ?graph {} FILTER(STRENDS(STR(?graph), "graph/entities")) } ORDER BY ?graph LIMIT 1'


class Addresses:
    """The page of an IRI of a graph that kg built stands under the IRI's own path.

    So it is found at the IRI itself where base_iri is the server's, and the graph can be read under any other name.
    """

    def __init__(self, base: Callable[[], str]) -> None:
        """base: gives what the graph's IRIs begin with, "" for other data."""
        self._base = base

    @property
    def base(self) -> str:
        """What the graph's IRIs begin with."""
        return self._base()

    @property
    def origin(self) -> str:
        """The scheme and host of the graph's IRIs."""
        parts = urlsplit(self.base)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    def of(self, iri: str) -> str:
        """The URL of an IRI's page on this server; harmless whatever the IRI is."""
        if iri.startswith(KG):
            return f"{ONTOLOGY}#{quote(iri.removeprefix(KG), safe='')}"
        path = iri.removeprefix(self.origin)
        own = bool(self.base) and iri.startswith(self.base) and PATH.fullmatch(path)
        if own and path != "/" and not path.startswith(TAKEN) and (path.isascii() or not HIGH.search(path)):
            return quote(path, safe=SAFE)
        return OTHERS + quote(iri, safe="")

    def iris(self, raw_path: str) -> list[str]:
        """The IRIs that a path, as it stands in a URL, may be of: letters beyond ASCII are escaped there or not."""
        if not self.base:
            return []
        return list(dict.fromkeys([self.origin + HIGH.sub(_letters, raw_path), self.origin + raw_path]))


def _letters(match: re.Match[str]) -> str:
    try:
        return unquote_to_bytes(match[0]).decode()
    except UnicodeDecodeError:
        return match[0]
