"""Sentences of an article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.abbreviations import abbreviations
from kg.language.paragraphs import paragraphs

LONGEST = 2000  # characters, about 300 words; a longer sentence is cut, so that hostile text stays bounded
STAMP = re.compile(r"date [\dX~?%/.-]{4,21}(?=\s|\Z)")  # a header that stands again inside a text

OPENING = r"(?:,,|``|''|[\"“„‘’'«‹(\[–—•*-])"
CLOSING = r"(?:''|[\"”“’'»›)\]])"

# A mark at the end of a sentence, closing quotes or brackets, then a blank or, in glued text, the next sentence.
END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<closing>(?:\s?{CLOSING}++(?=\s|\Z))?+{CLOSING}*+)"
    r"(?:(?=\s)|(?P<glued>(?=[A-ZÀ-Þ][^\W\d_])))"
)
NEXT = re.compile(rf"\s*(?:['’][SsNnTt]\s|{OPENING}\s?|[$€£@#]\s?)*+(?P<word>[^\W_][\w'’]*+)")
ENDINGS = r"(?:COM|NET|ORG|NL|BE|DE|FR|EU|UK|EXE|DOC|PDF|TXT|XLS|JPG|PNG)\b"
GLUED = re.compile(rf"(?!{ENDINGS})[^\W\d_]{{2,}}+(?!@|\.[a-z0-9])")  # not "Booking.COM", "Jan.Jansen@nos.nl"
BRAND = re.compile(r"[a-z][A-Z]")  # "iPhone" may begin a sentence
NUMBERING = re.compile(r"\W?\d{1,3}\.")  # "1. Eerst"
ORDINAL = re.compile(r"\d\d?\.")  # "12. Mai"
INITIAL = re.compile(r"[A-ZÀ-Þ]\.")
ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}")
SURNAME_PARTS = {"De", "Den", "Van", "Von", "Le", "La", "Les", "Du", "Des", "Di"}  # "J. De Vries", "A. Le Roy"
TOKEN = 30  # characters that are looked back for the word before a full stop


@dataclass(frozen=True, slots=True)
class Span:
    """text[start:end] is a sentence; paragraph counts from 0."""

    start: int
    end: int
    paragraph: int


def sentences(text: str, language: str) -> list[Span]:
    """The sentences of a text in order; together they cover all of it but white space and repeated date stamps.

    language is nl, en, de or fr.
    """
    return [
        Span(start, end, number)
        for number, (first, last) in enumerate(paragraphs(text))
        for start, end in _sentences(text, first, last, language)
    ]


def _sentences(text: str, first: int, last: int, language: str) -> Iterator[tuple[int, int]]:
    stamp = STAMP.match(text, first, last)
    start = _skip(text, stamp.end(), last) if stamp else first
    for mark in END.finditer(text, start, last):
        if _is_end(text, start, mark, language):
            yield from _bounded(text, start, mark.end())
            start = _skip(text, mark.end(), last)
    if start < last:
        yield from _bounded(text, start, _trim(text, start, last))


def _is_end(text: str, start: int, mark: re.Match[str], language: str) -> bool:
    """Whether the sentence that began at start ends with this mark."""
    token = _token(text, start, mark.start())
    if mark.start() == start or token in ("(", "["):  # "(...) De man"
        return False
    if mark["glued"] is not None:
        return _is_glued(text, token, mark, language)
    following = NEXT.match(text, mark.end())
    if following is None or (following["word"][0].islower() and not BRAND.match(following["word"])):  # '"..." zei hij'
        return False
    if NUMBERING.fullmatch(text, start, mark.end()):
        return False
    return mark["mark"] not in (".", "!") or not _goes_on(token + mark["mark"], following["word"], language)


def _token(text: str, start: int, end: int) -> str:
    """The characters before end, up to a blank or an opening quotation mark or bracket."""
    before = text[max(start, end - TOKEN) : end]
    if not before or before[-1].isspace():
        return ""
    token = before.split()[-1]
    return token.lstrip("\"“„‘'«‹([") or token


def _is_glued(text: str, token: str, mark: re.Match[str], language: str) -> bool:
    """Whether "word.Word" are two sentences, and no address, file or title."""
    if len(mark["mark"]) > 1 or "/" in token or "@" in token or not GLUED.match(text, mark.end()):
        return False
    if mark["closing"] or token[-1:] in tuple("%)]\"'’”"):
        return True
    if f"{token}." in abbreviations(language).titles:
        return False
    return len(token) > 2 and token[-1].isalnum() and not token[-1].isupper()


def _goes_on(form: str, following: str, language: str) -> bool:
    """Whether the mark belongs to a form, an abbreviation, an initial or an ordinal, and the sentence goes on."""
    known = abbreviations(language)
    if form in known.titles or (form in known.numbered and following[0].isdigit()):
        return True
    is_initial = INITIAL.fullmatch(form) is not None
    if following.lower() in known.starters and not (is_initial and following in SURNAME_PARTS):
        return False
    if form in known.others or is_initial or ACRONYM.fullmatch(form):
        return True
    return language == "de" and ORDINAL.fullmatch(form) is not None


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, cut as often as needed: after a semicolon, else a comma, else a word, else hard."""
    while end - start > LONGEST:
        limit = start + LONGEST
        cut = next(
            (at + 1 for mark in ("; ", ", ", " ") if (at := text.rfind(mark, start + LONGEST // 2, limit)) > 0), limit
        )
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
