"""Build a knowledge base in processes that are killed at random points until one comes through; a program, run by `test_embedded_killed`.

Arguments: folder, seed, mean milliseconds before a kill (0 for never). Prints how many processes were killed.
"""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from itertools import count, pairwise
from pathlib import Path

import alembic.command  # noqa: F401  (loaded before the fork, so that kills also fall into the first migration and not into importing)

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport
from testimonia.model.evidence import evidence_at
from testimonia.model.finding import Corroboration
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.knowledge import Findings
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent, referent_id
from testimonia.store import open_store

DOCUMENTS = 60
READER = "grammar 1"


def capture(place):
    """A document of a few sentences, now and then with its publisher or a problem."""
    text = " ".join(
        f"The front said in {1960 + (place * 7 + n) % 60} that it had {place * 100 + n} fighters in the hills." for n in range(12)
    )
    identifier = f"d-{place:016x}"
    yield Document(
        identifier, f"reports/{place}.txt", f"{place:064x}", "text/plain", text, title=f"Report {place}", publisher=f"Paper {place % 5}"
    )
    if place % 5 == 0:
        yield Source(f"Paper {place % 7}", kind="independent_media")
    if place % 9 == 0:
        yield Problem(f"reports/{place}.pdf", "capture", "capture.empty", "no text", "scan it")


def read(document):
    """One claim and one report a sentence, and one claim that does not stand in the text."""
    front = referent_id(document.id, "org", "front")
    paper = Attribution((Party(document.publisher, None, "publisher"), Party("The front", front, "name")), "claimed")
    claims, reports, mentions, start = [], [], [], 0
    for place in count():
        end = document.text.find(".", start) + 1
        if end == 0:
            break
        quoted = (evidence_at(document.id, document.text, start=start, end=end),)
        subject = Party("The front", front, "name", start, start + 9)
        claims.append(
            Claim(document.id, "strength", subject, paper, quoted, Proposal(READER, "strength.had"), value=Value(low=place, unit="people"))
        )
        reports.append(EventReport(document.id, "CONSULT", paper, quoted, Proposal(READER, "said"), initiator=(subject,)))
        mentions.append(Mention(document.id, quoted[0].start, quoted[0].start + 9, "The front", front))
        start = end
    lie = Claim(
        document.id, "founded", claims[0].subject, paper, (evidence_at("x", "made up", start=0, end=7),), Proposal(READER, "founded")
    )
    referent = Referent(front, document.id, "The front", "org")
    return Reading(document.id, READER, (referent,), tuple(mentions), (*claims, lie), tuple(reports))


def build(folder):
    """Do what a build does, from the beginning, as after any interruption."""
    with open_store(folder, clock=lambda: datetime(2024, 1, 1, tzinfo=UTC)) as store:
        for first in range(0, DOCUMENTS, 10):
            store.add_captured(item for place in range(first, first + 10) for item in capture(place))
        for document in store.unread(READER):
            store.add_reading(read(document))
        referents = [referent.id for referent in store.referents()]
        same = (Feature("same name", 1.0, "same name"),)
        store.add_judgements(Judgement(left, right, "SAME", 1.0, same, "names 1") for left, right in pairwise(referents))
        store.replace_entities([Entity("n-1", "armed_group", "The front", (), tuple(referents))])
        claims = tuple(claim.id for claim in store.claims())
        store.replace_findings(Findings(corroborations=tuple(Corroboration(f"{n}", claims[n::40], True, 2, "same") for n in range(40))))


def build_in_a_process(folder, *, seconds):
    """Say whether the build came to its end before it was killed."""
    child = os.fork()
    if child == 0:
        try:
            build(folder)
        except BaseException as error:
            sys.stderr.write(f"the build failed: {error!r}\n")
            os._exit(9)
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        sys.exit("a process failed by itself")
    return os.WIFEXITED(status)


def main():
    """Kill and start again until done."""
    folder, seed, milliseconds = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    chance = random.Random(seed)
    for killed in count():
        # The time allowed grows slowly, so that a machine however slow comes to the end.
        seconds = None if milliseconds == 0 else chance.expovariate(1000 / milliseconds) * 1.05**killed
        if build_in_a_process(folder, seconds=seconds):
            sys.stdout.write(f"{killed}\n")
            return


if __name__ == "__main__":
    main()
