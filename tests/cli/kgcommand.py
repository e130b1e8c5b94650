"""The real command, run in a folder as a user would."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import kg

ROOT = Path(kg.__file__).parent.parent
SAMPLE = ROOT / "seeds" / "xiaomi-ev.nl.txt"

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


def command(folder: Path, *arguments: str | Path, **more: str) -> Done:
    """Run kg with these arguments in a folder; more: variables of the environment."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}
    python = [sys.executable, "-m", "kg"]
    return subprocess.run([*python, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8")
