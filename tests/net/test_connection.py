"""How a server is reached, and who it is told that asks."""

from pathlib import Path

import pytest
from sparqlserver import Asked, Reply, Running, digest

from kg.errors import UsageError
from kg.net.address import Address
from kg.net.connection import Connection, Request
from kg.net.credentials import Credentials

GET = Request("GET", "/")
DIGEST = 'Digest realm="R", nonce="n{}", qop="auth,auth-int", algorithm=MD5, opaque="o"'
AWAY = "http://kg-test.invalid/sparql"


@pytest.mark.parametrize(
    ("environment", "netrc", "expected"),
    [
        ({}, "", Credentials()),
        ({"KG_TOKEN": "t"}, "", Credentials("t")),
        ({"KG_USER": "u", "KG_PASSWORD": "p"}, "machine a.example login n password q", Credentials("", "u", "p")),
        ({}, "machine a.example login n password q", Credentials("", "n", "q")),
        ({}, "machine b.example login n password q", Credentials()),
        ({"KG_PASSWORD": "p"}, "", Credentials()),
    ],
)
def test_where_credentials_come_from(
    environment: dict[str, str], netrc: str, expected: Credentials, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text(netrc)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    found = Credentials.find(Address.of("https://a.example/sparql"))
    assert found == expected
    assert bool(found) == bool(expected)
    assert not {"t", "p", "q"} & set(repr(found).split("'"))


@pytest.mark.parametrize(("name", "value"), [("KG_TOKEN", "a\r\nX: y"), ("KG_USER", "a\nb")])
def test_what_no_header_can_hold(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match="holds a line break or another character that cannot be sent"):
        Connection(AWAY)


def test_a_netrc_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine\n")
    with pytest.raises(UsageError, match="the netrc file cannot be read"):
        Connection(AWAY)


@pytest.mark.parametrize(
    ("challenge", "token", "sent"),
    [
        ('Basic realm="R"', "", "Basic bTpw"),
        ("", "", "Basic bTpw"),
        ("Bearer", "t", "Bearer t"),
        ("", "t", "Bearer t"),
    ],
)
def test_what_a_server_is_told_that_asks(
    server: Running, challenge: str, token: str, sent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = list[str]()
    server.wanted = lambda method, path, header: not given.append(header) and header == sent
    server.challenge = challenge
    monkeypatch.setenv("KG_USER", "m")
    monkeypatch.setenv("KG_PASSWORD", "p")
    monkeypatch.setenv("KG_TOKEN", token)
    with Connection(server.url) as connection:
        assert [connection.ask(GET, 5).status, connection.ask(GET, 5).status] == [404, 404]  # let in, nothing there
    assert given == ["", sent, sent]


def test_a_digest_with_a_nonce_that_grows_old(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_USER", "m")
    monkeypatch.setenv("KG_PASSWORD", "p")
    with Connection(server.url) as connection:
        for number in (1, 2):
            server.wanted, server.challenge = digest("m", "p", f"n{number}"), DIGEST.format(number)
            assert [connection.ask(GET, 5).status for _ in range(3)] == [404] * 3
        server.wanted = digest("m", "other", "n2")
        assert connection.ask(GET, 5).status == 401
    assert len(server.asked) == 4 + 4 + 1


def test_a_digest_of_an_unknown_kind(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_USER", "m")
    server.fault = lambda asked: Reply(401, headers={"WWW-Authenticate": 'Digest realm="R", qop="auth", algorithm=X'})
    with Connection(server.url) as connection, pytest.raises(UsageError, match="a digest that kg does not know"):
        connection.ask(GET, 5)


def test_secrets_are_not_sent_for_all_to_read(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a proxy, so that the server seems to be elsewhere."""
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.setenv("KG_TOKEN", "secret")
    given = list[str]()
    server.wanted = lambda method, path, header: not given.append(header)
    with Connection(AWAY, eager=True) as connection:
        with pytest.raises(UsageError, match="is sent over https only, or to a server on this computer"):
            connection.ask(GET, 5)
        assert given == []
        monkeypatch.setenv("KG_INSECURE", "1")
        connection.ask(GET, 5)
    assert given == ["Bearer secret"]
    assert server.asked == [Asked("GET", "http://kg-test.invalid:80/", "")]


def test_a_digest_hides_the_password(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.setenv("KG_USER", "m")
    server.challenge, server.wanted = DIGEST.format(1), lambda method, path, header: header.startswith("Digest ")
    with Connection(AWAY) as connection:
        assert connection.ask(GET, 5).status == 404


def test_a_server_on_this_computer_needs_no_proxy(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://kg-test.invalid:1")
    with Connection(server.url) as connection:
        assert connection.ask(GET, 5).status == 404


def test_a_connection_is_kept_until_the_server_closes_it(server: Running) -> None:
    replies = [Reply(200), Reply(200, headers={"Connection": "close"}), Reply(200)]
    server.fault = lambda asked: replies.pop(0)
    with Connection(server.url) as connection:
        assert [connection.ask(GET, 5).status for _ in range(3)] == [200] * 3
    assert replies == []
