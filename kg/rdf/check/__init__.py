"""Whether a graph is as the claim model says, by the SHACL shapes of ontology/shapes.ttl."""
