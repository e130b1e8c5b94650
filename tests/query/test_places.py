"""Where in its file a sentence stands."""

import pytest

from kg.query.places import Article


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (("a.txt",), "a.txt:5"),
        (("a.md", "b/c.txt"), "a.md:5, b/c.txt:5"),
        (("a.jsonl",), "a.jsonl:4"),
        (("a.csv", "b.csv"), "a.csv:4, b.csv"),
        (("a.html",), "a.html"),
        (("a.pdf", "b.docx"), "a.pdf, b.docx"),
    ],
)
def test_lines_are_those_of_the_file(files: tuple[str, ...], place: str) -> None:
    assert Article(files, "Een.\nTwee.", first_line=4).place(5) == place
