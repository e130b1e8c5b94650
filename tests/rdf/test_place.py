"""The files of a graph are switched as one, whatever moment the build is killed at."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.rdf.place import BUILDING, OLD, PARTS, READY, STORE, standing, switch, tidy


class Killed(BaseException):
    """In the place of a signal that cannot be caught."""


def write(folder: Path, text: str) -> Path:
    (folder / STORE).mkdir(parents=True)
    for part in (*PARTS[:2], f"{STORE}/CURRENT"):
        (folder / part).write_text(text)
    return folder


def content(folder: Path) -> set[str]:
    """What the parts say that count in a folder."""
    files = [standing(folder, part) for part in PARTS]
    return {(path / "CURRENT" if path.is_dir() else path).read_text() for path in files}


@pytest.fixture
def die_at(monkeypatch: pytest.MonkeyPatch) -> Iterator:
    """Ends everything before the n-th call that changes a folder, as a signal would."""

    def arm(number: int) -> None:
        left = iter(range(number))

        def count(call):
            def counted(*arguments, **options):
                if next(left, None) is None:
                    raise Killed
                return call(*arguments, **options)

            return counted

        monkeypatch.setattr(Path, "rename", count(Path.rename))
        monkeypatch.setattr(Path, "replace", count(Path.replace))
        monkeypatch.setattr("shutil.rmtree", count(__import__("shutil").rmtree))
        monkeypatch.setattr(os, "fsync", count(os.fsync))

    yield arm
    monkeypatch.undo()


@pytest.mark.parametrize("moment", range(17))
def test_killed_at_any_step(tmp_path: Path, die_at, monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    write(tmp_path, "before")
    new = write(tmp_path / f"{BUILDING}x", "after")
    die_at(moment)
    try:
        switch(new, tmp_path)
        done = True
    except Killed:
        done = False
    monkeypatch.undo()
    found = content(tmp_path)
    assert found in ({"before"}, {"after"})
    assert found == {"after"} or not done
    tidy(tmp_path)
    assert content(tmp_path) == found
    assert {path.name for path in tmp_path.iterdir()} == set(PARTS)


def test_the_last_moment_is_after_the_switch(tmp_path: Path, die_at) -> None:
    """So that the moments above are all there are."""
    write(tmp_path, "before")
    die_at(17)
    switch(write(tmp_path / f"{BUILDING}x", "after"), tmp_path)
    assert content(tmp_path) == {"after"}


def test_the_first_graph_of_a_folder(tmp_path: Path) -> None:
    switch(write(tmp_path / f"{BUILDING}x", "first"), tmp_path)
    assert content(tmp_path) == {"first"}
    assert {path.name for path in tmp_path.iterdir()} == set(PARTS)


def test_half_a_build_is_removed(tmp_path: Path) -> None:
    write(tmp_path, "before")
    (tmp_path / f"{BUILDING}x" / "store").mkdir(parents=True)
    (tmp_path / OLD).mkdir()
    tidy(tmp_path)
    assert content(tmp_path) == {"before"}
    assert not (tmp_path / OLD).exists()
    assert not (tmp_path / READY).exists()
    assert not list(tmp_path.glob(f"{BUILDING}*"))
