"""Matches the templates of a language against tokens: what is said where, not yet when it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.language.times.grammar import Grammar, Node
from kg.language.times.rules import RULES, SORTS
from kg.language.times.slots import SLOTS, Filled, spelled
from kg.language.times.tokens import Token
from kg.language.times.words import SLOT

Path = tuple[tuple[str, object, int, int], ...]  # element ("" outside the expression), its meaning, start and end token
DEEPEST = 4  # how far expressions nest; what is deeper is no text that people write
FIGURES = frozenset({"{year}", "{day}", "{quantity}", "{ordinal}", "{numeric}", "{clock}", "{decade_year}"})
NUMERALS = frozenset({"{day}", "{quantity}"})
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """A template that fits.

    slots: what each slot means, in order of appearance; start and end: token indexes of the expression itself; after:
    the token after everything that was matched; depth: how many matches are nested in each other.
    """

    rule: str
    slots: Mapping[str, tuple[object, ...]]
    start: int
    end: int
    after: int
    depth: int = 1

    def __getitem__(self, slot: str) -> object:
        return self.slots[slot][0]

    def get(self, slot: str) -> object:
        """The first filling of a slot, None if the template has no such slot."""
        return self.slots.get(slot, (None,))[0]


class Matcher:
    """All matches in one text."""

    def __init__(self, grammar: Grammar, tokens: Sequence[Token]) -> None:
        self.grammar = grammar
        self.tokens = tokens
        self._found: dict[tuple[str, int], list[Match]] = {}
        self._slots = [self._possible(i) for i in range(len(tokens))]

    def all(self) -> list[Match]:
        """Every match that can stand by itself, by where it begins."""
        for i in reversed(range(len(self.tokens))):
            for sort in SORTS:  # what an expression is made of begins further right, or is of an earlier sort
                self._found[sort, i] = list(self._walk(self.grammar.trees[sort], i, ()))
        every = (m for i in range(len(self.tokens)) for sort in SORTS for m in self._found[sort, i])
        return [match for match in every if not RULES[match.rule].inner]

    def _possible(self, i: int) -> frozenset[str]:
        """The slots that a token can begin: a quick look that spares most tokens the full one."""
        norm = self.tokens[i].norm
        slots = self.grammar.starts.get(norm, NOTHING)
        if norm[0].isdigit():
            return slots | FIGURES
        if norm[0].isalpha() and any(True for _ in spelled(self.grammar.words.language, self.tokens, i)):
            return slots | NUMERALS
        return slots

    def _walk(self, node: Node, i: int, path: Path) -> Iterator[Match]:
        yield from (_match(rule, i, path) for rule in node.rules)
        if i == len(self.tokens):
            return
        for element in (self.tokens[i].norm, *node.slots):
            if children := node.children.get(element):
                for end, value in self._fill(element, i):
                    for inside, child in children.items():
                        yield from self._walk(child, end, (*path, (element if inside else "", value, i, end)))

    def _fill(self, element: str, i: int) -> Iterator[Filled]:
        """What an element can be at a token: the word itself, an inner match, or a slot."""
        if element in SORTS:
            yield from ((m.after, m) for m in self._found[element, i] if m.depth < DEEPEST)
        elif element in self._slots[i]:
            function, name = SLOTS[element]
            yield from function(self.grammar.words, name, self.tokens, i)
        elif not element.startswith("{"):
            yield i + 1, None


def _match(rule: str, after: int, path: Path) -> Match:
    slots: dict[str, tuple[object, ...]] = {}
    for element, value, _, _ in path:
        if SLOT.fullmatch(element):
            name = element.strip("{}")
            slots[name] = (*slots.get(name, ()), value)
    inside = [(start, end) for element, _, start, end in path if element]
    depth = 1 + max((value.depth for _, value, _, _ in path if isinstance(value, Match)), default=0)
    return Match(rule, slots, inside[0][0], inside[-1][1], after, depth)
