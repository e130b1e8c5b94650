"""Decisions and links about what no article has now."""

from kg.resolve.decisions_file import DecisionsFile
from kg.resolve.links import Link, Links
from kg.resolve.resolved import Entity, Merge, Resolved
from kg.resolve.stale import stale_decisions, stale_links

MERGE = Merge("entity/apple", ("entity/apple", "entity/apple-computer"), "Apple", "Apple Computer", 1.0, ())
ENTITIES = tuple(Entity(f"entity/{name}", "ORG", ()) for name in ("apple", "mi", "mi-in-a-txt"))
RESOLVED = Resolved((), ENTITIES, (), (), (MERGE,))


def test_what_has_an_effect_is_not_told() -> None:
    decisions = DecisionsFile(
        (("Apple", "Apple Computer"),), (("Mi", "entity/apple"),), {"Mi": "M"}, {"apple": "ORG"}, {"Mi": (("a.txt",),)}
    )
    assert stale_decisions(decisions, RESOLVED) is None
    assert (
        stale_links(Links({"entity/mi": Link(())}, {"https://x.example": frozenset(["entity/gone"])}), RESOLVED) is None
    )


def test_what_has_none_is_one_line() -> None:
    decisions = DecisionsFile(
        (("Apple", "Aple"),),
        (("Mi", "Xi"),),
        {"Oude Mi": "M"},
        {"Wei": "ORG"},
        {"Mi": (("a.txt",), ("b.txt", "c.txt"))},
    )
    assert stale_decisions(decisions, RESOLVED) == (
        "no article has Aple (same), Xi (different), Oude Mi (rename), Wei (type), Mi in b.txt, c.txt (namesakes):"
        " it has no effect now"
    )
    gone = Links({f"entity/gone{i}": Link(()) for i in range(7)})
    assert stale_links(gone, RESOLVED) == (
        "no entity is entity/gone0 (links), entity/gone1 (links), entity/gone2 (links), entity/gone3 (links),"
        " entity/gone4 (links) and 2 more: it has no effect now"
    )
