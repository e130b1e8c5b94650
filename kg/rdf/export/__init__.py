"""A graph in the formats of other tools: RDF, networks, tables and scripts for property graphs."""
