import pytest

from kg.errors import KgError
from kg.plain import plain, short
from kg.view.words import relation_words, when_words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2021", "2021"),
        ("2024-01/2024-06", "2024-01 to 2024-06"),
        ("2023/..", "from 2023"),
        ("../2024-03", "until 2024-03"),
        ("2021-04~", "about 2021-04"),
        ("2021~/2022", "about 2021 to 2022"),
        ("2023-09-05/2023-09-05", "2023-09-05"),
    ],
)
def test_times(when, words):
    assert when_words(when) == words


def test_a_relation_is_called_by_its_label(tmp_path):
    (tmp_path / "kg.ttl").write_text(
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://kg.example/ontology#ceoOf> rdfs:label "CEO of"@en, "CEO van"@nl .\n',
        encoding="utf-8",
    )
    assert relation_words("en", tmp_path)("ceoOf") == "CEO of"
    assert relation_words("nl", tmp_path)("ceoOf") == "CEO van"
    assert relation_words("en", tmp_path)("madeUpByAUser") == "made up by auser"


def test_a_broken_vocabulary_is_reported(tmp_path):
    (tmp_path / "kg.ttl").write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(KgError, match=r"kg\.ttl"):
        relation_words("en", tmp_path)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a\u2028b\n c", "a b c"),
        ("abc\u202egpj.exe", "abcgpj.exe"),
        ("x\x00\x07y", "xy"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("<b>", "<b>"),
    ],
)
def test_names_on_one_line_without_direction_marks(text, name):
    assert plain(text) == name


def test_long_names_are_cut():
    assert short("x" * 100) == "x" * 35 + "…"
    assert short("x" * 36) == "x" * 36
