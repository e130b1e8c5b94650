"""The templates of a language as trees, checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.language.times.rules import LENGTH, POINT, RULES, SORTS, Rule
from kg.language.times.slots import SLOTS
from kg.language.times.words import SLOT, Element, TimeWords, time_words


@dataclass
class Node:
    """A place in the tree of all templates: what may follow, and the rules that are complete here."""

    children: dict[str, dict[bool, "Node"]] = field(default_factory=dict)  # by word or slot, and whether it is inside
    slots: list[str] = field(default_factory=list)  # those of the children that are no words
    rules: list[str] = field(default_factory=list)

    def add(self, sequence: Sequence[Element], rule: str) -> None:
        """Add a template."""
        if not sequence:
            self.rules.append(rule)
            return
        (element, inside), *rest = sequence
        if SLOT.fullmatch(element) and element not in self.slots:
            self.slots.append(element)
        self.children.setdefault(element, {}).setdefault(inside, Node()).add(rest, rule)


@dataclass(frozen=True)
class Grammar:
    """The templates of a language as a tree for each sort of rule, and the slots that a word can begin."""

    words: TimeWords
    trees: Mapping[str, Node]
    starts: Mapping[str, frozenset[str]]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language; UsageError where its file has an unknown rule or slot, or lacks a needed one."""
    words = time_words(language)
    trees = {sort: Node() for sort in SORTS}
    for name, sequences in words.rules.items():
        if name not in RULES:
            raise words.file.error(("rules", name), f"unknown rule; known here: {', '.join(sorted(RULES))}")
        for sequence in sequences:
            if problem := _problem(RULES[name], sequence):
                raise words.file.error(("rules", name), problem)
            trees[RULES[name].sort].add(sequence, name)
    return Grammar(words, trees, _starts(words))


def _problem(rule: Rule, sequence: Sequence[Element]) -> str | None:
    """What is wrong with a template."""
    slots = [element for element, _ in sequence if SLOT.fullmatch(element)]
    if unknown := [slot for slot in slots if slot not in SLOTS and slot not in SORTS]:
        return f"unknown slot {unknown[0]}; known here: {', '.join(sorted({*SLOTS, LENGTH, POINT}))}"
    if missing := rule.missing(slot.strip("{}") for slot in slots):
        return f"a template lacks the slot {' or '.join(missing.split())}"
    if not any(inside for _, inside in sequence):
        return "a template has no words outside (...)"
    first = sequence[0][0]
    if first in SORTS and SORTS.index(first) >= SORTS.index(rule.sort):
        return f"a template of this rule cannot begin with {first}"
    return None


def _starts(words: TimeWords) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for slot, (_, name) in SLOTS.items():
        for first in words.entries.get(name, ()):
            found.setdefault(first, set()).add(slot)
            if name == "ordinals":
                found[first].add("{day}")
    return {first: frozenset(slots) for first, slots in found.items()}
