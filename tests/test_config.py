"""kg.yaml."""

from pathlib import Path

import pytest

from kg.config import Settings, settings
from kg.errors import UsageError


def test_without_a_file_the_defaults_count(tmp_path: Path) -> None:
    assert settings(tmp_path / "kg.yaml") == Settings()


@pytest.mark.parametrize("base", ["https://graph.example/", "http://localhost:8000/kg#"])
def test_the_base_iri_is_read(tmp_path: Path, base: str) -> None:
    file = tmp_path / "kg.yaml"
    file.write_text(f"base_iri: {base}\n")
    assert settings(file).base_iri == base


@pytest.mark.parametrize(
    ("text", "annotator"),
    [
        ("", "standard"),
        ("annotator: spacy:nl_core_news_lg", "spacy:nl_core_news_lg"),
        ("annotator: {nl: spacy:nl_core_news_lg, de: stanza:de}", {"nl": "spacy:nl_core_news_lg", "de": "stanza:de"}),
    ],
)
def test_the_annotator_is_one_or_one_by_language(tmp_path: Path, text: str, annotator: object) -> None:
    file = tmp_path / "kg.yaml"
    file.write_text(text)
    assert settings(file).annotator == annotator


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# our own\nbase_uri: https://x.example/", "line 2: base_uri: unknown key"),
        ("base_iri: 3", "line 1: base_iri: this must be text"),
        ("base_iri: https://x.example", "line 1: base_iri: this must be an http"),
        ("base_iri: 'https://x.example/>'", "line 1: base_iri: this must be an http"),
        ("base_iri: [", "this is not YAML"),
        ("annotator: udpipe", "line 1: annotator: unknown annotator; known here: standard, spacy:NAME, stanza:LANG"),
        ("annotator: 3", "line 1: annotator: this must be text, or a mapping"),
        ("annotator:\n  nl: 3", "line 2: annotator.nl: this must be text"),
        ("annotator:\n  it: standard", "line 2: annotator.it: unknown key; known here: de, en, fr, nl"),
        ("- a", "the file: this must be a mapping"),
    ],
)
def test_mistakes_name_file_line_and_key(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "kg.yaml"
    file.write_text(text)
    with pytest.raises(UsageError) as error:
        settings(file)
    assert str(error.value).startswith(str(file))
    assert message in str(error.value)
    assert "\n" not in str(error.value)
