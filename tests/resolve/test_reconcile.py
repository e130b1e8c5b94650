"""Asking a reconciliation service, over the loopback: what counts as an answer, and how failures are met."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reconciliation import SPACE, Reply, Running, candidate, manifest, results, running

from kg.errors import KgError, UsageError
from kg.resolve.fetch import MAX_SIZE, Client, checked
from kg.resolve.links import IRI, Link, Links
from kg.resolve.reconcile import Question, Service, _iri, reconcile, service

QUICK = Client(timeout=5, attempts=3, pause=0.01)
LEI = Question("entity/lei-jun", "Lei Jun", "PER")
FOUND = {"Lei Jun": [candidate("Q700", "Lei Jun", description="Chinese entrepreneur")]}


def asked(at: Running, questions: Sequence[Question] = (LEI,), links: Links | None = None, **more: Any) -> list[Links]:
    where = Service(at.url, {"PER": "Q5", "ORG": "Q43229"})
    return list(reconcile(where, questions, links or Links(), "nl", more.get("client", QUICK)))


def test_a_certain_answer_becomes_a_link() -> None:
    with running(results(FOUND)) as at:
        (links,) = asked(at)
    assert links.found == {"entity/lei-jun": Link((f"{SPACE}Q700",), "Lei Jun", "Chinese entrepreneur")}
    assert at.queries == [{"q0": {"query": "Lei Jun", "limit": 5, "type": "Q5"}}]
    assert at.requests == ["GET", "POST"]
    assert at.headers[1]["Accept-Language"] == "nl"
    assert at.headers[1]["Content-Type"] == "application/x-www-form-urlencoded"


def test_questions_go_in_batches_of_ten_and_each_answer_is_there_at_once() -> None:
    questions = [Question(f"entity/x-{i:02}", f"X {i}", "LOC") for i in range(23)]
    with running(results({"X 7": [candidate("Q7")]})) as at:
        stages = asked(at, questions)
    assert [len(queries) for queries in at.queries] == [10, 10, 3]
    assert [len(links.asked(at.url)) for links in stages] == [10, 20, 23]
    assert all("type" not in query for queries in at.queries for query in queries.values())
    assert set(stages[-1].found) == {"entity/x-07"}


def test_what_was_answered_is_not_asked_again() -> None:
    with running(results(FOUND)) as at:
        known = Links(
            {"entity/a": Link(("http://a.example/1",)), "entity/no": Link(())}, {at.url: frozenset({"entity/b"})}
        )
        questions = [Question(f"entity/{name}", name, "ORG") for name in ("a", "b", "no")]
        assert asked(at, questions, known) == []
        assert at.requests == []
        (links,) = asked(at, [*questions, LEI], known)
    assert set(links.found) == {"entity/a", "entity/no", "entity/lei-jun"}
    assert [query["query"] for queries in at.queries for query in queries.values()] == ["Lei Jun"]


def test_answers_before_a_failure_are_not_lost() -> None:
    questions = [Question(f"entity/x-{i:02}", f"X {i}", "LOC") for i in range(12)]
    answer = results({})
    with running(lambda queries: answer(queries) if len(queries) == 10 else Reply(b"<html>")) as at:
        stages = reconcile(Service(at.url), questions, Links(), "en", QUICK)
        assert len(next(stages).asked(at.url)) == 10
        with pytest.raises(KgError, match="not JSON"):
            next(stages)


def test_another_service_has_no_answer_for_another() -> None:
    with running(results(FOUND)) as at:
        (links,) = asked(at, links=Links({}, {"https://other.example/": frozenset({"entity/lei-jun"})}))
    assert set(links.found) == {"entity/lei-jun"}


@pytest.mark.parametrize(
    "candidates",
    [
        [],
        [candidate("Q1", match=False)],
        [candidate("Q1", match="true")],
        [candidate("Q1", match=1)],
        [candidate("Q1"), candidate("Q2")],
        [{"id": "Q1"}],
        ["Q1", None, 5],
        [candidate(700)],
        [candidate("")],
        [candidate("Q1> <http://evil.example/")],
        [candidate("../../evil")],
        [candidate("Q1/../../evil")],
        [candidate("//evil.example/x")],
        [candidate("http://evil.example/x")],
        [candidate("Q1\nQ2")],
        [candidate("Q1?x=1#y")],
        [candidate("Q\u202e1")],
        [candidate("Q" + "1" * 500)],
    ],
)
def test_what_is_not_certain_or_not_sound_is_no_link(candidates: list[Any]) -> None:
    with running(results({"Lei Jun": candidates})) as at:
        (links,) = asked(at)
    assert links == Links({}, {at.url: frozenset({"entity/lei-jun"})})


def test_names_and_descriptions_are_made_harmless() -> None:
    hostile = candidate("Q1", "A\x1b[31m\n\u202eB" + "x" * 1000, description={"no": "text"})
    with running(results({"Lei Jun": [hostile]})) as at:
        (links,) = asked(at)
    link = links.found["entity/lei-jun"]
    assert link.name.startswith("A[31m Bxxx")
    assert len(link.name) <= 200
    assert link.description == ""


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_failure_that_passes_is_tried_again(status: int) -> None:
    with running(results(FOUND), first=[manifest(), Reply(status=status), Reply(status=status)]) as at:
        (links,) = asked(at)
    assert set(links.found) == {"entity/lei-jun"}
    assert at.requests == ["GET", "POST", "POST", "POST"]


def test_the_service_says_how_long_to_wait() -> None:
    slow = Client(timeout=5, attempts=2, pause=3600)
    with running(results(FOUND), first=[Reply(status=429, headers={"Retry-After": "0"})]) as at:
        assert len(asked(at, client=slow)) == 1


@pytest.mark.parametrize(
    ("replies", "problem", "requests"),
    [
        ([Reply(status=500)] * 3, "it answers with HTTP status 500; tried 3 times", 3),
        ([Reply(status=404)], "it answers with HTTP status 404; is the address right?", 1),
        ([Reply(b"<html>")], "its answer is not JSON", 1),
        ([Reply(b"\xff\xfe")], "its answer is not JSON", 1),
        ([Reply(b"[" * 100_000)], "its answer is not JSON", 1),
        ([Reply(b"[]")], "its manifest has no identifierSpace", 1),
        ([Reply(b'{"identifierSpace": "javascript:alert(1)"}')], "its manifest has no identifierSpace", 1),
        ([Reply(b'{"identifierSpace": "http://a.example/<"}')], "its manifest has no identifierSpace", 1),
        ([Reply(b'{"identifierSpace": "http://a.example/x"}')], "its manifest has no identifierSpace", 1),
        ([manifest(), Reply(b"[]")], "its answer has no results", 2),
        ([manifest(), Reply(b'{"status": "error", "message": "too\\nbusy"}')], "too busy", 2),
        ([manifest(), Reply(b'{"q0": {"result": "none"}}')], "its answer has no results", 2),
        ([manifest(), Reply(b'"' + b"x" * MAX_SIZE + b'"')], "its answer is larger than 2,000,000 bytes", 2),
        (
            [Reply(status=302, headers={"Location": "http://127.0.0.1:1/x"})],
            "it sends kg on to http://127.0.0.1:1/x",
            1,
        ),
        ([manifest(), Reply(status=307, headers={"Location": "file:///etc/x"})], "it sends kg on to file:///etc/x", 2),
        ([manifest(), Reply(status=308, headers={"Location": "https://a.example/"})], "it sends kg on to https", 2),
    ],
)
def test_a_failure_that_stays_is_one_line(replies: list[Reply], problem: str, requests: int) -> None:
    with running(results(FOUND), first=replies) as at, pytest.raises(KgError) as raised:
        asked(at)
    assert problem in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(at.requests) == requests


def test_a_service_that_does_not_answer_in_time() -> None:
    hasty = Client(timeout=0.1, attempts=2, pause=0.01)
    with running(results(FOUND), first=[Reply(delay=0.5)] * 2) as at, pytest.raises(KgError) as raised:
        asked(at, client=hasty)
    assert "in the time that was given; tried 2 times" in str(raised.value)


def test_a_service_that_is_not_there() -> None:
    with running(results(FOUND)) as at:
        pass
    with pytest.raises(KgError, match=r"refused\); tried 3 times"):
        asked(at)


def test_an_entity_without_an_answer_among_others_is_left_for_later() -> None:
    other = Question("entity/other", "Other", "ORG")
    with running(lambda queries: Reply(b'{"q1": {"result": []}}')) as at:
        (links,) = asked(at, [LEI, other])
    assert links.asked(at.url) == {"entity/other"}


@pytest.mark.parametrize(
    "url",
    [
        "http://service.example/api",
        "http://10.0.0.1/api",
        "http://127.0.0.1.example/api",
        "ftp://localhost/api",
        "file:///etc/passwd",
        "https://user:word@service.example/",
        "https://service.example:99999/",
        "https://[/",
        "https:///api",
        "https://a b/",
        "https://a.example/\n",
        "https://é.example/",
    ],
)
def test_an_address_that_is_not_asked(url: str) -> None:
    with pytest.raises(UsageError):
        checked(url)


@pytest.mark.parametrize(
    "url", ["https://service.example/api", "http://localhost:8000/", "http://[::1]:80/", "http://127.9.9.9/"]
)
def test_an_address_that_may_be_asked(url: str) -> None:
    assert checked(url).url == url


def test_wikidata_is_known_in_every_language_with_its_types() -> None:
    found = service("wikidata", "fr")
    assert found.url == "https://wikidata.reconci.link/fr/api"
    assert found.types["PER"] == "Q5"
    assert service("https://wikidata.reconci.link/fr/api", "fr") == found
    assert service("https://service.example/api", "fr") == Service("https://service.example/api")
    with pytest.raises(UsageError, match="no service 'wiki'; known are wikidata"):
        service("wiki", "fr")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("mine: https://a.example/\n", "line 1: mine: this must be a mapping"),
        ("mine: {types: {}}\n", "line 1: mine.url: this must be text"),
        ("mine:\n  url: https://a.example/\n  types: {GPE: Q1}\n", "line 3: mine.types.GPE: unknown key"),
        ("mine:\n  url: https://a.example/\n  types:\n    PER: 5\n", "line 4: mine.types.PER: this must be text"),
    ],
)
def test_a_mistake_in_the_table_of_services(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "services.yaml").write_text(text)
    with pytest.raises(UsageError, match=problem):
        service("mine", "en", tmp_path)


@given(st.text(max_size=40) | st.from_regex(r"[Q/.]{0,3}\w{0,4}[/.#?<> ]{0,3}\w*", fullmatch=True))
def test_whatever_the_identifier_an_iri_is_sound_and_in_the_services_space(identifier: str) -> None:
    iri = _iri(identifier, SPACE)
    if iri is not None:
        assert IRI.fullmatch(iri)
        assert iri.startswith(SPACE)
        assert iri.isascii()
        assert "/../" not in f"{iri}/"
