"""What a query comes to: the text that is run, the graphs it reads, its rows, and how long it takes."""

import textwrap
import time
from collections.abc import Mapping

from kg.plain import UNSEEN
from kg.query.engine import QueryEngine
from kg.query.prepare import Prepared, prepare
from kg.query.saved import SavedQuery

INDENT = "    "
NO_PLAN = "The store tells Python programs nothing of the steps that it takes."


def profile(engine: QueryEngine, saved: SavedQuery, given: Mapping[str, str | None], timeout: float | None) -> str:
    """Run a query twice, the first time with the start of a process, and tell what it was; errors as in `ask`."""
    values, query = saved.values(given), prepare(saved.sparql)
    begin = time.perf_counter()
    answer = engine.query(saved.sparql, timeout, values, labels=False)
    whole = time.perf_counter() - begin
    begin = time.perf_counter()
    engine.answer(query, "", timeout, values)
    again = time.perf_counter() - begin
    lines = [
        "The query as it is run:",
        textwrap.indent(_text(query), INDENT),
        *(f"with ?{name} = {value!r}" for name, value in values.items()),
        f"graphs  {_graphs(query)}",
        f"rows    {len(answer) if answer.variables else 'none; the answer is no table'}",
        f"time    {whole * 1000:,.0f} ms with the start of a process and the opening of the store",
        f"        {again * 1000:,.0f} ms in a process that has answered before, with the writing of the rows",
        NO_PLAN,
    ]
    return UNSEEN.sub("", "\n".join(lines)) + "\n"


def _text(query: Prepared) -> str:
    """A line for each line of the original that has a token."""
    lines: dict[int, str] = {}
    for token, piece in zip(query.tokens, query.pieces, strict=True):
        if piece:
            number = query.text.count("\n", 0, token.start)
            margin = token.start - query.text.rfind("\n", 0, token.start) - 1
            lines[number] = lines[number] + piece if number in lines else " " * margin + piece.strip()
    return "\n".join(lines.values())


def _graphs(query: Prepared) -> str:
    if query.has_dataset:
        return "those that FROM and FROM NAMED choose"
    return "the union of all named graphs; inside GRAPH, each of them"
