"""The extractors, in the order in which they run."""

from collections.abc import Callable, Iterator

from kg.extract.claim import Claim
from kg.extract.events import events
from kg.extract.kinds import kinds
from kg.extract.levels import levels
from kg.extract.movement import movement
from kg.extract.origins import origins
from kg.extract.passage import Passage
from kg.extract.products import products
from kg.extract.relational import relational
from kg.extract.results import results
from kg.extract.speech import speech
from kg.extract.volumes import volumes

Extractor = Callable[[Passage], Iterator[Claim]]

EXTRACTORS: list[Extractor] = [
    *(relational, events, kinds, origins, products, movement, levels, results, volumes, speech)
]
