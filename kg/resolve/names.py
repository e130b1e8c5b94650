"""Names as identities: the slug that names a thing in an IRI, and the words by which names are compared."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from kg.resolve.name_words import NameWords

SPELLED_OUT = {"+": " plus ", "#": " sharp ", "@": " at ", "%": " percent "}  # signs that tell names apart
ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z][A-Za-z.&]{1,9}")  # two capitals at least: ECB, BoA, A.I.G.
UNINFLECTED = ("PER", "LOC")  # an "s" at the end of such a name is its own


def slug(name: str) -> str:
    """Lower-case letters and digits with hyphens between: "Crédit Agricole S.A." -> "credit-agricole-s-a".

    Names with the same slug are one entity. A name without a letter or digit gets a hash of itself.
    """
    spelled = "".join(SPELLED_OUT.get(c, c) for c in unicodedata.normalize("NFKD", name))
    bare = "".join(c for c in spelled if not unicodedata.combining(c)).lower().replace("'", "").replace("’", "")
    made = re.sub(r"[\W_]+", "-", bare).strip("-")
    return made or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True)
class Name:
    """A name of a thing of a type, and the words that all names share."""

    text: str
    type: str
    words: NameWords

    @cached_property
    def all_tokens(self) -> tuple[str, ...]:
        """The words of its slug; dots between single letters do not part: "A.I.G." -> ("aig",)."""
        return tuple(slug(re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)", "", self.text)).split("-"))

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """What tells it from other names: without an article before, a legal form and a plural ending behind.

        "Apple Inc." -> ("apple",), "The Beatles" -> ("beatle",), "iPods" -> ("ipod",), "Macintosh" -> ("mac",).
        """
        parts = list(self.all_tokens)
        while len(parts) > 1 and parts[-1] in self.words.legal_forms and self.type != "PER":
            parts.pop()
        if len(parts) > 1 and parts[0] in self.words.articles:
            parts.pop(0)
        if self.type not in UNINFLECTED:
            parts[-1] = _singular(parts[-1])
        return tuple(parts) if self.type == "PER" else tuple(self.words.variants.get(part, part) for part in parts)

    @cached_property
    def as_person(self) -> "Name":
        """The same text as the name of a person: "Jobs" has no plural ending then."""
        return Name(self.text, "PER", self.words)

    @cached_property
    def letters(self) -> str:
        """Its tokens as one text: "Mac OSX" and "Mac OS X" are equal."""
        return "".join(self.tokens)

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The tokens with a figure, sorted: "iPhone 3GS" -> ("3gs",)."""
        return tuple(sorted(token for token in self.all_tokens if any(c.isdigit() for c in token)))

    @cached_property
    def initials(self) -> frozenset[str]:
        """The acronyms that it may have: with its small words and without."""
        full = [t for t in self.all_tokens if t]
        without = [t for t in full if t not in self.words.small_words]
        return frozenset("".join(token[0] for token in parts) for parts in (full, without) if len(parts) > 1)

    @property
    def is_acronym(self) -> bool:
        """Whether it looks like one: "ECB", "BoA"."""
        return ACRONYM.fullmatch(self.text) is not None

    @property
    def rank(self) -> tuple[int, int, str]:
        """The fuller of two names has the higher rank."""
        return len(self.tokens), len(self.text), self.text


def _singular(token: str) -> str:
    """Without a plural "s" ("ipods", "touches"); the same for every form of a word, not always a word itself."""
    if len(token) < 4 or token.endswith("ss") or not token.endswith("s"):
        return token
    return token[:-2] if token.endswith(("ches", "shes", "xes")) else token[:-1]
