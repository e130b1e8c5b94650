"""Trees that are Universal Dependencies already, with the subtypes and features that kg's own model has."""

from kg.language.annotators.parse import Parse

SUBTYPES = {
    "acl": ("relcl",),
    "advcl": ("cleft", "relcl"),
    "aux": ("caus", "pass", "tense"),
    "cc": ("preconj",),
    "compound": ("prt",),
    "csubj": ("pass",),
    "det": ("poss", "predet"),
    "expl": ("comp", "pass", "pv", "subj"),
    "nmod": ("desc", "poss", "unmarked"),
    "nsubj": ("caus", "pass"),
    "obj": ("agent", "lvc"),
    "obl": ("agent", "arg", "mod", "unmarked"),
    "parataxis": ("insert",),
}
NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "SYM")
OTHERS = ("VERB", "AUX", "ADJ", "ADV", "ADP", "DET", "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT")
OLDER = {"CONJ": "CCONJ"}
FEATURES = frozenset(("Degree", "Mood", "Number", "Person", "Poss", "PronType", "Tense", "VerbForm"))


def to_universal(parse: Parse) -> None:
    """Drop the subtypes that kg does not know: "flat:name" is flat."""
    parse.labels = [_relation(label) for label in parse.labels]


def _relation(label: str) -> str:
    relation, _, subtype = label.lower().partition(":")
    return f"{relation}:{subtype}" if subtype in SUBTYPES.get(relation, ()) else relation


def tag(upos: str) -> str:
    """The part of speech; X for one that is not of Universal Dependencies."""
    return OLDER.get(upos, upos if upos in (*NOUNS, *OTHERS) else "X")


def features(feats: str) -> str:
    """ "Case=Nom|Number=Sing" -> "Number=Sing"; "_" for none that kg uses."""
    return "|".join(feat for feat in feats.split("|") if feat.split("=")[0] in FEATURES) or "_"
