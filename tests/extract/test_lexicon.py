"""The lexicon file: what is read from it, and errors that name file, line and key."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from reading import Reader

from kg.errors import UsageError
from kg.extract.lexicon import Lexicon, VerbFrame, Words
from kg.extract.lexicon_file import FIGURES, LISTS, load_lexicon
from kg.resources import SHIPPED

SHIPPED_FILES = sorted((SHIPPED / "lexicon").glob("*.yaml"))


def written(folder: Path, text: str) -> Lexicon:
    """The lexicon of a file laid over the shipped ontology."""
    (folder / "lexicon").mkdir(exist_ok=True)
    (folder / "lexicon" / "nl.yaml").write_text(text, "utf-8")
    return load_lexicon("nl", folder)


MISTAKES = [
    ("forms: [a]", 1, "forms: this must be a mapping"),
    ("forms:\n  kopen: koopt", 2, "forms.kopen: this must be a list"),
    ("forms:\n  kopen:\n    - koopt\n    - 5", 4, "forms.kopen.1: this must be text (put it in quotes)"),
    ("forms:\n  5: [a]", 2, "forms.5: write this key in quotes"),
    ("lists:\n  of: [van]\n  oof: [bij]", 3, "lists.oof: unknown key; known here: "),
    ("phrases:\n  own: [a]", 2, "phrases.own: unknown key; known here: own_words"),
    ("relation: {}", 1, "relation: unknown key; known here: auxiliaries, "),
    ("relations:\n  ceoOf: {}\n  buys: {}", 3, "relations.buys: unknown key; known here: acquires, "),
    ("relations:\n  ceoOf:\n    role: [CEO]", 3, "relations.ceoOf.role: unknown key; known here: nouns, roles, verbs"),
    ("relations:\n  ceoOf:\n    roles: CEO", 3, "relations.ceoOf.roles: this must be a list"),
    ("relations:\n  sues:\n    verbs: aanklagen", 3, "relations.sues.verbs: this must be a list"),
    ("relations:\n  sues:\n    verbs:\n      - 5", 4, "relations.sues.verbs.0: this must be a mapping"),
    (
        "relations:\n  sues:\n    verbs:\n      - dagen\n      - {verb: spannen, objects: tegen}",
        5,
        "relations.sues.verbs.1.objects: unknown key; known here: amount, ",
    ),
    ("relations:\n  sues:\n    verbs:\n      - {object: tegen}", 4, "relations.sues.verbs.0: a frame needs a verb"),
    (
        "relations:\n  sues:\n    verbs:\n      - verb: dagen\n        object: [voor]",
        5,
        "relations.sues.verbs.0.object: this must be text",
    ),
    (
        "relations:\n  sues:\n    verbs:\n      - verb: dagen\n        needs: rechter",
        5,
        "relations.sues.verbs.0.needs: this must be a list",
    ),
    (
        "relations:\n  funds:\n    verbs:\n      - verb: lenen\n        amount: ja",
        5,
        "relations.funds.verbs.0.amount: this must be true or false",
    ),
    ("relations:\n  sues:\n    nouns:\n      - {subject: [van]}", 4, "relations.sues.nouns.0.noun: this must be text"),
    (
        "relations:\n  sues:\n    nouns:\n      - {noun: zaak, subject: van}",
        4,
        "relations.sues.nouns.0.subject: this must be a list",
    ),
    (
        "relations:\n  sues:\n    verbs:\n      - {verb: dagen, modality: Maybe}",
        4,
        "relations.sues.verbs.0.modality: this must be one of Asserted, ",
    ),
    ("modality:\n  Maybe: [misschien]", 2, "modality.Maybe: unknown key; known here: Alleged, "),
    ("auxiliaries:\n  Possible: kan", 2, "auxiliaries.Possible: this must be a list"),
    ("governors: []", 1, "governors: this must be a mapping"),
    ("figures:\n  rises: {}", 2, "figures.rises: unknown key; known here: amounts_to, "),
    ("figures:\n  rise:\n    verb: [stijgen]", 3, "figures.rise.verb: unknown key; known here: adverbs, "),
    ("figures:\n  rise:\n    verbs: stijgen", 3, "figures.rise.verbs: this must be a list"),
    ("- forms", 1, "the file: this must be a mapping"),
    ("forms:\n\ta: [b]", 2, "this is not YAML"),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_named_with_file_line_and_key(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        written(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'lexicon' / 'nl.yaml'}, line {line}: {message}")
    assert "\n" not in str(caught.value)


def test_a_language_without_a_lexicon() -> None:
    with pytest.raises(UsageError, match=r"no lexicon for the language 'xx': ontology/lexicon/xx\.yaml is missing"):
        load_lexicon("xx", SHIPPED)


def test_everything_may_be_left_out(tmp_path: Path) -> None:
    lexicon = written(tmp_path, "forms: {}")
    assert (lexicon.verbs, lexicon.nouns, lexicon.roles) == ({}, {}, {})
    assert set(lexicon.lists) == LISTS
    assert set(lexicon.figures) == FIGURES
    assert not any(lexicon.lists.values())
    assert lexicon.type_of("bedrijf") == "THING"


def test_frames(tmp_path: Path) -> None:
    lexicon = written(
        tmp_path,
        """
relations:
  sues:
    verbs:
      - Aanklagen
      - {verb: beginnen, object: Tegen, needs: [Een Proces, rechtszaak]}
    nouns:
      - {noun: Rechtszaak, subject: [van], object: [tegen]}
  investsIn:
    verbs: [investeren in, {verb: steken, object: in, amount: true}]
""",
    )
    assert lexicon.verbs["aanklagen"] == (VerbFrame("sues", "aanklagen"),)
    needs = (("een", "proces"), ("rechtszaak",))
    assert lexicon.verbs["beginnen"] == (VerbFrame("sues", "beginnen", object="tegen", needs=needs),)
    assert lexicon.verbs["investeren"] == (VerbFrame("investsIn", "investeren", object="in"),)
    assert lexicon.verbs["steken"][0].amount
    [noun] = lexicon.nouns["rechtszaak"]
    assert (noun.relation, noun.subject, noun.object) == ("sues", ("van",), ("tegen",))


def test_a_verb_may_state_several_relations(tmp_path: Path) -> None:
    lexicon = written(tmp_path, "relations:\n  acquires: {verbs: [kopen]}\n  ordersFrom: {verbs: [kopen van]}")
    assert [frame.relation for frame in lexicon.verbs["kopen"]] == ["acquires", "ordersFrom"]


def test_words_by_their_ending() -> None:
    words = Words(["*maker", "CEO", "bank"])
    assert all(word in words for word in ("maker", "smartphonemaker", "ceo", "bank"))
    assert not any(word in words for word in ("makers", "voedselbank", "", "vice-ceo"))
    assert not Words()


@given(
    st.lists(st.from_regex(r"\*?[a-z]{1,6}", fullmatch=True), max_size=6), st.from_regex(r"[a-z]{0,9}", fullmatch=True)
)
def test_a_word_is_in_the_list_if_an_entry_says_so(entries: list[str], word: str) -> None:
    expected = any(word.endswith(e[1:]) if e.startswith("*") else word == e for e in entries)
    assert (word in Words(entries)) == expected


def test_an_exact_role_comes_before_the_end_of_a_compound(reader: Reader) -> None:
    assert reader.lexicon.role_relations("voorzitter") == ["chairOf"]
    assert "chairOf" not in reader.lexicon.role_relations("bestuursvoorzitter")
    assert reader.lexicon.role_relations("autofabriek") == []


@pytest.mark.parametrize("path", SHIPPED_FILES, ids=lambda path: path.stem)
def test_the_shipped_file_is_sound(path: Path) -> None:
    """It loads, and no word stands twice in a list."""
    load_lexicon(path.stem, SHIPPED)
    raw = yaml.safe_load(path.read_text("utf-8"))
    roles = {relation: entry.get("roles", []) for relation, entry in raw["relations"].items()}
    for name, entries in {**raw["lists"], **roles}.items():
        assert len(entries) == len(set(entries)), name
    forms = [form for entries in raw["forms"].values() for form in entries]
    assert len(forms) == len(set(forms))
