import pytest

from kg.language.times.find import find_times

MONTH, DAY = "2021-10", "2021-10-05"  # the day is a Tuesday


def check(text, language, reference, expected):
    expression, edtf = expected
    found = [(text[t.start : t.end], t.edtf) for t in find_times(text, language, reference)]
    assert found == [(expression or text, edtf)]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "about half a year ago", "2021-04~"),
        ("en", "the next ten years", "2021-10/2031-10"),
        ("en", "second quarter of 2009", "2009-04/2009-06"),
        ("en", "late August", "2021-08-21/2021-08-31"),
        ("en", "from 2023", "2023/.."),
        ("en", "over the course of 2022", "2022"),
        ("de", "im Laufe des Jahres", "2021"),
        ("fr", "au cours de 2022", "2022"),
        ("nl", "in de loop van 2022", "2022"),
        ("en", "first half of 2024", "2024-01/2024-06"),
        ("de", "vor rund einem halben Jahr", "2021-04~"),
        ("de", "den kommenden zehn Jahren", "2021-10/2031-10"),
        ("de", "Ende August", "2021-08-21/2021-08-31"),
        ("de", "ab 2023", "2023/.."),
        ("de", "ersten Halbjahr 2024", "2024-01/2024-06"),
        ("de", "zweiten Quartal 2009", "2009-04/2009-06"),
        ("fr", "il y a environ six mois", "2021-04~"),
        ("fr", "au cours des dix prochaines années", "2021-10/2031-10"),
        ("fr", "fin août", "2021-08-21/2021-08-31"),
        ("fr", "à partir de 2023", "2023/.."),
        ("fr", "premier semestre 2024", "2024-01/2024-06"),
        ("fr", "deuxième trimestre 2009", "2009-04/2009-06"),
    ],
)
def test_an_article_of_a_known_month(language, text, edtf):
    check(text, language, MONTH, (text, edtf))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Wednesday", "2021-09-29"),
        ("next Tuesday", "2021-10-12"),
        ("yesterday", "2021-10-04"),
        ("this morning", "2021-10-05"),
        ("last week", "2021-09-27/2021-10-03"),
        ("last month", "2021-09"),
        ("this year", "2021"),
        ("third quarter", "2021-07/2021-09"),
        ("Q3 2009", "2009-07/2009-09"),
        ("early 2009", "2009-01/2009-04"),
        ("mid-November", "2020-11-11/2020-11-20"),
        ("the end of the year", "2021-09/2021-12"),
        ("later this year", "2021-10-05/2021-12-31"),
        ("since 2001", "2001/.."),
        ("by 2030", "../2030"),
        ("between 2008 and 2010", "2008/2010"),
        ("from 4 to 22 June", "2021-06-04/2021-06-22"),
        ("next weekend", "2021-10-09/2021-10-10"),
        ("in three weeks", "2021-10-26"),
        ("two weeks ago", "2021-09-21"),
        ("less than two weeks ago", "2021-09-21/2021-10-05"),
        ("October 5, 2021", "2021-10-05"),
        ("Tuesday, May 12", "2021-05-12"),
        ("the 12th of May 2009", "2009-05-12"),
        ("25/06/2021", "2021-06-25"),
        ("05/06/2021", None),
        ("May 2009", "2009-05"),
        ("May last year", "2020-05"),
        ("1990s", "1990/1999"),
        ("the twenty-first century", "2000/2099"),
        ("ten years", None),
        ("at 2:30 p.m.", None),
    ],
)
def test_english(text, edtf):
    check(text, "en", DAY, (text.removeprefix("the ") if "century" in text else text, edtf))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Mittwoch", "2021-09-29"),
        ("vergangenen Mittwoch", "2021-09-29"),
        ("heute Morgen", "2021-10-05"),
        ("vorige Woche", "2021-09-27/2021-10-03"),
        ("letzten Monat", "2021-09"),
        ("dieses Jahr", "2021"),
        ("zweiten Jahreshälfte", "2020-07/2020-12"),
        ("Anfang 2009", "2009-01/2009-04"),
        ("Mitte November", "2020-11-11/2020-11-20"),
        ("seit 2001", "2001/.."),
        ("bis Ende 2010", "../2010-12"),
        ("zwischen 2008 und 2010", "2008/2010"),
        ("vom 4. bis 22. Juni", "2021-06-04/2021-06-22"),
        ("nächstes Wochenende", "2021-10-09/2021-10-10"),
        ("in drei Wochen", "2021-10-26"),
        ("vor weniger als zwei Wochen", "2021-09-21/2021-10-05"),
        ("5. Oktober 2021", "2021-10-05"),
        ("05.10.2021", "2021-10-05"),
        ("Mai 2009", "2009-05"),
        ("neunziger Jahren", "1990/1999"),
        ("zehn Jahre", None),
        ("um 14.30 Uhr", None),
    ],
)
def test_german(text, edtf):
    check(text, "de", "2021-06-30" if "Jahreshälfte" in text else DAY, (text, edtf))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("mercredi dernier", "2021-09-29"),
        ("aujourd’hui", "2021-10-05"),
        ("la semaine dernière", "2021-09-27/2021-10-03"),
        ("l' année dernière", "2020"),
        ("cette année", "2021"),
        ("troisième trimestre", "2021-07/2021-09"),
        ("début 2009", "2009-01/2009-04"),
        ("mi-novembre", "2020-11-11/2020-11-20"),
        ("à la fin de l'année", "2021-09/2021-12"),
        ("depuis 2001", "2001/.."),
        ("jusqu'en 2015", "../2015"),
        ("d'ici à 2030", "../2030"),
        ("entre 2008 et 2010", "2008/2010"),
        ("de 1998 à 2004", "1998/2004"),
        ("du 4 au 22 juin", "2021-06-04/2021-06-22"),
        ("le week-end prochain", "2021-10-09/2021-10-10"),
        ("dans trois semaines", "2021-10-26"),
        ("il y a moins de deux semaines", "2021-09-21/2021-10-05"),
        ("le 5 octobre 2021", "2021-10-05"),
        ("1er janvier 2010", "2010-01-01"),
        ("05/10/2021", "2021-10-05"),
        ("années 1990", "1990/1999"),
        ("dix ans", None),
        ("à 14h30", None),
    ],
)
def test_french(text, edtf):
    check(text, "fr", DAY, (text, edtf))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He may march a second time"),
        ("en", "of 2000 dollars"),
        ("de", "von 2000 Euro"),
        ("fr", "plus de 2000 euros"),
    ],
)
def test_words_that_are_no_time(language, text):
    assert find_times(text, language, DAY) == []


def test_a_numeral_after_a_weekday_is_no_day():
    text = "Renault a annoncé mercredi une perte"
    assert [text[t.start : t.end] for t in find_times(text, "fr", DAY)] == ["mercredi"]
