"""Language identification."""

import socket

import pytest

from kg.language import identify as module
from kg.language.identify import Identified, identify

READ = [
    ("nl", "De regering wil het minimumloon volgend jaar met vijf procent verhogen, zegt de minister."),
    ("nl", "DE REGERING WIL HET MINIMUMLOON VOLGEND JAAR MET VIJF PROCENT VERHOGEN, ZEGT DE MINISTER."),
    ("nl", "Apple-topman Tim Cook stelde dinsdag in Cupertino de iPhone 15 Pro, de Apple Watch en iOS 17 voor."),
    ("en", "The government wants to raise the minimum wage by five per cent next year, the minister says."),
    ("de", "Die Regierung will den Mindestlohn im nächsten Jahr um fünf Prozent anheben, sagt der Minister."),
    ("fr", "Le gouvernement veut augmenter le salaire minimum de cinq pour cent l'année prochaine, dit le ministre."),
]
OTHER = [
    ("ja", "政府は来年、最低賃金を五パーセント引き上げる方針だと大臣は述べた。経営者側は反対している。"),
    ("zh", "部长表示，政府希望明年将最低工资提高百分之五。雇主对此不满意，但工会认为提高得还不够。"),
    ("es", "El gobierno quiere subir el salario mínimo un cinco por ciento el próximo año, dice el ministro."),
    ("it", "Il governo vuole aumentare il salario minimo del cinque per cento l'anno prossimo, dice il ministro."),
    ("pt", "O governo quer aumentar o salário mínimo em cinco por cento no próximo ano, diz o ministro."),
    ("pl", "Rząd chce podnieść płacę minimalną o pięć procent w przyszłym roku, mówi minister."),
    ("ru", "Правительство хочет повысить минимальную заработную плату на пять процентов в следующем году."),
    ("ar", "تريد الحكومة رفع الحد الأدنى للأجور بنسبة خمسة في المائة العام المقبل، كما يقول الوزير."),
    ("tr", "Hükümet asgari ücreti gelecek yıl yüzde beş oranında artırmak istiyor, diyor bakan."),
    ("sv", "Regeringen vill höja minimilönen med fem procent nästa år, säger ministern."),
    ("da", "Regeringen vil hæve mindstelønnen med fem procent næste år, siger ministeren."),
]
NEIGHBOURS = [
    "Die regering wil volgende jaar die minimum loon met vyf persent verhoog, sê die minister.",  # Afrikaans
    "It regear wol takom jier it minimumlean mei fiif persint ferheegje, seit de minister.",  # Frisian
    "D'Regierung wëll de Mindestloun d'nächst Joer ëm fënnef Prozent an d'Luucht setzen.",  # Luxembourgish
    "De regerienge wil 't minimumloon 't noaste joar mee vuuf percent verhoogn, zegt de minister.",  # West Flemish
]


def forms(text):
    """The text itself, broken into lines, and long."""
    return (text, text.replace(" ", "\n"), " ".join([text] * 100))


@pytest.mark.parametrize(("language", "text"), READ)
def test_the_four_languages_are_read(language, text):
    assert {identify(form) for form in forms(text)} == {Identified(language, sure=True, other=None)}


@pytest.mark.parametrize(("code", "text"), OTHER)
def test_other_languages_are_named(code, text):
    assert [identify(form).other for form in forms(text)] == [code] * 3
    assert not identify(text).sure


@pytest.mark.parametrize("text", ["", "   ", "42", "5,4% 12.345 (1998)", "Xiaomi", "Ja.", "\x00\x01", "🙂🙂🙂", "東京"])
def test_short_texts_are_read_but_not_surely(text):
    assert identify(text) in {Identified(language, sure=False) for language in ("nl", "en", "de", "fr")}


@pytest.mark.parametrize("text", NEIGHBOURS)
def test_neighbours_of_the_four_are_read(text):
    assert identify(text).other is None


def test_a_mixed_text_is_not_sure():
    mixed = " ".join(dict(READ).values())
    assert identify(mixed) in {Identified(language, sure=False) for language in dict(READ)}


def test_the_network_is_never_tried(monkeypatch):
    def refuse(*_args, **_more):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    module._detector.cache_clear()
    assert identify(READ[0][1]).language == "nl"
