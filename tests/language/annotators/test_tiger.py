"""spaCy's German trees."""

import pytest
from written import parse, tree

from kg.language.annotators.tiger import to_universal

CASES = {
    "the verb takes the place of its auxiliary": (
        "PSA/PROPN/hat/sb hat=haben/AUX//ROOT gestern/ADV/gekauft/mo den/DET/Rivalen/nk Rivalen/NOUN/gekauft/oa "
        "gekauft/VERB.Part/hat/oc",
        "PSA/gekauft/nsubj hat/gekauft/aux gestern/gekauft/advmod den/Rivalen/det Rivalen/gekauft/obj gekauft//root",
    ),
    "a passive": (
        "Opel/PROPN/wird/sb wird=werden/AUX//ROOT von/ADP/gekauft/sbp PSA/PROPN/von/nk gekauft/VERB.Part/wird/oc",
        "Opel/gekauft/nsubj:pass wird/gekauft/aux:pass von/PSA/case PSA/gekauft/obl:agent gekauft//root",
    ),
    "a passive in the perfect, in a clause": (
        "sagt/VERB.Fin//ROOT dass/SCONJ/ist/cp Opel/PROPN/ist/sb gekauft/VERB.Part/worden/oc "
        "worden=werden/AUX.Part/ist/oc ist=sein/AUX.Fin/sagt/oc",
        "sagt//root dass/gekauft/mark Opel/gekauft/nsubj:pass gekauft/sagt/ccomp worden/gekauft/aux:pass "
        "ist/gekauft/aux",
    ),
    "the future is no passive": (
        "Opel/PROPN/wird/sb wird=werden/AUX//ROOT wachsen/VERB.Inf/wird/oc",
        "Opel/wachsen/nsubj wird/wachsen/aux wachsen//root",
    ),
    "a modal in a clause, and what it wants in another": (
        "sagt/VERB.Fin//ROOT dass/SCONJ/will/cp er/PRON/will/sb investieren/VERB.Inf/will/oc "
        "will=wollen/AUX.Fin/sagt/oc",
        "sagt//root dass/investieren/mark er/investieren/nsubj investieren/sagt/ccomp will/investieren/aux",
    ),
    "a modal with a clause of its own is a verb": (
        "er/PRON/will/sb will=wollen/AUX.Fin//ROOT dass/SCONJ/wächst/cp Opel/PROPN/wächst/sb wächst/VERB.Fin/will/oc",
        "er/will/nsubj will//root dass/wächst/mark Opel/wächst/nsubj wächst/will/ccomp",
    ),
    "an infinitive with zu": (
        "PSA/PROPN/plant/sb plant/VERB.Fin//ROOT Opel/PROPN/kaufen/oa zu/PART/kaufen/pm kaufen/VERB.Inf/plant/oc",
        "PSA/plant/nsubj plant//root Opel/kaufen/obj zu/kaufen/mark kaufen/plant/xcomp",
    ),
    "a noun with a copula heads the clause": (
        "Diess/PROPN/ist/sb ist=sein/AUX//ROOT Chef/NOUN/ist/pd der/DET/Bank/nk Bank/NOUN/Chef/ag",
        "Diess/Chef/nsubj ist/Chef/cop Chef//root der/Bank/det Bank/Chef/nmod",
    ),
    "a phrase too, also with an auxiliary": (
        "Er/PRON/soll/sb soll=sollen/AUX.Fin//ROOT in/ADP/sein/pd Haft/NOUN/in/nk sein/AUX.Inf/soll/oc",
        "Er/Haft/nsubj soll/Haft/aux in/Haft/case Haft//root sein/Haft/cop",
    ),
    "what one becomes": (
        "Er/PRON/ist/sb ist=sein/AUX.Fin//ROOT Chef/NOUN/geworden/pd geworden=werden/AUX.Part/ist/oc",
        "Er/geworden/nsubj ist/geworden/aux Chef/geworden/xcomp geworden//root",
    ),
    "phrases of verbs and of nouns": (
        "baut/VERB//ROOT mit/ADP/baut/mo einer/DET/Bank/nk Bank/NOUN/mit/nk aus/ADP/Bank/mnr Rom/PROPN/aus/nk "
        "an/ADP/baut/op Autos/NOUN/an/nk",
        "baut//root mit/Bank/case einer/Bank/det Bank/baut/obl aus/Rom/case Rom/Bank/nmod an/Autos/case Autos/baut/obl",
    ),
    "conjuncts hang on the first": (
        "Opel/PROPN//ROOT ,/PUNCT/Opel/punct Audi/PROPN/Opel/cj und/CCONJ/Audi/cd Seat/PROPN/und/cj",
        "Opel//root ,/Opel/punct Audi/Opel/conj und/Seat/cc Seat/Opel/conj",
    ),
    "clauses are conjuncts too": (
        "PSA/PROPN/hat/sb hat=haben/AUX//ROOT Opel/PROPN/gekauft/oa gekauft/VERB.Part/hat/oc und/CCONJ/hat/cd "
        "wächst/VERB.Fin/und/cj",
        "PSA/gekauft/nsubj hat/gekauft/aux Opel/gekauft/obj gekauft//root und/wächst/cc wächst/gekauft/conj",
    ),
    "what stands beside a noun": (
        "Präsident/NOUN//ROOT Joe/PROPN/Biden/pnc Biden/PROPN/Präsident/nk",
        "Präsident//root Joe/Biden/flat Biden/Präsident/appos",
    ),
    "what stands before a name": (
        "Konzernchef/NOUN/Diess/nk Diess/PROPN//ROOT ,/PUNCT/Chef/punct Chef/NOUN/Diess/app",
        "Konzernchef/Diess/nmod:desc Diess//root ,/Chef/punct Chef/Diess/appos",
    ),
    "a separable verb, a reported clause, a recipient": (
        "PSA/PROPN/bietet/sb bietet/VERB//ROOT Opel/PROPN/bietet/da nicht/PART/bietet/ng Geld/NOUN/bietet/oa "
        "an/ADP/bietet/svp",
        "PSA/bietet/nsubj bietet//root Opel/bietet/iobj nicht/bietet/advmod Geld/bietet/obj an/bietet/compound:prt",
    ),
    "a relative clause and a comparison": (
        "Bank/NOUN//ROOT die/PRON/wächst/sb schneller/ADJ/wächst/mo als/ADP/Opel/cm Opel/PROPN/schneller/cc "
        "wächst/VERB.Fin/Bank/rc",
        "Bank//root die/wächst/nsubj schneller/wächst/advmod als/Opel/case Opel/schneller/obl wächst/Bank/acl:relcl",
    ),
    "parts of a noun phrase": (
        "zehn/NUM/Autos/nk neue/ADJ/Autos/nk Autos/NOUN//ROOT Marke/NOUN/Autos/nk dort/ADV/Autos/mnr",
        "zehn/Autos/nummod neue/Autos/amod Autos//root Marke/Autos/nmod:unmarked dort/Autos/advmod",
    ),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_trees(given: str, expected: str) -> None:
    parsed = parse(given)
    to_universal(parsed)
    assert tree(parsed) == expected


def test_a_possessive_is_no_article() -> None:
    parsed = parse("seine/DET/Bank/nk Bank/NOUN//ROOT")
    parsed.feats[0] = "Poss=Yes|PronType=Prs"
    to_universal(parsed)
    assert parsed.labels[0] == "det:poss"
