"""The lists of abbreviations and their errors."""

import re

import pytest

from kg.errors import UsageError
from kg.language.abbreviations import abbreviations


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr"])
def test_the_shipped_lists_are_sound(language):
    known = abbreviations(language)
    assert all(form.endswith((".", "!")) for form in known.titles | known.numbered | known.others)
    assert not any(word.endswith(".") for word in known.starters)
    assert known.titles.isdisjoint(known.others)


def test_a_users_list_is_read(tmp_path):
    folder = tmp_path / "abbreviations"
    folder.mkdir()
    (folder / "nl.yaml").write_text("titles: [dr.]\nnumbered: [blz.]\nothers: [a., a.s.]\nstarters: [Het]\n")
    known = abbreviations("nl", tmp_path)
    assert known.titles == {"dr.", "Dr."}
    assert known.starters == {"het"}
    pattern = re.compile(known.pattern())
    assert [m[0] for m in pattern.finditer("Dr. a.s. a. blz. 5 blz. vijf")] == ["Dr.", "a.s.", "a.", "blz."]


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("titles: [dr.]\nabbreviations: [x.]\n", "line 2: abbreviations: unknown key"),
        ("titles: [dr.]\nstarters: [aan, on]\n", "line 2: starters.1: this must be text"),
        ("titles: dr.\n", "line 1: titles: this must be a list"),
    ],
)
def test_errors_name_file_line_and_key(tmp_path, yaml, message):
    folder = tmp_path / "abbreviations"
    folder.mkdir()
    (folder / "nl.yaml").write_text(yaml)
    with pytest.raises(UsageError, match=re.escape(message)):
        abbreviations("nl", tmp_path)


def test_a_language_without_list_is_an_error():
    with pytest.raises(UsageError, match=r"abbreviations/xx\.yaml is missing"):
        abbreviations("xx")
