"""What brackets introduce: an acronym or a stock symbol, as another name of what stands before them."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kg.extract.claim import Mention
from kg.resolve.name_words import NameWords
from kg.resolve.names import slug

INTRODUCED = re.compile(r"[\s\"'“”‘’]*\([\"'“”‘’]?")  # what stands between a name and its acronym in brackets
CLOSED = re.compile(r"[\"'“”‘’]?\)")
SYMBOL = re.compile(
    r"(?: \w+)?\s*\((?:([A-Za-z][A-Za-z .]{0,20}?)\s*:\s*)?([A-Z][A-Z0-9.]{0,6})\)"
)  # "shares (NYSE: C)"

IsKnown = Callable[[str, str], bool]  # whether the gazetteer has a name of a type


def introduced(mentions: Sequence[Mention], text: str, words: NameWords, is_known: IsKnown) -> dict[str, str]:
    """The other name of a thing -> the name that stood before it. mentions: in the order of the text."""
    return {**dict(_symbols(mentions, text, words, is_known)), **dict(_acronyms(mentions, text, words))}


def _acronyms(mentions: Sequence[Mention], text: str, words: NameWords) -> Iterator[tuple[str, str]]:
    """Acronyms behind the name that they stand for: "Worldwide Developers Conference (WWDC)"."""
    for full, short in pairwise(mentions):
        is_in_brackets = INTRODUCED.fullmatch(text[full.end : short.start]) and CLOSED.match(text, short.end)
        if is_in_brackets and _abbreviates(short.text, words.without_article(full.text)):
            yield short.text, full.text


def _abbreviates(short: str, full: str) -> bool:
    """Whether a short text with capitals has letters that stand in the long one in that order, from its first on."""
    letters = [c.lower() for c in short if c.isalnum()]
    if not (1 < len(letters) < len(full) / 2 and sum(c.isupper() for c in short) > 1):
        return False
    if letters[0] != full[:1].lower():
        return False
    rest = iter(full.lower())
    return all(letter in rest for letter in letters)


def _symbols(mentions: Sequence[Mention], text: str, words: NameWords, is_known: IsKnown) -> Iterator[tuple[str, str]]:
    """Stock symbols: "Apple (NASDAQ: AAPL)", or without an exchange where its letters are of the name."""
    for name in mentions:
        found = SYMBOL.match(text, name.end) if name.type == "ORG" else None
        if found and found[2] != name.text:
            exchange, symbol = found.groups()
            is_listed = exchange and " ".join(exchange.lower().split()) in words.exchanges
            if is_listed or (not exchange and _is_of(symbol, name.text) and not is_known(symbol, "ORG")):
                yield symbol, name.text


def _is_of(symbol: str, name: str) -> bool:
    """ "AAPL" is of Apple, "BABA" of Alibaba; a single letter tells nothing."""
    letters, whole = symbol.lower(), slug(name).replace("-", "")
    is_made_of = letters[0] == whole[0] and set(letters) <= set(whole)
    return len(symbol) > 1 and (is_made_of or letters in whole)
