"""What the endpoint says of itself, by SPARQL 1.1 Service Description."""

import pyoxigraph as ox

from kg.query.endpoint.media import RESULTS, TRIPLES

FORMATS = {
    "json": "SPARQL_Results_JSON", "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV", "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle", "nt": "N-Triples", "rdfxml": "RDF_XML", "jsonld": "JSON-LD", "trig": "TriG", "nq": "N-Quads",
}  # fmt: skip
WRITTEN = {
    "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD, "trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS,
}  # fmt: skip
PREFIXES = {"sd": "http://www.w3.org/ns/sparql-service-description#", "formats": "http://www.w3.org/ns/formats/"}


def described(url: str, union: bool, writable: bool, form: str) -> bytes:
    """The service description in a form of triples. url: of the endpoint."""
    languages = ["sd:SPARQL10Query", "sd:SPARQL11Query", *(["sd:SPARQL11Update"] if writable else [])]
    formats = [f"formats:{FORMATS[name]}" for name in (*RESULTS, *TRIPLES)]
    text = "\n".join(
        [
            *(f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()),
            f"_:service a sd:Service ; sd:endpoint <{url}> ;",
            f"  sd:supportedLanguage {' , '.join(languages)} ;",
            f"  sd:resultFormat {' , '.join(formats)} ;",
            *(["  sd:feature sd:UnionDefaultGraph ;"] if union else []),
            "  sd:defaultDataset _:dataset .",
            "_:dataset a sd:Dataset ; sd:defaultGraph _:default .",
            "_:default a sd:Graph .",
        ]
    )
    triples = [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE, base_iri=url)]
    return ox.serialize(triples, format=WRITTEN[form], prefixes=PREFIXES) or b""
