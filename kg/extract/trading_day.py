"""The day that an article gives for its prices: "De beurzen sloten woensdag lager" holds for the figures after it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.extract.claim import Claim
from kg.extract.passage import Passage
from kg.extract.when import owner

PRICES = ("priceChange", "priceLevel")
MAIN = ("conj", "ccomp", "parataxis")  # clauses that say what the article says, not something beside it
RECENT = 7  # days before the article in which the trading that it reports can be


def with_trading_days(passages: Sequence[Passage], claims: Sequence[list[Claim]]) -> Iterator[Claim]:
    """The claims of all sentences; a price without a time of its own takes the day that was named last.

    A day before that one is an aside: it dates only its own sentence. A headline takes the day of the first sentence
    after it. The publication date alone dates nothing.
    """
    named = [_named_day(passage) for passage in passages]
    if len(named) > 1 and _is_headline(passages):
        named[0] = named[0] or named[1]
    last: str | None = None
    for day, stated in zip(named, claims, strict=True):
        last = max(filter(None, (last, day)), default=None)
        for claim in stated:
            undated = claim.relation in PRICES and claim.when is None
            yield replace(claim, when=day or last) if undated else claim


def _is_headline(passages: Sequence[Passage]) -> bool:
    return passages[0].sentence.paragraph != passages[1].sentence.paragraph


def _named_day(passage: Passage) -> str | None:
    """The recent day of which the sentence tells: of a main clause, or wherever it stands the article's own day."""
    published = passage.annotated.document.date
    recent = [(time, head) for time, head in passage.times if _is_recent(time.edtf, published)]
    main = [time.edtf for time, head in recent if _is_main(passage, owner(passage, time, head))]
    return next(iter(main), published if published in [time.edtf for time, _ in recent] else None)


def _is_main(passage: Passage, clause: int) -> bool:
    """Whether a predicate is that of the sentence, or of a clause that the sentence states as well."""
    tree = passage.tree
    while clause >= 0 and tree.is_a(clause, *MAIN):
        clause = tree[clause].head
    return clause >= 0 and tree[clause].head < 0


def _is_recent(day: str | None, published: str | None) -> bool:
    try:
        age = (date.fromisoformat(published or "") - date.fromisoformat(day or "")).days
    except ValueError:  # an interval, a month, an article without a day
        return False
    return 0 <= age <= RECENT
