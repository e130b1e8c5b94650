"""Trees of spaCy's German pipelines, whose labels are those of the TIGER treebank, as Universal Dependencies.

The labels: Albert et al., "TIGER Annotationsschema" (2003). There prepositions head their phrases, auxiliaries and
copulas their clauses, and a conjunction stands between two conjuncts.
"""

from kg.language.annotators.parse import NOMINAL, Parse

LABELS = {
    "ROOT": "root",
    "ac": "case",  # "um ... willen"
    "adc": "compound",
    "ag": "nmod",  # genitive
    "ams": "obl",  # "zehn Meter hoch"
    "app": "appos",
    "avc": "advmod",
    "cd": "cc",
    "cj": "conj",
    "cp": "mark",
    "cvc": "obl",  # "zur Verfügung stellen"
    "da": "iobj",
    "dm": "discourse",
    "ep": "expl",
    "ju": "cc",
    "ng": "advmod",
    "nmc": "compound",
    "oa": "obj",
    "oa2": "obj",
    "og": "obl:arg",
    "op": "obl",
    "par": "parataxis",
    "pd": "xcomp",
    "pg": "nmod",
    "ph": "expl",
    "pm": "mark",  # "zu"
    "pnc": "flat",
    "rc": "acl:relcl",
    "rs": "ccomp",
    "sbp": "obl:agent",
    "svp": "compound:prt",
    "uc": "compound",
    "vo": "vocative",
}
KERNEL = {"DET": "det", "ADJ": "amod", "NUM": "nummod", "VERB": "amod", "ADV": "advmod", "PART": "advmod"}
CASES = ("ADP", "SCONJ", "CCONJ")


def to_universal(parse: Parse) -> None:
    """Convert a tree in place."""
    _coordinations(parse)
    _prepositions(parse)
    _auxiliaries(parse)
    _copulas(parse)
    parse.relabel(lambda i: _label(parse, i))


def _coordinations(parse: Parse) -> None:
    """A conjunct hangs on the first one, its conjunction on it; here "B" hangs on "und" and "und" on "A"."""
    for i in range(len(parse)):
        if parse.labels[i] == "cd" and (conjuncts := parse.children(i, "cj")):
            for c in conjuncts:
                parse.heads[c] = parse.heads[i]
            parse.heads[i] = conjuncts[0]
    parse.flatten("cj")


def _prepositions(parse: Parse) -> None:
    """The noun takes its preposition's place."""
    for i in parse.deepest_first():
        if parse.upos[i] in CASES and (kernel := parse.children(i, "nk")):
            parse.promote(next((c for c in kernel if parse.upos[c] in NOMINAL), kernel[0]), "case")


def _auxiliaries(parse: Parse) -> None:
    """The verb takes the place of its auxiliaries and modals, of the innermost first."""
    labels = {i: _auxiliary(parse, i) for i in parse.deepest_first() if _verb(parse, i) >= 0}
    for i, label in labels.items():
        parse.promote(_verb(parse, i), label)


def _verb(parse: Parse, i: int) -> int:
    """The infinitive or participle of an auxiliary, -1 if there is none."""
    clauses = parse.children(i, "oc") if parse.upos[i] == "AUX" else []
    infinite = [c for c in clauses if parse.is_verbal(c) and not _is_finite(parse, c)]
    return infinite[0] if infinite else -1


def _is_finite(parse: Parse, i: int) -> bool:
    return "VerbForm=Fin" in parse.feats[i] or bool(parse.children(i, "cp"))


def _auxiliary(parse: Parse, i: int) -> str:
    """ "wird gekauft" is passive, "wird kaufen" and "hat gekauft" are not."""
    verb = _verb(parse, i)
    is_participle = parse.upos[verb] == "VERB" and "VerbForm=Part" in parse.feats[verb]
    return "aux:pass" if is_participle and parse.lemmas[i].lower() == "werden" else "aux"


def _copulas(parse: Parse) -> None:
    """What is said of the subject heads the clause of "sein"."""
    for i in parse.deepest_first():
        if parse.lemmas[i].lower() == "sein" and parse.is_verbal(i) and (said := parse.children(i, "pd")):
            parse.promote(said[0], "cop")


def _label(parse: Parse, i: int) -> str:
    label, verbal = parse.labels[i], parse.is_verbal(i)
    match label:
        case "nk":
            return _kernel(parse, i)
        case "mo" | "mnr" | "cc":
            return _modifier(parse, i)
        case "oc" | "re":
            return _clause(parse, i)
        case "cm":
            return "mark" if parse.is_verbal(parse.heads[i]) else "case"
        case "sb" | "sp":
            passive = ":pass" if parse.children(parse.heads[i], "aux:pass") else ""
            return f"{'csubj' if verbal else 'nsubj'}{passive}"
    return LABELS.get(label, label)


def _kernel(parse: Parse, i: int) -> str:
    """A part of a noun phrase: article, adjective, numeral, or a noun beside the noun."""
    upos, head = parse.upos[i], parse.heads[i]
    if "Poss=Yes" in parse.feats[i]:
        return "det:poss"
    if upos in ("NOUN", "PROPN"):
        if parse.children(i, "case"):
            return "nmod"
        if upos == parse.upos[head] == "PROPN":
            return "flat"
        if upos == "PROPN" and i > head:
            return "appos"
        return "nmod:desc" if parse.upos[head] == "PROPN" else "nmod:unmarked"
    return KERNEL.get(upos, "det" if upos == "PRON" else "dep")


def _modifier(parse: Parse, i: int) -> str:
    upos, head = parse.upos[i], parse.heads[i]
    predicate = parse.is_predicate(head)
    if parse.is_verbal(i):
        return "advcl" if predicate else "acl"
    if parse.children(i, "case") or upos in NOMINAL:
        return "obl" if predicate else "nmod"
    return "amod" if upos == "ADJ" and not predicate else "advmod"


def _clause(parse: Parse, i: int) -> str:
    """A clause that is an object: with its own finite verb or conjunction ccomp, an infinitive xcomp."""
    if not parse.is_verbal(i) and not parse.children(i, "cop"):
        return "xcomp" if parse.labels[i] == "oc" else "appos"
    if not parse.is_predicate(parse.heads[i]):
        return "acl"
    finite = _is_finite(parse, i) or any(_is_finite(parse, c) for c in parse.children(i, "aux", "aux:pass", "cop"))
    return "ccomp" if finite else "xcomp"
