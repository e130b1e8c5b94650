"""The terms that a graph is written in, and the short forms of their namespaces."""

KG = "https://kg.example/ontology#"
OA = "http://www.w3.org/ns/oa#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SH = "http://www.w3.org/ns/shacl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TIME = "http://www.w3.org/2006/time#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "kg": KG,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "time": TIME,
    "xsd": XSD,
}

CLASSES = {
    "PER": SCHEMA + "Person",
    "ORG": SCHEMA + "Organization",
    "LOC": SCHEMA + "Place",
    "PROD": SCHEMA + "Product",
    "EVENT": SCHEMA + "Event",
    "WORK": SCHEMA + "CreativeWork",
    "NORP": KG + "Group",
    "THING": SCHEMA + "Thing",
}
"""The class of each type of entity."""
