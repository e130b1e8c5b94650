"""Whom a quotation of several sentences is from: '"We groeien. Shell sluit een fabriek", zei X'."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kg.extract.claim import Claim, Mention
from kg.extract.passage import Passage

QUOTATION = re.compile(r"“[^“”„]*”|„[^“”„]*[“”]|«[^«»]*»|\"[^\"“”„]*\"")  # marks as English, German, French have them
STRAIGHT = '"'

Told = tuple[Passage, list[Claim]]


@dataclass(frozen=True, slots=True)
class Quotation:
    """start, end: offsets of the marks; first, last: the sentences of its paragraph in which its words stand."""

    start: int
    end: int
    first: int
    last: int

    def holds(self, passage: Passage, word: int) -> bool:
        """Whether a word of a sentence stands within it."""
        return self.start <= passage.tree[word].start < self.end


def with_speakers(passages: Sequence[Passage], claims: Sequence[list[Claim]]) -> list[list[Claim]]:
    """The claims of all sentences; one within a quotation that goes on over sentences has its speaker as source.

    The speaker is told beside the quotation in its first or its last sentence; none if that tells several.
    """
    told = zip(passages, claims, strict=True)
    paragraphs = groupby(told, key=lambda pair: pair[0].sentence.paragraph)
    return [stated for _, paragraph in paragraphs for stated in _in_paragraph(list(paragraph))]


def _in_paragraph(paragraph: list[Told]) -> Iterator[list[Claim]]:
    spoken: dict[int, list[tuple[Quotation, Mention]]] = defaultdict(list)
    for quotation in _quotations(paragraph):
        if speaker := _speaker(paragraph, quotation):
            for i in range(quotation.first, quotation.last + 1):
                spoken[i].append((quotation, speaker))
    for i, (passage, stated) in enumerate(paragraph):
        yield [_attributed(passage, claim, spoken[i]) for claim in stated]


def _quotations(paragraph: list[Told]) -> Iterator[Quotation]:
    """The quotations of several sentences; none by straight marks where one of these has no other."""
    starts = [passage.sentence.start for passage, _ in paragraph]
    last = paragraph[-1][0]
    text = last.text[starts[0] : last.sentence.end]
    is_unclear = text.count(STRAIGHT) % 2 == 1 or STRAIGHT * 2 in text
    for match in QUOTATION.finditer(text):
        start, end = starts[0] + match.start(), starts[0] + match.end()
        inside = [bisect_right(starts, offset) - 1 for offset in (start + 1, end - 2)]
        if inside[0] < inside[1] and not (is_unclear and match[0].startswith(STRAIGHT)):
            yield Quotation(start, end, *inside)


def _speaker(paragraph: list[Told], quotation: Quotation) -> Mention | None:
    """Who says so right before or behind a quotation."""
    speakers = {
        claim.subject
        for passage, stated in (paragraph[quotation.first], paragraph[quotation.last])
        for claim in stated
        if claim.relation == "says" and not quotation.holds(passage, claim.trigger)
        if any(quotation.holds(passage, word) for word in claim.content)
    }
    return speakers.pop() if len(speakers) == 1 else None


def _attributed(passage: Passage, claim: Claim, spoken: list[tuple[Quotation, Mention]]) -> Claim:
    speaker = next((who for quotation, who in spoken if quotation.holds(passage, claim.trigger)), None)
    is_own = claim.source is not None or speaker is None or claim.subject == speaker
    return claim if is_own else replace(claim, source=speaker)
