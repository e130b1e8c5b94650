"""Answers as Python objects."""

from kg.query.result import MOST_SHOWN, Result, Term

IRI = "https://kg.example/entity/a"
ROWS = Result(
    variables=("who", "what"),
    rows=({"who": Term(IRI, "iri"), "what": Term("<b>", "literal", "nl")}, {"what": Term("c", "bnode")}),
    labels={IRI: "A & B"},
)


def test_rows_are_dictionaries_of_strings_with_every_variable() -> None:
    assert list(ROWS) == [{"who": IRI, "what": "<b>"}, {"who": None, "what": "c"}]
    assert len(ROWS) == 2
    assert [str(row["what"]) for row in ROWS.rows] == ["<b>", "c"]


def test_an_answer_is_true_if_there_is_something_in_it() -> None:
    answers = [ROWS, Result(boolean=True), Result(turtle="<a:b> a 1 ."), Result(variables=("a",), rows=({},))]
    assert all(answers)
    assert not any([Result(variables=("a",)), Result(boolean=False), Result(turtle="")])


def test_in_a_notebook() -> None:
    assert ROWS._repr_html_() == (
        "<table><tr><th>who</th><th>what</th></tr><tr><td>A &amp; B</td><td>&lt;b&gt;</td></tr>"
        "<tr><td></td><td>c</td></tr></table>"
    )
    assert Result(variables=("a",))._repr_html_() == "<table><tr><th>a</th></tr></table>"
    assert Result(boolean=False)._repr_html_() == "<pre>False</pre>"
    assert Result(turtle="<a:b> a 1 .")._repr_html_() == "<pre>&lt;a:b&gt; a 1 .</pre>"
    assert Result(turtle="")._repr_html_() == "<pre></pre>"


def test_a_long_answer_is_cut_in_a_notebook() -> None:
    rows = tuple({"n": Term(str(i), "literal")} for i in range(MOST_SHOWN + 1234))
    shown = Result(variables=("n",), rows=rows)._repr_html_()
    assert shown.count("<tr>") == MOST_SHOWN + 1
    assert shown.endswith("<p>and 1,234 more</p>")
