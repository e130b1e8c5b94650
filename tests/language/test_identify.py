"""Language identification."""

import pytest

from kg.language.identify import identify

READ = [
    ("nl", "De regering wil het minimumloon volgend jaar met vijf procent verhogen, zegt de minister."),
    ("en", "The government wants to raise the minimum wage by five per cent next year, the minister says."),
    ("de", "Die Regierung will den Mindestlohn im nächsten Jahr um fünf Prozent anheben, sagt der Minister."),
    ("fr", "Le gouvernement veut augmenter le salaire minimum de cinq pour cent l'année prochaine, dit le ministre."),
    ("nl", "DE REGERING WIL HET MINIMUMLOON VOLGEND JAAR MET VIJF PROCENT VERHOGEN, ZEGT DE MINISTER."),
]
OTHER = [
    ("ja", "政府は来年、最低賃金を五パーセント引き上げる方針だと大臣は述べた。"),
    ("es", "El gobierno quiere subir el salario mínimo un cinco por ciento el próximo año, dice el ministro."),
    ("pl", "Rząd chce podnieść płacę minimalną o pięć procent w przyszłym roku, mówi minister."),
    ("ru", "Правительство хочет повысить минимальную заработную плату на пять процентов в следующем году."),
    ("ar", "تريد الحكومة رفع الحد الأدنى للأجور بنسبة خمسة في المائة العام المقبل، كما يقول الوزير."),
    ("tr", "Hükümet asgari ücreti gelecek yıl yüzde beş oranında artırmak istiyor, diyor bakan."),
]


@pytest.mark.parametrize(("language", "text"), READ)
def test_the_four_languages_are_read(language, text):
    for form in (text, text.replace(" ", "\n"), " ".join([text] * 100)):
        found = identify(form)
        assert (found.language, found.sure, found.other) == (language, True, None)


@pytest.mark.parametrize(("code", "text"), OTHER)
def test_other_languages_are_named(code, text):
    assert identify(text).other == code
    assert identify(" ".join([text] * 50)).other == code


@pytest.mark.parametrize("text", ["", "   ", "42", "5,4% 12.345 (1998)", "Xiaomi", "Ja.", "\x00\x01", "🙂🙂🙂"])
def test_uncertain_texts_are_read_with_a_warning(text):
    found = identify(text)
    assert found.language in ("nl", "en", "de", "fr")
    assert not found.sure
    assert found.other is None


def test_a_neighbour_of_dutch_is_read():
    text = "Die ekonomie van Suid-Afrika groei vinnig hierdie jaar en mense is bly."
    assert identify(text).other is None
