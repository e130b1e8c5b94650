"""What is printed of an evaluation."""

import json
from dataclasses import replace

from kg.evaluate.evaluation import Evaluation, Mistake
from kg.evaluate.report import FORMATS

EVIL = Mistake("says", "a\x1b[31m.txt", "zin\u202e\x1b]0;x\x07 één", "wie\nwat", "o")


def test_the_table(evaluation: Evaluation) -> None:
    lines = FORMATS["table"](evaluation, False).splitlines()
    assert lines[0].split() == ["relation", "precision", "recall", "F1", "gold", "claims"]
    assert lines[1].split() == ["basedIn", "0.000", "0.000", "0.000", "1", "1"]
    assert lines[-9].split() == ["all", "0.857", "0.750", "0.800", "8", "7"]
    assert lines[-8].split() == ["all", "but", "isA", "and", "says", "0.833", "0.833", "0.833", "6", "6"]
    assert lines[-6] == "modality              right in 5 of 6 found facts"
    assert len({len(line) for line in lines[:-7]}) == 1  # all columns end at the same place


def test_mistakes_are_grouped_by_relation_before_the_table(evaluation: Evaluation) -> None:
    text = FORMATS["table"](evaluation, True)
    assert text.endswith(FORMATS["table"](evaluation, False))
    assert text.startswith(
        "basedIn\n"
        "missed: BYD basedIn China\n"
        "    “In China is no label gevestigd.”\n"
        "    2021/cars.nl.txt\n"
        "wrong: no label basedIn China\n"
        "    “In China is no label gevestigd.”\n"
        "    2021/cars.nl.txt\n"
        "\n"
        "says\n"
        "missed: Lei Jun says niets\n"
    )


def test_json(evaluation: Evaluation) -> None:
    answer = json.loads(FORMATS["json"](evaluation, True))
    assert set(json.loads(FORMATS["json"](evaluation, False))) == set(answer) - {"missed", "wrong"}
    assert answer["all"] == {
        "precision": 6 / 7,
        "recall": 0.75,
        "f1": evaluation.all.f1,
        "gold": 8,
        "found": 6,
        "claims": 7,
        "right": 6,
    }
    assert answer["relations"]["says"]["gold"] == 1
    assert answer["details"]["time"] == {"right": 1, "of": 2}
    assert answer["calibration"]["confidence 0.8"] == {"right": 2, "of": 2}
    assert [each["subject"] for each in answer["missed"]] == ["BYD", "Lei Jun"]
    assert answer["wrong"] == [
        {
            "relation": "basedIn",
            "subject": "no label",
            "object": "China",
            "sentence": "In China is no label gevestigd.",
            "file": "2021/cars.nl.txt",
        }
    ]


def test_text_from_articles_is_made_safe_for_the_terminal(evaluation: Evaluation) -> None:
    evil = replace(evaluation, wrong=(EVIL,))
    table, answer = (FORMATS[form](evil, True) for form in ("table", "json"))
    assert not {"\x1b", "\u202e", "\x07"} & {*table, *answer}
    assert "wrong: wie wat says o\n" in table
    assert json.loads(answer)["wrong"][0]["sentence"] == EVIL.sentence  # escaped, not lost
    assert "één" in answer
