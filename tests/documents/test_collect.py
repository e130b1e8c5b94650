"""Which files are found, and what they are called."""

import os
from pathlib import Path

import pytest

from kg.documents.collect import collect
from kg.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one of them in a folder below, and what is to be passed over."""
    for name in ("b.txt", "sub/a.MD", ".hidden.txt", ".git/c.txt", "photo.jpg", "sub/notes"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Tekst.")
    return tmp_path / "in"


def names(*paths: Path) -> list[str]:
    return [source.file for source in collect(paths)]


def test_names_are_below_the_folder_that_was_named(folder: Path) -> None:
    assert names(folder) == ["b.txt", "sub/a.MD"]
    assert names(folder / "sub") == ["a.MD"]
    assert names(folder / "sub" / "a.MD") == ["a.MD"]


def test_the_order_of_the_paths_does_not_matter(folder: Path) -> None:
    paths = (folder, folder / "sub", folder / "b.txt")
    assert collect(paths) == collect(paths[::-1])
    assert names(*paths) == ["a.MD", "b.txt", "sub/a.MD"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nothing", "there is no such file or folder"),
        ("photo.jpg", "unknown kind of file"),
        ("loop.txt", "there is no such file or folder"),
        ("empty", "no articles in this folder"),
    ],
)
def test_wrong_paths_are_named(folder: Path, name: str, message: str) -> None:
    (folder / "empty").mkdir()
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    with pytest.raises(UsageError, match=message) as error:
        collect([folder, folder / name])
    assert name in str(error.value)


def test_links_to_folders_above_end(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    assert names(folder) == ["b.txt", "sub/a.MD"]


@pytest.mark.parametrize("name", ["a\nb.txt", 'a"<b>\\.txt', "a\u202eb.txt", "a b'c.txt"])
def test_any_name_is_kept(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Tekst.")
    assert names(tmp_path) == [name]


def test_names_that_are_no_utf8_can_be_stored(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Tekst.")
    except OSError:
        pytest.skip("this file system has only UTF-8 names")
    assert names(tmp_path) == ["caf\ufffd.txt"]
