"""What the tests of other servers share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from realservers import Place, kg_serve, oxigraph, virtuoso
from sparqlserver import Running, serving


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No credentials but those that a test sets, whatever whoever runs it has."""
    for name in ("KG_TOKEN", "KG_USER", "KG_PASSWORD", "KG_INSECURE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "netrc").touch()
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


@pytest.fixture
def server() -> Iterator[Running]:
    """The strict server of the tests."""
    with serving() as running:
        yield running


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso", "kg serve"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A server that people run."""
    folder = tmp_path_factory.mktemp("server")
    servers = {"oxigraph": oxigraph, "virtuoso": lambda: virtuoso(folder), "kg serve": lambda: kg_serve(folder)}
    with servers[request.param]() as found:
        yield found
