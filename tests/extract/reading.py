"""What the tests of extraction and resolution share: short texts read by the real annotation model."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from kg.documents.document import Document
from kg.extract.claim import ASSERTED, Claim, Mention
from kg.extract.extracted import Extracted
from kg.extract.lexicon import Lexicon
from kg.extract.lexicon_file import load_lexicon
from kg.extract.passage import Passage
from kg.extract.run import extract
from kg.language.annotate import Annotator
from kg.resources import SHIPPED

Table = Mapping[str, Sequence[tuple[str, list[str]]]]  # relation -> (text, its claims as `stated` writes them)
Stated = Callable[[str, str], list[str]]


class Reader:
    """Extracts Dutch texts; each text is annotated once."""

    def __init__(self) -> None:
        self.annotator = Annotator()
        self.lexicon: Lexicon = load_lexicon("nl", SHIPPED)
        self.extracted = cache(self._extracted)

    def _extracted(self, text: str, date: str | None = None) -> Extracted:
        sha = hashlib.sha256(text.encode()).hexdigest()
        document = Document(sha[:16], sha, (f"{sha[:8]}.txt",), text, date=date)
        return extract(self.annotator.annotate(document, "nl"), self.lexicon)

    def claims(self, text: str, relation: str, date: str | None = None) -> list[Claim]:
        """The claims of one relation, in the order of the text."""
        return [c for c in self.extracted(text, date).claims if c.relation == relation]

    def claim(self, text: str, relation: str, date: str | None = None) -> Claim:
        """The only claim of a relation."""
        [claim] = self.claims(text, relation, date)
        return claim

    def stated(self, text: str, relation: str) -> list[str]:
        """The claims of a relation as "subject > object", with a modality in brackets if it is not Asserted."""
        return sorted({written(claim) for claim in self.claims(text, relation)})

    def passage(self, text: str) -> Passage:
        """The first sentence as an extractor sees it."""
        annotated = self.extracted(text).annotated
        return Passage(annotated, 0, self.lexicon, frozenset())


def written(claim: Claim) -> str:
    """ "Philips > Signify (Planned)"; the subject alone where the relation has no object."""
    modality = "" if claim.modality == ASSERTED else f" ({claim.modality})"
    to = "" if claim.object is None else f" > {text_of(claim.object)}"
    return f"{claim.subject.text}{to}{modality}"


def text_of(end: Mention | str) -> str:
    """A mention as it stands in the text; a literal itself."""
    return end.text if isinstance(end, Mention) else end


def cases(table: Table) -> list[tuple[str, str, list[str]]]:
    """(relation, text, claims) for pytest.mark.parametrize."""
    return [(relation, text, sorted(stated)) for relation, rows in table.items() for text, stated in rows]
