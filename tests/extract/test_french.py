"""French by the same extractors: the sample article in French, and short sentences with all their claims."""

from pathlib import Path

import pytest
from in_language import Row, Sentences, claims_of, rows
from reading import Reader

import kg
from kg.extract.lexicon import Lexicon
from kg.extract.lexicon_file import load_lexicon
from kg.graph import Graph
from kg.resources import SHIPPED

SAMPLE = Path(__file__).parent / "data" / "xiaomi-ev.fr.txt"
STATED: set[Row] = {
    ("Xiaomi", "basedIn", "Chine", "Asserted", None, None, None),
    ("Xiaomi", "isA", "fabricant de smartphones", "Asserted", None, None, None),
    ("Xiaomi", "produces", "smartphones", "Asserted", None, None, None),  # in a compound in the other languages
    ("Xiaomi", "produces", "voitures", "Planned", None, "2024-01/2024-06", None),
    ("Lei Jun", "ceoOf", "Xiaomi", "Asserted", None, None, None),
    (
        "Lei Jun",
        "says",
        "cette déclaration lors d'un événement destiné aux investisseurs",
        "Alleged",
        None,
        None,
        None,
    ),
    ("Reuters", "isA", "agence de presse", "Asserted", None, None, None),
    (
        "Reuters",
        "says",
        "De précédentes informations de médias locaux ont ensuite été confirmées par l'entreprise",
        "Asserted",
        None,
        None,
        None,
    ),
    ("Xiaomi", "says", "De précédentes informations de médias locaux", "Asserted", "Reuters", None, None),
    ("Zang Ziyuan", "executiveOf", "Xiaomi", "Asserted", None, None, None),
    ("Zang Ziyuan", "says", "la nouvelle sur son compte Weibo vérifié", "Asserted", None, None, None),
    (
        "Xiaomi",
        "says",
        "qu'il se lançait sur le marché des véhicules électriques",
        "Asserted",
        None,
        "2021-04~",
        None,
    ),
    ("Xiaomi", "launches", "voiture électrique", "Planned", None, "2023/..", None),
    (
        "Xiaomi",
        "investsIn",
        "division de voitures électriques",
        "Asserted",
        "Xiaomi",
        "2021-10/2031-10",
        "10 milliards",
    ),
    ("unité de véhicules électriques", "subsidiaryOf", "Xiaomi", "Asserted", None, None, None),
    ("Xiaomi", "priceChange", "+5,4 %", "Asserted", None, None, None),
}
SENTENCES: Sentences = [
    ("Renault a nommé Luca de Meo directeur général.", ["Luca de Meo ceoOf Renault"]),
    ("Le PDG de Renault, Luca de Meo, quitte le groupe.", ["Luca de Meo ceoOf Renault"]),
    ("L'ancien patron de Nissan, Carlos Ghosn, vit au Liban.", ["Carlos Ghosn ceoOf Nissan (Ended)"]),
    (
        "Patrick Pouyanné, directeur général de TotalEnergies, a rencontré les syndicats.",
        ["Patrick Pouyanné ceoOf TotalEnergies"],
    ),
    ("Alexandre Bompard est le PDG de Carrefour.", ["Alexandre Bompard ceoOf Carrefour"]),
    ("Luca Maestri va devenir directeur général de Stellantis.", ["Luca Maestri ceoOf Stellantis (Planned)"]),
    (
        "Christine Lagarde, présidente de la Banque centrale européenne, a pris la parole vendredi.",
        ["Christine Lagarde chairOf Banque centrale européenne"],
    ),
    ("Le directeur financier d'Airbus, Thomas Toepfer, démissionne.", ["Thomas Toepfer executiveOf Airbus"]),
    (
        "Le porte-parole du gouvernement, Olivier Véran, s'est exprimé mercredi.",
        ["Olivier Véran spokespersonOf gouvernement"],
    ),
    ("Xavier Niel a fondé Free en 1999.", ["Xavier Niel founderOf Free"]),
    ("Le cofondateur d'Apple, Steve Wozniak, vit en Californie.", ["Steve Wozniak founderOf Apple"]),
    ("Le président français Emmanuel Macron s'est rendu à Berlin.", ["Emmanuel Macron officeHolderOf français"]),
    ("La France est membre de l'Union européenne.", ["France memberOf Union européenne"]),
    (
        "Andrea Tueni, analyste chez Saxo Banque, se montre prudent.",
        ["Andrea Tueni isA analyste", "Andrea Tueni worksFor Saxo Banque"],
    ),
    ("Pierre Martin travaille chez Google depuis 2010.", ["Pierre Martin worksFor Google"]),
    (
        "Sanofi va racheter la société américaine Principia.",
        ["Principia basedIn américaine", "Principia isA société", "Sanofi acquires Principia (Planned)"],
    ),
    ("Le rachat de SFR par Numericable est bouclé.", ["Numericable acquires SFR"]),
    ("Skype a été racheté par Microsoft en 2011.", ["Microsoft acquires Skype"]),
    ("LVMH, qui a racheté Bulgari en 2011, est basé à Paris.", ["LVMH acquires Bulgari", "LVMH basedIn Paris"]),
    ("Kraft aurait racheté Cadbury.", ["Kraft acquires Cadbury (Alleged)"]),
    ("Facebook envisage de racheter Waze.", ["Facebook acquires Waze (Planned)"]),
    ("Kraft n'a pas racheté Cadbury.", ["Kraft acquires Cadbury (Negated)"]),
    ("Vivendi pourrait acquérir Lagardère.", ["Vivendi acquires Lagardère (Possible)"]),
    ("Dacia est une filiale de Renault.", ["Dacia subsidiaryOf Renault"]),
    ("Bolloré détient 27 % de Vivendi.", ["Bolloré ownsStakeIn Vivendi"]),
    (
        "Google, propriétaire de YouTube, est basé en Californie.",
        ["Google basedIn Californie", "Google ownsStakeIn YouTube"],
    ),
    ("PSA fusionne avec Fiat Chrysler.", ["PSA mergesWith Fiat Chrysler"]),
    ("Holcim et Lafarge veulent fusionner.", ["Holcim mergesWith Lafarge (Planned)"]),
    ("Renault collabore avec Nissan.", ["Renault partnersWith Nissan"]),
    ("Orange a signé un partenariat avec Google.", ["Orange partnersWith Google"]),
    ("Airbus rivalise avec Boeing.", ["Airbus competesWith Boeing"]),
    (
        "Intel investit 17 milliards d'euros dans une usine à Magdebourg.",
        ["Intel investsIn usine", "usine locatedIn Magdebourg"],
    ),
    ("L'Etat a prêté 5 milliards d'euros à Renault.", ["Etat funds Renault"]),
    ("Ryanair a commandé 75 avions à Boeing.", ["Ryanair ordersFrom Boeing"]),
    ("Apple a déposé plainte contre Samsung en Californie.", ["Apple sues Samsung"]),
    ("Google a été attaqué en justice par Oracle.", ["Oracle sues Google"]),
    ("Renault produit des voitures électriques à Douai.", ["Renault produces voitures électriques"]),
    ("Samsung a présenté le Galaxy S9 à Barcelone.", ["Samsung launches Galaxy S9"]),
    ("Apple lancera l'iPhone 15 en septembre.", ["Apple launches iPhone 15 (Planned)"]),
    ("PSA a fermé son usine d'Aulnay en 2013.", ["PSA closes usine"]),
    ("La chaîne de magasins Virgin a déposé le bilan.", ["Virgin filesForBankruptcy", "Virgin isA chaîne de magasins"]),
    (
        "Le constructeur automobile suédois Volvo va supprimer 1.300 emplois.",
        ["Volvo basedIn suédois", "Volvo cutsJobs 1.300 (Planned)", "Volvo isA constructeur"],
    ),
    (
        "Le fabricant de pneus Michelin, basé à Clermont-Ferrand, emploie 120 000 salariés.",
        ["Michelin basedIn Clermont-Ferrand", "Michelin employs 120 000", "Michelin isA fabricant de pneus"],
    ),
    ("Le siège d'Airbus se trouve à Toulouse (France).", ["Airbus basedIn Toulouse", "Toulouse locatedIn France"]),
    ("L'action Peugeot a reculé de 3 %.", ["Peugeot priceChange -3 %"]),
    ("Le titre de Danone gagnait 2,3 % à Paris.", ["Danone priceChange +2,3 %"]),
    (
        "Le CAC 40 a progressé de 1,5 % à 5.432,10 points.",
        ["CAC 40 priceChange +1,5 %", "CAC 40 priceLevel 5.432,10 points"],
    ),
    (
        "A Tokyo, le Nikkei a clôturé en baisse de 2 % à 10.123 points.",
        ["Nikkei priceChange -2 %", "Nikkei priceLevel 10.123 points"],
    ),
    ("Le Dow Jones a perdu 3,2 %, le Nasdaq 2,1 %.", ["Dow Jones priceChange -3,2 %", "Nasdaq priceChange -2,1 %"]),
    ("Kering a réalisé un chiffre d'affaires de 13 milliards d'euros.", ["Kering reportsRevenue 13 milliards d'euros"]),
    (
        "Le bénéfice net de Danone a augmenté de 12 % à 1,9 milliard d'euros.",
        ["Danone reportsProfit 1,9 milliard d'euros"],
    ),
    (
        "Carrefour a annoncé une perte nette de 2,2 milliards d'euros.",
        ["Carrefour reportsLoss 2,2 milliards d'euros", "Carrefour says une perte nette de 2,2 milliards d'euros"],
    ),
    ("Le nouvel iPad coûte 499 euros.", ["iPad hasPrice 499 euros"]),
    ("Nokia a vendu 21 millions de téléphones.", ["Nokia unitsSold 21 millions"]),
    ("« Nous sommes satisfaits », a déclaré Tim Cook.", ["Tim Cook says Nous sommes satisfaits"]),
    (
        "Selon Reuters, Siemens prépare le rachat d'Atos.",
        ["Reuters says Siemens prépare le rachat d'Atos", "Siemens acquires Atos (Planned)"],
    ),
    ("Vivendi a cédé Maroc Telecom à Etisalat.", ["Etisalat acquires Maroc Telecom"]),
    ("Luca de Meo deviendra directeur général de Renault.", ["Luca de Meo ceoOf Renault (Planned)"]),
    (
        "Kering affiche un bénéfice net de 2,1 milliards d'euros, en hausse de 12 %.",
        ["Kering reportsProfit 2,1 milliards d'euros"],
    ),
    ("Le syndicat réclame une hausse des salaires de 8 %.", ["syndicat says une hausse des salaires de 8 %"]),
    ("Les analystes se demandent si Philips va racheter Lumileds.", []),
    ("Les ventes ont progressé de 3 %.", []),
    ("Toyota a dépassé Honda l'an dernier.", []),
    ("Le ministre a repris la parole.", []),
    ("Samsung a commis une erreur.", []),
    ("Casino a été placé en redressement judiciaire.", ["Casino filesForBankruptcy"]),
    (
        "Carrefour a annoncé qu'il fermerait 20 magasins.",
        ["Carrefour says qu'il fermerait 20 magasins", "il closes magasins (Planned)"],
    ),
    (
        "D'après Bloomberg, Apple rachèterait Intel.",
        ["Apple acquires Intel (Alleged)", "Bloomberg says Apple rachèterait Intel"],
    ),
    ("L'Américain Boeing et l'Européen Airbus se disputent le marché.", ["Boeing basedIn Américain"]),
    (
        "L'avionneur américain Boeing a livré 480 avions.",
        ["Boeing basedIn américain", "Boeing isA avionneur", "Boeing unitsSold 480"],
    ),
    ("Renault s'est associé avec le chinois Geely.", ["Geely basedIn chinois", "Renault partnersWith Geely"]),
    ("Sanofi rachète Principia", ["Sanofi acquires Principia"]),
    ("La console sera vendue 499 euros.", ["console hasPrice 499 euros (Planned)"]),
    ("La suppression de 2 300 postes chez Michelin a été confirmée.", ["Michelin cutsJobs 2 300"]),
]


@pytest.fixture(scope="module")
def french() -> Lexicon:
    return load_lexicon("fr", SHIPPED)


@pytest.fixture(scope="module")
def sample_in_french() -> Graph:
    return kg.build(SAMPLE)


@pytest.mark.parametrize(("text", "stated"), SENTENCES)
def test_a_sentence_gives_just_these_claims(reader: Reader, french: Lexicon, text: str, stated: list[str]) -> None:
    assert claims_of(reader, french, text) == stated


def test_the_sample_article_states_in_french_what_it_states_in_dutch(sample_in_french: Graph) -> None:
    assert rows(sample_in_french, "fr") == sorted(STATED, key=str)
