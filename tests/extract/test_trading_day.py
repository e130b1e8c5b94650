"""The day that an article gives for its prices."""

import pytest
from reading import Reader

DATE = "2024-03-14"  # a Thursday
DOW, WON = "De Dow Jones daalde met 2 procent.", "De Nasdaq won 1 procent."


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (f"De beurzen sloten woensdag lager. {DOW} {WON}", ["2024-03-13", "2024-03-13"]),
        (f"De beurzen sloten vandaag lager. {DOW}", ["2024-03-14"]),
        (f"{DOW} De beurzen sloten woensdag lager.", [None]),
        (f"{DOW}\n\nDe beurzen sloten woensdag lager. {WON}", ["2024-03-13", "2024-03-13"]),  # a headline
        (f"Dinsdag daalden de beurzen. {DOW} Woensdag stegen ze weer. {WON}", ["2024-03-12", "2024-03-13"]),
        (f"De beurzen sloten woensdag lager. De yen steeg maandag. {DOW}", ["2024-03-13"]),  # an aside
        (f"De Nasdaq won maandag 1 procent. {DOW}", ["2024-03-11", "2024-03-11"]),
        (f"De beurzen sloten op 12 oktober 1987 lager. {DOW}", [None]),  # long ago
        (f"De beurzen, die woensdag stegen, sloten lager. {DOW}", [None]),
        (f"Beleggers reageerden op de cijfers van woensdag. {DOW}", [None]),
        ("De beurzen sloten woensdag lager. De Dow Jones is sinds 2020 met 20 procent gestegen.", ["2020/.."]),
        ("De beurzen sloten woensdag. De Dow Jones steeg 3% in de loop van de week.", ["2024-03-11/2024-03-17"]),
        ("De Nikkei daalde met 9,62% tot het dieptepunt in de afgelopen 20 jaar.", [None]),
    ],
)
def test_prices_take_the_day_named_last(reader: Reader, text: str, days: list[str | None]) -> None:
    assert [claim.when for claim in reader.claims(text, "priceChange", DATE)] == days


@pytest.mark.parametrize("date", [None, "2024-03", "2024"])
def test_an_article_without_a_day_dates_no_prices(reader: Reader, date: str | None) -> None:
    assert reader.claim(f"De beurzen sloten woensdag lager. {DOW}", "priceChange", date).when is None


def test_other_facts_take_no_day(reader: Reader) -> None:
    text = "De beurzen sloten woensdag lager. Philips verkocht 1 miljoen tv's."
    assert reader.claim(text, "unitsSold", DATE).when is None
