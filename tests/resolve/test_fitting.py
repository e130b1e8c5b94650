"""A claim whose ends turn out to be of other types is left out."""

import pytest

from kg.extract.signatures import Signature
from kg.resolve.fitting import fitting
from kg.resolve.resolved import Entity, Fact

SIGNATURES = {
    "launches": Signature("launches", ("ORG",), ("PROD", "WORK"), "entity"),
    "basedIn": Signature("basedIn", ("ORG", "THING"), ("LOC",), "entity"),
    "unitsSold": Signature("unitsSold", ("PROD",), (), "figure"),
    "filesForBankruptcy": Signature("filesForBankruptcy", ("ORG",), (), "none"),
}


@pytest.mark.parametrize(
    ("subject", "relation", "object_", "fits"),
    [
        ("ORG", "launches", "PROD", True),
        ("ORG", "launches", "ORG", False),
        ("PER", "launches", "PROD", False),
        ("EVENT", "basedIn", "LOC", True),
        ("EVENT", "basedIn", "ORG", False),
        ("PROD", "unitsSold", "5 miljoen", True),
        ("ORG", "unitsSold", "5 miljoen", False),
        ("ORG", "filesForBankruptcy", None, True),
        ("PER", "filesForBankruptcy", None, False),
        ("PER", "advises", "LOC", True),
    ],
)
def test_a_fact_is_kept_if_its_relation_takes_both_types(
    subject: str, relation: str, object_: str | None, fits: bool
) -> None:
    literal = relation == "unitsSold"
    entities = [
        Entity("entity/a", subject, ()),
        *([Entity("entity/b", object_, ())] if object_ and not literal else []),
    ]
    end = object_ if literal else object_ and "entity/b"
    fact = Fact("entity/a", relation, end, literal, "Asserted", None, None, None, None, ())
    assert list(fitting([fact], entities, SIGNATURES)) == ([fact] if fits else [])
