import gzip
from pathlib import Path

from kg.language.training.converted import converted
from kg.language.training.older import Usage, harmonised
from kg.language.training.treebanks import NO_HEAD, UNKNOWN, Tree, rows, tree, treebank

SENTENCE = """# text = Het bedrijf zei 't gisteren
1\tHet\thet\tDET\t_\tDefinite=Def\t2\tdet\t_\t_
2-3\tbedrijfzei\t_\t_\t_\t_\t_\t_\t_\t_
2\tbedrijf\tbe_drijf\tNOUN\t_\tGender=Neut|Number=Sing\t3\tnsubj:outer\t_\t_
2.1\tweg\tweg\tX\t_\t_\t_\t_\t_\t_
3\tzei\tzeggen\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_
4\t't\t_\tPRON\t_\t_\t3\t_\t_\t_
"""


def test_words_features_rules_heads_and_relations_of_a_sentence() -> None:
    (sentence,) = rows(SENTENCE.splitlines(keepends=True))
    found = tree(sentence)
    assert found is not None
    assert found.words == ("Het", "bedrijf", "zei", "'t")
    assert found.feats == ("_", "Number=Sing", "Tense=Past|VerbForm=Fin", "_")
    assert found.lemma == ("1|0||0|", "0|0||0|", "0|0||1|ggen", UNKNOWN)
    assert found.heads == (2, 3, 0, 3)
    assert found.relations == ("det", "nsubj", "root", UNKNOWN)
    assert found.identity == "hetbedrijfzeit"


def test_a_sentence_with_a_head_that_is_not_there_has_no_tree() -> None:
    (sentence,) = rows(SENTENCE.replace("\t3\tnsubj", "\t9\tnsubj").splitlines(keepends=True))
    assert tree(sentence) is None


def test_a_file_may_be_gzipped(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(SENTENCE + "\n" + SENTENCE, "utf-8")
    (tmp_path / "a.conllu.gz").write_bytes(gzip.compress((tmp_path / "a.conllu").read_bytes()))
    assert len(list(treebank(tmp_path / "a.conllu"))) == 2
    assert list(treebank(tmp_path / "a.conllu")) == list(treebank(tmp_path / "a.conllu.gz"))


def _tree(*words: tuple[str, str, int, str]) -> Tree:
    forms, upos, heads, relations = zip(*words, strict=True)
    return Tree(forms, upos, ("_",) * len(words), ("0|0||0|",) * len(words), heads, relations)


def test_trees_of_2017_in_todays_style() -> None:
    older = _tree(
        ("Jan", "PROPN", 5, "nsubj"),
        ("en", "CCONJ", 1, "cc"),
        ("Piet", "PROPN", 1, "conj"),
        ("graag", "ADJ", 5, "amod"),
        ("lopen", "VERB", 0, "root"),
        ("op", "ADP", 7, "case"),
        ("straat", "NOUN", 5, "obl"),
        ("the", "X", 7, "fixed"),
        (".", "PUNCT", 5, "punct"),
    )
    found = harmonised(older)
    assert found.heads == (5, 3, 1, 5, 0, 7, 5, NO_HEAD, NO_HEAD)
    assert found.relations == ("nsubj", "cc", "conj", UNKNOWN, "root", "case", UNKNOWN, UNKNOWN, UNKNOWN)
    assert found.upos[7] == UNKNOWN


def test_a_phrase_as_predicate_is_left_open_with_all_that_hangs_on_it() -> None:
    older = _tree(
        ("Zij", "PRON", 4, "nsubj"),
        ("is", "AUX", 4, "cop"),
        ("in", "ADP", 4, "case"),
        ("Amsterdam", "PROPN", 0, "root"),
    )
    assert harmonised(older).heads == (NO_HEAD,) * 4


def test_labels_that_a_frequent_word_hardly_ever_has_today_are_left_open() -> None:
    today = [_tree(("aldus", "ADV", 2, "case"), ("ANP", "PROPN", 0, "root"))] * 12
    older = _tree(("Aldus", "ADP", 2, "advmod"), ("Reuters", "PROPN", 0, "root"))
    found = Usage(today).checked(older)
    assert (found.upos, found.relations) == ((UNKNOWN, "PROPN"), (UNKNOWN, "root"))
    assert Usage(today[:5]).checked(older) == older


def test_the_training_part_of_alpino_in_the_style_of_its_test_part() -> None:
    tree = _tree(
        ("Ook", "ADV", 2, "advmod"),
        ("Jan", "PROPN", 3, "nsubj"),
        ("zei", "VERB", 0, "root"),
        (":", "PUNCT", 3, "punct"),
        ("De", "DET", 3, "ccomp"),
        ("Standaard", "NOUN", 5, "fixed"),
        ("is", "AUX", 9, "cop"),
        ("nu", "ADV", 9, "advmod"),
        ("krant", "NOUN", 3, "ccomp"),
        (".", "PUNCT", 3, "punct"),
    )
    found = converted(tree)
    expected = ("amod", "nsubj", "root", UNKNOWN, "ccomp", "flat", "cop", "advmod", "ccomp", "punct")
    assert found.relations == expected
    assert found.heads == (2, 3, 0, NO_HEAD, 3, 5, 9, 9, 3, 3)


def test_the_numbers_of_a_score_have_no_tag() -> None:
    words = [("met", "ADP"), ("2", "SYM"), ("-", "PUNCT"), ("1", "SYM"), ("van", "ADP")]
    found = converted(_tree(*((word, upos, 0, "root") for word, upos in words)))
    assert found.upos == ("ADP", UNKNOWN, UNKNOWN, UNKNOWN, "ADP")
