"""Choosing an annotator."""

from importlib.util import find_spec

import pytest

from kg.documents.document import Document
from kg.errors import KgError
from kg.language.annotate import Annotator as Standard
from kg.language.annotators.registry import chosen, kind
from kg.language.codes import READ

TEXT = Document("d", "d", ("d.txt",), "Philips koopt Signify.")


def test_the_standard_one_is_kgs_own_model() -> None:
    assert isinstance(chosen("standard"), Standard)


def test_one_for_some_languages_leaves_the_others_to_the_standard_one() -> None:
    annotator = chosen({"nl": "standard"})
    assert set(annotator.languages) == set(READ)
    assert annotator.annotate(TEXT, "nl") == Standard().annotate(TEXT, "nl")
    assert annotator.identity == "de: model; en: model; fr: model; nl: model"


@pytest.mark.parametrize("name", ["standard", "spacy:nl_core_news_lg", "spacy:./my/folder", "stanza:nl"])
def test_names(name: str) -> None:
    assert kind(name)


@pytest.mark.parametrize("name", ["", "spacy", "spacy:", "standard:nl", "udpipe:nl", "nl_core_news_lg"])
def test_names_of_no_kind(name: str) -> None:
    with pytest.raises(KgError, match=r"^unknown annotator .*; known: standard, spacy:NAME, stanza:LANG$"):
        chosen(name)


@pytest.mark.parametrize(("name", "package"), [("spacy:nl_core_news_sm", "spacy"), ("stanza:nl", "stanza")])
def test_a_library_that_is_not_installed(name: str, package: str) -> None:
    if find_spec(package):
        pytest.skip(f"{package} is installed")
    with pytest.raises(KgError, match=rf"^{name} needs .*; install it with: pip install 'kg\[{package}\]'$"):
        chosen(name)
