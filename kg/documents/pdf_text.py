"""From the lines of a PDF's pages to running text."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from kg.documents.pdf_lines import Line

SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
HYPHEN = re.compile(r"(?P<before>\w+)(?P<hyphen>[-\u2010\u00ad])$")
FIRST_WORD = re.compile(r"\w+")
HANGING = frozenset("en of und oder bzw and or et ou".split())  # "kunst- en cultuur"
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
WIDE_GAP = 1.3  # times the usual distance of lines
OTHER_SIZE = 1.15  # times the size of the letters
INDENT = (0.6, 4.0)  # times the size of the letters
SHORT = 0.75  # of the usual length of lines
