"""Sentences whose named entities were annotated."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENTITY_TYPES = ("PER", "ORG", "LOC", "PROD", "EVENT", "WORK", "NORP")
HELD_OUT = (
    "cdb",
    "las",
)  # Dutch newspaper and encyclopedia sentences, of which those whose number ends in 7 are for tests


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence of N words with N labels: "B-ORG" for the first word of a name, "I-ORG" for others, "O" outside."""

    id: str
    language: str
    words: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def held_out(self) -> bool:
        return self.id.startswith(HELD_OUT) and self.id.endswith("7")


def named(path: Path) -> Iterator[Named]:
    """The sentences of a gzipped file of JSON lines with id, lang, words and tags."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Named(row["id"], row["lang"], tuple(row["words"]), tuple(row["tags"]))


def spans(tags: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """First word, word after the last, and type of each name."""
    found = []
    for first, tag in enumerate(tags):
        if tag.startswith("B-"):
            last = first + 1
            while last < len(tags) and tags[last] == f"I-{tag[2:]}":
                last += 1
            found.append((first, last, tag[2:]))
    return found
