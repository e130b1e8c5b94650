"""A sentence as extractors see it: its tree, its mentions, its times and amounts, and a way to make claims of them."""

from collections.abc import Iterable
from functools import cached_property

from kg.extract.claim import ASSERTED, Claim, Figure, Mention
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Mentions, typed
from kg.extract.tree import Tree
from kg.language.amounts import Amount, find_amounts
from kg.language.annotated import Annotated
from kg.language.times.find import TimeExpression, find_times


class Passage:
    """One sentence of an annotated article."""

    def __init__(self, annotated: Annotated, index: int, lexicon: Lexicon, names: frozenset[str]) -> None:
        self.annotated = annotated
        self.index = index
        self.lexicon = lexicon
        self.sentence = annotated.sentences[index]
        self.text = annotated.document.text
        self.tree = Tree(self.sentence, lexicon)
        self.mentions = Mentions(annotated, index, self.tree, names)

    @cached_property
    def times(self) -> list[tuple[TimeExpression, int]]:
        """The time expressions, each with its head word."""
        found = find_times(self._text, self.annotated.language, self.annotated.document.date)
        return [(t, self._head(t.start, t.end)) for t in found]

    @cached_property
    def amounts(self) -> list[tuple[Amount, int]]:
        """The amounts, each with its head word."""
        taken = [(t.start, t.end) for t, _ in self.times]
        return [(a, self._head(a.start, a.end)) for a in find_amounts(self._text, self.annotated.language, taken)]

    @property
    def _text(self) -> str:
        return self.text[self.sentence.start : self.sentence.end]

    def words(self, start: int, end: int) -> list[int]:
        """The words between two offsets of the sentence."""
        start, end = start + self.sentence.start, end + self.sentence.start
        return [i for i, w in enumerate(self.tree.words) if w.start < end and w.end > start]

    def _head(self, start: int, end: int) -> int:
        inside = self.words(start, end)
        tops = (i for i in inside if not any(a in inside for a in self.tree.ancestors(i)))
        return next(tops, inside[0] if inside else -1)

    @cached_property
    def titles(self) -> list[tuple[int, int]]:
        """The roles of several words ("vice president"), as spans of words."""
        return self.tree.find(self.lexicon.titles)

    @cached_property
    def measured(self) -> frozenset[int]:
        """The words of times and amounts, which are no things that take part in a relation."""
        spans = [(t.start, t.end) for t, _ in self.times] + [(a.start, a.end) for a, _ in self.amounts]
        return frozenset(i for start, end in spans for i in self.words(start, end))

    def mention(self, head: int, types: tuple[str, ...]) -> Mention | None:
        """What the phrase with this head refers to, if it can be of one of the types."""
        if head in self.measured and self.tree.entity(head) is None:
            return None
        found = self.mentions.at(head)
        return typed(found, types) if found else None

    def all(self, heads: Iterable[int], types: tuple[str, ...]) -> list[Mention]:
        """The mentions of several phrases, each place once."""
        found = [m for h in heads if (m := self.mention(h, types))]
        return list(dict.fromkeys(found))

    def owners(self, noun: int, types: tuple[str, ...]) -> list[Mention]:
        """What a noun is of, the nearest that fits the types: Kering for "le chiffre d'affaires de Kering"."""
        tree, of, level = self.tree, self.lexicon.lists["of"], [noun]
        while level:
            below = [c for n in level for c in tree.children(n, "nmod") if tree.preposition(c) in of]
            level = [each for c in below for each in tree.conjuncts(c) if each not in self.measured]
            if found := self.all(level, types):
                return found
        return []

    def claim(
        self,
        subject: Mention,
        relation: str,
        object_: Mention | str | None,
        extractor: str,
        trigger: int,
        *,
        object_span: tuple[int, int] | None = None,
        role: str | None = None,
        figure: Figure | None = None,
        content: frozenset[int] = frozenset(),
        modality: str = ASSERTED,
    ) -> Claim:
        """A claim of this sentence; time, source and the rest of its modality are added later."""
        return Claim(
            subject,
            relation,
            object_,
            extractor,
            self.index,
            trigger,
            object_span=object_span,
            role=role,
            figure=figure,
            content=content,
            modality=modality,
        )

    def span(self, words: Iterable[int]) -> tuple[int, int] | None:
        """The offsets from the first to the last of the words that are no punctuation."""
        inside = [i for i in sorted(words) if self.tree[i].upos != "PUNCT"]
        return (self.tree[inside[0]].start, self.tree[inside[-1]].end) if inside else None
