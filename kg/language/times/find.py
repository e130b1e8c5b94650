"""Finds the time expressions of a text."""

from dataclasses import dataclass
from typing import Literal

from kg.language.times.grammar import grammar
from kg.language.times.matcher import Match, Matcher
from kg.language.times.resolve import resolve
from kg.language.times.tokens import tokens

Kind = Literal["point", "interval", "duration"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text that says when or how long; offsets are code points. edtf: None where the text does not say."""

    start: int
    end: int
    edtf: str | None
    kind: Kind


def find_times(text: str, language: str, reference: str | None, future: bool = False) -> list[TimeExpression]:
    """The time expressions of a text in order, the longest of those that overlap.

    reference: the date of the text as EDTF; without it relative expressions have no edtf. future: dates without a year
    are the next ones instead of the last. KgError for a language without a file in ontology/times.
    """
    found = tokens(text)
    times = []
    for match in _longest(Matcher(grammar(language), found).all()):
        start, end = found[match.start].start, found[match.end - 1].end
        edtf = resolve(match, reference, future)
        times.append(TimeExpression(start, end, edtf, _kind(match, edtf)))
    return times


def _longest(matches: list[Match]) -> list[Match]:
    """The matches without overlap, longest first; of equal ones that of the template that is first in the file."""
    taken: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        if taken.isdisjoint(range(match.start, match.end)):
            taken.update(range(match.start, match.end))
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _kind(match: Match, edtf: str | None) -> Kind:
    if match.rule == "duration":
        return "duration"
    return "interval" if edtf and "/" in edtf else "point"
