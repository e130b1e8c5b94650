"""Where the files of a graph stand, and how new ones take the place of old ones so that no moment is without.

New files are written in a folder beside the old ones; when all are there, that folder is renamed to READY: from then on
they are the graph, also if nobody lives to move them to where people look for them. The next build does that first.
"""

import os
import shutil
from pathlib import Path

NQUADS, TRIG, STORE = "kg.nq", "kg.trig", "store"
PARTS = (NQUADS, TRIG, STORE)
BUILDING = ".building-"  # and some letters
READY, OLD = ".ready", ".old"


def standing(folder: Path, part: str) -> Path:
    """Where a part of the graph in a folder is to be read."""
    ready = folder / READY / part
    return ready if ready.exists() else folder / part


def switch(new: Path, folder: Path) -> None:
    """Put finished files in the place of those in a folder; all of them count from one moment on.

    new: a folder in that folder, which is then gone.
    """
    for part in PARTS:
        _sync(new / part)
    new.rename(folder / READY)
    _sync(folder)
    _move(folder)


def tidy(folder: Path) -> None:
    """Finish what a build that was killed has begun, if it had all files, and remove what it left otherwise."""
    if (folder / READY).is_dir():
        _move(folder)
    for path in [*folder.glob(f"{BUILDING}*"), folder / OLD]:
        shutil.rmtree(path, ignore_errors=True)


def _move(folder: Path) -> None:
    for part in PARTS:
        new = folder / READY / part
        if new.is_dir() and (folder / part).exists():
            shutil.rmtree(folder / OLD, ignore_errors=True)
            (folder / part).rename(folder / OLD)
        if new.exists():
            new.replace(folder / part)
    shutil.rmtree(folder / READY)
    shutil.rmtree(folder / OLD, ignore_errors=True)


def _sync(path: Path) -> None:
    """Have the system write a file, or the files of a folder and its list of names, to the disk."""
    for each in [*path.iterdir(), path] if path.is_dir() else [path]:
        handle = os.open(each, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
