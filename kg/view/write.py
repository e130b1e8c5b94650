"""Writes a page to a file."""

import os
from pathlib import Path

from kg.errors import KgError


def write_text(path: Path, text: str) -> None:
    """In UTF-8; the file is never seen half written. Raises KgError if it cannot be written."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise KgError(f"{path}: cannot write the page: {error.strerror}") from error
