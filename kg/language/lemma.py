"""Lemmas as edit rules, the form in which the annotation model predicts them."""


def lemma(form: str, rule: str) -> str:
    """The lemma that a rule makes of a form.

    rule: "lower|cut in front|put in front|cut at the end|put at the end" (lower is 0 or 1), or "lower|=|lemma|0|" for
    a whole lemma. A rule that does not fit the form, or an unknown one, gives the form itself.
    """
    if rule.count("|") != 4:
        return form
    lower, cut, front, tail, end = rule.split("|")
    if cut == "=":
        return front
    form = form.lower() if lower == "1" else form
    if int(cut) + int(tail) > len(form):
        return form
    return front + form[int(cut) : len(form) - int(tail)] + end
