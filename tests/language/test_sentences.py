"""Sentences, also of glued, wrapped and hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.sentences import LONGEST, sentences

CASES = [
    ("nl", "Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
    ("nl", "op zijn Weibo-account.Zowat een half jaar", ["op zijn Weibo-account.", "Zowat een half jaar"]),
    (
        "nl",
        "autofabrikant.Meteen steeg het met 5%.Dat is veel.",
        ["autofabrikant.", "Meteen steeg het met 5%.", "Dat is veel."],
    ),
    ("nl", "Dat meldt CNNMoney.com vandaag. Of node.js.", ["Dat meldt CNNMoney.com vandaag.", "Of node.js."]),
    ("nl", "Premier J.P. Balkenende en dr. Jansen. Klaar.", ["Premier J.P. Balkenende en dr. Jansen.", "Klaar."]),
    ("nl", "De koers was 11.188,23 punten. Mooi.", ["De koers was 11.188,23 punten.", "Mooi."]),
    ("nl", '"Het is mooi." zei hij. Weg.', ['"Het is mooi." zei hij.', "Weg."]),
    ("nl", '"Het is mooi." Hij ging.', ['"Het is mooi."', "Hij ging."]),
    ("nl", "Kop zonder punt\n\nDe tekst. Meer.", ["Kop zonder punt", "De tekst.", "Meer."]),
    ("nl", " date 2021-10 De Chinese maker.\n\nTekst.", ["De Chinese maker.", "Tekst."]),
    ("nl", "Wat nu?! Dat... weet niemand.", ["Wat nu?!", "Dat... weet niemand."]),
    ("de", "Am 12. Mai war es so. Dann nicht.", ["Am 12. Mai war es so.", "Dann nicht."]),
    ("en", "Mr. Smith of Apple Inc. said so. He left.", ["Mr. Smith of Apple Inc. said so.", "He left."]),
    ("fr", "M. Dupont l'a dit. Voilà.", ["M. Dupont l'a dit.", "Voilà."]),
]


def found(text, language):
    return [text[s.start : s.end] for s in sentences(text, language)]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_cases(language, text, expected):
    assert found(text, language) == expected


def test_hard_wrapped_lines_are_joined():
    text = (
        "De regering heeft vandaag besloten dat het minimumloon volgend jaar met\n"
        "vijf procent omhoog gaat. Dat heeft de minister van Sociale Zaken aan de\n"
        "Tweede Kamer geschreven in een brief die deze middag openbaar is gemaakt\n"
        "door het ministerie."
    )
    assert len(found(text, "nl")) == 2
    assert len({s.paragraph for s in sentences(text, "nl")}) == 1


def test_paragraphs_are_counted():
    assert [s.paragraph for s in sentences("A b.\n\nC d. E f.\nG h.", "nl")] == [0, 1, 1, 2]


@given(st.text(max_size=300), st.sampled_from(["nl", "en", "de", "fr"]))
def test_sentences_cover_all_but_white_space(text, language):
    spans = sentences(text, language)
    covered = "".join(text[s.start : s.end] for s in spans)
    assert "".join(covered.split()) == "".join(text.split()) or "date" in text
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert all(s.start < s.end for s in spans)


@pytest.mark.parametrize(
    "text", ["x" * 300_000, "woord " * 60_000, ". " * 100_000, "." * 200_000, "A.b" * 100_000, '"' * 200_000]
)
def test_hostile_texts_are_cut_into_bounded_pieces(text):
    spans = sentences(text, "nl")
    assert sum(len("".join(text[s.start : s.end].split())) for s in spans) == len("".join(text.split()))
    assert all(s.end - s.start <= LONGEST for s in spans)
