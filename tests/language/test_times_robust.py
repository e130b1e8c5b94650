from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError, UsageError
from kg.language.times.edtf import bounds
from kg.language.times.find import find_times
from kg.language.times.grammar import grammar
from kg.language.times.words import expand, time_words

WORDS = {
    "nl": "eind van tot tussen en de eerste helft kwartaal mei 12 31 2009 vorige week jaar twee , rond sinds geleden",
    "en": "early end of until between and the first half quarter May 12 31 2009 last week year two , since ago in",
    "de": "Anfang Ende bis zwischen und die erste Hälfte Quartal Mai 12. 31 2009 letzte Woche Jahr zwei , seit vor in",
    "fr": "début fin jusqu'en entre et le premier semestre mai 12 31 2009 semaine dernière an deux , depuis il y a",
}


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_text_gives_ordered_spans_with_readable_edtf(data):
    language = data.draw(st.sampled_from(sorted(WORDS)))
    words = st.sampled_from(WORDS[language].split()) | st.text(max_size=3)
    text = " ".join(data.draw(st.lists(words, max_size=25)))
    reference = data.draw(st.sampled_from([None, "2021", "2021-10", "2020-02-29", "0001", "9999-12-31", "nonsense"]))
    end = 0
    for time in find_times(text, language, reference, data.draw(st.booleans())):
        assert end <= time.start < time.end <= len(text)
        end = time.end
        if time.edtf:
            bounds(time.edtf)


@pytest.mark.parametrize("word", ["begin ", "rond ", "twee jaar en ", "12 mei tot ", "van ", "vorige "])
def test_endless_repetition_ends(word):
    assert find_times(word * 3000, "nl", "2021-10-05") is not None


def test_a_template_stands_for_all_its_choices():
    found = {" ".join(word for word, _ in sequence) for sequence in expand("de|het? tot_en_met|tot {month}")}
    assert found == {f"{a}{b} {{month}}" for a in ("", "de ", "het ") for b in ("tot en met", "tot")}
    assert expand("(in) {year}") == [(("in", False), ("{year}", True))]


@pytest.fixture
def own_file(tmp_path: Path, monkeypatch):
    """A folder in which ontology/times/xx.yaml can be written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ontology" / "times").mkdir(parents=True)
    time_words.cache_clear()
    grammar.cache_clear()
    yield tmp_path / "ontology" / "times" / "nl.yaml"
    time_words.cache_clear()
    grammar.cache_clear()


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("day_first: true\nunits: {dag: dey}", "nl.yaml, line 2: units.dag: not one of hour, day"),
        ("day_first: true\nquantities: {half: '1/0'}", "line 2: quantities.half: this must be"),
        ("day_first: true\nunits:\n  ' ': day", "line 3: units. : this must be a word"),
        ("day_first: maybe", "line 1: day_first: this must be true or false"),
        ("day_first: true\nrules:\n  when: ['{month}']", "line 3: rules.when: unknown rule"),
        ("day_first: true\nrules:\n  month: ['{moon}']", "line 3: rules.month: unknown slot {moon}"),
        ("day_first: true\nrules:\n  part: ['{part}']", "line 3: rules.part: a template lacks the slot point"),
        (
            "day_first: true\nrules:\n  part: ['{point} {part}']",
            "line 3: rules.part: a template of this rule cannot begin",
        ),
        ("day_first: true\nrules:\n  month: ['({month})']", "line 3: rules.month: a template has no words outside"),
        ("day_first: true\nrules:\n  month: [12]", "line 3: rules.month.0: this must be text"),
        ("months_: {}", "unknown key"),
    ],
)
def test_a_mistake_in_the_file_is_named(own_file, yaml, message):
    own_file.write_text(yaml, "utf-8")
    with pytest.raises(UsageError) as caught:
        grammar("nl")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_language_without_a_file_is_an_error():
    with pytest.raises(KgError, match=r"times/xx\.yaml is missing"):
        find_times("x", "xx", None)
