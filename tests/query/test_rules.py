"""The files of rules: what they name, and what they may not do."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.query.rules import load_rules

HEAD = "# Told at length.\n# link: conflictsWith\n# reason: two of a kind\n# reason_nl: twee van een soort\n"
QUERY = "SELECT ?claim ?other { ?claim kg:when ?x . ?other kg:when ?x }"


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    """Where the user has a rule of their own."""
    (tmp_path / "rules").mkdir()
    return tmp_path / "rules" / "mine.rq"


def test_those_that_come_with_kg_have_reasons_in_both_languages() -> None:
    rules = load_rules()
    assert [rule.name for rule in rules] == ["denied", "plan-dates", "prices", "two-ceos"]
    assert {rule.link for rule in rules} == {"conflictsWith"}
    for rule in rules:
        assert [language for language, _ in rule.reasons] == ["en", "nl"]


def test_a_rule_of_the_users(rule: Path) -> None:
    rule.write_text(HEAD.replace("conflictsWith", "supersedes") + QUERY)
    [mine] = [each for each in load_rules(rule.parent.parent) if each.name == "mine"]
    assert mine.link == "supersedes"
    assert mine.reasons == (("en", "two of a kind"), ("nl", "twee van een soort"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (QUERY, "a rule needs a comment line '# link: conflictsWith' or '# link: supersedes' in front"),
        (HEAD.replace("conflictsWith", "denies") + QUERY, "a rule needs a comment line '# link: "),
        (HEAD.replace("# reason:", "# raeson:") + QUERY, "a rule needs a comment line '# reason: ...' in front"),
        (f"{QUERY}\n{HEAD}", "a rule needs a comment line '# link: "),
        (HEAD + "ASK { ?claim kg:when ?other }", "a rule is a SELECT of ?claim and ?other"),
        (HEAD + "SELECT ?claim { ?claim kg:when ?other }", "a rule selects ?claim and ?other"),
        (HEAD + "SELECT ?claim ?other {", "the query is wrong in line 5, column 23: expected "),
        (HEAD + "SELECT ?claim ?other { ?claim x:y ?other }", "the prefix x: is not declared"),
        (HEAD + "SELECT * { SERVICE <http://x.example/> { ?claim ?p ?other } }", "SERVICE is not allowed"),
        (HEAD + "LOAD <file:///etc/passwd>", "LOAD would change the graph"),
        (HEAD + "DELETE WHERE { ?claim ?p ?other }", "DELETE would change the graph"),
        (HEAD, "the query is empty"),
    ],
)
def test_a_rule_that_is_wrong_is_named(rule: Path, text: str, complaint: str) -> None:
    rule.write_text(text)
    with pytest.raises(UsageError) as error:
        load_rules(rule.parent.parent)
    assert str(error.value).startswith(f"{rule}: ")
    assert complaint in str(error.value)
