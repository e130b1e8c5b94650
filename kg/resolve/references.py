"""Pronouns and descriptions: which name of the article they stand for. Unresolved is better than wrong.

A salience model in the tradition of Lappin and Leass (1994): names before the anaphor, of a type that fits, weighed by
nearness, grammatical role and how much the article is about them; a choice is made only if the best is clearly ahead.
"""

from collections import Counter
from dataclasses import dataclass

from kg.extract.claim import PRONOUN, Claim, Mention
from kg.language.annotated import Annotated, Sentence, Word
from kg.resolve.full_names import FullNames

REACH = {PRONOUN: 2, "description": 5}  # sentences back
NEARNESS = 1.0  # lost with each sentence between
SUBJECT, PASSIVE_SUBJECT, POSSESSOR = 2.0, 1.5, 0.5
TOPIC = 1.0  # times the share of the article's mentions of that type
KIND = 3.0  # the article calls the name so: "smartphonemaker Xiaomi ... de smartphonemaker"
AHEAD = 0.7  # the least lead of the best over the second


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that an anaphor may stand for, with its weight."""

    name: str
    weight: float


class References:
    """Finds antecedents within one article."""

    def __init__(
        self,
        annotated: Annotated,
        names: tuple[Mention, ...],
        full: FullNames,
        claims: tuple[Claim, ...],
        anaphors: tuple[Mention, ...],
    ) -> None:
        self.pronouns = tuple(m for m in anaphors if m.kind == PRONOUN)
        self._found: dict[Mention, str | None] = {}
        self.sentences = annotated.sentences
        self.names = names
        self.full = full
        self.counts = Counter((m.type, full[m.text]) for m in names)
        self.totals = Counter(m.type for m in names)
        self.kinds = {(full[c.subject.text], str(c.object).lower()) for c in claims if c.relation == "isA"}

    def antecedent(self, anaphor: Mention) -> str | None:
        """The full name that an anaphor stands for, None if that is not clear."""
        if anaphor not in self._found:
            self._found[anaphor] = self._clearest(anaphor)
        return self._found[anaphor]

    def _clearest(self, anaphor: Mention) -> str | None:
        best: dict[str, float] = {}
        for candidate in self._candidates(anaphor):
            best[candidate.name] = max(best.get(candidate.name, 0.0), candidate.weight)
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < AHEAD):
            return None
        return ranked[0][0]

    def _candidates(self, anaphor: Mention) -> list[Candidate]:
        types = anaphor.type.split("|")
        named = [(m, self.full[m.text]) for m in self.names if m.type in types and self._is_near(m, anaphor)]
        alike = [p for p in self.pronouns if p.text.lower() == anaphor.text.lower() and self._is_near(p, anaphor)]
        named += [(p, name) for p in alike if (name := self.antecedent(p))]
        return [Candidate(name, self._weight(m, anaphor, name)) for m, name in named]

    def _is_near(self, mention: Mention, anaphor: Mention) -> bool:
        """Whether a mention stands before an anaphor, in its reach and not as its coargument."""
        is_within = anaphor.sentence - mention.sentence <= REACH[anaphor.kind]
        return is_within and mention.end <= anaphor.start and not self._is_coargument(mention, anaphor)

    def _weight(self, mention: Mention, anaphor: Mention, full: str) -> float:
        weight = 4.0 - NEARNESS * (anaphor.sentence - mention.sentence)
        weight += _role(self.sentences[mention.sentence], mention.head)
        kind = mention.type if mention.kind != PRONOUN else self.full.types[full]
        weight += TOPIC * self.counts[kind, full] / self.totals[kind]
        noun = anaphor.text.lower().split()[-1]
        if anaphor.kind != PRONOUN and any(n == full and k.endswith(noun) for n, k in self.kinds):
            weight += KIND
        return weight

    def _is_coargument(self, mention: Mention, anaphor: Mention) -> bool:
        """Two arguments of one verb are two things, but a possessive may point to either."""
        if mention.sentence != anaphor.sentence:
            return False
        words = self.sentences[anaphor.sentence].words
        if words[anaphor.head].deprel.startswith(("nmod:poss", "det")):
            return False
        return words[_top(words, mention.head)].head == words[anaphor.head].head


def _top(words: tuple[Word, ...], i: int) -> int:
    """The head word of the phrase that a name's head is part of by apposition."""
    while words[i].deprel.split(":")[0] in ("appos", "flat", "compound") and words[i].head >= 0:
        i = words[i].head
    return i


def _role(sentence: Sentence, head: int) -> float:
    word = sentence.words[_top(sentence.words, head)]
    if word.deprel == "nsubj:pass":
        return PASSIVE_SUBJECT
    if word.deprel.startswith("nsubj"):
        return SUBJECT
    return POSSESSOR if word.deprel == "nmod:poss" else 0.0
