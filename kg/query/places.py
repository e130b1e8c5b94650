"""Where in its file a sentence stands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.documents.formats import Lines, format_of

Select = Callable[[str], Iterable[Mapping[str, str | None]]]
"""Runs a SELECT query over the union of all graphs; a row gives each variable's lexical form, None if unbound."""

DOCUMENTS = """
PREFIX kg: <https://kg.example/ontology#>
SELECT DISTINCT ?document ?file ?line ?text WHERE {{
  VALUES ?document {{ {} }} ?document kg:file ?file ; kg:textLine ?line ; kg:text ?text
}} ORDER BY ?document ?file
"""


@dataclass(frozen=True, slots=True, order=True)
class Article:
    """A document's files, its text, and the line of the file on which the text begins."""

    files: tuple[str, ...]
    text: str
    first_line: int

    def place(self, start: int) -> str:
        """ "articles/x.txt:12" for an offset in the text; equal files are all named.

        A row is named by the line on which it begins, in the first of its files: in others it may stand elsewhere.
        """
        return ", ".join(f"{file}{self._line(file, start)}" for file in self.files)

    def _line(self, file: str, start: int) -> str:
        known = format_of(file)
        if known is None or known.lines is Lines.NONE or (known.lines is Lines.ROW and file != self.files[0]):
            return ""
        below = self.text.count("\n", 0, start) if known.lines is Lines.SAME else 0
        return f":{self.first_line + below}"


def articles(select: Select, documents: Iterable[str]) -> dict[str, Article]:
    """The articles of these document IRIs."""
    found: dict[str, Article] = {}
    for row in select(DOCUMENTS.format(" ".join(f"<{iri}>" for iri in sorted(documents)))):
        iri, file = row["document"] or "", row["file"] or ""
        files = found[iri].files if iri in found else ()
        found[iri] = Article((*files, file), row["text"] or "", int(row["line"] or 1))
    return found
