"""What a push sends, keeps and deletes, whatever happens on the way."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sparqlserver import Asked, Reply, Running, digest, serving, token

import kg
from graphs import BASE, articles, write
from kg.errors import KgError, UsageError
from kg.net.address import Address
from kg.rdf.terms import literal
from kg.remote import parts
from kg.remote.protocols import Update
from kg.remote.push import push

TEXTS = st.text(
    st.sampled_from('\\uU0041"{}<>;\n\r\x07\x7fé小') | st.characters(exclude_categories=["Cs"]), max_size=12
)
THREE = articles(a="one", b="two", c="three")
PROTOCOLS = ["update", "gsp"]
HARD = [
    '"x\\\\u0041 \\\\\\\\U \\\\\\u0007 \\"} ; DROP ALL #"',
    '"é小\U0001f697\\n"@nl',
    '"5"^^<http://www.w3.org/2001/XMLSchema#integer>',
]


@pytest.mark.parametrize("protocol", [None, *PROTOCOLS])
def test_the_whole_graph_is_there(server: Running, tmp_path: Path, protocol: str | None) -> None:
    quads = write(tmp_path, {**THREE, "document/hard": HARD})
    done = push(tmp_path, server.url, protocol=protocol)
    assert (len(done.send), done.unchanged, done.drop) == (6, 0, ())
    assert server.contents() == {str(quad) for quad in ox.parse(_text(quads), format=ox.RdfFormat.N_QUADS)}
    digests = [quad for quad in server.store if quad.predicate.value.endswith("#digest")]
    assert sorted(quad.graph_name for quad in digests) == sorted(quad.subject for quad in digests)
    assert len(digests) == 6


def _text(quads: set[str]) -> bytes:
    return "".join(f"{quad} .\n" for quad in quads).encode()


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_any_text_is_the_same_to_servers_that_resolve_escapes_first(texts: list[str]) -> None:
    """As the grammar of SPARQL can be read: \\uXXXX before all else, even after a backslash."""
    triples = "".join(f"<urn:s> <urn:p> {literal(text)} .\n" for text in texts).encode()
    body = Update(Address.of("http://a.example/")).put("urn:g", triples, True, b"").body or b""
    early = re.sub(r"\\u([0-9A-F]{4})", lambda match: chr(int(match[1], 16)), body.decode())
    for update in (body.decode(), early):
        store = ox.Store()
        store.update(update)
        assert sorted(quad.object.value for quad in store) == sorted(set(texts))


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_only_what_changed_is_sent(server: Running, tmp_path: Path, protocol: str) -> None:
    write(tmp_path, THREE)
    push(tmp_path, server.url, protocol=protocol)
    server.asked.clear()
    assert push(tmp_path, server.url, protocol=protocol).unchanged == 5
    assert server.changes() == []
    quads = write(tmp_path, articles(a="one", b="changed", d="new"))
    planned = push(tmp_path, server.url, protocol=protocol, dry_run=True)
    assert server.changes() == []
    done = push(tmp_path, server.url, protocol=protocol)
    assert done.drop == planned.drop == (f"{BASE}document/c",)
    assert [part.iri for part in done.send] == [f"{BASE}document/b", f"{BASE}document/d"]
    assert {graph for each in server.changes() for graph in each.graphs} == {f"{BASE}document/{x}" for x in "bcd"}
    assert server.contents() == {str(quad) for quad in ox.parse(_text(quads), format=ox.RdfFormat.N_QUADS)}
    assert len(push(tmp_path, server.url, protocol=protocol, fresh=True).send) == 5


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_others_put_there_stays(server: Running, tmp_path: Path, protocol: str) -> None:
    write(tmp_path / "other", articles(x="of another base"), base="https://other.example/")
    push(tmp_path / "other", server.url, protocol=protocol)
    server.store.add(_quad(f"{BASE}document/by-hand"))
    server.store.add(_quad("urn:foreign"))
    before = server.contents()
    write(tmp_path / "own", articles(a="one"))
    assert push(tmp_path / "own", server.url, protocol=protocol).drop == ()
    write(tmp_path / "own", articles(b="two"))
    assert push(tmp_path / "own", server.url, protocol=protocol).drop == (f"{BASE}document/a",)
    assert before < server.contents()


def _quad(graph: str) -> ox.Quad:
    node = ox.NamedNode("urn:x")
    return ox.Quad(node, node, node, ox.NamedNode(graph))


def test_a_server_that_was_emptied_gets_all_again(server: Running, tmp_path: Path) -> None:
    write(tmp_path, THREE)
    push(tmp_path, server.url)
    server.store.remove_graph(ox.NamedNode(f"{BASE}document/b"))
    assert [part.iri for part in push(tmp_path, server.url).send] == [f"{BASE}document/b"]
    server.store.clear()
    assert len(push(tmp_path, server.url).send) == 5


@pytest.mark.parametrize(
    ("protocol", "kill"), [("update", 1), ("update", 2), ("update", 5), ("update", 10), ("gsp", 4), ("gsp", 9)]
)
def test_after_a_kill_nothing_is_sent_twice(server: Running, tmp_path: Path, protocol: str, kill: int) -> None:
    """The process dies while its n-th change is on the way: before the server did it, or before it said so."""
    quads = write(tmp_path, THREE)
    seen, process = count(1), list[subprocess.Popen[bytes]]()

    def fault(asked: Asked) -> Reply | None:
        if asked in server.changes() and next(seen) == (kill + 1) // 2:
            process[0].kill()
            process[0].wait()
            return Reply(cut=True) if kill % 2 else None
        return None

    server.fault = fault
    process.append(_started("-g", tmp_path, server.url, "--protocol", protocol))
    assert process[0].wait() == -signal.SIGKILL
    before = server.changes()
    server.fault = lambda asked: None
    done = push(tmp_path, server.url, protocol=protocol)
    again = [each for each in server.changes()[len(before) :] if each in before]
    assert again == (before[-1:] if kill % 2 else [])
    assert done.unchanged == kill // 2
    assert server.contents() == {str(quad) for quad in ox.parse(_text(quads), format=ox.RdfFormat.N_QUADS)}


def _started(*arguments: str | Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(Path(kg.__file__).parent.parent)}
    return subprocess.Popen([sys.executable, "-m", "kg", "push", *arguments], env=environment)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_large_graph_goes_in_chunks(
    server: Running, tmp_path: Path, protocol: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "STATEMENTS", 3)
    monkeypatch.setattr(parts, "SIZE", 300)
    texts = [f'"{number}"' for number in range(10)] + [f'"{"x" * 500}"']
    quads = write(tmp_path, {"document/a": texts, "document/b": ['"b"']})
    push(tmp_path, server.url, protocol=protocol)
    sent = [each for each in server.changes() if each.graphs == (f"{BASE}document/a",)]
    assert len(sent) == 5
    assert ["#digest" in each.body for each in sent] == [False] * 4 + [True]
    assert len(server.contents()) == len(quads)
    server.fault = _failing_at(3, Reply(500, b"full\nmore"))
    write(tmp_path, {"document/a": [*texts, '"new"'], "document/b": ['"b"']})
    with pytest.raises(KgError, match=r"the server refuses \(HTTP 500: full\)"):
        push(tmp_path, server.url, protocol=protocol)
    server.fault = lambda asked: None
    done = push(tmp_path, server.url, protocol=protocol)  # the graph that was half there is sent again
    assert [part.iri for part in done.send] == [f"{BASE}document/a"]
    assert len(server.contents()) == len(quads) + 1


def _failing_at(number: int, reply: Reply, times: int = 1) -> Callable[[Asked], Reply | None]:
    """Fails at the n-th change, and at those after it, so many times."""
    seen = count(1)

    def fault(asked: Asked) -> Reply | None:
        is_change = bool(asked.graphs) and not asked.graphs[0].endswith("/none")
        return reply if is_change and number <= next(seen) < number + times else None

    return fault


@pytest.mark.parametrize(
    "reply", [Reply(503, headers={"Retry-After": "0"}), Reply(429, headers={"Retry-After": "0"}), Reply(cut=True)]
)
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_may_pass_is_tried_again(server: Running, tmp_path: Path, protocol: str, reply: Reply) -> None:
    quads = write(tmp_path, THREE)
    server.fault = _failing_at(2, reply, times=2)
    assert len(push(tmp_path, server.url, protocol=protocol).send) == 5
    assert len(server.changes()) == 7
    assert len(server.contents()) == len(quads)


def test_what_does_not_pass_ends_the_push(server: Running, tmp_path: Path) -> None:
    write(tmp_path, THREE)
    server.fault = _failing_at(3, Reply(503, headers={"Retry-After": "0"}), times=100)
    with pytest.raises(KgError, match=r"the server refuses \(HTTP 503\)"):
        push(tmp_path, server.url)
    assert len(server.changes()) == 2 + 6
    assert len(server.contents()) == 2


def test_what_takes_no_notice_of_graphs_is_not_written_to(tmp_path: Path) -> None:
    """A PUT of a graph would replace all that such a server has."""
    write(tmp_path, THREE)
    with serving() as server:
        for statements in (1, 10_000):
            everything = Reply(200, b"<urn:all> <urn:all> <urn:all> .\n" * statements, "application/n-triples")
            answers = {"GET": everything, "PUT": Reply(204)}
            server.fault = lambda asked, answers=answers: answers.get(asked.method) if asked.path != "/" else None
            with pytest.raises(KgError, match="takes here no graphs by the Graph Store Protocol"):
                push(tmp_path, server.url, protocol="gsp")
    assert "PUT" not in {each.method for each in server.asked}


@pytest.mark.parametrize(
    ("post", "said"),
    [
        (Reply(415, b"only forms\nat all"), "HTTP 415: only forms"),
        (Reply(200, b"<title>A form</title>", "text/html"), "HTTP 200: A form"),
    ],
)
def test_a_server_that_takes_nothing(server: Running, tmp_path: Path, post: Reply, said: str) -> None:
    write(tmp_path, THREE)
    refusals = {"POST": post, "GET": Reply(400, b"<h1>No</h1><p>query</p>", "text/html")}
    server.fault = lambda asked: None if "query=" in asked.body else refusals[asked.method]
    with pytest.raises(KgError) as error:
        push(tmp_path, server.url)
    assert str(error.value) == (
        f"{server.url}: the server takes here no SPARQL updates ({said}), "
        "and no graphs by the Graph Store Protocol (HTTP 400: No query)"
    )
    assert server.contents() == set()


def test_a_server_that_only_says_that_it_took_the_graphs(server: Running, tmp_path: Path) -> None:
    write(tmp_path, THREE)
    server.fault = lambda asked: Reply(204) if asked.graphs else None
    with pytest.raises(KgError, match="the server took 5 graphs, but 5 of them are not there, such as https"):
        push(tmp_path, server.url)


def test_addresses_apart(server: Running, tmp_path: Path) -> None:
    write(tmp_path, THREE)
    with pytest.raises(KgError, match=r"/update: .*: nothing here\); if it answers .* name that with --endpoint"):
        push(tmp_path, f"{server.url}/update")
    assert len(push(tmp_path, f"{server.url}/update", f"{server.url}/query").send) == 5
    assert len(push(tmp_path, f"{server.url}/store", f"{server.url}/query", fresh=True).send) == 5
    assert {each.method for each in server.asked} == {"POST", "GET", "PUT"}


def test_with_a_token(server: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, THREE)
    server.wanted = token("secret")
    with pytest.raises(KgError, match=r"does not let you in \(HTTP 401\); set KG_USER and KG_PASSWORD, or KG_TOKEN"):
        push(tmp_path, server.url)
    monkeypatch.setenv("KG_TOKEN", "secret")
    server.asked.clear()
    assert len(push(tmp_path, server.url).send) == 5
    assert len(server.asked) == 1 + 1 + 5 + 2  # none is sent twice for the token


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_with_a_digest(server: Running, tmp_path: Path, protocol: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, THREE)
    server.wanted = digest("dba", 'a"b\\é')
    server.challenge = 'Digest realm="SPARQL", nonce="n1", qop="auth", algorithm="MD5"'
    monkeypatch.setenv("KG_USER", "dba")
    monkeypatch.setenv("KG_PASSWORD", 'a"b\\é')
    assert len(push(tmp_path, server.url, protocol=protocol).send) == 5
    monkeypatch.setenv("KG_PASSWORD", "wrong")
    with pytest.raises(KgError, match="does not let you in"):
        push(tmp_path, server.url, protocol=protocol)


def test_a_graph_that_is_none(server: Running, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no graph in this folder; make one with: kg build"):
        push(tmp_path, server.url)
    write(tmp_path, {"document/a": []})
    with pytest.raises(UsageError, match="the graph is empty"):
        push(tmp_path, server.url)


def test_how_far_it_is(server: Running, tmp_path: Path) -> None:
    write(tmp_path, THREE)
    told = list[tuple[int, int]]()
    done = push(tmp_path, server.url, progress=lambda sent, whole: told.append((sent, whole)))
    assert [sent for sent, _ in told] == sorted({sent for sent, _ in told})
    assert {whole for _, whole in told} == {done.size} == {told[-1][0]}


def test_a_graph_in_pieces_is_one(server: Running, tmp_path: Path) -> None:
    """As in a file that was put together from several."""
    write(tmp_path, THREE)
    file = tmp_path / "kg.nq"
    file.write_text("".join(file.read_text().replace('"', f'"{number} ', 1) for number in range(2)))
    assert len(push(tmp_path, server.url).send) == 5
    assert len(server.contents()) == len(set(file.read_text().splitlines()))
