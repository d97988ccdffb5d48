"""Read the dated lines of a profile, in which the body that the profile is about stands unnamed: "May 2016: renamed X"."""

import re
from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, party_span
from testimonia.read.lexicon import words_of
from testimonia.read.listening import listens_for
from testimonia.read.names.cast import Member
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import DateReader, StatedDate
from testimonia.text.names import language_of_name

_COLON = re.compile(r"\s*(?::|[–—-])\s")
_YEAR = re.compile(r"[\s*•–-]*(?P<year>(?:1[89]|20)\d\d):\s")
_PRODUCT = re.compile(
    r"\s*The (?:product|result|outcome|new party|new group|merged (?:party|group|body)) (?:is|was) (?:called |named )?(?:the )?"
)


def opening_date(scene: Scene, tree: Tree) -> StatedDate | None:
    """Give the date that opens a dated line: "2004: he walked out".

    Args:
        scene: The scene.
        tree: The sentence.

    Returns:
        The date before the colon, or None for any other sentence.
    """
    year = _YEAR.match(scene.text, tree.sentence.start, tree.sentence.end)
    if year is not None:
        return StatedDate(year.start("year"), year.end("year"), year["year"], "stated", "on")
    date = scene.dates[0] if scene.dates else None
    if date is None or date.start - tree.sentence.start > len("In ") or _COLON.match(scene.text, date.end) is None:
        return None
    return date


def _line(scene: Scene, tree: Tree) -> tuple[Member, StatedDate] | None:
    """Give the body that a dated line is about and its date; None for any other sentence."""
    body = scene.topic.section or scene.topic.title
    date = opening_date(scene, tree)
    return None if body is None or date is None or not scene.under else (body, date)


def read_name_lines(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Under a heading such as "Name changes", a dated line gives the name that the body took: "May 2016: X"."""
    found = _line(scene, tree)
    if found is None or not any(word in words_of("labels", "name_headings") for word in scene.under.split()):
        return
    body, date = found
    colon = _COLON.match(scene.text, date.end)
    named = _at(scene, tree, colon.end()) if colon is not None else None
    if named is None:
        return
    subject = scene.named(body, how="heading", start=named.start, end=named.end)
    value = Value(text=named.text, language=language_of_name(named.text), name_kind="name")
    edtf = date.edtf.removesuffix("/..")
    yield Draft("renamed", subject, date.start, named.end, named.start, "profile_lines.read_name_lines", "name", value=value, edtf=edtf)


def _at(scene: Scene, tree: Tree, offset: int) -> Spot | None:
    """Give the name of a body that begins at an offset, but for an article."""
    return next((s for s in scene.spots_in(tree) if offset <= s.start <= offset + len("the ") and _is_body(scene, s)), None)


def _is_body(scene: Scene, spot: Spot) -> bool:
    member = scene.cast.member(spot.text)
    return member is not None and member.cls == "org"


@listens_for(("relations", "absorbing_verbs"))
def read_absorptions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A dated line of a profile says that another body was absorbed or merged in: it went into the body that the profile is about."""
    found = _line(scene, tree)
    if found is None:
        return
    body, date = found
    for i in tree.having(words_of("relations", "absorbing_verbs")):
        if not tree.is_passive(i) or tree.is_negated(i) or tree.is_unreal(i) or tree.agents(i):
            continue
        if any(case in ("into", "with", "by", "in") and scene.organisation(tree, k) is not None for case, k in tree.obliques(i)):
            continue
        token = tree.tokens[i]
        target = scene.named(body, how="heading", start=token.start, end=token.end)
        for k in tree.objects(i):
            part = scene.organisation(tree, k)
            if part is not None and part.referent != target.referent:
                yield _merger(scene, tree, i, part, target, date)


def _merger(scene: Scene, tree: Tree, i: int, part: Party, whole: Party, date: StatedDate) -> Draft:
    token = tree.tokens[i]
    span = cover((token.start, token.end), party_span(part), (date.start, date.end), within=tree)
    edtf = date.edtf.removesuffix("/..")
    return Draft("merged_into", part, *span, token.start, "profile_lines.read_absorptions", token.text, object=whole, edtf=edtf)


def read_fusions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A dated line of a profile tells of a merger, and its next sentence names what came of it: "Fusion with X. The product is the Y"."""
    body = scene.topic.section or scene.topic.title
    product = _PRODUCT.match(scene.text, tree.sentence.start)
    if body is None or product is None:
        return
    named = _at(scene, tree, product.end())
    line = scene.text.rfind("\n", 0, tree.sentence.start) + 1
    words = re.findall(r"[^\W\d_]+", scene.text[line : tree.sentence.start].lower())
    dates = DateReader(None).read(scene.text, line, tree.sentence.start)
    if named is None or not dates or not words_of("relations", "merge_nouns") & set(words):
        return
    whole = scene.spot_party(named, "org")
    nouns = words_of("relations", "merge_nouns")  # "Fusion" that opens the line is no body, whatever it is taken for
    told = [s for s in scene.spots_in_span(line, tree.sentence.start) if s.key not in nouns]
    others = [p for s in told if (p := scene.spot_party(s, "org")) is not None]
    own = scene.named(body, how="heading", start=named.start, end=named.end)
    edtf, rule = dates[0].edtf.removesuffix("/.."), "profile_lines.read_fusions"
    for part in {p.referent: p for p in (own, *others)}.values():
        if whole is not None and part.referent != whole.referent:
            yield Draft("merged_into", part, line, named.end, named.start, rule, product.group().strip(), object=whole, edtf=edtf)


RULES = (read_name_lines, read_absorptions, read_fusions)
