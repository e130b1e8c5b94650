"""What the tests of connections share."""

from sparqlserver import nobody, server

__all__ = ["nobody", "server"]
