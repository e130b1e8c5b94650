"""Which of the types on offer a client likes best."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.query.endpoint.accept import choose
from kg.query.endpoint.media import PAGE, RESULTS, TRIPLES, negotiated
from kg.query.endpoint.problems import Problem

OFFERS = ["a/json", "a/xml", "text/csv", "text/html"]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        (None, "a/json"),
        ("", "a/json"),
        ("*/*", "a/json"),
        ("*", "a/json"),
        ("a/*", "a/json"),
        ("text/*", "text/csv"),
        ("a/xml", "a/xml"),
        ("A/XML", "a/xml"),
        ("a/json;q=0.5, a/xml", "a/xml"),
        ("a/json;q=0.5, a/xml; q=0.4", "a/json"),
        ("a/xml, a/json", "a/json"),  # liked the same: the server's order
        ("a/json;q=0, */*", "a/xml"),
        ("*/*;q=0.1, text/csv;q=0.2", "text/csv"),
        ("a/*;q=0.3, a/json;q=0.1, text/html;q=0.2", "a/xml"),
        ("a/xml;charset=utf-8;q=0.9, text/csv;q=0.8", "a/xml"),
        ("a/xml;q=9", "a/xml"),
        ("a/xml;q=nan, text/csv;q=0.1", "text/csv"),
        ("b/c", None),
        ("*/json", None),
        ("a/json;q=0", None),
        ("nonsense, text/csv", "text/csv"),
    ],
)
def test_the_type_that_is_liked_best(header: str | None, chosen: str | None) -> None:
    assert choose(header, OFFERS) == chosen


@given(st.text(alphabet="ab/*;q=,.01 \t", max_size=40))
def test_any_header_chooses_something_on_offer_or_nothing(header: str) -> None:
    assert choose(header, OFFERS) in {*OFFERS, None}


@pytest.mark.parametrize(
    ("accept", "asked", "offers", "form", "media"),
    [
        (None, None, RESULTS, "json", "application/sparql-results+json"),
        ("application/json", None, RESULTS, "json", "application/json"),
        ("text/csv", None, RESULTS, "csv", "text/csv; charset=utf-8"),
        (BROWSER, None, {**RESULTS, **PAGE}, "html", "text/html; charset=utf-8"),
        ("*/*", None, {**RESULTS, **PAGE}, "json", "application/sparql-results+json"),
        ("*/*", None, TRIPLES, "ttl", "text/turtle; charset=utf-8"),
        ("application/n-triples", None, TRIPLES, "nt", "application/n-triples"),
        ("text/csv", "xml", RESULTS, "xml", "application/sparql-results+xml"),
        (None, "xml", TRIPLES, "rdfxml", "application/rdf+xml"),
        (None, "json", TRIPLES, "jsonld", "application/ld+json"),
        (None, "Turtle", TRIPLES, "ttl", "text/turtle; charset=utf-8"),
        (None, "application/n-quads", TRIPLES, "nq", "application/n-quads"),
    ],
)
def test_the_form_and_its_type(accept: str | None, asked: str | None, offers: object, form: str, media: str) -> None:
    assert negotiated(accept, asked, offers) == (form, media)


@pytest.mark.parametrize(
    ("accept", "asked", "status"), [("image/png", None, 406), (None, "ttl", 406), (None, "docx", 400)]
)
def test_what_cannot_be_given(accept: str | None, asked: str | None, status: int) -> None:
    with pytest.raises(Problem) as problem:
        negotiated(accept, asked, RESULTS)
    assert problem.value.status == status
