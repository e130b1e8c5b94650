"""From an annotated article to its claims, names and anaphors."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.attribution import source
from kg.extract.claim import DESCRIPTION, NAME, NEGATED, PRONOUN, Claim, Mention
from kg.extract.confidence import confidence
from kg.extract.extracted import Extracted
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import is_pronoun, is_third_person
from kg.extract.modality import modality
from kg.extract.passage import Passage
from kg.extract.quotations import with_speakers
from kg.extract.registry import EXTRACTORS
from kg.extract.trading_day import with_trading_days
from kg.extract.when import when
from kg.language.annotated import Annotated


def extract(annotated: Annotated, lexicon: Lexicon) -> Extracted:
    """All that an article states, in the order of its text; claims with modality, time and source."""
    whole = frozenset(
        annotated.document.text[s.words[e.first].start : s.words[e.last - 1].end]
        for s in annotated.sentences
        for e in s.entities
    )
    passages = [Passage(annotated, i, lexicon, whole) for i in range(len(annotated.sentences))]
    return Extracted(
        annotated,
        tuple(with_trading_days(passages, with_speakers(passages, [_claims(passage) for passage in passages]))),
        tuple(mention for passage in passages for mention in _names(passage)),
        tuple(mention for passage in passages for mention in _anaphors(passage)),
    )


def _claims(passage: Passage) -> list[Claim]:
    bare = list(dict.fromkeys(claim for extractor in EXTRACTORS for claim in extractor(passage)))
    reports = [claim for claim in bare if claim.relation == "says"]
    qualified = []
    for claim in bare:
        sure = modality(passage, claim)
        if sure is not None and not (sure == NEGATED and claim.relation == "says"):  # what is not said is no report
            told = source(passage, claim, reports)
            seen = confidence(passage, claim)
            qualified.append(replace(claim, modality=sure, when=when(passage, claim), source=told, confidence=seen))
    return sorted(qualified, key=lambda c: (c.trigger, c.relation, c.subject.start))


def _names(passage: Passage) -> Iterator[Mention]:
    """Every named entity, and every adjective of nationality or inhabitant as a mention of its place."""
    for entity in passage.tree.entities:
        mention = passage.mentions.of_entity(entity)
        if mention and mention.kind == NAME:
            yield mention


def _anaphors(passage: Passage) -> Iterator[Mention]:
    """Pronouns of the third person and definite descriptions of persons, organisations and products."""
    tree, lexicon = passage.tree, passage.lexicon
    for i in range(len(tree)):
        word = tree[i]
        if is_pronoun(word) and (types := lexicon.pronoun_types(word.text)) and is_third_person(word):
            if not word.deprel.startswith("expl"):
                yield Mention(word.start, word.end, word.text, PRONOUN, types, passage.index, i)
        elif word.upos == "NOUN" and passage.mentions.is_definite(i) and i not in passage.measured:
            found = passage.mentions.at(i)
            if found and found.kind == DESCRIPTION and found.type in ("PER", "ORG", "PROD"):
                yield found
