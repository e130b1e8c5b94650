"""The extractors, in the order in which they run."""

from collections.abc import Callable, Iterator

from kg.extract.claim import Claim
from kg.extract.events import events
from kg.extract.figures import figures
from kg.extract.kinds import kinds
from kg.extract.origins import origins
from kg.extract.passage import Passage
from kg.extract.relational import relational
from kg.extract.speech import speech

Extractor = Callable[[Passage], Iterator[Claim]]

EXTRACTORS: list[Extractor] = [relational, events, kinds, origins, figures, speech]
