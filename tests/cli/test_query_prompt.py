"""`kg query` without a query, at a real terminal."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kgcommand import ROOT

SLOW = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'?a{i} ?b{i} ?c{i} .' for i in range(5))} }}"
WHERE_IS_THE_CURSOR, HERE = b"\x1b[6n", b"\x1b[1;1R"
SECONDS = 30


class Terminal:
    """A person at a terminal in which kg query runs."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "XDG_STATE_HOME": str(folder)}
        python = [sys.executable, "-m", "kg", "query", *arguments]
        self._screen, end = pty.openpty()
        self.process = subprocess.Popen(
            python, stdin=end, stdout=end, stderr=end, env=environment, start_new_session=True, preexec_fn=_own_terminal
        )
        os.close(end)
        self._seen = b""

    def expect(self, pattern: str) -> str:
        """What is shown up to that."""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            if match := re.search(pattern.encode(), self._seen):
                found, self._seen = self._seen[: match.end()], self._seen[match.end() :]
                return found.decode()
            self._read()
        raise AssertionError(f"{pattern} was not shown, but {self._seen!r}")

    def _read(self) -> None:
        if select.select([self._screen], [], [], 0.1)[0]:
            text = os.read(self._screen, 65536)
            self._seen += text
            for _ in range(text.count(WHERE_IS_THE_CURSOR)):
                os.write(self._screen, HERE)

    def type(self, text: str) -> None:
        os.write(self._screen, text.encode())

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._screen)


def _own_terminal() -> None:
    os.close(os.open(os.ttyname(0), os.O_RDWR))  # the first that a new session opens is its own: Ctrl-C comes from it


@pytest.fixture
def terminal(graphs: Path, tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path, "-g", str(graphs))
    yield terminal
    terminal.close()


def test_questions_and_answers(terminal: Terminal) -> None:
    terminal.expect("SPARQL, the name of a saved query")
    terminal.expect("kg> ?")
    terminal.type("ASK { ?x kg:ceoOf ?y }\r")
    terminal.expect("yes\r\n")
    terminal.type(SLOW + "\r")
    terminal.expect(r"\x1b\[\?2004l")  # the prompt is left
    time.sleep(0.5)
    terminal.type("\x03")
    terminal.expect("the query was stopped")
    terminal.type("SELECT ?x { ?x kg:ceoOf é }\r")
    terminal.expect(r"kg: the query is wrong in line 1, column 25: .*\r\n +SELECT .*\r\n +\^\r\n")
    terminal.type("relatio")
    terminal.expect("How often each relation is claimed")  # in the menu
    terminal.type("\t\r")  # takes what is offered first
    terminal.type("\r")
    terminal.expect("kg:says")
    terminal.type(".quit\r")
    assert terminal.process.wait(SECONDS) == 0


def test_the_end_of_the_input_is_the_end(terminal: Terminal) -> None:
    terminal.expect("kg> ?")
    terminal.type("\x04")
    assert terminal.process.wait(SECONDS) == 0


def test_without_a_graph_there_is_no_prompt(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "-g", str(tmp_path / "none"))
    terminal.expect("there is no graph in this folder")
    assert terminal.process.wait(SECONDS) == 2
    terminal.close()
