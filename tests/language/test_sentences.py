"""Sentences, also of glued and hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.sentences import LONGEST, sentences

# "|" marks where one sentence ends and the next begins.
CASES = [
    ("nl", "Een zin. |Nog een zin."),
    ("nl", "op zijn Weibo-account.|Zowat een half jaar"),
    ("nl", "een autofabrikant.|De koers steeg met 5%.|Dat is veel (zeer veel).|In 2023.|Toen niet."),
    ("nl", "Dat meldt CNNMoney.com vandaag. |Of node.js, Web2.0 en ASP.NET. |Zie www.Apple.com. |Klaar."),
    ("nl", "Mail Jan.Jansen@nos.nl over Booking.COM en Prof.Jansen. |Klaar."),
    ("nl", "Premier J.P. Balkenende en dr. De Vries. |Klaar."),
    ("nl", "De heer J. De Vries spreekt. |Hij zwijgt."),
    ("nl", "De beurs in de V.S. |De beurs in de V.S. Army. |S & P daalde."),
    ("nl", "Winst voor Apple Inc. |Dat is veel voor Apple Inc. California."),
    ("nl", "Zie blz. 5 van dl. 3. |Mooi."),
    ("nl", "De koers was 11.188,23 punten. |Mooi."),
    ("nl", "Vanaf 330 v. Chr. was Alexandrië groot. |Later niet."),
    ("nl", '"Het is mooi." zei hij. |Weg.'),
    ("nl", '"Is het mooi?", vroeg hij. |Weg.'),
    ("nl", '"Het is mooi." |Hij ging. |\'s Avonds ook. |(Dat kan.) |Klaar.'),
    ("nl", ",, Het is mooi. '' |,, Dat is zo.'' |Klaar."),
    ("nl", "Apple kwam met een nieuw toestel. |iPhone 4 is er nu. |$ 15 is niets."),
    ("nl", "Het bod van Yahoo! Japan is hoog! |Klaar."),
    ("nl", "Wat nu?! |Dat... weet niemand. |Hij zei (...) Jan te zijn."),
    ("nl", "1. Eerst dit. |2. Dan dat."),
    ("nl", "Kop zonder punt\n\n|De tekst. |Meer."),
    ("de", "Am 12. Mai war es so. |Dann nicht. |Er wurde 3. |Der Sieger jubelt."),
    ("de", "Er sagte: „Nein.“ |Dann ging er, z.B. nach Bonn. |Gut."),
    ("en", "Mr. Smith of Apple Inc. said so. |He left the U.S. |The end."),
    ("en", "He said no. |We met at 5 p.m. |Then he left. |No. 1 won."),
    ("fr", "M. Dupont l'a dit. |Voilà."),
    ("fr", "« C'est fini. » |Il part avec Mme Le Pen et J. Le Goff. |Fin."),
]


def found(text, language):
    return [text[s.start : s.end] for s in sentences(text, language)]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_sentences_end_where_marked(language, marked):
    assert found(marked.replace("|", ""), language) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("stamp", [" date 2021-10 ", "date 2021-10-05\n", "date 2021-10-01/2021-10-03 "])
def test_a_repeated_date_stamp_is_left_out(stamp):
    assert found(f"Eerst dit.\n\n{stamp}De Chinese maker. Meer.", "nl") == ["Eerst dit.", "De Chinese maker.", "Meer."]


def test_paragraphs_are_counted():
    assert [s.paragraph for s in sentences("Een.\n\nTwee. Drie.\nVier.", "nl")] == [0, 1, 1, 2]


LANGUAGES = st.sampled_from(["nl", "en", "de", "fr"])
PIECES = st.sampled_from([*"aZ9.!?…\"'”»)(,;:- \n\u00a0", "dr.", "V.S.", "\r\n", "''", ",,", "Aap", "woord "])


@given(st.text(max_size=300) | st.lists(PIECES, max_size=80).map("".join), LANGUAGES)
def test_sentences_cover_all_but_white_space(text, language):
    spans = sentences(text, language)
    gaps = [
        text[a:b] for a, b in zip([0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True)
    ]
    assert all(not gap or gap.isspace() for gap in gaps)
    assert all(not text[s.start].isspace() and not text[s.end - 1].isspace() for s in spans)
    assert [s.paragraph for s in spans] == sorted(s.paragraph for s in spans)


HOSTILE = [
    "x",
    "woord ",
    ". ",
    ".",
    "A.b",
    "Ab.c",
    '"',
    '."',
    "a\n",
    "a\r\n",
    " ",
    "\n ",
    "+",
    "1,",
    "a@",
    "(",
    ".(",
    "A. ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_are_cut_into_bounded_pieces(piece):
    """What takes more than linear time would not finish."""
    text = piece * (300_000 // len(piece)) + " eind"
    spans = sentences(text, "nl")
    assert sum(len("".join(text[s.start : s.end].split())) for s in spans) == len("".join(text.split()))
    assert all(s.end - s.start <= LONGEST for s in spans)


def test_a_long_sentence_is_cut_at_a_semicolon():
    text = "woord, " * 200 + "einde; " + "woord, " * 200
    assert found(text, "nl")[0].endswith("einde;")
