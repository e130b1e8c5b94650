"""The process that runs one query: a script that imports nothing of kg, so that it starts quickly.

It reads a request from its standard input and writes the answer to its standard output, both marshalled. The engine
kills it at the time limit; should the engine be gone by then, it ends itself a little later.
"""

import faulthandler
import marshal
import sys
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
LANGUAGES = ("nl", "en", "de", "fr")  # of labels, the preferred ones first
GRACE = 2.0  # seconds
DIRECTION_MARK = "\u061c"  # the only one that Turtle takes for a letter


def main() -> None:
    request = marshal.load(sys.stdin.buffer)
    faulthandler.dump_traceback_later(request["timeout"] + GRACE, exit=True)
    try:
        answer = _answer(request)
    except SyntaxError as error:
        answer = {"mistake": _mistake(request["pieces"], str(error))}
    except (RuntimeError, ValueError, OSError) as error:
        answer = {_fault(error): str(error)}
    marshal.dump(answer, sys.stdout.buffer)


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    store = ox.Store.read_only(request["store"])
    found = store.query(
        "".join(request["pieces"]),
        use_default_graph_as_union=request["union"],
        substitutions={ox.Variable(name): ox.Literal(text) for name, text in request["values"].items()},
    )
    if isinstance(found, ox.QueryBoolean):
        return {"boolean": bool(found)}
    if isinstance(found, ox.QueryTriples):
        return {"turtle": _turtle(found, request["prefixes"])}
    variables = [variable.value for variable in found.variables]
    rows = [[_term(term) for term in solution] for solution in found]
    return {"variables": variables, "rows": rows, "labels": _labels(store, rows) if request["labels"] else {}}


def _fault(error: Exception) -> str:
    """What cannot be had: the store, which is damaged or gone, or an answer to this query."""
    return "unreadable" if isinstance(error, OSError) or str(error).startswith("Corruption") else "unsupported"


def _term(term: Any) -> tuple[str, ...] | None:
    """(value, kind) and of a literal also (language, datatype)."""
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return term.value, "iri"
    if isinstance(term, ox.Literal):
        return term.value, "literal", term.language or "", term.datatype.value
    if isinstance(term, ox.BlankNode):
        return term.value, "bnode"
    raise ValueError("a triple is no value here; select its parts, with SUBJECT, PREDICATE and OBJECT")


def _turtle(triples: Iterable[ox.Triple], prefixes: dict[str, str]) -> bytes:
    """Each triple once, sorted, so that the same query gives the same text."""
    found = sorted(set(triples), key=str)
    text = " ".join(map(str, found))
    used = {prefix: namespace for prefix, namespace in prefixes.items() if f"<{namespace}" in text}
    if DIRECTION_MARK in text:
        used = {}  # it may stand in a name, but only in an IRI can it be escaped
    written = ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes=used)
    assert written is not None  # there is no output to write to
    return written


def _labels(store: ox.Store, rows: list[list[tuple[str, ...] | None]]) -> dict[str, str]:
    """The best label of each IRI that has one."""
    iris = {term[0] for row in rows for term in row if term and term[1] == "iri"}
    labels = {}
    for iri in iris:
        found = [quad.object for quad in store.quads_for_pattern(ox.NamedNode(iri), LABEL, None)]
        if names := [label for label in found if isinstance(label, ox.Literal)]:
            labels[iri] = min(names, key=_rank).value
    return labels


def _rank(label: ox.Literal) -> tuple[int, str, str]:
    language = label.language or ""
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), label.value, language


def _mistake(pieces: list[str], message: str) -> tuple[int, str]:
    from kg.query.mistakes import mistake

    return mistake(pieces, message)


if __name__ == "__main__":
    main()
