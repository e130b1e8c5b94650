"""Tiny articles, in which one name is taken for another, two may be, and two are not."""

from pathlib import Path

import pyoxigraph as ox

ARTICLES = {
    "een": "Philips investeert 10 miljoen euro in Van Hoof Techniek. "
    "Apple Computer neemt Nobelwerk over, zegt topman Jan Vermeulen van Apple Computer.",
    "twee": "Apple opent een winkel in Gent. Apple-topman Jan Vermeulen is blij. Het bedrijf Nobelwerck werkt in Gent.",
    "drie": "Vermeulen van Apple koopt Van Hoof. De bank steunt Van Hoof Techniek.",
}
LATER = "Van Hoof neemt Philips over, zegt topman Piet Dekker van Philips. Nobelwerck en Nobelwerk zijn in Gent."
PREFIX = "https://kg.example/entity/"


def write(folder: Path) -> Path:
    """The articles, in a new folder of their own."""
    (folder / "a").mkdir()
    for name, text in ARTICLES.items():
        add(folder, name, text)
    return folder / "a"


def add(folder: Path, name: str, text: str) -> None:
    """One more article."""
    (folder / "a" / f"{name}.txt").write_text(f"---\nlanguage: nl\ndate: 2021-03-01\n---\n{text}\n")


def entities(folder: Path) -> set[str]:
    """The ends of the IRIs of the graph's entities that have a name of their own."""
    found = ox.parse(path=str(folder / "graphs" / "kg.nq"), format=ox.RdfFormat.N_QUADS)
    iris = {q.subject.value for q in found if q.predicate.value.endswith("#label")}
    return {iri.removeprefix(PREFIX) for iri in iris}
