"""Names as identities: which names of one article are the same thing, and the slug that names it in an IRI."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from kg.extract.claim import Mention

LEGAL_FORMS = frozenset(
    [
        "ab",
        "ag",
        "asa",
        "bv",
        "bvba",
        "co",
        "company",
        "corp",
        "corporation",
        "gmbh",
        "inc",
        "incorporated",
        "kg",
        "kk",
        "limited",
        "llc",
        "ltd",
        "nv",
        "oyj",
        "plc",
        "sa",
        "sarl",
        "sas",
        "se",
        "spa",
    ]
)
SPELLED_OUT = {"+": " plus ", "#": " sharp ", "@": " at ", "%": " percent "}  # signs that tell names apart


def slug(name: str) -> str:
    """Lower-case letters and digits with hyphens between: "Crédit Agricole S.A." -> "credit-agricole-s-a".

    Names with the same slug are one entity. A name without a letter or digit gets a hash of itself.
    """
    spelled = "".join(SPELLED_OUT.get(c, c) for c in unicodedata.normalize("NFKD", name))
    bare = "".join(c for c in spelled if not unicodedata.combining(c)).lower().replace("'", "").replace("’", "")
    made = re.sub(r"[\W_]+", "-", bare).strip("-")
    return made or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def tokens(name: str) -> tuple[str, ...]:
    """The words of a name as in its slug, without legal forms at its end ("Apple Inc." -> ("apple",))."""
    parts = slug(re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)", "", name)).split("-")
    while len(parts) > 1 and parts[-1] in LEGAL_FORMS:
        parts.pop()
    return tuple(parts)


def canonical(names: Iterable[Mention]) -> dict[str, str]:
    """Each name of one article -> the name it is short for, itself if none.

    A person's single name stands for the one full name that ends or begins with it ("Jobs" for "Steve Jobs"); an
    organisation's stands for the one that differs by a legal form. Where two would fit, the short one stays alone.
    """
    by_text: dict[str, str] = {}
    for mention in names:
        by_text.setdefault(mention.text, mention.type)
    return {text: _fullest(text, kind, by_text) for text, kind in by_text.items()}


def _fullest(text: str, kind: str, by_text: dict[str, str]) -> str:
    own = tokens(text)
    if kind == "PER" and len(own) == 1:
        longer = {o for o, k in by_text.items() if k == "PER" and len(t := tokens(o)) > 1 and own[0] in (t[0], t[-1])}
    else:
        longer = {o for o, k in by_text.items() if k == kind and o != text and tokens(o) == own and len(o) > len(text)}
    identities = {tokens(o) for o in longer}
    return max(longer, key=lambda o: (len(o), o)) if len(identities) == 1 else text
