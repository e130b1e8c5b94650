"""How much speaks for two names being one thing: a list of small features that explain themselves.

The method is that of nomenklatura's and similar matchers: each feature is between 0 and 1, has a weight (negative
where it speaks against), and the sum is the score. The weights were set on 60 annotated articles. The first name of a
pair is the shorter one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from kg.resolve import short_forms
from kg.resolve.names import Name, slug
from kg.resolve.profiles import Profile

SAME = 0.8  # from this score on two names are one thing
UNSURE = 0.55  # from this score on a person is asked: one wrong letter alone is too little
MISSPELLED = 6  # letters of a name, from which on one wrong letter is a slip of the pen
MOSTLY = 4  # times as often

Compute = Callable[[Profile, Profile], bool]


@dataclass(frozen=True, slots=True)
class Feature:
    """says: the reason in words; weight: what it adds to the score if it holds."""

    says: str
    weight: float
    holds: Compute


def _names(rule: Callable[[Name, Name], bool]) -> Compute:
    return lambda short, full: rule(short.name, full.name)


def family_name(short: Profile, full: Profile) -> bool:
    """ "Jobs" and "Steve Jobs"; a first name alone is too little across articles."""
    persons = full.name.type == "PER" and (short.name.type == "PER" or mostly_the_person(short, full))
    is_shorter = len(short.name.tokens) < len(full.name.tokens)
    return persons and is_shorter and short_forms.is_family_name(short.name.as_person.tokens, full.name)


def mostly_the_person(short: Profile, full: Profile) -> bool:
    """Far more articles use the name for the person than for a thing that is not known: the model erred there."""
    return full.name.type == "PER" and not short.known and full.called[slug(short.name.text)] >= MOSTLY * short.articles


def spelled_alike(short: Profile, full: Profile) -> bool:
    """One letter is wrong, missing or in another place: "CBNC News" and "CNBC News"."""
    a, b = short.name.letters, full.name.letters
    if a == b or min(len(a), len(b)) < MISSPELLED:
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) == 1


def called_so(short: Profile, full: Profile) -> bool:
    """An article uses the shorter name for what it calls by the fuller one too."""
    return bool(full.called[slug(short.name.text)] or short.called[slug(full.name.text)])


def same_role(short: Profile, full: Profile) -> bool:
    """Both have a role in the same organisation."""
    return bool(short.anchors & full.anchors)


def same_company(short: Profile, full: Profile) -> bool:
    """Articles name the same others beside both; what everyone knows does not count."""
    return bool(short.companions & full.companions - {short.key, full.key})


def other_place(short: Profile, full: Profile) -> bool:
    """They are based in different places."""
    return bool(short.places and full.places) and not short.places & full.places


def other_field(short: Profile, full: Profile) -> bool:
    """Persons of different fields: a footballer and a banker."""
    return bool(short.fields and full.fields) and not short.fields & full.fields


def other_type(short: Profile, full: Profile) -> bool:
    """A person is nothing else, nor is a place."""
    types = {short.name.type, full.name.type}
    return len(types) > 1 and ("PER" in types or "LOC" in types) and not mostly_the_person(short, full)


def other_number(short: Profile, full: Profile) -> bool:
    """Their figures differ: "iPhone 4" and "iPhone 5"."""
    return short.name.figures != full.name.figures


def both_known(short: Profile, full: Profile) -> bool:
    """Both are known things of their own."""
    return bool(short.known and full.known)


FEATURES: list[Feature] = [
    Feature("the same words", 1.0, _names(short_forms.same_words)),
    Feature("the same words in another order", 0.8, _names(short_forms.turned_round)),
    Feature("the family name", 0.2, family_name),
    Feature("the initials of the given names", 0.45, _names(short_forms.initialled)),
    Feature("the given name in another form", 0.55, _names(short_forms.given_name)),
    Feature("an acronym", 0.45, _names(short_forms.acronym)),
    Feature("what it is stands behind the name", 0.55, _names(short_forms.described)),
    Feature("the front of the name is left out", 0.3, _names(short_forms.front_left_out)),
    Feature("a word within the name is left out", 0.3, _names(short_forms.middle_left_out)),
    Feature("one letter differs", 0.5, spelled_alike),
    Feature("an article uses both", 0.4, called_so),
    Feature("a role in the same organisation", 0.3, same_role),
    Feature("named beside the same others", 0.25, same_company),
    Feature("based elsewhere", -0.3, other_place),
    Feature("another field", -0.5, other_field),
    Feature("another kind of thing", -1.0, other_type),
    Feature("other figures in the name", -1.0, other_number),
    Feature("both known as different things", -1.0, both_known),
]


@dataclass(frozen=True, slots=True)
class Score:
    """value: between 0 and 1. reasons: the features that hold, each with its weight."""

    value: float
    reasons: tuple[str, ...]


def score(a: Profile, b: Profile) -> Score:
    """How surely two names are one thing."""
    short, full = sorted((a, b), key=lambda p: (p.name.rank, p.key))
    holding = [feature for feature in FEATURES if feature.holds(short, full)]
    total = sum(feature.weight for feature in holding)
    reasons = tuple(f"{feature.says} ({feature.weight:+.2f})" for feature in holding)
    return Score(round(min(1.0, max(0.0, total)), 2), reasons)
