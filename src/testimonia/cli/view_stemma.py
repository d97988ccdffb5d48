"""Stemmata: which claims somebody asks for, and who has them from whom, as a tree on the terminal and as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text
from rich.tree import Tree

from testimonia.cli.escaping import visible
from testimonia.cli.lookup import find
from testimonia.cli.output import results, write_line
from testimonia.cli.testimony import Line
from testimonia.cli.view import Shelf
from testimonia.cli.view_findings import event_names
from testimonia.model.document import Document
from testimonia.model.event import Event
from testimonia.model.stemma import NO_PUBLISHER, Hub, Stemma, Witness
from testimonia.model.stemma_tree import Branch, trees_of

SURE = 0.995
"""From this strength on a link is certain, and its strength is not shown."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks for: in words, the claim or report meant first, and all that tell of the same."""

    about: str
    first: str
    claims: tuple[str, ...]


def asked_for(shelf: Shelf, wanted: str) -> Asked | str:
    """Find the claims that tell of what somebody asks for.

    Args:
        shelf: An open knowledge base.
        wanted: A claim, a report or an event by identifier, or an event by its names.

    Returns:
        A claim with those that agree with it, an event's reports; or in words why there is nothing to show.
    """
    lines = shelf.lines([wanted])
    if wanted in lines:
        agreeing = [made for made in shelf.findings.corroborations if wanted in made.claims]
        told = [event.reports for event in shelf.findings.events if wanted in event.reports]
        claims = dict.fromkeys((wanted, *(claim for made in agreeing for claim in made.claims), *(one for each in told for one in each)))
        return Asked(lines[wanted].statement, wanted, tuple(claims))
    names = event_names(shelf)
    found = find(wanted, shelf.findings.events, names_of=lambda event: names[event.id], id_of=lambda event: event.id)
    if len(found.records) == 1:
        return _event(shelf, found.records[0])
    if found.records:
        several = "; ".join(f"{event.id} ({_event(shelf, event).about})" for event in found.records[:5])
        return f"“{wanted}” may mean {len(found.records)} events; give one's identifier: {several}"
    instead = f"did you mean: {'; '.join(found.suggestions)}?" if found.suggestions else "list them with: testimonia show KB claim"
    return f"no claim or event answers to “{wanted}”; {instead}"


def path_lines(stemma: Stemma, left: str, right: str) -> tuple[str, ...]:
    """Say what joins two claims.

    Args:
        stemma: The stemma of both.
        left: A claim or report.
        right: Another one.

    Returns:
        One sentence for each step; one that says that they are independent where no path joins them.
    """
    bearers = {witness.id: witness for witness in stemma.witnesses}
    if left not in stemma.borne_by or right not in stemma.borne_by:
        return ("One of the two is left out, so nothing can be said of both.",)
    one, two = bearers[stemma.borne_by[left]], bearers[stemma.borne_by[right]]
    path = stemma.path_between(one.id, two.id)
    if path is None:
        if not (one.known and two.known):
            return (f"{one.label} and {two.label}: {NO_PUBLISHER}.",)
        return (f"{one.label} and {two.label} are independent: no path joins them.",)
    if not path:
        return (f"{one.label} is the witness of both.",)
    return tuple(f"{step.left.label} and {step.right.label}: {step.words}." for step in path)


def stemma_data(stemma: Stemma) -> dict[str, Any]:
    """Give a stemma as data.

    Args:
        stemma: Who has it from whom.

    Returns:
        What JSON can hold: witnesses with their claims and links, the groups that hang together, the number of independent ones.
    """
    claims = _claims(stemma)
    return {
        "about": stemma.about,
        "independent": stemma.independent,
        "witnesses": [
            {
                "id": witness.id,
                "label": witness.label,
                "document": witness.document,
                "publisher_known": witness.known,
                "claims": claims[witness.id],
                "links": [
                    {
                        "kind": link.kind,
                        "to": link.hub.id,
                        "label": link.hub.label,
                        "words": link.words,
                        "strength": round(link.strength, 2),
                        "claims": list(link.claims),
                    }
                    for link in witness.links.values()
                ],
            }
            for witness in stemma.witnesses
        ],
        "groups": [[witness.id for witness in group] for group in stemma.groups()],
    }


def write_stemma(shelf: Shelf, stemma: Stemma, path: Sequence[str] = ()) -> None:
    """Print a stemma as trees, one for each independent witness.

    Args:
        shelf: An open knowledge base, for the words of the claims.
        stemma: Who has it from whom.
        path: What joins two claims, where somebody asked.
    """
    claims, lines = _claims(stemma), shelf.lines(list(stemma.borne_by))
    count = f"{_number(len(stemma.borne_by), 'claim')}, {_number(len(stemma.witnesses), 'witness')}, {stemma.independent} independent"
    write_line(f"{stemma.about}: {count}", style="bold")
    for tree in trees_of(stemma):
        results().print(_grown(tree, claims, lines, shelf.known.documents))
    for sentence in path:
        write_line(sentence)


def _event(shelf: Shelf, event: Event) -> Asked:
    lines = shelf.lines(event.reports[:1])
    about = lines[event.reports[0]].statement if lines else event.type
    return Asked(about, event.reports[0] if event.reports else event.id, event.reports)


def _claims(stemma: Stemma) -> dict[str, list[str]]:
    claims: dict[str, list[str]] = {witness.id: [] for witness in stemma.witnesses}
    for claim, bearer in stemma.borne_by.items():
        claims[bearer].append(claim)
    return claims


def _grown(branch: Branch, claims: Mapping[str, list[str]], lines: Mapping[str, Line], documents: Mapping[str, Document]) -> Tree:
    tree = Tree(_label(branch, documents), guide_style="dim")
    if isinstance(branch.node, Witness):
        for claim in claims[branch.node.id]:
            if claim in lines:
                stance = lines[claim].data["stance"]
                tree.add(Text.assemble(visible(f"“{lines[claim].quote}”"), (f" {stance}, {claim}", "dim")))
    tree.children += [_grown(one, claims, lines, documents) for one in branch.branches]
    return tree


def _label(branch: Branch, documents: Mapping[str, Document]) -> Text:
    link = branch.link
    if isinstance(branch.node, Hub):
        return Text.assemble((visible(branch.node.label), "bold"), (f"  {branch.node.kind}" + (f", {link.kind}" if link else ""), "dim"))
    strength = "" if link is None or link.strength >= SURE else f" ({link.strength:.2f})"
    why = "" if link is None else f"  {link.words}{strength}"
    document = documents.get(branch.node.document)
    told = [] if document is None else [document.published or "undated", document.origin]
    alone = "" if branch.node.known else "; adds nothing: its publisher is unknown"
    return Text.assemble((visible(branch.node.label), "bold"), visible(f", {', '.join(told)}"), (visible(why + alone), "dim"))


def _number(number: int, noun: str) -> str:
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
