"""Trees written in one line, for the tables of cases.

A word is form/TAG/head/label, its head named by its form ("" for the root). Behind the form may stand its lemma
("hat=haben"), behind the tag what kind of verb form it is ("VERB.Part").
"""

from kg.language.annotators.parse import Parse


def parse(written: str) -> Parse:
    """The analysis that a pipeline gives."""
    rows = [word.split("/") for word in written.split()]
    forms, lemmas = zip(*(_lemma(row[0]) for row in rows), strict=True)
    tags = [row[1].partition(".") for row in rows]
    return Parse(
        forms=forms,
        lemmas=list(lemmas),
        upos=[tag for tag, _, _ in tags],
        feats=[f"VerbForm={form}" if form else "_" for _, _, form in tags],
        heads=[forms.index(row[2]) if row[2] else -1 for row in rows],
        labels=[row[3] for row in rows],
    )


def tree(parse: Parse) -> str:
    """Each word as form/head/label."""
    heads = ("" if head < 0 else parse.forms[head] for head in parse.heads)
    return " ".join(map("/".join, zip(parse.forms, heads, parse.labels, strict=True)))


def _lemma(word: str) -> tuple[str, str]:
    form, _, lemma = word.partition("=")
    return form, lemma or form
