"""The syntactic words of a sentence, as the Universal Dependencies treebank of the language cuts them."""

import re
from functools import cache

from kg.language.abbreviations import abbreviations

LETTER = r"[^\W\d_]"
ADDRESS = r"(?:https?://|www\.)[^\s<>\"'”)]+[^\s<>\"'”).,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
DOMAIN = r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|nl|be|de|fr|eu|info|co\.uk)\b"
TAG = r"[@#]\w+"
INITIALS = rf"(?:{LETTER}\.){{2,}}|{LETTER}\.(?={LETTER}\.|\s+[A-Z]{LETTER})"
NUMBER = r"(?<!\w)['’]\d\d\b|\d+u\d\d\b|\d+-[^\W\d_]{3,}|\d+(?:[.,:/-]\d+)*"
ORDINAL = r"\d+(?:e|de|ste|st|nd|rd|th)\b"
ALPHANUMERIC = r"\w+"
REST = r"\.{2,}|-{2,}|''|``|,,|[^\w\s]"

HYPHENED = rf"{LETTER}[\w]*(?:[-–&]{LETTER}\w*|-\d+\w*|['’]{LETTER}\w*|-(?=\s*(?:en|of)\b))*"
ENGLISH = (
    r"[Cc]an(?=not\b)|(?<=[Cc]an)not\b|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|S|re|ve|ll|d|m)\b"
    rf"|{LETTER}\w*(?:&\w+)*(?=n['’]t\b)|{LETTER}\w*(?:&\w+)*"
)
FRENCH = (
    r"[Aa]ujourd['’]hui|[Pp]resqu['’]île"
    r"|(?:[LlDdJjNnSsCcMmTt]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[Qq]uelqu)['’]"
    r"|-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|le|la|les|lui|leur|moi|toi|y|en|là|ci)\b"
    rf"|{LETTER}\w*(?:-(?!(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|le|la|les|lui|leur|moi|toi|y|en)\b)\w+)*"
)
DUTCH = rf"['’][sStTnN]\b(?=\s{LETTER})|{HYPHENED}"
LANGUAGE_WORDS = {"nl": DUTCH, "de": HYPHENED, "en": ENGLISH, "fr": FRENCH}

Span = tuple[int, int]


def words(text: str, start: int, end: int, language: str) -> list[Span]:
    """The words of text[start:end] as offsets of text, in order; between them there is only white space.

    Multiword tokens (German "im", French "du") stay one word.
    """
    return [m.span() for m in _pattern(language).finditer(text, start, end)]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known = sorted(abbreviations(language), key=lambda a: (-len(a), a))
    short = "|".join(re.escape(a) for a in known if a.endswith("."))
    ordinal = rf"\d{{1,2}}\.(?=\s[A-ZÄÖÜ])|{ORDINAL}" if language == "de" else ORDINAL
    parts = [ADDRESS, DOMAIN, TAG, rf"(?<!\w)(?:{short})", INITIALS, ordinal, rf"(?:{NUMBER})(?!\w)"]
    return re.compile("|".join([*parts, LANGUAGE_WORDS[language], ALPHANUMERIC, REST]))
