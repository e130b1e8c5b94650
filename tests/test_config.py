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
    ("text", "message"),
    [
        ("# our own\nbase_uri: https://x.example/", "line 2: base_uri: unknown key"),
        ("base_iri: 3", "line 1: base_iri: this must be text"),
        ("base_iri: https://x.example", "line 1: base_iri: this must be an http"),
        ("base_iri: 'https://x.example/>'", "line 1: base_iri: this must be an http"),
        ("base_iri: [", "this is not YAML"),
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
