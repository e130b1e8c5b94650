"""Trees of spaCy's English pipelines, whose labels are those of ClearNLP, as Universal Dependencies.

The labels: Choi, "Guidelines for the CLEAR Style Constituent to Dependency Conversion" (2012). There prepositions head
their phrases and copulas their clauses, and each conjunct hangs on the one before it.
"""

from kg.language.annotators.parse import Parse

LABELS = {
    "ROOT": "root",
    "acomp": "xcomp",
    "agent": "obl:agent",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",  # without an object: "the firm that it relies on"
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
COMPLEMENTS = ("attr", "acomp", "ccomp", "xcomp", "oprd", "dobj", "expl")
SIGNS = ("quantmod", "nmod")
BE = "be"


def to_universal(parse: Parse) -> None:
    """Convert a tree in place."""
    _coordinations(parse)
    _prepositions(parse)
    _copulas(parse)
    _currencies(parse)
    parse.relabel(lambda i: _label(parse, i))


def _coordinations(parse: Parse) -> None:
    """The conjunction and the comma before a conjunct hang on it, and it on the first."""
    for i in range(len(parse)):
        if parse.labels[i] == "conj":
            for sibling in parse.children(parse.heads[i], "cc", "punct"):
                if parse.heads[i] < sibling < i:
                    parse.heads[sibling] = i
    parse.flatten("conj")


def _prepositions(parse: Parse) -> None:
    """The object takes its preposition's place; of "because of chips" and "from behind it" both are its case."""
    for i in parse.deepest_first():
        if objects := parse.children(i, "pobj") or parse.children(i, "pcomp"):
            _give_place(parse, i, objects[0])


def _give_place(parse: Parse, preposition: int, phrase: int) -> None:
    clausal = parse.labels[phrase] == "pcomp" and parse.is_verbal(phrase)
    second = [c for c in parse.children(preposition, "pcomp") if c != phrase and not parse.children(c)]
    parse.promote(phrase, "mark" if clausal else "case")
    for c in second:
        parse.attach(c, preposition, "fixed")
    if parse.labels[phrase] in ("prep", "dative"):
        parse.labels[phrase] = _phrase(parse, parse.heads[phrase], clausal)


def _phrase(parse: Parse, head: int, clausal: bool) -> str:
    """How a prepositional phrase hangs on its head, which may be a preposition that is converted after it."""
    if head >= 0 and parse.upos[head] == "ADP":
        return "pobj"
    if head < 0 or parse.is_predicate(head):
        return "advcl" if clausal else "obl"
    return "acl" if clausal else "nmod"


def _copulas(parse: Parse) -> None:
    """What is said of the subject heads the clause, be it a phrase: "it is in Paris"."""
    for i in parse.deepest_first():
        if parse.lemmas[i].lower() != BE or not parse.is_verbal(i) or parse.labels[i] in ("aux", "auxpass"):
            continue
        if parse.children(i, "expl"):
            for c in parse.children(i, "attr"):
                parse.labels[c] = "nsubj"
        elif said := parse.children(i, "attr", "acomp"):
            parse.promote(said[0], "cop")
        elif not parse.children(i, *COMPLEMENTS) and parse.children(i, "nsubj"):
            for c in [c for c in parse.children(i, "obl") if c > i][:1]:
                parse.promote(c, "cop")


def _currencies(parse: Parse) -> None:
    """ "for $ 3 billion": the sign heads the number, and the preposition is its case."""
    for i in range(len(parse)):
        number = parse.heads[i]
        if number >= 0 and parse.upos[i] == "SYM" and parse.labels[i] in SIGNS and parse.upos[number] == "NUM":
            place = parse.labels[number]
            for c in parse.children(number, "case"):
                parse.heads[c] = i
            parse.attach(i, parse.heads[number], "compound" if place == "nummod" else place)
            parse.attach(number, i, "nummod")


def _label(parse: Parse, i: int) -> str:
    label, head = parse.labels[i], parse.heads[i]
    if label == "aux" and parse.upos[i] == "PART":
        return "mark"
    if label == "compound" and parse.upos[i] == "NOUN" and parse.upos[head] == "PROPN":
        return "nmod:desc"
    return LABELS.get(label, label)
