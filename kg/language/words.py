"""The syntactic words of a sentence, as the Universal Dependencies treebanks of its language cut them.

One regular expression a language, its alternatives tried in order: addresses, abbreviations, numbers, words, signs.
The treebanks: Alpino and LassySmall (nl), EWT (en), GSD (de, fr); but German compounds with a hyphen stay whole, as
Dutch ones do.
"""

import re
from functools import cache

from kg.language.abbreviations import abbreviations

Span = tuple[int, int]

# Combining accents, soft hyphens and zero-width marks stand inside words.
WORD = r"\w[\w\u0300-\u036F\u00AD\u200B-\u200D\u2060]*+"
SENTENCE_END = r"[\s\"'”’»)\]]*\Z"

URL = r"(?:https?://|www\.)[^\s<>\"”]*[^\s<>\"'”’.,;:!?)\]]"
EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}+@\w[\w-]*+(?:\.[\w-]+)*+"
DOMAIN = r"(?<![\w.-])(?:[\w-]+\.)+(?:com|org|net|nl|be|de|fr|eu|info|uk)\b"
TAG = r"[@#](?=[^\W\d])\w+"
ACRONYM = r"(?:[^\W\d_]\.){2,}"
INITIAL = rf"[A-ZÀ-Þ]\.(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]|[^\w.])(?!{SENTENCE_END})"
GLUE = r"[&.]|(?<=\d)[.,:/–-](?=\d)"  # what stands inside a word or number
SIGNS = r"\.{2,}|-{2,}|''|``|,,|’’|‘’|(?<=\s)[:;=]-?[()DP](?!\w)|[!?]{2,}|°[CF]\b|[^\w\s]"

COMPOUND = rf"{WORD}(?:(?:{GLUE}|[-–/'’]|\.-){WORD})*+"
DUTCH = rf"['’](?:[smtrkn]|ns)\b|(?<!\w)['’]\d\d\b|-ie\b|{COMPOUND}(?:,--?(?!\w)|-(?=[\s,/)]))?"
GERMAN = rf"\d{{1,2}}\.(?=\s+[^\W\d_])|{COMPOUND}(?:[:*]in(?:nen)?\b)?"

CLITIC = r"-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|les?|la|lui|leur|moi|toi|y|en)\b(?![-'’])"
FRENCH = (
    r"(?i:c['’]est-à-dire|l['’]on|rendez-vous)\b|[nN]°"
    r"|(?i:[ldjnscmt]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)"
    r"|\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)"
    r"|\d+(?=(?:[hH]\d*|km|kg|cm|m)\b)|(?<=\d)[hH](?=\d)"
    rf"|{CLITIC}|{WORD}(?:(?:{GLUE}|['’]|(?!{CLITIC})-){WORD})*+"
)

PREFIX = r"(?:e|co|non|pre|post|anti|mid|re|ex|multi|inter|sub|semi|pro|un|vice|over|ultra|neo|counter)-"
ENGLISH = (
    r"(?i:can(?=not\b)|(?<=can)not\b|gon(?=na\b)|(?<=gon)na\b|wan(?=na\b)|(?<=wan)na\b"
    r"|\w+?(?=n['’]t\b)|(?<=\w)n['’]t\b|(?<=[\w.)])['’](?:s|re|ve|ll|d|m)\b)"
    r"|\d0['’]s\b|(?<!\w)['’]\d\ds?\b"
    r"|\d+(?:-\d+){2,}|\d{3}-\d{4}\b|\d+(?:[.,:]\d+)*(?=(?i:[ap]m|[km]|bn|mm|cm|km|kg|lbs?|mph)\b)"
    rf"|\d+(?:[.,:/]\d+)++(?!\w)"
    rf"|(?i:{PREFIX})?{WORD}(?:(?:[&.]|['’](?!(?i:s|re|ve|ll|d|m|t)\b)){WORD})*+"
    r"|([*<>=~])\1+"
)
GRAMMARS = {"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH}


def words(text: str, start: int, end: int, language: str) -> list[Span]:
    """The words of the sentence text[start:end] as offsets of text, in order; between them there is only white space.

    Multiword tokens (German "im", French "du") stay one word. language is nl, en, de or fr.
    """
    return [match.span() for match in _pattern(language).finditer(text, start, end)]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    dotted = rf"(?<!\w)(?:{ACRONYM}|{abbreviations(language).pattern()}|{INITIAL})"
    if language == "en":  # there the full stop of the sentence stands apart: "Apple Inc" "."
        dotted += rf"(?!{SENTENCE_END})"
    elif language != "fr":
        dotted += rf"(?:-{WORD}(?:[-'’]{WORD})*)?"  # "t.v.-films"
    return re.compile("|".join([URL, EMAIL, DOMAIN, TAG, dotted, GRAMMARS[language], WORD, SIGNS]))
