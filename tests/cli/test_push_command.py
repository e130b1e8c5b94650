"""`kg push` and `kg query --endpoint`, as a user calls them, with a server on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kgcommand import Run, command
from sparqlserver import Running, serving, token

from kg.remote.push import push


def test_push_then_ask(run: Run, graphs: Path, server: Running) -> None:
    planned = run("push", server.url, "-g", graphs, "--dry-run")
    assert (planned.returncode, planned.stderr) == (0, "")
    assert planned.stdout.splitlines()[-1] == "to send: 3 graphs, 0.1 MB; unchanged: 0; to delete: 0"
    assert planned.stdout.splitlines()[1] == "send https://kg.example/graph/entities"
    assert server.contents() == set()
    done = run("push", server.url, "-g", graphs)
    assert (done.returncode, done.stdout, done.stderr) == (0, "sent: 3 graphs, 0.1 MB; unchanged: 0; deleted: 0\n", "")
    again = run("push", server.url, "-g", graphs, "--protocol", "gsp")
    assert again.stdout == "sent: 0 graphs, 0.0 MB; unchanged: 3; deleted: 0\n"
    fresh = run("push", server.url, "-g", graphs, "--fresh", "--protocol", "gsp")
    assert fresh.stdout == "sent: 3 graphs, 0.1 MB; unchanged: 0; deleted: 0\n"


@pytest.fixture
def server() -> Iterator[Running]:
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def filled(graphs: Path) -> Iterator[Running]:
    """A server with the sample's graph."""
    with serving() as running:
        push(graphs, running.url)
        yield running


@pytest.mark.parametrize(
    "arguments", [["about", "--name", "xiaomi"], ["roles", "--format", "csv"], ["facts", "--format", "json"]]
)
def test_an_answer_from_there_is_that_from_here(run: Run, graphs: Path, filled: Running, arguments: list[str]) -> None:
    there, here = run("query", *arguments, "--endpoint", filled.url), run("query", *arguments, "-g", graphs)
    assert (there.returncode, there.stdout, there.stderr) == (0, here.stdout, "")
    assert there.stdout.count("\n") > 2


@pytest.mark.parametrize(("graphs_of", "is_empty"), [("union", False), ("server", True)])
def test_the_default_graph(run: Run, filled: Running, graphs_of: str, is_empty: bool) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?claim a kg:Claim }"
    done = run("query", "--format", "tsv", count, "--endpoint", filled.url, "--graphs", graphs_of)
    assert (done.stdout.splitlines()[1].startswith('"0"')) == is_empty


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["push"], 2, "Missing argument 'URL'"),
        (["push", "nowhere"], 2, "nowhere: this is no address of a server"),
        (["push", "http://me:secret@localhost/"], 2, "leave user and password out of the address"),
        (["push", "http://localhost:1/", "-g", "none"], 2, "none: there is no graph in this folder"),
        (["push", "http://localhost:1/"], 1, "http://localhost:1/: no server answers there (Connection refused)"),
        (["push", "http://localhost:1/", "--protocol", "ftp"], 2, "Invalid value for '--protocol'"),
        (["query", "facts", "--endpoint", "http://localhost:1/"], 1, "http://localhost:1/: no server answers there ("),
        (["query", "facts", "--endpoint", "localhost"], 2, "localhost: this is no address of a server"),
        (["query", "SELECT", "--endpoint", "http://localhost:1/"], 2, "there is no saved query 'SELECT'"),
    ],
)
def test_what_goes_wrong_is_one_line(graphs: Path, arguments: list[str], code: int, complaint: str) -> None:
    done = command(graphs.parent, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(f"kg: {complaint}")
    assert done.stderr.count("\n") == 1


def test_a_token(run: Run, graphs: Path, server: Running) -> None:
    server.wanted = token("t")
    refused = run("push", server.url, "-g", graphs)
    assert refused.returncode == 1
    assert "it does not let you in (HTTP 401); set KG_USER and KG_PASSWORD, or KG_TOKEN" in refused.stderr
    assert run("push", server.url, "-g", graphs, KG_TOKEN="t").returncode == 0
    assert run("query", "facts", "--endpoint", server.url, KG_TOKEN="t").returncode == 0
