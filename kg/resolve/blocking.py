"""Which names are compared at all: those that share a key. Others cannot be one thing by any feature.

Every name has a few keys, and keys that many names share are passed over (a family name of dozens of persons tells
none of them), so the pairs grow about as the names do.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from kg.resolve.features import MISSPELLED
from kg.resolve.names import Name
from kg.resolve.profiles import Profile
from kg.resolve.short_forms import FAMILIES

LARGEST = 40  # names under one key
Keys = Callable[[Name], Iterable[str]]


def _words(name: Name) -> Iterator[str]:
    yield "words:" + " ".join(sorted(name.tokens))
    yield "letters:" + name.letters


def _family_name(name: Name) -> Iterator[str]:
    """Of persons, and of what the model may have taken for something else: "Jobs"."""
    if name.type == "PER" or len(name.all_tokens) == 1:
        yield "family:" + name.as_person.tokens[-1]


def _acronym(name: Name) -> Iterator[str]:
    if name.type != "PER":
        letters = name.text.replace(".", "").replace("&", "").lower()
        yield from (f"initials:{known}" for known in sorted(name.initials | ({letters} if name.is_acronym else set())))


def _described(name: Name) -> Iterator[str]:
    """An organisation's name without what it is."""
    if name.type == "ORG":
        parts = list(name.tokens)
        while len(parts) > 1 and name.words.is_descriptor(parts[-1]):
            parts.pop()
        yield "core:" + " ".join(parts)


def _endings(name: Name) -> Iterator[str]:
    if name.type in FAMILIES:
        yield from (f"end:{' '.join(name.tokens[i:])}" for i in range(len(name.tokens)))


def _ends(name: Name) -> Iterator[str]:
    """A product by its first and last word."""
    if name.type == "PROD" and len(name.tokens) > 1:
        yield f"ends:{name.tokens[0]} {name.tokens[-1]}"


def _one_letter_less(name: Name) -> Iterator[str]:
    """The method of SymSpell: names that differ in one letter are equal without one."""
    if len(name.letters) >= MISSPELLED:
        letters = name.letters
        yield f"less:{letters}"
        yield from (f"less:{letters[:i]}{letters[i + 1 :]}" for i in range(len(letters)))


KEYS: list[Keys] = [_words, _family_name, _acronym, _described, _endings, _ends, _one_letter_less]


def pairs(profiles: Iterable[Profile]) -> list[tuple[Profile, Profile]]:
    """The pairs to compare, each once, sorted by their keys."""
    blocks: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for key in {key for keys in KEYS for key in keys(profile.name)}:
            blocks[key].append(profile)
    found = {}
    for block in blocks.values():
        if 1 < len(block) <= LARGEST:
            for i, a in enumerate(block):
                for b in block[i + 1 :]:
                    found[min(a.key, b.key), max(a.key, b.key)] = (a, b)
    return [found[keys] for keys in sorted(found)]
