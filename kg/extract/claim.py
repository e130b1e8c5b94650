"""What an extractor yields: a claim between mentions, with everything that the text says about it."""

from dataclasses import dataclass, field
from decimal import Decimal

ASSERTED, PLANNED, POSSIBLE, ALLEGED, NEGATED, ENDED = "Asserted", "Planned", "Possible", "Alleged", "Negated", "Ended"
MODALITIES = (ASSERTED, PLANNED, POSSIBLE, ALLEGED, NEGATED, ENDED)

NAME, DESCRIPTION, PRONOUN = "name", "description", "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names, describes or points to a thing; document.text[start:end] == text."""

    start: int
    end: int
    text: str
    kind: str  # name, description, pronoun
    type: str  # PER ORG LOC PROD EVENT WORK NORP, or THING where the text does not tell
    sentence: int  # index in Annotated.sentences
    head: int  # index of its head word in that sentence


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as in the text, and what it comes to."""

    text: str  # "10 miljard", "-2,99 %"
    value: Decimal | None = None  # 10000000000, -2.99
    unit: str | None = None  # "EUR", "%", "points"; None where the text gives none


@dataclass(frozen=True, slots=True)
class Claim:
    """subject relation object, as one place in one article states it."""

    subject: Mention
    relation: str  # a name from the relations of the ontology
    object: Mention | str | None  # a string for figures, says and isA; None for filesForBankruptcy
    extractor: str
    sentence: int
    trigger: int  # index of the word that carries the relation, for modality, time and speech
    object_span: tuple[int, int] | None = None  # offsets of a literal object
    modality: str = ASSERTED
    source: Mention | None = None  # whom the text says it is from; None: the article itself
    role: str | None = None
    figure: Figure | None = None
    product: Mention | None = None
    when: str | None = None  # EDTF
    confidence: float = 1.0
    content: frozenset[int] = field(default_factory=frozenset)  # for says: the words of the reported content
