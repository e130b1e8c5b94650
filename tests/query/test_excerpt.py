"""The line in which something is wrong, with a caret under the place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.plain import UNSEEN
from kg.query.excerpt import AROUND, excerpt
from kg.query.wide import columns_wide


@pytest.mark.parametrize(
    ("text", "position", "lines"),
    [
        ("ASK { x }", 6, ["ASK { x }", "      ^"]),
        ("ASK {\n  x }\n# more", 8, ["  x }", "  ^"]),
        ("ASK {\r\n\tx }", 8, [" x }", " ^"]),
        ("ASK {", 5, ["ASK {", "     ^"]),
        ("'小米' x", 5, ["'小米' x", "       ^"]),
        ("a\x1b[31m\u202eb", 7, ["a [31m b", "       ^"]),
        ("", 0, ["", "^"]),
        ("x" * 300, 150, ["x" * 2 * AROUND, " " * AROUND + "^"]),
    ],
)
def test_the_place(text: str, position: int, lines: list[str]) -> None:
    assert [line[4:].rstrip() for line in excerpt(text, position).split("\n")] == lines


@settings(deadline=None)
@given(st.text(), st.data())
def test_two_lines_whatever_the_text(text: str, data: st.DataObject) -> None:
    line, caret = excerpt(text, data.draw(st.integers(0, len(text)))).split("\n")
    assert not UNSEEN.search(line)
    assert line.splitlines() in ([line], [])
    assert caret.strip() == "^"
    assert columns_wide(caret) <= columns_wide(line) + AROUND
