"""What the extractors see in a text, for people who write frames: words, tree, entities, times, amounts and claims."""

from collections.abc import Iterator, Sequence

from kg.extract.claim import Claim, Mention
from kg.extract.extracted import Extracted
from kg.extract.lexicon import Lexicon
from kg.extract.passage import Passage
from kg.language.conllu import OUTSIDE, entity_labels

HEADINGS = ("", "word", "lemma", "tag", "relation", "head", "entity", "features")
GAP = "  "
UNKNOWN = "?"


def inspected(extracted: Extracted, lexicon: Lexicon) -> Iterator[str]:
    """Lines of text: for each sentence a table of its words and what was found in it."""
    annotated = extracted.annotated
    for number in range(len(annotated.sentences)):
        passage = Passage(annotated, number, lexicon, frozenset())
        yield passage.text[passage.sentence.start : passage.sentence.end]
        yield from _table([HEADINGS, *_rows(passage)])
        yield from _found(passage, [claim for claim in extracted.claims if claim.sentence == number])
        yield ""


def _rows(passage: Passage) -> Iterator[tuple[str, ...]]:
    words, labels = passage.sentence.words, entity_labels(passage.sentence)
    for i, word in enumerate(words):
        head = f"{word.head} {words[word.head].text}" if word.head >= 0 else ""
        entity = labels[i] if labels[i] != OUTSIDE else ""
        features = word.feats if word.feats != "_" else ""
        yield (str(i), word.text, passage.tree.lemma(i), word.upos, word.deprel, head, entity, features)


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _found(passage: Passage, claims: Sequence[Claim]) -> Iterator[str]:
    text = passage.text[passage.sentence.start : passage.sentence.end]
    for time, _ in passage.times:
        yield f"time    {text[time.start : time.end]} = {time.edtf or UNKNOWN}"
    for amount, _ in passage.amounts:
        value = UNKNOWN if amount.value is None else amount.value
        yield f"amount  {amount.text} = {value} {amount.unit or ''}".rstrip()
    for claim in claims:
        yield f"claim   {_words(claim)} (by {claim.extractor})"


def _words(claim: Claim) -> str:
    parts = [claim.subject.text, claim.relation, _text(claim.object)]
    details = [claim.modality, claim.when, f"source {claim.source.text}" if claim.source else None]
    return f"{' '.join(filter(None, parts))} [{', '.join(filter(None, details))}]"


def _text(end: Mention | str | None) -> str:
    return end.text if isinstance(end, Mention) else end or ""
