"""How a name is written: the spellings that count as one, and the regular endings of adjectives and inhabitants."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

Endings = Mapping[str, Sequence[str]]  # the suffix of a stem -> what it becomes

_ACCENT = re.compile("[\u0300-\u036f]")  # combining marks
_QUOTES = str.maketrans("‘’", "''")
_JOINED = re.compile(r"\s*(['&])\s*")
_LETTERS = re.compile(r"\b(\w)\.\s*(?=\w\b)")
_BLANKS = re.compile(r"[\s\-‐-―,]+")


@lru_cache(1024)  # the names of an entry are often the same in several languages
def spelling(text: str) -> str:
    """A form without the differences that do not count: accents, dots, hyphens, and blanks such as tokenizers put in.

    "V. S." -> "VS", "S & P 500" -> "S&P 500", "Zuid-Korea" -> "Zuid Korea", "Haïti" -> "Haiti".
    """
    if not text.isascii():
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", text.translate(_QUOTES)))
    if text.isalpha():
        return text
    if "." in text:
        text = _LETTERS.sub(r"\1", text).replace(".", "")
    if "'" in text or "&" in text:
        text = _JOINED.sub(r"\1", text)
    return _BLANKS.sub(" ", text).strip()


def name_key(form: str) -> str:
    """The key under which a name is kept: in small letters, but short acronyms ("US") as they are."""
    plain = spelling(form)
    return plain if plain.isupper() and len(plain) <= 5 else plain.casefold()


def word_key(form: str) -> str:
    """The key under which an adjective or inhabitant is kept: only a capital in front is kept as it is.

    So English "Polish" is found in "POLISH", not in "polish"; French "américain" also at the head of a sentence.
    """
    plain = spelling(form)
    return plain[:1] + plain[1:].casefold()


def inflect(stem: str, endings: Endings) -> list[str] | None:
    """The forms of a stem after the longest suffix that fits it; None if none fits."""
    for start in range(len(stem) + 1):
        if own := endings.get(stem[start:]):
            return [stem[:start] + ending for ending in own]
    return None
