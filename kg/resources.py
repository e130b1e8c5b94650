"""Where the files of ontology/ are: the user's own laid over those that come with kg, file by file."""

from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent
SHIPPED = next(p for p in (PACKAGE / "ontology", PACKAGE.parent / "ontology") if p.is_dir())


def layers(ontology: Path | None = None) -> list[Path]:
    """The folders that are looked into, strongest first.

    ontology: a folder given by the user; without one, `ontology/` in the working directory counts if it is there.
    """
    own = ontology or Path("ontology")
    return [own, SHIPPED] if own.is_dir() and own.resolve() != SHIPPED.resolve() else [SHIPPED]


def find(name: str, ontology: Path | None = None) -> Path | None:
    """The file of that name below ontology/ ("lexicon/nl.yaml"), the user's before the shipped one."""
    return next((path for folder in layers(ontology) if (path := folder / name).is_file()), None)


def listed(folder: str, suffix: str, ontology: Path | None = None) -> Iterator[Path]:
    """All files with a suffix in a folder of ontology/, by name, each name once."""
    names = {p.name for layer in layers(ontology) for p in (layer / folder).glob(f"*{suffix}")}
    for name in sorted(names):
        if path := find(f"{folder}/{name}", ontology):
            yield path
