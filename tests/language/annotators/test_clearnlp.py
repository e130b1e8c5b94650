"""spaCy's English trees."""

import pytest
from written import parse, tree

from kg.language.annotators.clearnlp import to_universal

CASES = {
    "a preposition becomes the case of its object, of a verb and of a noun": (
        "Tesla/PROPN/builds/nsubj builds/VERB//ROOT cars/NOUN/builds/dobj for/ADP/cars/prep taxis/NOUN/for/pobj "
        "in/ADP/builds/prep the/DET/Texas/det Texas/PROPN/in/pobj",
        "Tesla/builds/nsubj builds//root cars/builds/obj for/taxis/case taxis/cars/nmod "
        "in/Texas/case the/Texas/det Texas/builds/obl",
    ),
    "the agent of a passive": (
        "Beats/PROPN/bought/nsubjpass was=be/AUX/bought/auxpass bought/VERB//ROOT by/ADP/bought/agent "
        "Apple/PROPN/by/pobj",
        "Beats/bought/nsubj:pass was/bought/aux:pass bought//root by/Apple/case Apple/bought/obl:agent",
    ),
    "of two prepositions both are the case": (
        "fell/VERB//ROOT because/SCONJ/fell/prep of/ADP/because/pcomp rain/NOUN/because/pobj",
        "fell//root because/rain/case of/because/fixed rain/fell/obl",
    ),
    "a preposition of a preposition": (
        "came/VERB//ROOT from/ADP/came/prep behind/ADP/from/prep it/PRON/behind/pobj",
        "came//root from/it/case behind/it/case it/came/obl",
    ),
    "a clause behind a preposition": (
        "grew/VERB//ROOT by/ADP/grew/prep buying/VERB/by/pcomp rivals/NOUN/buying/dobj",
        "grew//root by/buying/mark buying/grew/advcl rivals/buying/obj",
    ),
    "a preposition whose object stands elsewhere": (
        "relies/VERB//ROOT on/ADP/relies/prep",
        "relies//root on/relies/advmod",
    ),
    "a preposition with a conjunct": (
        "sells/VERB//ROOT in/ADP/sells/prep Paris/PROPN/in/pobj and/CCONJ/in/cc on/ADP/in/conj Malta/PROPN/on/pobj",
        "sells//root in/Paris/case Paris/sells/obl and/Malta/cc on/Malta/case Malta/Paris/conj",
    ),
    "the recipient with and without a preposition": (
        "gave/VERB//ROOT him/PRON/gave/dative shares/NOUN/gave/dobj to/ADP/gave/dative Beats/PROPN/to/pobj",
        "gave//root him/gave/iobj shares/gave/obj to/Beats/case Beats/gave/obl",
    ),
    "a noun with a copula heads the clause": (
        "that/SCONJ/was/mark Nokia/PROPN/was/nsubj was=be/AUX//ROOT once/ADV/was/advmod maker/NOUN/was/attr "
        "of/ADP/maker/prep phones/NOUN/of/pobj",
        "that/maker/mark Nokia/maker/nsubj was/maker/cop once/maker/advmod maker//root of/phones/case "
        "phones/maker/nmod",
    ),
    "so do an adjective and a phrase": (
        "Nokia/PROPN/is/nsubj is=be/AUX//ROOT small/ADJ/is/acomp and/CCONJ/is/cc it/PRON/was/nsubj "
        "was=be/AUX/is/conj in/ADP/was/prep Espoo/PROPN/in/pobj on/ADP/was/prep Monday/PROPN/on/pobj",
        "Nokia/small/nsubj is/small/cop small//root and/Espoo/cc it/Espoo/nsubj "
        "was/Espoo/cop in/Espoo/case Espoo/small/conj on/Monday/case Monday/Espoo/obl",
    ),
    "what there is is the subject": (
        "There/PRON/is/expl is=be/AUX//ROOT demand/NOUN/is/attr in/ADP/is/prep Asia/PROPN/in/pobj",
        "There/is/expl is//root demand/is/nsubj in/Asia/case Asia/is/obl",
    ),
    "other verbs keep what is said of their subject": (
        "He/PRON/became/nsubj became/VERB//ROOT chairman/NOUN/became/attr",
        "He/became/nsubj became//root chairman/became/xcomp",
    ),
    "conjuncts hang on the first": (
        "phones/NOUN//ROOT ,/PUNCT/phones/punct cars/NOUN/phones/conj and/CCONJ/cars/cc pens/NOUN/cars/conj",
        "phones//root ,/cars/punct cars/phones/conj and/pens/cc pens/phones/conj",
    ),
    "a currency sign heads its number": (
        "sold/VERB//ROOT for/ADP/sold/prep $/SYM/billion/quantmod 3/NUM/billion/compound billion/NUM/for/pobj",
        "sold//root for/$/case $/sold/obl 3/billion/compound billion/$/nummod",
    ),
    "the particle of an infinitive is its mark, that of a verb its part": (
        "wants/VERB//ROOT to/PART/sell/aux sell/VERB/wants/xcomp off/ADP/sell/prt Beats/PROPN/sell/dobj",
        "wants//root to/sell/mark sell/wants/xcomp off/sell/compound:prt Beats/sell/obj",
    ),
    "the other labels": (
        "Cook/PROPN/said/nsubj ,/PUNCT/Cook/punct who/PRON/runs/nsubj runs/VERB/Cook/relcl Apple/PROPN/share/poss "
        "'s/PART/Apple/case share/NOUN/runs/dobj said/VERB//ROOT so/ADV/said/advmod today/NOUN/said/npadvmod",
        "Cook/said/nsubj ,/Cook/punct who/runs/nsubj runs/Cook/acl:relcl Apple/share/nmod:poss "
        "'s/Apple/case share/runs/obj said//root so/said/advmod today/said/obl:unmarked",
    ),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_trees(given: str, expected: str) -> None:
    parsed = parse(given)
    to_universal(parsed)
    assert tree(parsed) == expected


def test_an_auxiliary_of_nothing_is_a_verb() -> None:
    parsed = parse("There/PRON/is/expl is=be/AUX//ROOT demand/NOUN/is/attr")
    to_universal(parsed)
    assert parsed.upos[1] == "VERB"
