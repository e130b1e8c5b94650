"""Where the prompt keeps what was asked: in the user's folder for such things, readable by nobody else."""

import os
from pathlib import Path

from prompt_toolkit.history import FileHistory, History, InMemoryHistory

FILE = "query-history"
OWN_FILE, OWN_FOLDER = 0o600, 0o700


def history() -> History:
    """The history in XDG_STATE_HOME, or ~/.local/state; one that is forgotten where nothing can be written."""
    path = folder() / FILE
    try:
        path.parent.mkdir(OWN_FOLDER, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, OWN_FILE))
        path.chmod(OWN_FILE)
    except OSError:
        return InMemoryHistory()
    return FileHistory(path)


def folder() -> Path:
    """Relative paths in XDG_STATE_HOME do not count, as its standard says."""
    state = Path(os.environ.get("XDG_STATE_HOME", ""))
    return (state if state.is_absolute() else Path.home() / ".local" / "state") / "kg"
