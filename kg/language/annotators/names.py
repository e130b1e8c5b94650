"""Named entities of a pipeline: kg's types, kg's extent, and the tree inside them."""

from collections.abc import Iterable, Mapping

from kg.language.annotated import EntitySpan
from kg.language.annotators.parse import Parse

CONFIDENCE = 0.9
"""Pipelines give no probabilities for heads and entities; the published scores of most are about nine in ten right."""
OUTSIDE = ("DET", "PART", "PUNCT", "ADP", "AUX")  # tags of what may stand at the ends: "the", "'s", a comma
FLAT = {"PER": ("flat", "compound")}  # what a name's words hang on each other by; in other types flat alone

Labelled = tuple[str, int, int]  # a pipeline's label, first word, word behind the last


def entities(parse: Parse, found: Iterable[Labelled], types: Mapping[str, str]) -> tuple[EntitySpan, ...]:
    """The entities of which the label has a type, without an article or a possessive ending at their ends."""
    kept = []
    for label, first, last in found:
        while first < last and parse.upos[first] in OUTSIDE:
            first += 1
        while first < last and parse.upos[last - 1] in OUTSIDE:
            last -= 1
        if label in types and first < last:
            kept.append(EntitySpan(types[label], first, last, CONFIDENCE))
    return tuple(kept)


def head_first(parse: Parse) -> None:
    """In a name without syntax of its own, "Tim Cook", the first word is the head; and "CEO" describes "Tim"."""
    for entity in parse.entities:
        words = range(entity.first, entity.last)
        heads = [i for i in words if parse.heads[i] not in words]
        inside = FLAT.get(entity.type, ("flat",))
        if len(heads) > 1 or any(parse.labels[i] not in inside for i in words if i not in heads):
            continue
        if entity.type == "PER":
            _describe(parse, words)
        _lead(parse, entity.first, heads[0], words)


def _describe(parse: Parse, words: range) -> None:
    """What a person's name is compounded with says what the person is."""
    for i, (head, label) in enumerate(zip(parse.heads, parse.labels, strict=True)):
        if label == "compound" and head in words and i not in words:
            parse.labels[i] = "nmod:desc"


def _lead(parse: Parse, first: int, head: int, words: range) -> None:
    """Let the first word of a name take the place of its head."""
    place = parse.heads[head], parse.labels[head]
    for i, on in enumerate(parse.heads):
        if on in words or i in words:
            parse.heads[i] = first
            parse.labels[i] = "flat" if i in words else parse.labels[i]
    parse.attach(first, *place)
