"""A process that has kg's modules loaded and runs kg in forks of itself: the command, less the start of Python.

Reads a request a line as JSON (folder, arguments, environment, out, err: paths) and answers with the exit code. It
loads no model: the libraries that run it must not be forked.
"""

import json
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

from kg.cli.main import main

LOADED = ("kg.pipeline", "kg.graph", "kg.query.engine", "kg.view.explorer.explore", "rich.progress", "rich.table")


def serve() -> None:
    """Answer requests until there are no more."""
    for module in LOADED:
        import_module(module)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            become(json.loads(line))
            main()  # ends the process
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def become(request: dict[str, Any]) -> None:
    """Take the folder, the arguments, the environment and the files of a request."""
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv = ["kg", *request["arguments"]]
    for number, path in enumerate((os.devnull, request["out"], request["err"])):
        opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = TextIOWrapper(os.fdopen(0, "rb", closefd=False), "utf-8")
    sys.stdout = TextIOWrapper(os.fdopen(1, "wb", closefd=False), "utf-8")
    sys.stderr = TextIOWrapper(os.fdopen(2, "wb", closefd=False), "utf-8", "backslashreplace", write_through=True)


if __name__ == "__main__":
    serve()
