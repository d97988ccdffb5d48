"""Two names alone: what the rules of identity say of them when no document says more.

The way goes through the same rules as a build: two documents, each of which names one body and says nothing else.
"""

from testimonia.model.judgement import Feature, Judgement
from testimonia.model.referent import Referent, referent_id
from testimonia.resolve.keys import key_of_name
from testimonia.resolve.resolution import resolve_referents


def judge_names(left: str, right: str) -> Judgement:
    """Judge two names of organisations by themselves.

    Args:
        left: One name, in any script.
        right: The other.

    Returns:
        The rules' judgement; UNSURE with score 0 where they find no ground to compare the two. Does not say what documents would add:
        stated names, parents, company.

    Example:
        >>> judge_names("Jabhat al-Nusra", "al-Nusra Front").verdict
        'SAME'
    """
    referents = (_only_named("1", left), _only_named("2", right))
    resolution = resolve_referents(referents, (), documents={})
    if resolution.judgements:
        return resolution.judgements[0]
    nothing = Feature("no ground", 0.0, "the names give no ground to compare them")
    return Judgement(referents[0].id, referents[1].id, "UNSURE", 0.0, (nothing,), "rule:name structure")


def _only_named(document: str, name: str) -> Referent:
    return Referent(referent_id(document, "org", key_of_name(name, "org")), document, name, "org", names=(name,))
