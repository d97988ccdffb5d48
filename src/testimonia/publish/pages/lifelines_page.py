"""The page Lifelines: the picture, and behind it a table of every tie with its claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.edtf_words import edtf_in_words
from testimonia.publish.pages.lifelines import lifelines_of
from testimonia.publish.pages.lifelines_picture import LifelinesPicture, picture_of
from testimonia.publish.pages.shown import Named, ShownClaim, entity_path, shown_claim
from testimonia.publish.pages.ties import Tie


@dataclass(frozen=True, slots=True)
class TieShown:
    """A tie in words: both ends, the times claimed for it, who says so, and what speaks against it.

    `claims` are those shown in their words, `number` all that there are; `path` leads to the words of a tie on a page of its own.
    """

    kind: str
    path: str
    source: Named
    target: Named
    times: tuple[str, ...]
    witnesses: int
    denied: int
    disputes: tuple[str, ...]
    claims: tuple[ShownClaim, ...]
    number: int


@dataclass(frozen=True, slots=True)
class TiePage:
    """The page of one tie."""

    tie: TieShown


@dataclass(frozen=True, slots=True)
class LineShown:
    """A body's line in words: when it is said to have begun and ended, and between which days anything is claimed of it."""

    name: Named
    kind: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    seen_lo: str | None
    seen_hi: str | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class LifelinesPage:
    """The page. `actor` is the body asked for with its name, None on the page that offers some; `offered` are bodies to begin from."""

    actor: str | None
    name: str | None
    steps: int
    picture: LifelinesPicture | None
    lines: tuple[LineShown, ...]
    ties: tuple[TieShown, ...]
    left_out: tuple[Named, ...]
    offered: tuple[Named, ...]


def lifelines_page(
    catalogue: Catalogue, bodies: Sequence[str], *, steps: int, offered: Sequence[Named] = (), most: int | None = None
) -> LifelinesPage:
    """Show bodies over time.

    Args:
        catalogue: Where everything is, as the lens leaves it; a part about the bodies is enough.
        bodies: Entity ids, the one asked for first.
        steps: How many ties away from it a body may be, for the page to say so.
        offered: Other bodies to begin from.
        most: How many claims of each tie are shown in their words; None for all.

    Returns:
        The page.

    Raises:
        RecordError: One of them is no entity.
    """
    drawn = lifelines_of(catalogue, bodies)
    names = {line.id: Named(line.name, f"/actors/{line.id}") for line in drawn.lines}
    lines = tuple(
        LineShown(
            names[line.id],
            line.kind,
            tuple(edtf_in_words(spell.edtf) for spell in line.begins),
            tuple(edtf_in_words(spell.edtf) for spell in line.ends),
            line.seen_lo,
            line.seen_hi,
            line.disputed,
        )
        for line in drawn.lines
    )
    return LifelinesPage(
        actor=bodies[0] if bodies else None,
        name=catalogue.knowledge.name_of(bodies[0]) if bodies else None,
        steps=steps,
        picture=picture_of(drawn),
        lines=lines,
        ties=tuple(tie_shown(catalogue, tie, most=most) for tie in drawn.ties),
        left_out=tuple(Named(name, f"/actors/{body}") for body, name in drawn.left_out),
        offered=tuple(offered),
    )


def tie_shown(catalogue: Catalogue, tie: Tie, *, most: int | None = None) -> TieShown:
    """Put a tie into words.

    Args:
        catalogue: Where everything is.
        tie: The tie.
        most: How many claims are shown in their words; None for all, 0 where these are a page of their own.

    Returns:
        Both ends, times and claims, those that deny it last.
    """
    ends = (catalogue.knowledge.entities[body] for body in (tie.source, tie.target))
    source, target = (Named(entity.name, entity_path(entity)) for entity in ends)
    return TieShown(
        kind=tie.kind,
        path=f"/ties/{tie.kind}/{tie.source}/{tie.target}",
        source=source,
        target=target,
        times=tuple(edtf_in_words(spell.edtf) if spell.edtf else "undated" for spell in tie.spells),
        witnesses=tie.witnesses,
        denied=len(tie.denied),
        disputes=tie.disputes,
        claims=tuple(shown_claim(catalogue, catalogue.claims[key]) for key in (*tie.claims, *tie.denied)[:most]),
        number=len(tie.claims) + len(tie.denied),
    )
