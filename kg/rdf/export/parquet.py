"""Parquet: tables of entities, claims and evidence, for pandas, DuckDB, Spark and others."""

from collections.abc import Iterable
from dataclasses import astuple, fields
from itertools import islice
from pathlib import Path
from typing import Any, get_type_hints

from kg.errors import KgError
from kg.rdf.export.rows import Claim, Entity, Evidence, claims, entities, evidence
from kg.rdf.export.source import Source

ROWS = 20_000  # in a group, which is what is held in memory
DAYS = {"start", "end"}  # of claims


def parquet(source: Source, folder: Path) -> None:
    """entities.parquet, claims.parquet and evidence.parquet; KgError where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise KgError("Parquet needs pyarrow; install it with: pip install 'kg[parquet]'") from None
    _write(folder / "entities.parquet", Entity, entities(source))
    _write(folder / "claims.parquet", Claim, claims(source))
    _write(folder / "evidence.parquet", Evidence, evidence(source))


def _write(file: Path, kind: type[Any], rows: Iterable[Any]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    hints = get_type_hints(kind)
    schema = pa.schema([(field.name, _type(kind, field.name, hints[field.name], pa)) for field in fields(kind)])
    rest = iter(rows)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(rest, ROWS)):
            columns = zip(*map(astuple, group), strict=True)
            arrays = [_array(values, field.type, pa) for values, field in zip(columns, schema, strict=True)]
            writer.write_table(pa.table(arrays, schema=schema))


def _type(kind: type[Any], name: str, hint: Any, pa: Any) -> Any:
    """The type of a column; every one may be empty."""
    if kind is Claim and name in DAYS:
        return pa.date32()
    types = {int: pa.int64(), float: pa.float64()}
    return next((types[python] for python in types if hint in (python, python | None)), pa.string())


def _array(values: Iterable[object], kind: Any, pa: Any) -> Any:
    if pa.types.is_date32(kind):
        return pa.array(values, pa.string()).cast(kind)
    return pa.array(values, kind)
