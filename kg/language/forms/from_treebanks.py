"""Makes the table of word forms of a language from treebanks: python -m kg.language.forms.from_treebanks X.conllu..."""

import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

OPEN = ("NOUN", "VERB", "AUX", "ADJ", "ADV", "PRON", "DET", "ADP")
CLEAR = 0.8  # how often a form must have one and the same lemma to be in the table

Row = tuple[str, str, str]  # form, part of speech, lemma


def words(lines: Iterable[str]) -> Iterator[Row]:
    """The words of CoNLL-U lines; lemmas without the "_" that Dutch treebanks put between the parts of a compound."""
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 10 and fields[0].isdigit() and fields[3] in OPEN and fields[2] not in ("", "_"):
            yield fields[1].lower(), fields[3], fields[2].replace("_", "")


def table(rows: Iterable[Row]) -> Iterator[str]:
    """A line for each part of speech and lemma with its forms, sorted; forms that often have another are left out."""
    lemmas: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, upos, lemma in rows:
        lemmas[form, upos][lemma] += 1
    forms: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (form, upos), counts in lemmas.items():
        lemma = min(counts, key=lambda each: (-counts[each], each))
        if counts[lemma] >= CLEAR * counts.total():
            forms[upos, lemma].append(form)
    for (upos, lemma), own in sorted(forms.items()):
        yield "\t".join((upos, lemma, *sorted(own)))


def main(paths: list[str]) -> None:
    """Print the table of all treebanks named, which may be gzipped."""
    found: list[Row] = []
    for path in paths:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
            found += words(lines)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(table(found)))


if __name__ == "__main__":
    main(sys.argv[1:])
