"""Rows as records, a line for each value, where a table would be too wide for the terminal."""

from collections.abc import Iterator, Mapping, Sequence

from kg.query.wide import columns_wide

GAP = "  "
LEAST = 20  # columns that a value is given


def records(columns: Mapping[str, Sequence[str]], width: int) -> Iterator[str]:
    """The text of each row; what is empty is left out. columns: by their names, their heading first."""
    indent = max(map(columns_wide, columns)) + len(GAP)
    _, *rows = zip(*columns.values(), strict=True)
    for row in rows:
        lines = (_field(name, value, indent, width) for name, value in zip(columns, row, strict=True) if value)
        yield "".join(lines)


def _field(name: str, value: str, indent: int, width: int) -> str:
    first, *others = _wrapped(value, max(width - indent, LEAST))
    lines = [name + " " * (indent - columns_wide(name)) + first, *(" " * indent + other for other in others)]
    return "".join(f"{line}\n" for line in lines)


def _wrapped(text: str, width: int) -> list[str]:
    """A text in lines, broken between words where that is possible."""
    lines = [""]
    for word in text.split(" "):
        for piece in _pieces(word, width):
            longer = f"{lines[-1]} {piece}" if lines[-1] else piece
            if columns_wide(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word, or the parts of one that is wider than a line."""
    piece = ""
    for character in word if columns_wide(word) > width else ():
        if columns_wide(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece or word
