"""A person who is called as a place or a firm: type and context decide; real sentences through the whole of kg."""

import pytest

from kg.documents.document import Document
from kg.extract.lexicon_file import load_lexicon
from kg.extract.run import extract
from kg.language.annotate import Annotator
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.name_words import load_name_words
from kg.resolve.run import resolve_article

CASES = [
    ("Henry Paulson sprak. Dat zei een journalist tijdens een gesprek met Paulson.", "Paulson", {"henry-paulson"}),
    ("Michael Dell richtte Dell op. Het bedrijf Dell maakt computers.", "Dell", {"dell"}),
    ("Michael Bloomberg won. Dat meldt persbureau Bloomberg.", "Bloomberg", {"bloomberg"}),
    ("Jack London schreef boeken. London werd rijk.", "London", {"jack-london"}),
    ("Jack London schreef boeken. Hij woonde in London.", "London", {"london"}),
    ("London groeit. Jack London schreef boeken.", "London", {"london"}),
    ("Israel Katz is minister. Israel viel aan.", "Israel", {"israel"}),
    ("Jordan Belfort schreef een boek. Jordan zegt dat hij rijk is.", "Jordan", {"jordan-belfort"}),
    ("Chelsea Clinton geeft een interview. Chelsea is getrouwd.", "Chelsea", {"chelsea-clinton"}),
    ("Chelsea won van Arsenal. Chelsea is een club uit Londen.", "Chelsea", {"chelsea"}),
    (
        "President François Hollande bezoekt Berlijn. Hollande sprak met Angela Merkel.",
        "Hollande",
        {"francois-hollande"},
    ),
    ("Paris Hilton bezoekt Amsterdam. Paris zei dat ze in Parijs woont.", "Paris", {"paris-person"}),
    ("Paris Hilton bezoekt Amsterdam. Paris zei dat ze in Parijs woont.", "Parijs", {"paris"}),
]
ENGLISH = "Paris Hilton visited London. Paris said she loves London. Paris Hilton was in Paris, France."


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def called(text: str, name: str, language: str, annotator: Annotator) -> set[str]:
    """The things that a text calls so, as in their IRIs."""
    lexicon, document = load_lexicon(language), Document(id="0" * 16, sha256="", files=("a.txt",), text=text)
    extracted = extract(annotator.annotate(document, language), lexicon)
    article = resolve_article(extracted, lexicon, Gazetteer.load(), load_name_words())
    return {mention.entity.removeprefix("entity/") for mention in article.mentions if mention.text == name}


@pytest.mark.parametrize(("text", "name", "things"), CASES)
def test_who_or_what_is_meant(text: str, name: str, things: set[str], annotator: Annotator) -> None:
    assert called(text, name, "nl", annotator) == things


def test_a_person_in_the_place_of_that_name(annotator: Annotator) -> None:
    assert called(ENGLISH, "Paris", "en", annotator) == {"paris-hilton", "paris"}


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("De S&P daalde met 2 procent.", "s-p-500"),
        ("Ratingbureau S&P verlaagde de kredietstatus. De S&P daalde met 2 procent.", "s-p"),
    ],
)
def test_an_index_without_its_figure_where_only_its_price_is_told(text: str, index: str, annotator: Annotator) -> None:
    assert called(text, "S&P", "nl", annotator) == {index}
