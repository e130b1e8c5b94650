"""ontology/links.yaml: what people and `kg link` write, what kg reads, and the mistakes in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.resolve.links import Link, Links, load_links, with_links, write_links
from kg.resolve.resolved import Entity

TEXT = """\
links:
  entity/xiaomi: {iri: http://www.wikidata.org/entity/Q1636958, name: Xiaomi, description: Chinese company}
  entity/reuters: http://www.wikidata.org/entity/Q130879
  entity/two: [https://a.example/1, https://b.example/2]
  entity/mi: []
no_match:
  https://service.example/api: [entity/lei-jun]
"""


def load(tmp_path: Path, text: str) -> Links:
    (tmp_path / "links.yaml").write_text(text, encoding="utf-8")
    return load_links(tmp_path / "links.yaml")


def test_every_way_to_write_a_link(tmp_path: Path) -> None:
    links = load(tmp_path, TEXT)
    assert links.found == {
        "entity/xiaomi": Link(("http://www.wikidata.org/entity/Q1636958",), "Xiaomi", "Chinese company"),
        "entity/reuters": Link(("http://www.wikidata.org/entity/Q130879",)),
        "entity/two": Link(("https://a.example/1", "https://b.example/2")),
        "entity/mi": Link(()),
    }
    assert links.asked("https://service.example/api") == {*links.found, "entity/lei-jun"}
    assert links.asked("https://other.example/api") == set(links.found)


@pytest.mark.parametrize("text", ["", "links:\nno_match:\n", "links: {}\n"])
def test_a_file_may_be_empty(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == load_links(None) == Links()


def test_what_is_written_is_sorted_and_read_back(tmp_path: Path) -> None:
    links, again = load(tmp_path, TEXT), tmp_path / "new" / "links.yaml"
    write_links(links, again)
    text = again.read_text(encoding="utf-8")
    assert load_links(again) == links
    assert [line for line in text.splitlines() if line.startswith("  entity/")] == [
        "  entity/mi: []",
        "  entity/reuters: http://www.wikidata.org/entity/Q130879",
        "  entity/two:",
        "  entity/xiaomi:",
    ]
    write_links(load_links(again), again)
    assert again.read_text(encoding="utf-8") == text
    assert [path.name for path in again.parent.iterdir()] == ["links.yaml"]


@given(name=st.text(max_size=30), description=st.text(max_size=30))
def test_any_name_and_description_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, description: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any-links.yaml"
    links = Links({"entity/x": Link(("https://a.example/",), name, description)})
    write_links(links, path)
    assert load_links(path) == links


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("link: {}\n", "line 1: link: unknown key"),
        ("links: [entity/x]\n", "line 1: links: this must be a mapping"),
        ("links:\n  xiaomi: https://a.example/\n", "line 2: links.xiaomi: an entity's id begins with entity/"),
        ("links:\n  1: https://a.example/\n", "line 2: links.1: write this key in quotes"),
        ("links:\n  entity/x: Q1\n", "line 2: links.entity/x: 'Q1' is no http"),
        ("links:\n  entity/x: 'https://a.example/ b'\n", "line 2: links.entity/x: 'https://a.example/ b' is no http"),
        ("links:\n  entity/x: {iri: 'javascript:x'}\n", "line 2: links.entity/x.iri: 'javascript:x' is no http"),
        ("links:\n  entity/x: {name: X}\n", "line 2: links.entity/x.iri: this must be a list"),
        ("links:\n  entity/x: {iri: [], label: X}\n", "line 2: links.entity/x.label: unknown key"),
        ("links:\n  entity/x:\n    iri: []\n    name: [X]\n", "line 4: links.entity/x.name: this must be text"),
        ("links:\n  entity/x: 5\n", "line 2: links.entity/x: this must be a list"),
        ("no_match:\n  https://a.example/: entity/x\n", "line 2: no_match.https://a.example/: this must be a list"),
        ("links: [", "this is not YAML"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(UsageError) as raised:
        load(tmp_path, text)
    assert problem in str(raised.value)
    assert "links.yaml" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_links_are_added_to_what_the_gazetteer_knows() -> None:
    known = Entity("entity/x", "ORG", (("nl", "X"),), same_as=("https://b.example/",))
    other = Entity("entity/y", "ORG", (("nl", "Y"),))
    links = Links(
        {"entity/x": Link(("https://a.example/", "https://b.example/")), "entity/z": Link(("https://z.example/",))}
    )
    first, second = with_links([known, other], links)
    assert first.same_as == ("https://a.example/", "https://b.example/")
    assert second == other
