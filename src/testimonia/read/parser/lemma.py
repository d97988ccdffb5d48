"""Lemma rules: how to get from a word to its dictionary form.

The model does not spell lemmas, it chooses among some two hundred rules learned from the treebanks. A rule is a short string:

``=``
    the word as it stands;
``l2:y``
    lower the word, cut two characters, add "y" (*armies* -> *army*);
``k1:``, ``t0:``
    the same, keeping the capitals as they are (``k``) or writing a capital first letter (``t``);
``A:be``
    this very lemma (*was* -> *be*).
"""

KEEP = "="
WHOLE = "A:"


def _common_prefix(first: str, second: str) -> int:
    length = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        length += 1
    return length


def lemma_rule(form: str, lemma: str) -> str:
    """Find the rule that turns a word into its lemma.

    Args:
        form: The word as it stands.
        lemma: Its dictionary form.

    Returns:
        A rule for which ``apply_lemma_rule(form, rule) == lemma``.

    Example:
        >>> lemma_rule("armies", "army"), lemma_rule("was", "be"), lemma_rule("Mali", "Mali")
        ('l3:y', 'A:be', '=')
    """
    if lemma == form:
        return KEEP
    low_form, low_lemma = form.lower(), lemma.lower()
    if low_lemma == lemma:
        casing = "l"
    elif lemma[:1] == form[:1]:
        casing = "k"
    else:
        casing = "t" if lemma.istitle() else ""
    shared = _common_prefix(low_form, low_lemma)
    if not casing or (shared == 0 and low_form != low_lemma):
        return WHOLE + lemma
    rule = f"{casing}{len(low_form) - shared}:{lemma[shared:]}"
    return rule if apply_lemma_rule(form, rule) == lemma else WHOLE + lemma


def apply_lemma_rule(form: str, rule: str) -> str:
    """Turn a word into its lemma by a rule; a rule too long for the word leaves it as it is.

    Args:
        form: The word as it stands.
        rule: A rule made by `lemma_rule`.

    Returns:
        The lemma.

    Example:
        >>> apply_lemma_rule("Parties", "l3:y")
        'party'
    """
    if rule == KEEP:
        return form
    if rule.startswith(WHOLE):
        return rule[len(WHOLE) :]
    casing = rule[0]
    cut_text, ending = rule[1:].split(":", 1)
    cut = int(cut_text)
    base = form.lower() if casing in "lt" else form
    if len(base) < cut:
        return form
    base = base[: len(base) - cut] + ending
    return base[:1].upper() + base[1:] if casing == "t" else base
