"""Whom quotations of several sentences are from."""

import pytest
from reading import Reader

FROM = [
    '"Philips neemt Signify over. We groeien hard", zei Jan Bos.',
    "“We groeien hard. Philips neemt Signify over”, aldus Jan Bos.",
    '"We groeien hard. Philips neemt Signify over. Dat is zeker", zei Jan Bos.',
    'Jan Bos zei: "We groeien hard. Philips neemt Signify over."',
    "Jan Bos zei: „We groeien hard. Philips neemt Signify over.”",
    "Jan Bos zei: «We groeien hard. Philips neemt Signify over.»",
]
NOT = [
    '"We groeien hard. Dat is zeker", zei Jan Bos. Philips neemt Signify over.',  # behind it
    'Philips neemt Signify over. "We groeien hard. Dat is zeker", zei Jan Bos.',  # before it
    '"We groeien", zei Jan Bos. Philips neemt Signify over. "Dat is mooi", zei Piet Vos.',  # between two
    '"Philips neemt Signify over. We groeien hard, zei Jan Bos.',  # never closed
    '"Philips neemt Signify over.\n\nWe groeien hard", zei Jan Bos.',  # of two paragraphs
    '"Philips neemt Signify over. We groeien hard."',  # from nobody
]


@pytest.mark.parametrize("text", FROM)
def test_a_claim_within_is_from_the_speaker(reader: Reader, text: str) -> None:
    found = reader.claim(text, "acquires").source
    assert found is not None
    assert found.text == "Jan Bos"


@pytest.mark.parametrize("text", NOT)
def test_any_other_claim_is_the_articles_own(reader: Reader, text: str) -> None:
    assert reader.claim(text, "acquires").source is None
