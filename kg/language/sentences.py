"""Paragraphs and sentences of an article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.language.abbreviations import abbreviations

LONGEST = 2000  # characters; a longer sentence is cut, so that hostile text stays bounded
CLOSING = r"[\"”’'»)\]]"
STAMP = re.compile(r"[ \t]*date [\d~?%/.-]{4,21}(?=\s|$)")  # a header that stands again inside a text

# A mark at the end of a sentence, closing quotes or brackets, then blanks or, in glued text, the next sentence at once.
END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<closing>(?:\s?{CLOSING}++(?=\s|$))?{CLOSING}*+)"
    rf"(?:(?P<blank>\s+)(?=[\"“„‘'«‹(\[–—-]*\s?[^\W_])|(?P<glued>(?=[A-ZÀ-Þ][^\W\d_])))"
)
HARD_WRAP = (50, 85)  # lengths of lines that look broken by a typewriter's margin, after their longest


@dataclass(frozen=True, slots=True)
class Span:
    """text[start:end] is a sentence; paragraph counts from 0."""

    start: int
    end: int
    paragraph: int


def sentences(text: str, language: str) -> list[Span]:
    """The sentences of a text in order; together they cover all of it but white space and repeated date stamps."""
    return [
        Span(start, end, number)
        for number, (first, last) in enumerate(_paragraphs(text))
        for start, end in _sentences(text, first, last, language)
    ]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Blocks between line breaks; lines that were hard-wrapped belong to one block."""
    for block in re.finditer(r"[^\n]+(?:\n[ \t]*[^\s][^\n]*)*", text):
        if _is_wrapped(block[0]):
            yield block.span()
        else:
            yield from (line.span() for line in re.compile(r"[^\n]*\S[^\n]*").finditer(text, *block.span()))


def _is_wrapped(block: str) -> bool:
    lines = block.split("\n")
    if len(lines) < 3:
        return False
    lengths = [len(line.rstrip()) for line in lines[:-1]]
    low, high = HARD_WRAP
    unfinished = sum(not line.rstrip().endswith((".", "!", "?", ":", '"', "”")) for line in lines[:-1])
    return max(lengths) <= high and min(lengths) >= low and unfinished >= len(lengths) / 2


def _sentences(text: str, first: int, last: int, language: str) -> Iterator[tuple[int, int]]:
    stamp = STAMP.match(text, first, last)
    start = _skip(text, stamp.end() if stamp else first, last)
    for end in _ends(text, start, last, language):
        yield from _bounded(text, start, end)
        start = _skip(text, end, last)
    if start < last:
        yield from _bounded(text, start, _trim(text, start, last))


def _ends(text: str, first: int, last: int, language: str) -> Iterator[int]:
    for match in END.finditer(text, first, last):
        if match["glued"] is not None:
            if _is_glued(text, match):
                yield match.end("closing")
        elif _is_end(text, match, first, language):
            yield match.end("closing")


def _is_glued(text: str, match: re.Match[str]) -> bool:
    """Whether "word.Word" are two sentences: a lower-case word or number of some length before, no domain or file name."""
    before = re.search(r"[\w-]+[%)\]\"'’”]*$", text[max(0, match.start() - 30) : match.start()])
    after = re.match(r"[^\W\d_]+(\.\w)?", text[match.end() : match.end() + 30])
    if before is None or after is None or after[1] or len(match["mark"]) > 1:
        return False
    word = before[0].rstrip("%)]\"'’”")
    return before[0] != word or (len(word) > 2 and (word[-1].islower() or word[-1].isdigit()))


def _is_end(text: str, match: re.Match[str], first: int, language: str) -> bool:
    following = re.compile(r"[\"“„‘'«‹(\[–—-]*\s?([^\W_])").match(text, match.end())
    next_letter = following[1] if following else ""
    if match["closing"] and next_letter.islower():
        return False  # "..." zei hij
    if match["mark"] != ".":
        return not next_letter.islower()
    word = re.search(r"\S*$", text[max(first, match.start() - 30) : match.start()])
    token = (word[0] if word else "").lstrip("\"“„‘'«‹([")
    if next_letter.islower() or _is_short(token, language):
        return False
    return not (language == "de" and token.isdigit() and len(token) < 3)  # "12. Mai"


@cache
def _is_short(token: str, language: str) -> bool:
    """Whether a full stop after the token belongs to it: an abbreviation or an initial."""
    if f"{token}." in abbreviations(language):
        return True
    return bool(re.fullmatch(r"[A-Z]|(?:[^\W\d_]\.)+[^\W\d_]", token))


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, cut at a blank before LONGEST characters as often as needed."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        cut = blank if blank > start else start + LONGEST
        yield start, _trim(text, start, cut)
        start = _skip(text, cut, end)
    if start < end:
        yield start, end


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
