"""Words as the treebanks cut them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.words import words

# Blanks stand between the expected words; "_" is a blank inside a number.
CASES = [
    ("nl", "Xiaomi-CEO Lei Jun zei niets.", "Xiaomi-CEO Lei Jun zei niets ."),
    ("nl", "eigen auto's van Xiaomi's afdeling", "eigen auto's van Xiaomi's afdeling"),
    ("nl", "steeg met 5,4%: dat", "steeg met 5,4 % : dat"),
    ("nl", "zo'n 10 mln. euro", "zo'n 10 mln. euro"),
    ("nl", "'vanaf 2023' een wagen", "' vanaf 2023 ' een wagen"),
    ("nl", "'s avonds zag ik 'm om 18u30, in '69", "'s avonds zag ik 'm om 18u30 , in '69"),
    ("nl", "J.P. Balkenende en J. de Vries in de V.S.", "J.P. Balkenende en J. de Vries in de V.S."),
    ("nl", "over plan B.", "over plan B ."),
    ("nl", "$ 15 miljard, €20, 11.188,23 punten", "$ 15 miljard , € 20 , 11.188,23 punten"),
    ("nl", "zie https://nos.nl/a?b=1, of jan@nos.nl.", "zie https://nos.nl/a?b=1 , of jan@nos.nl ."),
    ("nl", "CNNMoney.com meldt 3GS, sp.a en E.ON", "CNNMoney.com meldt 3GS , sp.a en E.ON"),
    ("nl", "D'66, CD&V/N-VA en/of de BTW", "D'66 , CD&V/N-VA en/of de BTW"),
    ("nl", "land- en tuinbouw, hart-, vaat- en t.v.-films", "land- en tuinbouw , hart- , vaat- en t.v.-films"),
    ("nl", "de 32-jarige om 12:30 op 2008-03-06", "de 32-jarige om 12:30 op 2008-03-06"),
    ("nl", "wacht... ja -- nee?!", "wacht ... ja -- nee ?!"),
    ("nl", "blz. 5, nr. 3 en jan. 2004", "blz. 5 , nr. 3 en jan. 2004"),
    ("nl", "dat zei Jan.", "dat zei Jan ."),
    ("nl", "de SDK ( kit ) en ' s ochtends", "de SDK ( kit ) en ' s ochtends"),
    ("nl", "cafe\u0301s, poli\u00adtiek", "cafe\u0301s , poli\u00adtiek"),
    ("en", "He doesn't know the company's CEO.", "He does n't know the company 's CEO ."),
    ("en", "They cannot, we'll see; DON'T", "They can not , we 'll see ; DO N'T"),
    (
        "en",
        "O'Rourke of AT&T, Al-Jazeera and the vice-president",
        "O'Rourke of AT&T , Al - Jazeera and the vice-president",
    ),
    ("en", "up $40m to $1.5bn at 7:30pm", "up $ 40 m to $ 1.5 bn at 7:30 pm"),
    ("en", "Mr. Cook of Apple Inc. in the U.S. today", "Mr. Cook of Apple Inc. in the U.S. today"),
    ("en", "made by Apple Inc.", "made by Apple Inc ."),
    ("en", "in the 1990s, the 90's and 1998-2004", "in the 1990s , the 90's and 1998 - 2004"),
    ("en", "No. 1, says @tim_cook #apple", "No. 1 , says @tim_cook #apple"),
    ("en", "He said no.", "He said no ."),
    ("de", "am 5. Juli mit z.B. 3 Mio. Euro", "am 5. Juli mit z.B. 3 Mio. Euro"),
    ("de", "„Der VW-Chef“, so Dr. Müller", "„ Der VW-Chef “ , so Dr. Müller"),
    ("de", "1995/96 im Haus der Nutzer:innen", "1995/96 im Haus der Nutzer:innen"),
    ("fr", "L'entreprise qu'il a aujourd'hui", "L' entreprise qu' il a aujourd'hui"),
    (
        "fr",
        "a-t-elle dit, celui-ci est-il à Montigny-le-Bretonneux",
        "a -t-elle dit , celui-ci est -il à Montigny-le-Bretonneux",
    ),
    ("fr", "80 000 euros pour quelqu'un, c'est-à-dire 32,8 %", "80_000 euros pour quelqu'un , c'est-à-dire 32,8 %"),
    ("fr", "à 20h30, 160km, « oui »", "à 20 h 30 , 160 km , « oui »"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_words_are_cut_as_in_the_treebanks(language, text, expected):
    found = [text[s:e] for s, e in words(text, 0, len(text), language)]
    assert found == [word.replace("_", " ") if word[0].isdigit() else word for word in expected.split(" ")]


LANGUAGES = st.sampled_from(["nl", "en", "de", "fr"])
PIECES = st.sampled_from(
    [*"aZé9.,:;'’\"-–/&%$€°@#_()!?\n \u0301\u00ad😀", "n't", "'s ", "http://", "80 000", "o.a.", "-t-il"]
)


@given(st.text(max_size=200) | st.lists(PIECES, max_size=60).map("".join), LANGUAGES)
def test_words_cover_all_but_white_space(text, language):
    found = words(text, 0, len(text), language)
    assert all(s < e for s, e in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    gaps = [text[a:b] for a, b in zip([0, *(e for _, e in found)], [*(s for s, _ in found), len(text)], strict=True)]
    assert all(not gap or gap.isspace() for gap in gaps)


def test_offsets_are_those_of_the_whole_text():
    text = "Eerst dit. Dan dat."
    assert [text[s:e] for s, e in words(text, 11, 19, "nl")] == ["Dan", "dat", "."]
