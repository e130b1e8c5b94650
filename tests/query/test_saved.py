"""Saved queries: those that come with kg, and the user's own over them."""

from pathlib import Path

import pytest

from kg import resources
from kg.errors import UsageError
from kg.query.saved import Parameter, SavedQuery, is_name, read_query, saved_queries, saved_query

SHIPPED = [path.stem for path in sorted((resources.SHIPPED / "queries").glob("*.rq"))]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "ontology"
    (folder / "queries").mkdir(parents=True)
    return folder


def test_those_that_come_with_kg_say_what_they_answer() -> None:
    queries = saved_queries()
    assert [query.name for query in queries] == SHIPPED
    for query in queries:
        assert query.description.endswith(".")
        assert "\n" not in query.description
        assert query == saved_query(query.name)
        for parameter in query.asks:
            assert parameter.meaning
            assert f"?{parameter.name} " in query.sparql.split("WHERE")[0]


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_none_takes_what_is_slow(query: SavedQuery) -> None:
    """FILTER NOT EXISTS over several triples is quadratic in pyoxigraph."""
    assert "EXISTS" not in query.sparql


@pytest.mark.parametrize(
    ("text", "description", "parameters"),
    [
        ("# One line.\nASK {}", "One line.", ()),
        ("# Two\n#  lines.\n\n# Not this.\nASK {}", "Two lines.", ()),
        ("# Of one.\n# --name NAME: its name\nASK {}", "Of one.", ("name",)),
        ("ASK {} # Nothing.", "", ()),
        ("\ufeff# Marked.\r\nASK {}", "Marked.", ()),
        ("# Red \x1b[31m\u202e.\nASK {}", "Red [31m.", ()),
        ("", "", ()),
    ],
)
def test_the_comment_that_it_begins_with(own: Path, text: str, description: str, parameters: tuple[str, ...]) -> None:
    (own / "queries" / "mine.rq").write_text(text, encoding="utf-8", newline="")
    found = saved_query("mine", own)
    assert (found.description, found.parameters) == (description, parameters)


@pytest.mark.parametrize(
    ("line", "parameter"),
    [
        ("# --name NAME: any name", Parameter("name", "NAME", "any name")),
        ("# [--from DATE]: the first day", Parameter("from", "DATE", "the first day", is_optional=True)),
        ("# --words: some", Parameter("words", "TEXT", "some")),
        ("# --name NAME", Parameter("name", "NAME", "")),
        ("# --name NAME:  red \x1b[31m", Parameter("name", "NAME", "red [31m")),
    ],
)
def test_a_parameter(own: Path, line: str, parameter: Parameter) -> None:
    (own / "queries" / "mine.rq").write_text(f"# Mine.\n{line}\nASK {{}}")
    found = saved_query("mine", own)
    assert (found.asks, found.description) == ((parameter,), "Mine.")


def test_values_are_strings_and_what_is_left_out_is_the_empty_one() -> None:
    timeline = saved_query("timeline")
    assert timeline.call == "timeline [--from DATE] [--to DATE]"
    assert timeline.values({"to": "2024-06"}) == {"from": "", "to": "2024-06"}
    assert timeline.values({"from": None}) == {"from": "", "to": ""}
    assert saved_query("about").values({"name": "\udcff"}) == {"name": "?"}


def test_the_users_own_are_laid_over_those_of_kg(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "queries" / "mine.rq").write_text("# Mine.\nASK {}")
    (own / "queries" / "facts.rq").write_text("# My facts.\nASK {}")
    (own / "queries" / "notes.txt").write_text("no query")
    found = {query.name: query.description for query in saved_queries(own)}
    assert sorted(found) == sorted([*SHIPPED, "mine"])
    assert (found["mine"], found["facts"]) == ("Mine.", "My facts.")
    assert "mine" not in [query.name for query in saved_queries()]
    monkeypatch.chdir(tmp_path)
    assert saved_query("mine").description == "Mine."


def test_an_unknown_name_is_told_safely() -> None:
    with pytest.raises(UsageError, match="there is no saved query 'x'; see them with: kg query --list"):
        saved_query("x\u202e")


@pytest.mark.parametrize(
    ("text", "name"),
    [("facts", True), ("my-query_2", True), ("ASK {}", False), ("../x", False), ("a.b", False), ("", False)],
)
def test_a_name_or_sparql(text: str, name: bool) -> None:
    assert is_name(text) is name


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(None, "cannot be read: No such file or directory"), (b"ASK { ?a ?b '\xff' }", "this is not UTF-8 text")],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, complaint: str) -> None:
    path = tmp_path / "x\x1b.rq"
    if content:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=complaint) as error:
        read_query(path)
    assert str(error.value).startswith(f"{tmp_path}/x.rq: ")
