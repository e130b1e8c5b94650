"""Reads ontology/lexicon/LANG.yaml: a mistake in it is reported with its file, line and key."""

from collections.abc import Iterable
from pathlib import Path

from kg import resources
from kg.errors import UsageError
from kg.extract.claim import ASSERTED, MODALITIES
from kg.extract.lexicon import Lexicon, NounFrame, Phrase, VerbFrame, Words
from kg.extract.signatures import TYPES, Signature, load_signatures
from kg.yamlfile import Place, YamlFile, load

LISTS = {
    "light",  # adjectives left out of a description's label: "eigen", "nieuw"
    "of",  # prepositions between a role and its organisation: "van", "bij"; "" for a bare genitive
    "by",  # preposition of the agent in the passive
    "as",  # "als CEO"
    "whether",  # opens an indirect question
    "shares",  # nouns whose price is meant: "aandeel", "koers"
    "markets",  # nouns for what has a price without a name: "beurs", "index"
    "speech_verbs",  # verbs with reported content
    "speech_objects",  # those of them that also take a thing said: "kondigt een update aan"
    "speech_nouns",  # what is said: "statement", "nieuws"
    "speech_light",  # verbs that with such a noun mean saying: "maken", "plaatsen"
    "speech_attribution",  # "volgens", "aldus"
    "speech_as",  # opens a clause that says who reports: "wie X mitteilte"
    "accounts",  # nouns for what somebody says or knows: "Angaben" of "nach Angaben von X"
    "account_prepositions",  # prepositions with such a noun: "nach"
    "definite",  # articles and demonstratives of what is known, also in prepositions: "vom"
    "relative",  # relative pronouns
    "in_place",  # prepositions of place
    "based",  # verbs and adjectives of being based
    "undertake",  # verbs whose subject does what their object names: "plant die Übernahme von X"; none: every verb
    "headquarters",  # nouns for a seat
    "units",  # nouns for a part of an organisation, which is its own holder: "haar EV-eenheid"
    "containers",  # nouns that stand for what is said to be in them: "een lijn van laptops"
    "kind_links",  # prepositions before a bare noun that completes a kind: "de" of "agence de presse"
    "passive_auxiliaries",  # auxiliaries of the passive, where they set no modality: "wird" of "wird übernommen"
    "no_kind",  # nouns that do not say what a thing is: "naam", "versie"
    "such_as",  # introduces examples: "zoals"
    "demonyms",  # adjectives that may be of nationality, where they have a small letter: "*isch"; "us" of "US-Konzern"
    "fields",  # abbreviations that name no employer: "IT" of "IT-Chef"; none: all that stand nowhere alone
    "appoint",  # verbs of giving a role: "benoemt X tot CEO"
    "appointments",  # nouns of getting or losing a role: "de benoeming van X tot CEO"
    "succeed",  # verbs of getting the role of their object: "volgt Y op als CEO"
    "posts",  # nouns that a title may complete: "zijn functie als CEO"
    "bounds",  # say that a figure is only a bound: "tot onder 9.000 punten"
    "extremes",  # words for a level that was not reached for long: "dieptepunt in 20 jaar"
    "indefinite",  # articles of what is new: "een"
    "employed_by",  # prepositions between a person and an organisation: "David Buik van BGC Partners"
    "made_by",  # prepositions between a product and its maker: "van"
    "titles",  # forms of address, which are no kind: "mevrouw"
}
PHRASE_LISTS = {"own_words"}  # "naar eigen zeggen": the clause's subject is its source
FIGURES = {
    *("rise", "fall", "by", "level", "price", "revenue", "profit", "loss", "sold", "cuts", "employs", "amounts_to"),
    *("sales", "production", "grow", "shrink"),  # grow, shrink: words of rising and falling, but not of a price
}
KINDS_OF_WORDS = {"verbs", "nouns", "words", "adverbs"}
TOP = {
    "forms",
    "pronouns",
    "classes",
    "lists",
    "phrases",
    "relations",
    "auxiliaries",
    "governors",
    "endings",
    "modality",
    "figures",
}


def load_lexicon(language: str, ontology: Path | None = None) -> Lexicon:
    """The lexicon of a language; UsageError names file, line and key of what is wrong in it."""
    path = resources.find(f"lexicon/{language}.yaml", ontology)
    if path is None:
        raise UsageError(
            f"there is no lexicon for the language '{language}': ontology/lexicon/{language}.yaml is missing"
        )
    file = load(path)
    file.check((), file.data, dict, TOP)
    signatures = load_signatures(ontology)
    relations = _relations(file, signatures)
    verbs: dict[str, tuple[VerbFrame, ...]] = {}
    nouns: dict[str, tuple[NounFrame, ...]] = {}
    for relation, entry in relations.items():
        for i, item in enumerate(_listed(file, ("relations", relation, "verbs"), entry.get("verbs", []))):
            frame = _verb_frame(file, ("relations", relation, "verbs", i), relation, item)
            verbs[frame.verb] = (*verbs.get(frame.verb, ()), frame)
        for i, item in enumerate(_listed(file, ("relations", relation, "nouns"), entry.get("nouns", []))):
            noun = _noun_frame(file, ("relations", relation, "nouns", i), relation, item)
            nouns[noun.noun] = (*nouns.get(noun.noun, ()), noun)
    return Lexicon(
        language=language,
        signatures=signatures,
        forms={f: lemma.lower() for lemma, forms in _word_lists(file, "forms").items() for f in (lemma, *forms)},
        classes={kind: Words(w) for kind, w in _word_lists(file, "classes").items()},
        lists={name: Words(_word_lists(file, "lists", LISTS).get(name, ())) for name in sorted(LISTS)},
        phrases={n: _phrases(_word_lists(file, "phrases", PHRASE_LISTS).get(n, ())) for n in sorted(PHRASE_LISTS)},
        roles={
            r: Words(file.strings(("relations", r, "roles"), e["roles"])) for r, e in relations.items() if "roles" in e
        },
        verbs=verbs,
        nouns=nouns,
        auxiliaries={f.lower(): m for m, forms in _modal(file, "auxiliaries").items() for f in forms},
        endings={e.lower(): m for m, endings in _modal(file, "endings").items() for e in endings},
        modal_verbs={v.lower(): m for m, verbs in _modal(file, "governors").items() for v in verbs},
        modal_phrases={_phrase(p): m for m, phrases in _modal(file, "modality").items() for p in phrases},
        pronouns=_word_lists(file, "pronouns"),
        figures=_figures(file),
    )


def _phrase(text: str) -> Phrase:
    return tuple(text.lower().split())


def _phrases(texts: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(map(_phrase, texts))


def _listed(file: YamlFile, place: Place, value: object) -> list[object]:
    file.check(place, value, list)
    assert isinstance(value, list)
    return value


def _word_lists(file: YamlFile, key: str, known: set[str] | None = None) -> dict[str, tuple[str, ...]]:
    value = file.data.get(key, {})
    file.check((key,), value, dict, known)
    return {name: file.strings((key, name), words) for name, words in value.items()}


def _modal(file: YamlFile, key: str) -> dict[str, tuple[str, ...]]:
    return _word_lists(file, key, set(MODALITIES))


def _relations(file: YamlFile, signatures: dict[str, Signature]) -> dict[str, dict[str, object]]:
    value: dict[str, dict[str, object]] = file.data.get("relations", {})
    file.check(("relations",), value, dict, set(signatures))
    for relation, entry in value.items():
        file.check(("relations", relation), entry, dict, {"verbs", "nouns", "roles"})
    return value


def _verb_frame(file: YamlFile, place: Place, relation: str, item: object) -> VerbFrame:
    """ "kopen", "investeren in", or a mapping with the fields of a VerbFrame."""
    if isinstance(item, str):
        verb, _, preposition = item.lower().partition(" ")
        return VerbFrame(relation, verb, object=preposition)
    file.check(place, item, dict, {"verb", "subject", "object", "needs", "amount", "types", "modality"})
    assert isinstance(item, dict)
    for key in ("verb", "subject", "object"):
        file.check((*place, key), item.get(key, ""), str)
    if not item.get("verb"):
        raise file.error(place, "a frame needs a verb")
    file.check((*place, "amount"), item.get("amount", False), bool)
    if (modality := item.get("modality", ASSERTED)) not in MODALITIES:
        raise file.error((*place, "modality"), f"this must be one of {', '.join(MODALITIES)}")
    return VerbFrame(
        relation,
        item["verb"].lower(),
        item.get("subject", "").lower(),
        item.get("object", "").lower(),
        tuple(sorted(_phrases(file.strings((*place, "needs"), item.get("needs", []))))),
        item.get("amount", False),
        _types(file, (*place, "types"), item.get("types", [])),
        modality,
    )


def _types(file: YamlFile, place: Place, value: object) -> tuple[str, ...]:
    types = file.strings(place, value)
    if unknown := set(types) - TYPES:
        raise file.error(place, f"unknown type {min(unknown)}; known: {', '.join(sorted(TYPES))}")
    return types


def _noun_frame(file: YamlFile, place: Place, relation: str, item: object) -> NounFrame:
    file.check(place, item, dict, {"noun", "subject", "object"})
    assert isinstance(item, dict)
    file.check((*place, "noun"), item.get("noun"), str)
    subject, object_ = (file.strings((*place, k), item.get(k, [])) for k in ("subject", "object"))
    return NounFrame(relation, item["noun"].lower(), subject, object_)


def _figures(file: YamlFile) -> dict[str, dict[str, Words]]:
    value = file.data.get("figures", {})
    file.check(("figures",), value, dict, FIGURES)
    for name, entry in value.items():
        file.check(("figures", name), entry, dict, KINDS_OF_WORDS)
    return {
        name: {
            kind: Words(file.strings(("figures", name, kind), value.get(name, {}).get(kind, [])))
            for kind in sorted(KINDS_OF_WORDS)
        }
        for name in sorted(FIGURES)
    }
