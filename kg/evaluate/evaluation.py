"""The result of an evaluation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """How the facts and claims of a relation, or of several, agree. name: of the relation, or of the average."""

    name: str
    gold: int  # annotated facts
    found: int  # those that a claim of the graph states
    claims: int  # claims of the graph in the annotated articles
    right: int  # those that are an annotated fact

    @property
    def precision(self) -> float:
        """The part of the claims that is right; 0 without claims."""
        return self.right / self.claims if self.claims else 0.0

    @property
    def recall(self) -> float:
        """The part of the facts that is found; 0 without facts."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many are right, of how many: of the found facts for which gold gives a value, of the claims so sure."""

    name: str
    right: int
    of: int


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """A fact that was missed or a claim that is wrong."""

    relation: str
    file: str
    sentence: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores. relations: those with most facts first. all, core: micro averages, core without isA and says."""

    relations: tuple[Scores, ...]
    all: Scores
    core: Scores
    details: tuple[Share, ...]  # of the found facts: modality, source, time
    calibration: tuple[Share, ...]  # of the claims with at least a confidence
    missed: tuple[Mistake, ...]
    wrong: tuple[Mistake, ...]
