"""English, German and French by the same extractors: the sample article, and short sentences with all their claims."""

from pathlib import Path

import english
import french
import german
import pytest
from in_language import claims_of, rows
from reading import Reader

import kg

DATA = Path(__file__).parent / "data"
LANGUAGES = {"en": english, "de": german, "fr": french}
SENTENCES = [(language, *sentence) for language, told in LANGUAGES.items() for sentence in told.SENTENCES]


@pytest.mark.parametrize(("language", "text", "stated"), SENTENCES)
def test_a_sentence_gives_just_these_claims(reader: Reader, language: str, text: str, stated: list[str]) -> None:
    assert claims_of(reader, language, text) == stated


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_sample_article_states_what_it_states_in_dutch(language: str) -> None:
    assert rows(kg.build(DATA / f"xiaomi-ev.{language}.txt"), language) == sorted(LANGUAGES[language].STATED, key=str)


def test_an_amount_without_a_currency_has_no_unit() -> None:
    query = """PREFIX kg: <https://kg.example/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    SELECT ?value ?unit WHERE {
      ?c rdf:predicate kg:investsIn ; kg:amountValue ?value OPTIONAL { ?c kg:amountUnit ?unit } }"""
    [row] = kg.build(DATA / "xiaomi-ev.en.txt").select(query)
    assert (row["value"], row["unit"]) == ("10000000000", None)
