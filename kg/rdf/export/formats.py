"""The formats of `kg export`."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError, UsageError
from kg.rdf.export.csv_files import csv_files
from kg.rdf.export.cypher import cypher
from kg.rdf.export.gexf import gexf
from kg.rdf.export.graphml import graphml
from kg.rdf.export.jsonld import jsonld
from kg.rdf.export.parquet import parquet
from kg.rdf.export.rdf import nquads, rdf_xml, trig, turtle
from kg.rdf.export.source import Source
from kg.rdf.export.statements import Progress


@dataclass(frozen=True, slots=True)
class Format:
    """write: to one file, or files: to a folder. rdf12: whether triple terms can be written in it."""

    name: str
    write: Callable[[Source, BinaryIO], None] | None = None
    files: Callable[[Source, Path], None] | None = None
    rdf12: bool = False


FORMATS = [
    Format("ttl", turtle, rdf12=True),
    Format("trig", trig, rdf12=True),
    Format("nq", nquads, rdf12=True),
    Format("jsonld", jsonld),
    Format("rdfxml", rdf_xml, rdf12=True),
    Format("graphml", graphml),
    Format("gexf", gexf),
    Format("csv", files=csv_files),
    Format("parquet", files=parquet),
    Format("cypher", cypher),
]


def export(
    folder: Path,
    name: str,
    output: Path | BinaryIO,
    base: str,
    *,
    rdf12: bool = False,
    ontology: Path | None = None,
    progress: Progress = lambda done, total: None,
) -> None:
    """Write the graph in a folder in one of FORMATS: to a file, a stream, or to a folder for those of several files.

    The same graph gives the same bytes. Files are written beside and put in their place when they are whole.
    UsageError for a folder without a graph and for what does not go together, KgError if it cannot be written.
    """
    form = next(form for form in FORMATS if form.name == name)
    if rdf12 and not form.rdf12:
        able = ", ".join(each.name for each in FORMATS if each.rdf12)
        raise UsageError(f"{name} has no triple terms; --statements rdf12 is for {able}")
    if form.files and not isinstance(output, Path):
        raise UsageError(f"{name} is several files; name a folder for them with -o")
    with tempfile.TemporaryDirectory(prefix="kg-export-") as work:
        source = Source(folder, base, rdf12, ontology, progress, Path(work))
        if isinstance(output, Path):
            _put(form, source, output)
        elif form.write:
            form.write(source, output)


def _put(form: Format, source: Source, output: Path) -> None:
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".exporting-", dir=output.parent) as beside:
            new = Path(beside) / "new"
            if form.files:
                new.mkdir()
                form.files(source, new)
                output.mkdir(exist_ok=True)
                for file in sorted(new.iterdir()):
                    file.replace(output / file.name)
            elif form.write:
                with new.open("wb") as stream:
                    form.write(source, stream)
                shutil.copymode(source.file, new)
                new.replace(output)
    except OSError as error:
        raise KgError(f"{error.filename or output}: cannot be written: {error.strerror or error}") from error
