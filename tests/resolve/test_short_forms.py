"""Names within one article: which is short for which."""

import pytest

from kg.extract.claim import NAME, Mention
from kg.resolve.full_names import FullNames
from kg.resolve.name_words import NameWords, load_name_words
from kg.resolve.names import Name
from kg.resolve.short_forms import is_short_for


@pytest.fixture(scope="module")
def words() -> NameWords:
    return load_name_words()


SHORT = [
    ("Apple", "ORG", "Apple Inc.", "ORG"),
    ("Beatles", "ORG", "The Beatles", "ORG"),
    ("iPods", "PROD", "iPod", "PROD"),
    ("Mac OSX", "PROD", "Mac OS X", "PROD"),
    ("Jobs", "PER", "Steve Jobs", "PER"),
    ("Steve", "PER", "Steve Jobs", "PER"),
    ("Van der Meer", "PER", "Jan van der Meer", "PER"),
    ("Meer", "PER", "Jan van der Meer", "PER"),
    ("S. Jobs", "PER", "Steve Jobs", "PER"),
    ("ECB", "ORG", "Europese Centrale Bank", "ORG"),
    ("BoA", "ORG", "Bank of America", "ORG"),
    ("A.I.G.", "ORG", "American International Group", "ORG"),
    ("Cisco", "ORG", "Cisco Systems", "ORG"),
    ("New Century", "ORG", "New Century Financial Corporation", "ORG"),
    ("Lion", "ORG", "Mac OS X Lion", "PROD"),
    ("Commissie", "ORG", "Europese Commissie", "ORG"),
    ("3GS", "PROD", "iPhone 3GS", "PROD"),
    ("iTunes Store", "PROD", "iTunes Music Store", "ORG"),
    ("3G iPhone", "PROD", "iPhone 3G", "PROD"),
    ("Mac", "PROD", "Macintosh", "PROD"),
    ("Apple Mac", "PROD", "Apple Macintosh", "ORG"),
    ("St. Louis", "LOC", "Saint Louis", "LOC"),
    ("Tim Cook", "PER", "Timothy D. Cook", "PER"),
    ("George Bush", "PER", "George W. Bush", "PER"),
]
OTHER = [
    ("Apple", "ORG", "Apple Corps", "ORG"),
    ("iPhone", "PROD", "3G iPhone", "PROD"),
    ("iPhone 4", "PROD", "iPhone 5", "PROD"),
    ("MacBook", "PROD", "MacBook Pro", "PROD"),
    ("Mac", "PROD", "Back to the Mac", "EVENT"),
    ("Paul", "PER", "Jan Paul Smit", "PER"),
    ("Ford", "ORG", "William Ford", "PER"),
    ("Korea", "LOC", "Zuid-Korea", "LOC"),
    ("America", "LOC", "Bank of America", "ORG"),
    ("ABN", "ORG", "Europese Centrale Bank", "ORG"),
    ("S. Jobs", "PER", "Paul Jobs", "PER"),
    ("Mac", "PER", "Charles Macintosh", "PER"),
    ("Tim Cook", "PER", "Thomas D. Cook", "PER"),
    ("Jan Smit", "PER", "Jan Paul Smit", "PER"),
]


@pytest.mark.parametrize(("short", "kind", "full", "full_kind"), SHORT)
def test_short_for(short: str, kind: str, full: str, full_kind: str, words: NameWords) -> None:
    assert is_short_for(Name(short, kind, words), Name(full, full_kind, words))


@pytest.mark.parametrize(("short", "kind", "full", "full_kind"), OTHER)
def test_not_short_for(short: str, kind: str, full: str, full_kind: str, words: NameWords) -> None:
    assert not is_short_for(Name(short, kind, words), Name(full, full_kind, words))


SYMBOLS = [
    ("Apple (NASDAQ: AAPL) steeg", "Apple", "AAPL", True),
    ("de aandelen van Apple shares (AAPL) daalden", "Apple", "AAPL", True),
    ("Citigroup (NYSE:C) daalde", "Citigroup", "C", True),
    ("Alibaba (BABA) daalde", "Alibaba", "BABA", True),
    ("Philips (Euronext Amsterdam: PHIA) daalde", "Philips", "PHIA", True),
    ("Citigroup (C) daalde", "Citigroup", "C", False),
    ("Philips (zie: PHIA) daalde", "Philips", "PHIA", False),
    ("Philips (KPN) daalde", "Philips", "KPN", False),
    ("Philips en Apple (AAPL) daalden", "Philips", "AAPL", False),
]


@pytest.mark.parametrize(("text", "name", "symbol", "is_its"), SYMBOLS)
def test_a_stock_symbol_in_brackets(text: str, name: str, symbol: str, is_its: bool, words: NameWords) -> None:
    found = full_names(text, [(name, "ORG"), (symbol, "ORG")], words)
    assert found[symbol] == (name if is_its else symbol)


def test_what_is_known_is_no_stock_symbol_but_where_an_exchange_says_so(words: NameWords) -> None:
    names = [("Apple", "ORG"), ("AAPL", "ORG")]
    for text, full in (("Apple (AAPL)", "AAPL"), ("Apple (NYSE: AAPL)", "Apple")):
        found = full_names(text, names, words, is_known=lambda name, kind: name == "AAPL")
        assert found["AAPL"] == full


def full_names(text: str, names: list[tuple[str, str]], words: NameWords, **settings: object) -> dict[str, str]:
    """The full name of each name; the names stand in the text in that order."""
    mentions, at = [], 0
    for name, kind in names:
        at = text.index(name, at)
        mentions.append(Mention(at, at + len(name), name, NAME, kind, 0, 0))
        at += len(name)
    found = FullNames(mentions, text, words, **settings)  # type: ignore[arg-type]
    return {name: found[name] for name, _ in names}


def test_a_chain_leads_to_the_fullest_name(words: NameWords) -> None:
    names = [("Mac OS X Lion", "PROD"), ("OS X Lion", "PROD"), ("Lion", "PROD")]
    found = full_names("Mac OS X Lion is OS X Lion of Lion", names, words)
    assert found == dict.fromkeys(found, "Mac OS X Lion")


def test_a_short_name_that_fits_two_stays_alone(words: NameWords) -> None:
    names = [("George Bush", "PER"), ("Jeb Bush", "PER"), ("Bush", "PER")]
    assert full_names("George Bush en Jeb Bush. Bush zei", names, words)["Bush"] == "Bush"


def test_brackets_introduce_an_acronym(words: NameWords) -> None:
    names = [("Worldwide Developers Conference", "EVENT"), ("WWDC", "ORG")]
    found = full_names("De Worldwide Developers Conference (WWDC) begint", names, words)
    assert found["WWDC"] == "Worldwide Developers Conference"


def test_an_article_is_no_letter_of_an_acronym(words: NameWords) -> None:
    names = [("the Standard & Poor's 500", "ORG"), ("S & P", "ORG")]
    assert full_names("the Standard & Poor's 500 (S & P) steeg", names, words)["S & P"] == "the Standard & Poor's 500"


def test_a_known_place_that_the_model_takes_for_a_product(words: NameWords) -> None:
    mentions = [Mention(0, 2, "EU", NAME, "PROD", 0, 0), Mention(9, 11, "EU", NAME, "LOC", 0, 0)]
    for is_known, kind in ((True, "LOC"), (False, "PROD")):
        found = FullNames(mentions, "EU en de EU", words, is_known=lambda name, kind, known=is_known: known)
        assert found.type_of("EU") == kind


def test_brackets_do_not_join_other_names(words: NameWords) -> None:
    names = [("Philips", "ORG"), ("PvdA", "ORG")]
    assert full_names("Jan van Philips (PvdA) zei", names, words)["PvdA"] == "PvdA"


def test_a_family_name_that_the_model_takes_for_a_firm_at_times(words: NameWords) -> None:
    names = [("Steve Jobs", "PER"), ("Jobs", "PER"), ("Jobs", "ORG"), ("Jobs", "ORG")]
    assert full_names("Steve Jobs Jobs Jobs Jobs", names, words)["Jobs"] == "Steve Jobs"


def test_known_names_are_short_for_nothing(words: NameWords) -> None:
    names = [("US Federal Reserve", "ORG"), ("Federal Reserve", "ORG")]
    text = "US Federal Reserve en Federal Reserve"
    assert full_names(text, names, words)["Federal Reserve"] == "US Federal Reserve"
    known = full_names(text, names, words, is_known=lambda name, kind: name == "Federal Reserve")
    assert known["Federal Reserve"] == "Federal Reserve"


def test_a_person_can_tell_names_apart(words: NameWords) -> None:
    names = [("iTunes App Store", "PROD"), ("App Store", "PROD")]
    apart = frozenset([frozenset(["app-store", "itunes-app-store"])])
    found = full_names("iTunes App Store en App Store", names, words, apart=apart)
    assert found["App Store"] == "App Store"
