"""What the tests of other servers share."""

from collections.abc import Iterator

import pytest
from realservers import Place, kg_serve, oxigraph, virtuoso
from sparqlserver import nobody, server

__all__ = ["nobody", "server"]


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso", "kg serve"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A server that people run."""
    folder = tmp_path_factory.mktemp("server")
    servers = {"oxigraph": oxigraph, "virtuoso": lambda: virtuoso(folder), "kg serve": lambda: kg_serve(folder)}
    with servers[request.param]() as found:
        yield found
