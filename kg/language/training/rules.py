"""Edit rules from forms to lemmas: what kg/language/lemma.py applies."""

FRONT = 4  # characters that a rule may cut in front or put there; beyond that the whole lemma is the rule


def edit_rule(form: str, lemma: str) -> str:
    """The rule that makes the lemma of the form: "lower|cut in front|put in front|cut at the end|put at the end"."""
    lower = form != form.lower() and lemma == lemma.lower()
    form = form.lower() if lower else form
    if form == lemma:
        return f"{int(lower)}|0||0|"
    size, i, j = _longest_common(form, lemma)
    if not size or i > FRONT or j > FRONT:
        return f"{int(lower)}|=|{lemma}|0|"
    return f"{int(lower)}|{i}|{lemma[:j]}|{len(form) - i - size}|{lemma[j + size :]}"


def _longest_common(a: str, b: str) -> tuple[int, int, int]:
    """The size of the longest common substring and where it begins in each, as far in front as it can."""
    best = (0, 0, 0)
    for i in range(len(a)):
        for j in range(len(b)):
            size = 0
            while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
                size += 1
            best = max(best, (size, -i, -j))
    return best[0], -best[1], -best[2]
