from pathlib import Path

import pytest

from kg.errors import KgError
from kg.view.write import write_text


def test_the_file_is_written_whole_in_utf8_and_nothing_beside_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_text(Path("kg.html"), "Škoda\n比亚迪")
    assert [path.name for path in tmp_path.iterdir()] == ["kg.html"]
    assert Path("kg.html").read_bytes() == "Škoda\n比亚迪".encode()


def test_a_page_that_cannot_be_written_is_one_line(tmp_path):
    with pytest.raises(KgError, match=r"^.*kg\.html: cannot write the page: No such file or directory$"):
        write_text(tmp_path / "missing" / "kg.html", "x")


def test_a_failed_write_leaves_the_old_page_and_no_draft(tmp_path):
    (tmp_path / "kg.html").mkdir()
    with pytest.raises(KgError):
        write_text(tmp_path / "kg.html", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["kg.html"]
