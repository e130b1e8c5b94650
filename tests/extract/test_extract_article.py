"""A whole article: its claims in order, its names and what may point back to them."""

from reading import Reader

from kg.extract.claim import Mention

TEXT = """De Duitse autofabrikant BMW sluit een fabriek in Genk. Dat meldt persbureau Reuters.

Het bedrijf ontslaat 400 medewerkers. Topvrouw Ilka Horst zegt dat zij de fabriek mist. Het regent er.
"""


def test_every_claim_lies_in_its_sentence(reader: Reader) -> None:
    extracted = reader.extracted(TEXT)
    assert extracted.claims
    for claim in extracted.claims:
        sentence = extracted.annotated.sentences[claim.sentence]
        assert 0 <= claim.trigger < len(sentence.words)
        for end in (claim.subject, claim.object, claim.source, claim.product):
            if isinstance(end, Mention):
                assert TEXT[end.start : end.end] == end.text
        assert sentence.start <= claim.subject.start < claim.subject.end <= sentence.end


def test_claims_come_in_the_order_of_the_text_and_once(reader: Reader) -> None:
    claims = reader.extracted(TEXT).claims
    assert [c.sentence for c in claims] == sorted(c.sentence for c in claims)
    assert len(claims) == len(set(claims))


def test_names(reader: Reader) -> None:
    names = [(m.text, m.type) for m in reader.extracted(TEXT).names]
    assert names == [("Duitse", "NORP"), ("BMW", "ORG"), ("Genk", "LOC"), ("Reuters", "ORG"), ("Ilka Horst", "PER")]


def test_anaphors_are_pronouns_and_definite_persons_and_organisations(reader: Reader) -> None:
    anaphors = [m.text for m in reader.extracted(TEXT).anaphors]
    assert {"bedrijf", "zij"} <= set(anaphors)
    assert not {"fabriek", "medewerkers", "autofabrikant"} & set(anaphors)


def test_no_text_no_claims(reader: Reader) -> None:
    for text in ("", "  \n\n ", "...", "\ufeff\u200b", "Hallo."):
        extracted = reader.extracted(text)
        assert (extracted.claims, extracted.names, extracted.anaphors) == ((), (), ())
