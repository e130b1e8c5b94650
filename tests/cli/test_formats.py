"""A folder with articles in every format that kg reads, and broken ones between them."""

import json
from pathlib import Path

from kgcommand import Run
from packages import docx, lines, paragraphs, pdf, word

SENTENCE = "{} is gevestigd in Nederland en topman Roy Jakobs leidt het bedrijf al jaren."
PAGE = '<html lang="nl"><body><nav><a href="/">Home</a></nav><article><h1>Kop</h1><p>{}</p></article></body></html>'


def files() -> dict[str, bytes]:
    """One article of each format, two in those that hold many, and for each format what cannot be read."""
    firms = {
        name: SENTENCE.format(name) for name in ("Philips", "Bosch", "Siemens", "Volvo", "Renault", "Nokia", "Fokker")
    }
    return {
        "a.txt": firms["Philips"].encode(),
        "b.html": PAGE.format(firms["Bosch"]).encode(),
        "c.jsonl": f'{json.dumps({"text": firms["Siemens"]})}\n{{"title": "Kop"}}\n{{"tekst'.encode(),
        "d.csv": f'title;text\nKop;"{firms["Volvo"]}\n"\nKop;\n"Kop\nKop;{firms["Fokker"]}\n'.encode(),
        "e.docx": docx(word(paragraphs(firms["Renault"]))),
        "f.pdf": pdf(lines([firms["Nokia"]])),
        "x.csv": b"naam,waarde\n1,2\n",
        "x.docx": b"geen zip",
        "x.html": PAGE.format("").encode(),
        "x.jsonl": b"\0\1\2",
        "x.pdf": b"%PDF-1.7",
        "y.pdf": b"x" * 50_000_000,
    }


def test_every_format_is_read_and_what_is_broken_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, data in files().items():
        (tmp_path / "in" / name).write_bytes(data)
    done = run("build", "in")
    assert done.returncode == 1
    assert [line.split(";")[0] for line in done.stderr.splitlines()] == [
        "kg: skipped: c.jsonl: line 2: there is no text",
        "kg: skipped: c.jsonl: line 3: this is not JSON: Unterminated string starting at (column 2)",
        "kg: skipped: d.csv: line 4: there is no text",
        'kg: skipped: d.csv: line 5: a quote is not closed, or not doubled ("") inside a cell',
        "kg: skipped: x.csv: the first row must name the columns, one of them text, body or content",
        "kg: skipped: x.docx: this is no .docx file, or it is broken or has a password",
        "kg: skipped: x.html: no article was found in this page",
        "kg: skipped: x.jsonl: this is not a text file",
        "kg: skipped: x.pdf: this PDF is broken",
        "kg: skipped: y.pdf: larger (50,000,000 bytes) than the 20,000,000 allowed",
    ]
    assert done.stdout.splitlines()[0].split() == ["documents", "7"]
    places = run("query", "SELECT ?file ?line ?text { ?d kg:file ?file ; kg:textLine ?line ; kg:text ?text }").stdout
    assert all(name in places for name in ("Philips", "Bosch", "Siemens", "Volvo", "Renault", "Nokia", "Fokker"))
    explained = run("explain", "Fokker").stdout
    assert "d.csv:6" in explained


def test_notes_on_rows_name_the_line_and_stand_in_its_order(run: Run, tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": SENTENCE.format("Philips"), "language": "nl"}),
        *["{}"] * 10,
        json.dumps({"text": "Ja."}),
    ]
    spanish = json.dumps({"text": SENTENCE.format("Bosch"), "language": "es"})
    (tmp_path / "a.jsonl").write_text("\n".join([*rows, spanish]))
    done = run("build", "a.jsonl")
    told = [line.split(";")[0] for line in done.stderr.splitlines()]
    assert told == [
        "kg: warning: a.jsonl: line 12: the language is uncertain",
        *(f"kg: skipped: a.jsonl: line {n}: there is no text" for n in range(2, 12)),
        "kg: skipped: a.jsonl: line 13: the language is 'es'",
    ]


def test_one_article_of_many_cannot_be_annotated(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nEen.\nTwee.\n")
    done = run("annotate", "a.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "kg: there are 2 articles in this file; put the one you mean in a file of its own\n"
