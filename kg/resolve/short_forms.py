"""When one name is a shorter or another form of a second: the rules that hold within one article.

Each rule is a small function of the two names; the second is always the fuller one. What an article calls "Jobs" is
Steve Jobs if it names no other Jobs; across articles more is asked for (see kg.resolve.features).
"""

from collections.abc import Callable

from kg.resolve.names import Name

FAMILIES = ("PROD", "WORK", "EVENT", "ORG")  # types of which the front of a name may be left out
SMALLEST_INDEX = 20  # firms: BEL 20, SMI 20
Rule = Callable[[Name, Name], bool]


def same_words(short: Name, full: Name) -> bool:
    """Equal but for legal form, article, plural, blanks: "Apple" and "Apple Inc.", "iPods" and "iPod"."""
    return short.letters == full.letters and _alike(short, full)


def part_of_person(short: Name, full: Name) -> bool:
    """A first name or a family name: "Jobs" and "Steve Jobs", "Van der Meer" and "Jan van der Meer"."""
    if short.type != "PER" or full.type != "PER" or len(short.tokens) >= len(full.tokens):
        return False
    return short.tokens == full.tokens[:1] or is_family_name(short.tokens, full)


def is_family_name(tokens: tuple[str, ...], full: Name) -> bool:
    """Whether words are the end of a person's name, with the particles of the family name or without."""
    if full.tokens[-len(tokens) :] != tokens:
        return False
    return len(tokens) == 1 or all(token in full.words.particles for token in tokens[:-1])


def initialled(short: Name, full: Name) -> bool:
    """Given names by their initials: "S. Jobs" and "Steve Jobs"."""
    if short.type != "PER" or full.type != "PER" or len(short.tokens) < 2 or len(full.tokens) < 2:
        return False
    first, other = short.tokens[0], full.tokens[0]
    return len(first) == 1 and len(other) > 1 and other.startswith(first) and short.tokens[-1] == full.tokens[-1]


def given_name(short: Name, full: Name) -> bool:
    """A short form of the given name, or no middle initial: "Tim Cook" and "Timothy D. Cook"."""
    if short.type != "PER" or full.type != "PER" or len(short.tokens) < 2 or len(full.tokens) < 2:
        return False
    is_last_equal = short.tokens[-1] == full.tokens[-1] and short.tokens != full.tokens
    return is_last_equal and _without_initials(short) == _without_initials(full)


def acronym(short: Name, full: Name) -> bool:
    """The initials of the fuller name: "ECB" and "Europese Centrale Bank"."""
    letters = short.text.replace(".", "").replace("&", "").lower()
    return short.is_acronym and _no_person(short, full) and letters in full.initials


def described(short: Name, full: Name) -> bool:
    """An organisation with what it is behind its name: "Cisco" and "Cisco Systems"."""
    size = len(short.tokens)
    return (
        short.type == full.type == "ORG"
        and full.tokens[:size] == short.tokens
        and len(full.tokens) > size
        and all(full.words.is_descriptor(token) for token in full.tokens[size:])
    )


def front_left_out(short: Name, full: Name) -> bool:
    """The end of a longer name: "Lion" and "Mac OS X Lion", "Commissie" and "Europese Commissie".

    A product's figure is never left out ("iPhone" is no "3G iPhone"), nor what a small word binds ("Back to the Mac").
    """
    size = len(full.tokens) - len(short.tokens)
    is_end = size > 0 and full.tokens[size:] == short.tokens and full.tokens[size - 1] not in full.words.small_words
    return is_end and _may_be_families(short, full) and short.figures == full.figures


def middle_left_out(short: Name, full: Name) -> bool:
    """A product without a word within its name: "iTunes Store" and "iTunes Music Store"."""
    if not (1 < len(short.tokens) < len(full.tokens) and "PROD" in (short.type, full.type)):
        return False
    ends = short.tokens[0] == full.tokens[0] and short.tokens[-1] == full.tokens[-1]
    return ends and _may_be_families(short, full) and _in_order(short.tokens, full.tokens)


def turned_round(short: Name, full: Name) -> bool:
    """A product with its words in another order: "3G iPhone" and "iPhone 3G"."""
    return short.type == full.type == "PROD" and sorted(short.tokens) == sorted(full.tokens)


def figure_left_out(short: Name, full: Name) -> bool:
    """A stock index without how many firms are in it: "S&P" and "S&P 500". It holds for known names only."""
    *front, last = full.tokens
    return last.isdigit() and int(last) >= SMALLEST_INDEX and tuple(front) == short.tokens


RULES: list[Rule] = [
    same_words,
    part_of_person,
    initialled,
    given_name,
    acronym,
    described,
    front_left_out,
    middle_left_out,
    turned_round,
]


def is_short_for(short: Name, full: Name) -> bool:
    """Whether any rule takes the first for a form of the second."""
    return any(rule(short, full) for rule in RULES)


def _without_initials(person: Name) -> tuple[str, ...]:
    """The words of a person's name without those of one letter behind the first, which is as it is written in full."""
    first, *rest = person.tokens
    return person.words.given_names.get(first, first), *(token for token in rest if len(token) > 1)


def _alike(a: Name, b: Name) -> bool:
    """Whether the types allow one thing: a person is no organisation; the model often confuses the others."""
    return a.type == b.type or _no_person(a, b)


def _may_be_families(a: Name, b: Name) -> bool:
    """Whether both are of the types that the model often confuses, as it does products and organisations."""
    return a.type in FAMILIES and b.type in FAMILIES


def _no_person(a: Name, b: Name) -> bool:
    return "PER" not in (a.type, b.type)


def _in_order(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    rest = iter(whole)
    return all(token in rest for token in part)
