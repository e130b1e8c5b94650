"""CoNLL-U: what its readers rely on."""

import pytest

from kg.documents.document import Document
from kg.language.annotate import Annotator
from kg.language.conllu import conllu

TEXTS = {
    "nl": "Philips-CEO Roy Jakobs zei dat Xiaomi in China investeert.\n\nDe beurs sloot lager.",
    "en": "Apple bought Beats for $3bn.",
    "de": "VW-Chef Oliver Blume tritt zurück.",
    "fr": "L'action d'Airbus a reculé de 3 %.",
}


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.mark.parametrize("language", TEXTS)
def test_every_line_has_ten_fields_and_a_head_in_the_sentence(annotator: Annotator, language: str) -> None:
    text = TEXTS[language]
    annotated = annotator.annotate(Document("d", "d", ("d.txt",), text), language)
    blocks = conllu(annotated).strip().split("\n\n")
    assert len(blocks) == len(annotated.sentences)
    for block in blocks:
        lines = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        assert [line[0] for line in lines] == [str(i + 1) for i in range(len(lines))]
        assert all(len(line) == 10 and 0 <= int(line[6]) <= len(lines) for line in lines)
        assert sum(line[6] == "0" for line in lines) == 1
        for line in lines:
            start, end = map(int, line[9].partition("|")[0].removeprefix("TokenRange=").split(":"))
            assert text[start:end] == line[1]


def test_entities_are_in_the_last_field(annotator: Annotator) -> None:
    written = conllu(annotator.annotate(Document("d", "d", ("d.txt",), TEXTS["nl"]), "nl"))
    entities = {line.split("\t")[1]: line.rpartition("Entity=")[2] for line in written.split("\n") if "Entity=" in line}
    assert entities["Roy"] == "B-PER"
    assert entities["Jakobs"] == "I-PER"
    assert entities["Xiaomi"] == "B-ORG"
