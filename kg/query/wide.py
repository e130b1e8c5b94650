"""How wide a text is on a terminal."""

from unicodedata import category, east_asian_width


def columns_wide(text: str) -> int:
    """The columns that a text takes on a terminal: Chinese characters are wide, accents of their own take none."""
    if text.isascii():
        return len(text)
    return sum(0 if category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1 for c in text)
