"""The real command, run in a folder as a user would."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import kg

ROOT = Path(kg.__file__).parent.parent
SAMPLE = ROOT / "seeds" / "xiaomi-ev.nl.txt"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


def command(folder: Path, *arguments: str | Path, **more: str) -> Done:
    """Run kg with these arguments in a folder, in a process of its own; more: variables of the environment."""
    texts = [str(each) for each in arguments]
    with TemporaryDirectory() as scratch:
        files = {name: str(Path(scratch) / name) for name in ("out", "err")}
        code = _answer({"folder": str(folder), "arguments": texts, "environment": {**ENVIRONMENT, **more}, **files})
        return Done(texts, code, *(Path(path).read_text("utf-8") for path in files.values()))


@cache
def _forks() -> "subprocess.Popen[str]":
    """The process that runs the commands, see kgfork.py; it ends with its standard input, when the tests do."""
    script, pipe = Path(__file__).with_name("kgfork.py"), subprocess.PIPE
    return subprocess.Popen([sys.executable, script], stdin=pipe, stdout=pipe, encoding="utf-8", env=ENVIRONMENT)


def _answer(request: dict[str, object]) -> int:
    process = _forks()
    assert process.stdin
    assert process.stdout
    print(json.dumps(request), file=process.stdin, flush=True)
    return int(process.stdout.readline())
