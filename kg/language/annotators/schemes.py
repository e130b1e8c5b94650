"""Which trees a parser makes, told by its labels, and what makes Universal Dependencies of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.errors import KgError
from kg.language.annotators import clearnlp, tiger, universal
from kg.language.annotators.parse import Parse

Convert = Callable[[Parse], None]


@dataclass(frozen=True, slots=True)
class Scheme:
    """signs: labels that only trees of this kind have all of."""

    signs: frozenset[str]
    convert: Convert


SCHEMES = (
    Scheme(frozenset(("nsubj", "obj", "case")), universal.to_universal),
    Scheme(frozenset(("nsubj", "dobj", "prep")), clearnlp.to_universal),
    Scheme(frozenset(("sb", "oa", "nk")), tiger.to_universal),
)


def converter(labels: Iterable[str], name: str) -> Convert:
    """What converts the trees of a parser with these labels; KgError for unknown ones. name: of the annotator."""
    known = set(labels)
    for scheme in SCHEMES:
        if scheme.signs <= known:
            return scheme.convert
    some = ", ".join(sorted(known)[:5]) or "none"
    raise KgError(
        f"{name}: the labels of its trees ({some}, ...) are unknown to kg, which reads Universal Dependencies, "
        "ClearNLP (spaCy's English) and TIGER (spaCy's German)"
    )
