"""Hyphened compounds of a name and a common noun: "Xiaomi-CEO"."""

import re

from kg.extract.tree import Tree

ABBREVIATION = re.compile(r"[A-Z]{1,3}\d?$")


def compound_tail(name: str, tree: Tree, names: frozenset[str]) -> str:
    """The common noun at the end of a hyphened compound with a name ("CEO" of "Xiaomi-CEO"), "" if there is none.

    The whole word where no name stands in front of the hyphen ("EV-eenheid" is a description).
    """
    front, hyphen, tail = name.rpartition("-")
    front, tail = front.rstrip(), tail.lstrip()
    if not hyphen or not front or not tail:
        return ""
    lower = tail.lower()
    is_common = (tail.islower() and len(tail) > 2 and tail.isalpha()) or tree.lexicon.is_common(
        tree.lexicon.base_form(lower, lower)
    )
    if not is_common and not tree.lexicon.role_relations(lower):
        return ""
    if ABBREVIATION.fullmatch(front) and front not in names and not _may_be_employer(front, lower, tree):
        return name
    return tail if front[:1].isupper() or front in names else ""


def _may_be_employer(front: str, tail: str, tree: Tree) -> bool:
    """Whether an abbreviation before a person's title may be an organisation: "VW-Chef", but not "IT-Chef"."""
    lexicon = tree.lexicon
    fields = lexicon.lists["fields"]
    of_persons = any(lexicon.signatures[r].subject[0] == "PER" for r in lexicon.role_relations(tail))
    return bool(fields) and front.lower() not in fields and of_persons
