"""Words as the treebanks cut them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.words import words

CASES = [
    ("nl", "Xiaomi-CEO Lei Jun zei niets.", ["Xiaomi-CEO", "Lei", "Jun", "zei", "niets", "."]),
    ("nl", "eigen auto's van Xiaomi's afdeling", ["eigen", "auto's", "van", "Xiaomi's", "afdeling"]),
    ("nl", "steeg met 5,4%: dat", ["steeg", "met", "5,4", "%", ":", "dat"]),
    ("nl", "zo'n 10 mln. euro", ["zo'n", "10", "mln.", "euro"]),
    ("nl", "'vanaf 2023' een wagen", ["'", "vanaf", "2023", "'", "een", "wagen"]),
    ("nl", "'s avonds om 18u30", ["'s", "avonds", "om", "18u30"]),
    ("nl", "J.P. Balkenende en de V.S.", ["J.P.", "Balkenende", "en", "de", "V.S."]),
    ("nl", "$ 15 miljard, 11.188,23 punten", ["$", "15", "miljard", ",", "11.188,23", "punten"]),
    ("nl", "zie https://nos.nl/a?b=1 of jan@nos.nl.", ["zie", "https://nos.nl/a?b=1", "of", "jan@nos.nl", "."]),
    ("nl", "CNNMoney.com meldt 3GS", ["CNNMoney.com", "meldt", "3GS"]),
    ("en", "He doesn't know the company's CEO.", ["He", "does", "n't", "know", "the", "company", "'s", "CEO", "."]),
    ("en", "They cannot, we'll see", ["They", "can", "not", ",", "we", "'ll", "see"]),
    ("de", "am 5. Juli mit z.B. 3 Mio. Euro", ["am", "5.", "Juli", "mit", "z.B.", "3", "Mio.", "Euro"]),
    ("fr", "L'entreprise qu'il a aujourd'hui", ["L'", "entreprise", "qu'", "il", "a", "aujourd'hui"]),
    ("fr", "a-t-elle dit", ["a", "-t-elle", "dit"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_cases(language, text, expected):
    assert [text[s:e] for s, e in words(text, 0, len(text), language)] == expected


@given(st.text(max_size=200), st.sampled_from(["nl", "en", "de", "fr"]))
def test_words_cover_all_but_white_space(text, language):
    found = words(text, 0, len(text), language)
    assert all(s < e for s, e in found)
    assert all(a[1] <= b[0] for a, b in zip(found, found[1:], strict=False))
    gaps = [text[a:b] for a, b in zip([0, *(e for _, e in found)], [*(s for s, _ in found), len(text)], strict=True)]
    assert all(not gap or gap.isspace() for gap in gaps)


def test_offsets_are_those_of_the_whole_text():
    text = "Eerst dit. Dan dat."
    assert [text[s:e] for s, e in words(text, 11, 19, "nl")] == ["Dan", "dat", "."]
