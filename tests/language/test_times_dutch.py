import pytest

from kg.language.times.find import find_times

MONTH, DAY = "2021-10", "2021-10-05"  # the day is a Tuesday


def found(text, reference=DAY, future=False):
    return [(text[t.start : t.end], t.edtf) for t in find_times(text, "nl", reference, future)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("eerste helft van 2024", "2024-01/2024-06"),
        ("vanaf 2023", "2023/.."),
        ("Zowat een half jaar geleden", "2021-04~"),
        ("de komende tien jaar", "2021-10/2031-10"),
        ("Eind augustus", "2021-08-21/2021-08-31"),
        ("12 mei", "2021-05-12"),
        ("vorige maand", "2021-09"),
        ("vorig jaar", "2020"),
        ("twee jaar geleden", "2019"),
        ("de afgelopen drie maanden", "2021-07/2021-10"),
    ],
)
def test_an_article_of_a_known_month(text, edtf):
    assert found(text, MONTH) == [(text, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("woensdag", "2021-09-29"),
        ("dinsdag", "2021-10-05"),
        ("afgelopen woensdag", "2021-09-29"),
        ("vorige dinsdag", "2021-09-28"),
        ("komende dinsdag", "2021-10-12"),
        ("vrijdag de 15de", "2021-10-15"),
        ("dinsdag de eerste", "2021-10-05"),
        ("het afgelopen decennium", "2011-10-05/2021-10-05"),
        ("vorige week vrijdag", "2021-10-01"),
        ("gisteren", "2021-10-04"),
        ("eergisteren", "2021-10-03"),
        ("vandaag", "2021-10-05"),
        ("vanmorgen", "2021-10-05"),
        ("overmorgen", "2021-10-07"),
        ("vorige week", "2021-09-27/2021-10-03"),
        ("vorige maand", "2021-09"),
        ("vorig jaar", "2020"),
        ("dit jaar", "2021"),
        ("vorig kwartaal", "2021-07/2021-09"),
        ("derde kwartaal", "2021-07/2021-09"),
        ("derde kwartaal van 2009", "2009-07/2009-09"),
        ("K3 2009", "2009-07/2009-09"),
        ("eerste helft van dit jaar", "2021-01/2021-06"),
        ("begin 2009", "2009-01/2009-04"),
        ("half 2009", "2009-05/2009-08"),
        ("eind 2007", "2007-09/2007-12"),
        ("begin deze week", "2021-10-04/2021-10-06"),
        ("half november", "2020-11-11/2020-11-20"),
        ("zomer van 2009", "2009-06/2009-08"),
        ("sinds 2001", "2001/.."),
        ("sinds twee jaar", "2019/.."),
        ("na 12 mei 2009", "2009-05-12/.."),
        ("tot 2015", "../2015"),
        ("meer dan twee weken geleden", "../2021-09-21"),
        ("tussen 2008 en 2010", "2008/2010"),
        ("2008-2010", "2008/2010"),
        ("van 4 tot 22 juni", "2021-06-04/2021-06-22"),
        ("tussen 1 februari en maart 2019", "2019-02-01/2019-03-31"),
        ("tussen nu en 15 november", "2021-10-05/2021-11-15"),
        ("komend weekend", "2021-10-09/2021-10-10"),
        ("vorig weekend", "2021-10-02/2021-10-03"),
        ("over drie weken", "2021-10-26"),
        ("binnen drie weken", "2021-10-05/2021-10-26"),
        ("twee weken geleden", "2021-09-21"),
        ("1 maand en 21 dagen geleden", "2021-08-15"),
        ("minder dan twee weken geleden", "2021-09-21/2021-10-05"),
        ("anderhalf jaar geleden", "2020-04"),
        ("later dit jaar", "2021-10-05/2021-12-31"),
        ("eerder deze maand", "2021-10-01/2021-10-05"),
        ("5 oktober 2021", "2021-10-05"),
        ("dinsdag 5 okt. 2021", "2021-10-05"),
        ("de eerste vrijdag van juli", "2021-07-02"),
        ("laatste week van 2015", "2015-12-28/2016-01-03"),
        ("week 31 van 2018", "2018-07-30/2018-08-05"),
        ("05-10-2021", "2021-10-05"),
        ("21/04/16", "2016-04-21"),
        ("2009-05-14", "2009-05-14"),
        ("mei 2009", "2009-05"),
        ("mei vorig jaar", "2020-05"),
        ("rond 2008", "2008~"),
        ("jaren negentig", "1990/1999"),
        ("jaren '70", "1970/1979"),
        ("21e eeuw", "2000/2099"),
    ],
)
def test_an_article_of_a_known_day(text, edtf):
    assert found(text) == [(text, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"), [("12 mei", "2022-05-12"), ("november", "2021-11"), ("woensdag", "2021-10-06")]
)
def test_the_next_one_is_meant_in_the_future(text, edtf):
    assert found(text, future=True) == [(text, edtf)]


@pytest.mark.parametrize("reference", [None, "2021", "2021-10"])
@pytest.mark.parametrize("text", ["woensdag", "gisteren", "vorige week", "over drie weken", "komend weekend"])
def test_a_day_is_not_told_by_an_article_of_an_unknown_day(text, reference):
    assert found(text, reference) == [(text, None)]


@pytest.mark.parametrize(("text", "edtf"), [("12 mei", None), ("vorig jaar", None), ("12 mei 2009", "2009-05-12")])
def test_without_a_date_of_the_article_only_full_dates_are_told(text, edtf):
    assert found(text, None) == [(text, edtf)]


@pytest.mark.parametrize(
    "text",
    ["de afgelopen jaren", "enkele dagen geleden", "om 14.48 uur", "16.08 UTC", "31 november", "twee uur geleden"],
)
def test_a_time_that_is_not_told_is_still_one(text):
    assert found(text) == [(text, None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 1986 verkocht hij 2009 stuks", ["1986"]),
        ("tot 2000 euro", []),
        ("een bedrag van 2000 miljoen", []),
        ("de Boeing 737", []),
        ("een stand van 3-2", []),
        ("artikel 12, mei 2009", ["mei 2009"]),
        ("Hij groeide volgend jaar\n\n12 mei", ["volgend jaar", "12 mei"]),
        ("van 1998 tot 2004 en in 2006", ["van 1998 tot 2004", "2006"]),
    ],
)
def test_what_is_part_of_the_expression(text, words):
    assert [part for part, _ in found(text)] == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tien jaar", "duration"),
        ("ongeveer 5 dagen", "duration"),
        ("vorig jaar", "point"),
        ("sinds 2001", "interval"),
        ("vorige week", "interval"),
        ("om 14.48 uur", "point"),
    ],
)
def test_kind(text, kind):
    assert [(t.start, t.end, t.kind) for t in find_times(text, "nl", DAY)] == [(0, len(text), kind)]


def test_offsets_are_code_points():
    text = "😀 In mei 2009 én 2009-05-14"
    assert found(text) == [("mei 2009", "2009-05"), ("2009-05-14", "2009-05-14")]
