"""What relations hold between: the file, and the mistakes in it."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.extract.signatures import Signature, load_signatures
from kg.resources import SHIPPED

CONTRACT = """ceoOf chairOf executiveOf spokespersonOf founderOf officeHolderOf memberOf worksFor
subsidiaryOf ownsStakeIn acquires mergesWith partnersWith competesWith investsIn funds ordersFrom sues
produces launches closes filesForBankruptcy basedIn locatedIn
priceChange priceLevel reportsRevenue reportsProfit reportsLoss cutsJobs employs hasPrice unitsSold says isA"""
MISTAKES = [
    ("ceoOf: [PER]", 1, "ceoOf: this must be a mapping"),
    ("ceoOf: {subject: PER}", 1, "ceoOf.subject: this must be a list"),
    ("ceoOf:\n  subject: [PER]\n  objects: [ORG]", 3, "ceoOf.objects: unknown key; known here: kind, "),
    ("ceoOf:\n  subject: [PER]\n  object: [ORG, PERSON]", 3, "ceoOf.object: unknown type PERSON; known: EVENT, "),
    ("ceoOf:\n  subject: [HUMAN, PERSON]", 2, "ceoOf.subject: unknown type HUMAN"),
    ("says:\n  subject: [PER]\n  kind: string", 3, "says.kind: this must be one of entity, figure, none, text"),
    ("sues: {subject: [PER]}\nmeets:\n  symmetric: 1", 3, "meets.symmetric: this must be true or false"),
    ("5: {}", 1, "5: write this key in quotes"),
    ("ceoOf: {subject: [PER}", 1, "this is not YAML"),
]


def written(folder: Path, text: str) -> dict[str, Signature]:
    (folder / "relations.yaml").write_text(text, "utf-8")
    return load_signatures(folder)


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_named_with_file_line_and_key(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        written(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'relations.yaml'}, line {line}: {message}")


def test_what_is_read(tmp_path: Path) -> None:
    text = "meets: {subject: [PER, ORG], object: [PER], symmetric: true}\nsays: {subject: [PER], kind: text}"
    assert list(written(tmp_path, text).values()) == [
        Signature("meets", ("PER", "ORG"), ("PER",), "entity", symmetric=True),
        Signature("says", ("PER",), (), "text"),
    ]


def test_the_shipped_file_has_the_relations_of_the_contract() -> None:
    signatures = load_signatures(SHIPPED)
    assert set(CONTRACT.split()) <= set(signatures)
    assert {name: s.relation for name, s in signatures.items()} == {name: name for name in signatures}


@pytest.mark.parametrize("signature", load_signatures(SHIPPED).values(), ids=lambda s: s.relation)
def test_every_shipped_relation_says_what_it_holds_between(signature: Signature) -> None:
    assert signature.subject
    assert bool(signature.object) == (signature.kind == "entity")
    assert not signature.symmetric or set(signature.subject) == set(signature.object)
