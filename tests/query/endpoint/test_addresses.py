"""Which page an IRI has, and which IRI a path is of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.query.endpoint.addresses import Addresses

BASE = "http://localhost:8000/"


def addresses(base: str) -> Addresses:
    return Addresses(lambda: base)


@pytest.mark.parametrize(
    ("base", "iri", "expected"),
    [
        (BASE, f"{BASE}entity/xiaomi", "/entity/xiaomi"),
        (BASE, f"{BASE}entity/één%20x", "/entity/%C3%A9%C3%A9n%20x"),
        ("https://kg.example/", "https://kg.example/entity/x", "/entity/x"),
        ("https://kg.example/news/", "https://kg.example/news/entity/x", "/news/entity/x"),
        (
            "https://kg.example/news/",
            "https://kg.example/entity/x",
            "/resource?iri=https%3A%2F%2Fkg.example%2Fentity%2Fx",
        ),
        (BASE, "https://kg.example/ontology#ceoOf", "/ontology#ceoOf"),
        (BASE, "https://schema.org/Person", "/resource?iri=https%3A%2F%2Fschema.org%2FPerson"),
        (BASE, "javascript:alert(1)", "/resource?iri=javascript%3Aalert%281%29"),
        (BASE, "//evil.example/x", "/resource?iri=%2F%2Fevil.example%2Fx"),
        (BASE, f"{BASE}/evil.example/x", "/resource?iri=http%3A%2F%2Flocalhost%3A8000%2F%2Fevil.example%2Fx"),
        (BASE, f"{BASE}a?b", "/resource?iri=http%3A%2F%2Flocalhost%3A8000%2Fa%3Fb"),
        (BASE, f"{BASE}sparql", "/resource?iri=http%3A%2F%2Flocalhost%3A8000%2Fsparql"),
        (BASE, f"{BASE}../x", "/resource?iri=http%3A%2F%2Flocalhost%3A8000%2F..%2Fx"),
        (BASE, BASE, "/resource?iri=http%3A%2F%2Flocalhost%3A8000%2F"),
        ("", "urn:a", "/resource?iri=urn%3Aa"),
    ],
)
def test_the_address_of_a_page(base: str, iri: str, expected: str) -> None:
    assert addresses(base).of(iri) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/entity/x", [f"{BASE}entity/x"]),
        ("/entity/caf%C3%A9%20x", [f"{BASE}entity/café%20x", f"{BASE}entity/caf%C3%A9%20x"]),
        ("/entity/%FF", [f"{BASE}entity/%FF"]),
    ],
)
def test_the_iris_that_a_path_may_be_of(path: str, expected: list[str]) -> None:
    assert addresses(BASE).iris(path) == expected
    assert addresses("").iris(path) == []


@given(st.text(max_size=30))
def test_no_iri_leads_away_and_every_path_leads_back(rest: str) -> None:
    iri = BASE + rest
    href = addresses(BASE).of(iri)
    assert href.startswith("/")
    assert not href.startswith("//")
    assert not set(href) & set('<>" \n')  # an apostrophe may stand in a URL; the pages escape it
    assert href.startswith("/resource?iri=") or iri in addresses(BASE).iris(href)
