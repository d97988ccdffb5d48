"""Hypothesis strategies for every record that a store keeps: odd texts, grounded readings, and what follows from them."""

from datetime import date

from hypothesis import strategies as st

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document, Marked, Source
from testimonia.model.entity import Entity, Name
from testimonia.model.event import Bound, Event, EventReport, Figure, Toll
from testimonia.model.evidence import Evidence
from testimonia.model.finding import Agreed, Corroboration, Dispute, Position
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.kinds import ENTITY_KINDS, EVENT_TYPES, PREDICATES, STANCES, STATUSES
from testimonia.model.knowledge import Findings
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent, referent_id
from testimonia.model.valid_time import ValidTime

ODD = "aZ é\u0301ıß\u200f\u200bحِزْبـ أآةىي\u00a0“’\r\n\t\x00\x1b😀မြန်မာ हिन्दी 1٢"
"""What breaks careless stores: combining and invisible marks, both directions, a null, an escape, one outside the first plane."""

words = st.text(alphabet=st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]), max_size=20)
texts = st.text(alphabet=st.sampled_from(ODD), min_size=1, max_size=120)
identifiers = st.integers(0, 2**64 - 1).map("{:016x}".format)
optional_words = st.none() | words
numbers = st.integers(0, 10**20)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@st.composite
def bounds(draw: st.DrawFn) -> tuple[int | None, int | None]:
    """A lower and an upper bound that agree, either of which may not be stated."""
    low, high = sorted((draw(numbers), draw(numbers)))
    return draw(st.sampled_from(((low, high), (low, None), (None, high), (None, None), (0, 0))))


valid_times = st.builds(
    ValidTime,
    edtf=words,
    lo=st.none() | days,
    hi=st.none() | days,
    mode=st.sampled_from(("throughout", "within")),
    basis=st.sampled_from(("stated", "derived")),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document, with an identifier that nothing else has by chance."""
    text = draw(texts)
    origin, identifier = draw(words), draw(identifiers)
    return draw(
        st.builds(
            Document,
            id=st.just(f"d-{identifier}"),
            origin=st.just(f"{origin}{identifier}"),
            sha256=st.just(identifier * 4),
            format=st.just("text/plain"),
            text=st.just(text),
            title=optional_words,
            publisher=optional_words,
            original_publisher=optional_words,
            author=optional_words,
            published=optional_words,
            published_basis=st.sampled_from(("sidecar", "metadata", "text", "unknown")),
            language=optional_words,
            url=optional_words,
            encoding=optional_words,
            marked=st.lists(
                st.builds(
                    Marked,
                    start=st.integers(0, len(text)),
                    end=st.integers(0, len(text)),
                    kind=st.sampled_from(("menu", "appeal")),
                    reason=words,
                ),
                max_size=2,
            ).map(tuple),
        )
    )


sources = st.builds(Source, name=words, kind=optional_words, side=optional_words, country=optional_words, note=optional_words)
problems = st.builds(
    Problem,
    origin=words,
    stage=st.sampled_from(("capture", "read", "resolve", "weigh", "publish")),
    rule=words,
    what=words,
    remedy=words,
    place=optional_words,
    document=optional_words,
    fatal=st.booleans(),
)


@st.composite
def spans(draw: st.DrawFn, document: Document) -> Evidence:
    """Words of the document, at their offsets."""
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    return Evidence(document.id, start, end, document.text[start:end])


@st.composite
def parties(draw: st.DrawFn, known: list[str]) -> Party:
    """A party that is one of the referents or described only."""
    return Party(
        words=draw(words),
        referent=draw(st.none() | st.sampled_from(known)) if known else None,
        how=draw(st.sampled_from(("name", "words", "publisher", "pronoun"))),
        start=draw(st.none() | st.integers(0, 99)),
        end=draw(st.none() | st.integers(0, 99)),
    )


def attributions(known: list[str]) -> st.SearchStrategy[Attribution]:
    """Chains of up to three voices."""
    return st.builds(Attribution, voices=st.lists(parties(known), max_size=3).map(tuple), stance=st.sampled_from(STANCES))


readers = st.just("grammar 1") | words
proposals = st.builds(Proposal, reader=readers, rule=words, trigger=words, notes=st.lists(words, max_size=2).map(tuple))


@st.composite
def values(draw: st.DrawFn) -> Value:
    """A value of a claim; nothing ties its fields to a predicate here."""
    low, high = draw(bounds())
    kind = draw(st.none() | st.sampled_from(("name", "alias", "acronym")))
    return Value(draw(optional_words), draw(optional_words), kind, draw(optional_words), low, high, draw(optional_words))


@st.composite
def figures(draw: st.DrawFn, known: list[str]) -> Figure:
    """A stated number, with or without whose it is."""
    low, high = draw(bounds())
    return Figure(draw(words), draw(st.none() | parties(known)), low, high)


def claims(document: Document, known: list[str]) -> st.SearchStrategy[Claim]:
    """Grounded claims of a document about its referents."""
    return st.builds(
        Claim,
        document=st.just(document.id),
        predicate=st.sampled_from(PREDICATES),
        subject=parties(known),
        attribution=attributions(known),
        evidence=st.lists(spans(document), min_size=1, max_size=2).map(tuple),
        proposal=proposals,
        object=st.none() | parties(known),
        value=st.none() | values(),
        when=st.none() | valid_times,
        polarity=st.sampled_from(("affirmed", "denied")),
    )


def reports(document: Document, known: list[str]) -> st.SearchStrategy[EventReport]:
    """Grounded event reports of a document about its referents."""
    sides = {side: st.lists(parties(known), max_size=2).map(tuple) for side in ("initiator", "target", "where", "responsibility")}
    return st.builds(
        EventReport,
        document=st.just(document.id),
        type=st.sampled_from(EVENT_TYPES),
        attribution=attributions(known),
        evidence=st.lists(spans(document), min_size=1, max_size=2).map(tuple),
        proposal=proposals,
        mode=optional_words,
        when=st.none() | valid_times,
        figures=st.lists(figures(known), max_size=2).map(tuple),
        status=st.sampled_from(STATUSES),
        recurrent=st.booleans(),
        **sides,
    )


@st.composite
def readings(draw: st.DrawFn, document: Document, *, reader: str = "grammar 1") -> Reading:
    """A grounded reading of a document, without two records of one identifier."""
    named = draw(st.lists(words, max_size=3, unique=True))
    referents = tuple(
        Referent(
            id=referent_id(document.id, "org", name),
            document=document.id,
            name=name,
            cls="org",
            kind=draw(st.none() | st.sampled_from(ENTITY_KINDS)),
            names=tuple(draw(st.lists(words, max_size=2))),
            language="en",
            role=draw(optional_words),
        )
        for name in named
    )
    known = [referent.id for referent in referents]
    found = draw(st.lists(st.tuples(spans(document), st.sampled_from(known)), max_size=3)) if known else []
    mentions = [Mention(document.id, span.start, span.end, span.quote, referent) for span, referent in found]
    return Reading(
        document=document.id,
        reader=reader,
        referents=referents,
        mentions=tuple({mention.id: mention for mention in mentions}.values()),
        claims=tuple({claim.id: claim for claim in draw(st.lists(claims(document, known), max_size=3))}.values()),
        reports=tuple({report.id: report for report in draw(st.lists(reports(document, known), max_size=2))}.values()),
        problems=tuple({problem.id: problem for problem in draw(st.lists(problems, max_size=1))}.values()),
    )


@st.composite
def captured(draw: st.DrawFn) -> list[tuple[Document, Reading]]:
    """Some documents, each with its reading."""
    taken = draw(st.lists(documents(), max_size=3, unique_by=lambda document: document.id))
    return [(document, draw(readings(document))) for document in taken]


judgements = st.builds(
    Judgement,
    left=identifiers,
    right=identifiers,
    verdict=st.sampled_from(("SAME", "DIFFERENT", "UNSURE")),
    score=st.floats(0, 1),
    features=st.lists(st.builds(Feature, name=words, weight=st.floats(-2, 1), words=words), max_size=2).map(tuple),
    by=words.filter(lambda by: not by.startswith("rule:")),
    at=optional_words,
    evidence=st.lists(identifiers, max_size=2).map(tuple),
)
names = st.builds(
    Name,
    text=words,
    language=words,
    kind=st.sampled_from(("name", "alias", "former")),
    carried_by=st.lists(identifiers, max_size=2).map(tuple),
    script=words,
    since=optional_words,
    until=optional_words,
)


@st.composite
def entities(draw: st.DrawFn) -> list[Entity]:
    """Entities that share no referent."""
    free = draw(st.lists(identifiers, max_size=6, unique=True))
    count = draw(st.integers(0, 3))
    return [
        Entity(
            id=f"n-{place}",
            kind=draw(st.sampled_from(ENTITY_KINDS)),
            name=draw(words),
            names=tuple(draw(st.lists(names, max_size=2))),
            referents=tuple(free[place::count]),
            gazetteer=draw(optional_words),
            latitude=draw(st.none() | st.floats(-90, 90)),
            longitude=draw(st.none() | st.floats(-180, 180)),
            country=draw(optional_words),
            precision=draw(st.sampled_from((None, "settlement", "region"))),
            divisions=tuple(draw(st.lists(words, max_size=2))),
            formerly=tuple(draw(st.lists(identifiers, max_size=2))),
            same_as=tuple(draw(st.lists(words, max_size=2))),
        )
        for place in range(count)
    ]


claim_ids = st.lists(identifiers, max_size=3).map(tuple)
toll_bounds = st.none() | st.builds(Bound, value=numbers, reports=claim_ids)
tolls = st.builds(Toll, what=words, of=optional_words, low=toll_bounds, best=toll_bounds, high=toll_bounds)
events = st.builds(
    Event, id=identifiers, type=st.sampled_from(EVENT_TYPES), reports=claim_ids, why=words, tolls=st.lists(tolls, max_size=2).map(tuple)
)
corroborations = st.builds(
    Corroboration,
    about=words,
    claims=claim_ids,
    independent=st.booleans(),
    witnesses=st.integers(0, 99),
    why=words,
    stances=st.lists(st.tuples(st.sampled_from(STANCES), st.integers(1, 99)), max_size=2).map(tuple),
    agreed=st.lists(st.builds(Agreed, on=st.sampled_from(("year", "at_least")), value=words, unit=optional_words), max_size=2).map(tuple),
)
positions = st.builds(Position, holds=words, claims=claim_ids, witnesses=st.integers(0, 99))
disputes = st.builds(
    Dispute,
    about=words,
    positions=st.lists(positions, max_size=3).map(tuple),
    why=words,
    rule=words,
    certainty=st.sampled_from(("definite", "possible")),
)
findings = st.builds(
    Findings,
    events=st.lists(events, max_size=2, unique_by=lambda record: record.id).map(tuple),
    corroborations=st.lists(corroborations, max_size=2, unique_by=lambda record: record.id).map(tuple),
    disputes=st.lists(disputes, max_size=2, unique_by=lambda record: record.id).map(tuple),
)
