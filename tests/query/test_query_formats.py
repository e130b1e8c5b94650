"""Answers in each form, read back by other people's parsers."""

import csv
import io
import json

import pytest
import rdflib
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.query import Result as RdflibResult

from kg.errors import UsageError
from kg.plain import UNSEEN
from kg.query.engine import QueryEngine
from kg.query.formats import ROWS as ROWS_FORMS
from kg.query.formats import TRIPLES, write
from kg.query.markup import NO_XML
from kg.query.result import Result, Term
from kg.rdf.vocabulary import XSD

STRING, INTEGER = XSD + "string", XSD + "integer"
TERMS = (
    Term("https://kg.example/entity/a?b=c&d", "iri"),
    Term("b1", "bnode"),
    Term("Xiaomi, \"quoted\" 'x'", "literal", "", STRING),
    Term("tekst", "literal", "nl-BE", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
    Term("-7", "literal", "", INTEGER),
    Term("2021-10", "literal", "", XSD + "gYearMonth"),
)
ROWS = Result(("first", "second"), (*({"second": term} for term in TERMS), {"first": TERMS[0]}))
TURTLE = Result(turtle='<urn:s> <urn:p> "tekst"@nl .\n')
SELECT = "SELECT ?o { <urn:s> <urn:p> ?o }"


def texts(*values: str) -> Result:
    return Result(("text",), tuple({"text": Term(value, "literal", "", STRING)} for value in values))


def rdflib_rows(form: str, text: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in RdflibResult.parse(io.BytesIO(text.encode()), format=form)]


def rdflib_term(term: Term) -> object:
    if term.kind == "iri":
        return rdflib.URIRef(term.value)
    if term.kind == "bnode":
        return None  # another name in each parser
    datatype = None if term.language or term.datatype == STRING else term.datatype
    return rdflib.Literal(term.value, lang=term.language or None, datatype=datatype)


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_every_kind_of_term_is_what_rdflib_reads(form: str) -> None:
    *found, last = rdflib_rows(form, write(ROWS, form))
    assert [None if isinstance(term, rdflib.BNode) else term for _, term in found] == [*map(rdflib_term, TERMS)]
    assert isinstance(found[1][1], rdflib.BNode)
    assert last == (rdflib.URIRef(TERMS[0].value), None)


def test_json_is_that_of_the_standard() -> None:
    answer = json.loads(write(ROWS, "json"))
    assert answer["head"] == {"vars": ["first", "second"]}
    assert [row["second"] for row in answer["results"]["bindings"][:-1]] == [
        {"type": "uri", "value": TERMS[0].value},
        {"type": "bnode", "value": "b1"},
        {"type": "literal", "value": TERMS[2].value},
        {"type": "literal", "value": "tekst", "xml:lang": "nl-BE"},
        {"type": "literal", "value": "-7", "datatype": INTEGER},
        {"type": "literal", "value": "2021-10", "datatype": XSD + "gYearMonth"},
    ]


def test_csv_is_that_of_the_standard() -> None:
    text = write(ROWS, "csv")
    assert text.startswith("first,second\r\n")
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))[1:]
    values = [f"_:{term.value}" if term.kind == "bnode" else term.value for term in TERMS]
    assert found == [*(["", value] for value in values), [TERMS[0].value, ""]]


@pytest.mark.parametrize(
    ("form", "yes"),
    [
        ("table", "yes\n"),
        ("md", "yes\n"),
        ("csv", "true\n"),
        ("tsv", "true\n"),
        ("json", '{\n "head": {},\n "boolean": true\n}\n'),
    ],
)
def test_yes(form: str, yes: str) -> None:
    assert write(Result(boolean=True), form) == yes
    assert write(Result(boolean=False), form) == yes.replace("yes", "no").replace("true", "false")


@pytest.mark.parametrize("form", ["table", "ttl"])
def test_triples_are_turtle(form: str) -> None:
    assert write(TURTLE, form) == TURTLE.turtle


@pytest.mark.parametrize(
    ("result", "form", "complaint"),
    [
        *((TURTLE, form, f"{form} is for rows, which SELECT gives") for form in ("json", "xml", "csv", "tsv", "md")),
        *((ROWS, form, f"{form} is for triples, which CONSTRUCT and DESCRIBE give") for form in TRIPLES),
        (Result(boolean=True), "ttl", "ttl is for triples"),
    ],
)
def test_a_form_that_does_not_fit_the_answer(result: Result, form: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        write(result, form)


def test_yes_in_xml() -> None:
    for answer in (True, False):
        assert (
            bool(RdflibResult.parse(io.BytesIO(write(Result(boolean=answer), "xml").encode()), format="xml")) is answer
        )


@pytest.mark.parametrize(("form", "name"), [("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld")])
def test_triples_in_every_form_are_what_rdflib_reads(form: str, name: str) -> None:
    triples = Result(turtle='<urn:s> <urn:p> "tekst \\u202E"@nl , <urn:o> .\n')
    text = write(triples, form)
    assert not UNSEEN.search(text)
    expected = {rdflib.Literal("tekst \u202e", lang="nl"), rdflib.URIRef("urn:o")}
    assert set(rdflib.Graph().parse(data=text, format=name).objects()) == expected


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        (("a|b*c", "<b>"), ["| a\\|b\\*c |", "| \\<b\\> |"]),
        (("[x](http://y)", "a\nb"), ["| \\[x\\]\\(http://y\\) |", "| a b |"]),
    ],
)
def test_markdown_holds_no_markup(values: tuple[str, ...], lines: list[str]) -> None:
    assert write(texts(*values), "md").splitlines() == ["| text |", "| --- |", *lines]


def test_numbers_stand_at_the_right_in_markdown() -> None:
    number = Result(("n", "text"), ({"n": Term("5", "literal", "", INTEGER)},))
    assert write(number, "md") == "| n | text |\n| --: | --- |\n| 5 |  |\n"


def read_xml(text: str) -> list[str]:
    return [str(row[0]) for row in RdflibResult.parse(io.BytesIO(text.encode()), format="xml")]


@settings(max_examples=40)
@given(values=st.lists(st.sampled_from(HOSTILE) | st.text(), min_size=1))
def test_any_text_that_xml_can_hold_comes_back_from_it(values: list[str]) -> None:
    assert read_xml(write(texts(*values), "xml")) == [NO_XML.sub("\ufffd", value) for value in values]


def read_json(text: str) -> list[str]:
    return [row["text"]["value"] for row in json.loads(text)["results"]["bindings"]]


def read_csv(text: str) -> list[str]:
    return [row[0] for row in csv.reader(io.StringIO(text, newline=""), strict=True)][1:]


READERS = {"json": read_json, "csv": read_csv}


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=40)
@given(values=st.lists(st.sampled_from(HOSTILE) | st.text(), min_size=1))
def test_any_text_comes_back(form: str, values: list[str]) -> None:
    assert READERS[form](write(texts(*values), form)) == values


@settings(max_examples=40)
@given(values=st.lists(st.sampled_from(HOSTILE) | st.text(), min_size=1))
def test_any_text_comes_back_from_tsv_as_turtle(values: list[str]) -> None:
    """A term in TSV is a term in Turtle."""
    heading, *lines = write(texts(*values), "tsv").removesuffix("\n").split("\n")
    assert heading == "?text"
    triples = "".join(f"<urn:s> <urn:{i}> {line} .\n" for i, line in enumerate(lines))
    graph = rdflib.Graph().parse(data=triples, format="turtle")
    assert [str(graph.value(rdflib.URIRef("urn:s"), rdflib.URIRef(f"urn:{i}"))) for i in range(len(values))] == values


@pytest.mark.parametrize("form", ROWS_FORMS)
@settings(max_examples=40)
@given(values=st.lists(st.sampled_from(HOSTILE) | st.text(), min_size=1))
def test_nothing_hostile_reaches_a_terminal(form: str, values: list[str]) -> None:
    assert not UNSEEN.search(write(texts(*values), form, 80))


def test_hostile_text_from_a_store_in_every_form(hostile: QueryEngine) -> None:
    rows, triples = hostile.query(SELECT), hostile.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    expected = sorted(HOSTILE)
    assert sorted(row["o"] or "" for row in rows) == expected
    assert sorted(read_csv(write(rows, "csv"))) == expected
    turtle = write(triples, "ttl")
    assert not UNSEEN.search(turtle)
    assert sorted(map(str, rdflib.Graph().parse(data=turtle, format="turtle").objects())) == expected
    for form in ROWS_FORMS:
        assert not UNSEEN.search(write(rows, form, 80))


def test_a_direction_mark_in_a_name_is_turtle_too(hostile: QueryEngine) -> None:
    turtle = write(hostile.query("CONSTRUCT { kg:a\u061cb a kg:c } {}"), "ttl")
    assert not UNSEEN.search(turtle)
    [subject] = rdflib.Graph().parse(data=turtle, format="turtle").subjects()
    assert str(subject).endswith("#a\u061cb")
