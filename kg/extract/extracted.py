"""Everything that extraction finds in one article."""

from dataclasses import dataclass

from kg.extract.claim import Claim, Mention
from kg.language.annotated import Annotated


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article's claims, its names, and the pronouns and definite descriptions that may stand for one of them."""

    annotated: Annotated
    claims: tuple[Claim, ...]
    names: tuple[Mention, ...]
    anaphors: tuple[Mention, ...]
