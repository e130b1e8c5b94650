"""How text at the prompt is read: when it is whole, and in what colours it stands there."""

from collections.abc import Callable

from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.lexers import Lexer

from kg.errors import UsageError
from kg.query.lexer import TOKEN, tokens
from kg.query.saved import is_name

STYLES = {
    "word": "bold ansiblue",
    "variable": "ansimagenta",
    "name": "ansicyan",
    "iri": "ansicyan",
    "string": "ansigreen",
    "language": "ansigreen",
    "number": "ansiyellow",
}
"""By the kinds of tokens."""

OPENING, CLOSING = "{([", "})]"
WITHOUT_BRACES = "DESCRIBE"
BEGINNINGS = ("PREFIX", "BASE", "SELECT", "ASK", "CONSTRUCT", WITHOUT_BRACES)  # what begins so is SPARQL


def is_whole(text: str) -> bool:
    """Whether a text is to be run: a command, a call of a saved query, SPARQL whose braces are closed, or a mistake.

    An empty line at the end says that it is.
    """
    first, *_ = [*text.split(), ""]
    if first.startswith(".") or text.endswith("\n") or (is_name(first) and first.upper() not in BEGINNINGS):
        return True
    try:
        found = list(tokens(text))
    except UsageError as error:
        return "not closed" not in str(error)
    signs = [token.text for token in found if token.kind == "sign"]
    depth = sum(sign in OPENING for sign in signs) - sum(sign in CLOSING for sign in signs)
    has_body = "{" in signs or any(token.keyword == WITHOUT_BRACES for token in found)
    return not found or (depth <= 0 and has_body)


class SparqlLexer(Lexer):
    """Colours SPARQL by its tokens."""

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """The styled parts of each line."""
        lines: list[StyleAndTextTuples] = [[]]
        for style, text in _parts(document.text):
            first, *others = text.split("\n")
            lines[-1].append((style, first))
            lines += [[(style, other)] for other in others]
        return lambda number: lines[number] if number < len(lines) else []


def _parts(text: str) -> list[tuple[str, str]]:
    """The whole text in pieces with their styles; where no token begins, one character without."""
    parts, position = [], 0
    while position < len(text):
        match = TOKEN.match(text, position)
        kind, end = (match.lastgroup or "", match.end()) if match else ("", position + 1)
        style = "ansibrightblack" if kind == "gap" and "#" in text[position:end] else STYLES.get(kind, "")
        parts.append((style, text[position:end]))
        position = end
    return parts
