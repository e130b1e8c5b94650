"""Over articles: one entity for one thing, two for two; real articles through the whole of kg."""

import random
from dataclasses import replace

import pytest

from kg.documents.document import Document
from kg.extract.lexicon import Lexicon
from kg.extract.lexicon_file import load_lexicon
from kg.extract.run import extract
from kg.language.annotate import Annotator
from kg.resolve.decisions import Decisions
from kg.resolve.features import SAME, score
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.name_words import load_name_words
from kg.resolve.namesakes import namesakes
from kg.resolve.profiles import profiles
from kg.resolve.resolved import Resolved, ResolvedArticle
from kg.resolve.run import resolve_article
from kg.resolve.unite import identify, unite

WORDS = load_name_words()


class Resolver:
    """Reads Dutch articles of a sentence or two."""

    def __init__(self) -> None:
        self.annotator, self.gazetteer = Annotator(), Gazetteer.load()
        self.lexicon: Lexicon = load_lexicon("nl")

    def articles(self, *texts: str) -> list[ResolvedArticle]:
        """Each text as an article."""
        found = []
        for i, text in enumerate(texts):
            document = Document(id=f"{i:016x}", sha256="", files=(f"{i}.txt",), text=text)
            extracted = extract(self.annotator.annotate(document, "nl"), self.lexicon)
            found.append(resolve_article(extracted, self.lexicon, self.gazetteer, WORDS))
        return found

    def united(self, *texts: str, decisions: Decisions | None = None) -> Resolved:
        """All texts together."""
        return unite(self.articles(*texts), self.gazetteer, WORDS, decisions)


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver()


def entities(resolved: Resolved, text: str) -> set[str]:
    """The entities that are so called in the articles."""
    return {mention.entity for mention in resolved.mentions if mention.text == text}


BANKER = "Jan de Vries is topman van ING. De Vries heeft in Amsterdam gesproken met Philips."
FOOTBALLER = "De voetballer Jan de Vries speelt voor Ajax. De Vries scoorde tegen Feyenoord."
BOTH = "Apple Computer opende een winkel. Apple is tevreden. Apple Computer is gevestigd in Cupertino."
PLAIN = "Apple presenteerde de iPhone. Apple is gevestigd in Cupertino."
CORPS = "Apple Corps klaagt Apple aan. Apple Corps is de platenmaatschappij van The Beatles."


def test_one_thing_by_all_its_names(resolver: Resolver) -> None:
    found = resolver.united(BOTH, PLAIN, "Apple Inc. presenteerde de iPad.")
    assert entities(found, "Apple") == entities(found, "Apple Computer") == entities(found, "Apple Inc.")
    assert entities(found, "Apple") == {"entity/apple"}


def test_why_is_told(resolver: Resolver) -> None:
    merges = resolver.united(BOTH, PLAIN).merges
    assert [(m.entity, m.name, m.other) for m in merges] == [("entity/apple", "Apple", "Apple Computer")]
    assert "an article uses both (+0.40)" in merges[0].reasons


def test_another_thing_of_a_similar_name(resolver: Resolver) -> None:
    found = resolver.united(BOTH, PLAIN, CORPS)
    assert entities(found, "Apple Corps") == {"entity/apple-corps"}
    assert "entity/apple-corps" not in entities(found, "Apple")


def test_namesakes_of_different_fields(resolver: Resolver) -> None:
    found = resolver.united(BANKER, FOOTBALLER)
    assert len(entities(found, "Jan de Vries")) == 2


def test_one_person_in_two_articles(resolver: Resolver) -> None:
    found = resolver.united(BANKER, "Bankier Jan de Vries van ING koopt een huis.", "Jan de Vries komt niet.")
    assert entities(found, "Jan de Vries") == {"entity/jan-de-vries"}


def test_a_family_name_needs_company(resolver: Resolver) -> None:
    alone = resolver.united(BANKER, "Minister De Vries gaat naar Parijs.")
    assert entities(alone, "De Vries") == {"entity/jan-de-vries", "entity/de-vries"}
    beside = resolver.united(BANKER, "Topman De Vries praat met Philips.")
    assert entities(beside, "De Vries") == {"entity/jan-de-vries"}
    assert len([mention for mention in beside.mentions if mention.text == "De Vries"]) == 2


def test_what_is_unsure_is_asked_and_not_merged(resolver: Resolver) -> None:
    texts = "Philips helpt het bedrijf Nobelwerk.", "Philips helpt het bedrijf Nobelwerck."
    articles = resolver.articles(*texts)
    found, _ = identify(articles, WORDS, Decisions())
    assert [(pair.short.name.text, pair.full.name.text) for pair in found.unsure] == [("Nobelwerk", "Nobelwerck")]
    assert found.unsure[0].score.value < SAME
    assert found.merges == []


def test_one_letter_alone_is_not_worth_a_question(resolver: Resolver) -> None:
    articles = resolver.articles("Bedrijf Nobelwerk opent een fabriek.", "Bedrijf Nobelwerck sluit een fabriek.")
    found, _ = identify(articles, WORDS, Decisions())
    assert (found.unsure, found.merges) == ([], [])


def test_people_decide(resolver: Resolver) -> None:
    same = Decisions(same=(("entity/apple", "entity/apple-corps"),))
    assert len(entities(resolver.united(PLAIN, CORPS, decisions=same), "Apple Corps")) == 1
    together = resolver.united(PLAIN, CORPS, decisions=same)
    assert entities(together, "Apple") == entities(together, "Apple Corps")
    apart = Decisions(different=frozenset([frozenset(["entity/apple", "entity/apple-computer"])]))
    assert entities(resolver.united(BOTH, PLAIN, decisions=apart), "Apple Computer") == {"entity/apple-computer"}


def test_people_tell_namesakes_apart_by_file(resolver: Resolver) -> None:
    texts = BANKER, "Bankier Jan de Vries van ING koopt een huis in Jordan.", BANKER + " Dat was alles."
    decided = Decisions(
        namesakes={"entity/jan-de-vries": (("1.txt",),), "entity/philips": (("2.txt:1",),)}
    ).telling_apart()
    found = resolver.united(*texts, decisions=decided)
    assert entities(found, "Jan de Vries") == {"entity/jan-de-vries", "entity/jan-de-vries-in-1-txt"}
    assert entities(found, "Philips") == {"entity/philips", "entity/philips-in-2-txt-1"}
    plain = {f.relation for f in resolver.united(*texts).facts if f.subject == "entity/jan-de-vries"}
    split = {f.relation for f in found.facts if f.subject.startswith("entity/jan-de-vries")}
    assert split == plain


def test_a_namesake_of_what_is_known_is_not_known(resolver: Resolver) -> None:
    decided = Decisions(namesakes={"entity/amsterdam": (("1.txt",),)}).telling_apart()
    found = resolver.united("Hij woont in Amsterdam.", "Zij woont in Amsterdam.", decisions=decided)
    links = {entity.id: entity.same_as for entity in found.entities}
    assert links["entity/amsterdam"]
    assert links["entity/amsterdam-in-1-txt"] == ()


def test_people_rename_and_give_types(resolver: Resolver) -> None:
    decided = Decisions(rename={"entity/apple": "Apple (Cupertino)"}, types={"entity/iphone": "WORK"})
    found = {entity.id: entity for entity in resolver.united(PLAIN, decisions=decided).entities}
    assert found["entity/apple"].labels == (("nl", "Apple (Cupertino)"),)
    assert ("nl", "Apple") in found["entity/apple"].aliases
    assert found["entity/iphone"].type == "WORK"


JOBS = "Apple-topman Steve Jobs presenteerde de iPhone. Jobs noemde Apple een computermaker."


def test_a_family_name_that_looks_like_a_plural(resolver: Resolver) -> None:
    """The model takes the bare name for a firm; the other articles tell that it is the person."""
    jobs = resolver.articles("Apple presenteerde de iPhone. Het bedrijf Jobs lachte.")
    jobs = [
        replace(a, things=tuple(replace(t, type="ORG") if t.id == "entity/jobs" else t for t in a.things)) for a in jobs
    ]
    others = [
        replace(a, document=replace(a.document, document=replace(a.document.document, id=f"b{i}")))
        for i in range(4)
        for a in resolver.articles(JOBS)
    ]
    found = unite([*jobs, *others], resolver.gazetteer, WORDS)
    assert entities(found, "Jobs") == {"entity/steve-jobs"}


def test_a_place_is_no_person_however_often_the_person_is_named(resolver: Resolver) -> None:
    others = [
        replace(a, document=replace(a.document, document=replace(a.document.document, id=f"b{i}")))
        for i in range(5)
        for a in resolver.articles("De schrijver Jack London woont hier. London schreef een boek, zegt Van Hoof.")
    ]
    found = unite([*resolver.articles("Van Hoof woont in London."), *others], resolver.gazetteer, WORDS)
    assert entities(found, "London") == {"entity/london", "entity/jack-london"}


def test_the_order_of_articles_does_not_count(resolver: Resolver) -> None:
    articles = resolver.articles(BANKER, FOOTBALLER, BOTH, PLAIN, CORPS)
    whole = unite(articles, resolver.gazetteer, WORDS)
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert unite(articles, resolver.gazetteer, WORDS) == whole


def test_a_score_explains_itself(resolver: Resolver) -> None:
    articles = resolver.articles(BOTH, PLAIN)
    found = profiles(articles, namesakes(articles, WORDS), WORDS)
    explained = score(found["entity/apple"], found["entity/apple-computer"])
    assert explained.value >= SAME
    assert len(explained.reasons) >= 2
