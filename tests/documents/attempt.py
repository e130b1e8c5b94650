"""Calls what may refuse its input."""

from collections.abc import Callable
from typing import TypeVar

from kg.errors import KgError

Found = TypeVar("Found")


def attempt(call: Callable[[], Found]) -> tuple[Found | None, str]:
    """What it gives and no complaint, or nothing and its complaint."""
    try:
        return call(), ""
    except KgError as error:
        return None, str(error)
