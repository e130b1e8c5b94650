"""What the tests of the command share."""

from pathlib import Path

import pytest
from kgcommand import SAMPLE, Run, command


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs kg in a new folder."""
    return lambda *arguments, **more: command(tmp_path, *arguments, **more)


@pytest.fixture(scope="session")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the sample article, for reading only."""
    folder = tmp_path_factory.mktemp("sample")
    done = command(folder, "build", SAMPLE)
    assert done.returncode == 0, done.stderr
    return folder / "graphs"
