"""A small knowledge base, made record by record, and a way to run the program on it."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document
from testimonia.model.entity import Entity, Name
from testimonia.model.event import Bound, Event, EventReport, Figure, Toll
from testimonia.model.evidence import evidence_at
from testimonia.model.finding import Corroboration, Dispute, Position
from testimonia.model.knowledge import Findings
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent
from testimonia.model.valid_time import ValidTime
from testimonia.store import open_store

PAPER = (
    "The Moro Islamic Liberation Front broke away in 1977. "
    "On 3 May the front said it had shelled a camp near Marawi and that four soldiers were hurt."
)
RADIO = "جبهة تحرير مورو تأسست في 1984. A resident of Marawi spoke of \x1b]0;owned\x07 \u202elatot rebmun a."
HOSTILE = "[bold red]Files[/] \x1b[2J\u202e\x9b31m"


def documents() -> tuple[Document, Document, Document]:
    return (
        Document(
            "d-aaaa",
            "reports/paper.txt",
            "aa",
            "text/plain",
            PAPER,
            "How the front began",
            "The Davao Paper",
            published="1999-05",
            language="en",
        ),
        Document("d-bbbb", "reports/radio.txt", "bb", "text/plain", RADIO, "On air", "Radio Cotabato", published="2001", language="ar"),
        Document("d-cccc", f"reports/{HOSTILE}.txt", "cc", "text/plain", "Nothing.", HOSTILE, HOSTILE),
    )


def founded(document: Document, *, words: str, year: int) -> Claim:
    start = document.text.index(words)
    evidence = evidence_at(document.id, document.text, start=start, end=start + len(words))
    publisher = Party(document.publisher or "", f"r-{document.id}-publisher", "publisher")
    return Claim(
        document=document.id,
        predicate="founded",
        subject=Party(words.split(" broke")[0], f"r-{document.id}-front", "name"),
        attribution=Attribution((publisher,), "asserted"),
        evidence=(evidence,),
        proposal=Proposal("grammar 1", "founding.year"),
        when=ValidTime(str(year), date(year, 1, 1), date(year, 12, 31), "within"),
    )


def shelling(document: Document) -> EventReport:
    evidence = evidence_at(document.id, document.text, start=54, end=len(document.text))
    front = Party("the front", f"r-{document.id}-front", "short_name")
    publisher = Party(document.publisher or "", f"r-{document.id}-publisher", "publisher")
    return EventReport(
        document=document.id,
        type="ASSAULT",
        mode="bombard",
        attribution=Attribution((publisher, front), "claimed"),
        evidence=(evidence,),
        proposal=Proposal("grammar 1", "attack.shell"),
        initiator=(front,),
        target=(Party("a camp"),),
        where=(Party("Marawi", f"r-{document.id}-marawi", "name"),),
        figures=(Figure("wounded", Party("soldiers"), 4, 4),),
    )


def fill(folder: Path) -> None:
    paper, radio, hostile = documents()
    early, late, attack = founded(paper, words=PAPER[:53], year=1977), founded(radio, words=RADIO[:29], year=1984), shelling(paper)
    strength = Claim(
        document=radio.id,
        predicate="strength",
        subject=Party(f"{HOSTILE} men", None, "words"),
        attribution=Attribution((Party("A resident"),), "estimated"),
        evidence=(evidence_at(radio.id, RADIO, start=30, end=len(RADIO)),),
        proposal=Proposal("grammar 1", "strength.had"),
        value=Value(low=40, unit="men"),
    )
    names = (Name("Moro Islamic Liberation Front"), Name("MILF", kind="acronym"), Name("جبهة تحرير مورو", "ar", "translation"))
    with open_store(folder) as store:
        store.add_captured(
            [paper, radio, hostile, Problem(f"scan{HOSTILE}.pdf", "capture", "capture.scanned", "no text", "recognise its letters first")]
        )
        for document, claims, reports in ((paper, (early,), (attack,)), (radio, (late, strength), ()), (hostile, (), ())):
            ids = [f"r-{document.id}-{name}" for name in ("publisher", "front", "marawi")]
            referents = tuple(Referent(each, document.id, each, "place" if "marawi" in each else "org") for each in ids)
            store.add_reading(Reading(document.id, "grammar 1", referents, (), claims, reports))
        store.replace_entities(
            [
                Entity("n-front", "armed_group", names[0].text, names, ("r-d-aaaa-front", "r-d-bbbb-front")),
                Entity("n-paper", "media", "The Davao Paper", (Name("The Davao Paper"),), ("r-d-aaaa-publisher",)),
                Entity("n-radio", "media", "Radio Cotabato", (Name("Radio Cotabato"),), ("r-d-bbbb-publisher",)),
                Entity("n-files", "media", HOSTILE, (Name(HOSTILE),), ("r-d-cccc-publisher",)),
                Entity("n-marawi", "place", "Marawi", (Name("Marawi"),), ("r-d-aaaa-marawi",), "geonames:1", 8.0, 124.3, "PH"),
            ]
        )
        toll = Toll("wounded", "soldiers", Bound(4, (attack.id,)), Bound(4, (attack.id,)), None)
        store.replace_findings(
            Findings(
                (Event("v-1", "ASSAULT", (attack.id,), "one report", (toll,)),),
                (Corroboration("that the front exists", (early.id, late.id), True, 2, "two publishers"),),
                (
                    Dispute(
                        "when the front was founded",
                        (Position("1977", (early.id,), 1), Position("1984", (late.id,), 1)),
                        "years differ",
                        "dates",
                    ),
                ),
            )
        )


@pytest.fixture(scope="session")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "kb"
    fill(folder)
    return folder


class Run:
    """What a run of the program printed and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    from testimonia.cli import app, output

    def run_here(*words: object, columns: int = 120) -> Run:
        monkeypatch.setenv("COLUMNS", str(columns))
        output.results.cache_clear()
        output.messages.cache_clear()
        capsys.readouterr()
        code = app.main([str(word) for word in words])
        captured = capsys.readouterr()
        return Run(code, captured.out, captured.err)

    return run_here


@pytest.fixture
def program() -> list[str]:
    """The program as a shell would start it."""
    return [sys.executable, "-c", "import sys; from testimonia.cli.app import main; sys.exit(main())"]


def started(program: list[str], *words: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*program, *map(str, words)], capture_output=True, text=True, timeout=60, **options)  # type: ignore[call-overload,no-any-return]
