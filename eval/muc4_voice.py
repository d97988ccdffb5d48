"""Whose word it is that an organisation did something, and how far it came: from chains of voices, stances and statuses.

- ACQUITTED: denied by a voice of the state. Who denies what is laid to it answers an accusation, most often the state's: that is
  SUSPECTED OR ACCUSED BY AUTHORITIES.
- CLAIMED OR ADMITTED: the organisation is among the voices over the report, or the text says that it claims responsibility.
- SUSPECTED OR ACCUSED: the stance is a claim (somebody accuses, blames, charges), the trigger lays the deed to somebody, or the party's own
  words doubt it ("alleged members of"); ... BY AUTHORITIES if the innermost voice is the state's.
- POSSIBLE: the stance holds it at a distance without a voice (apparently, reportedly), or it is planned.
- REPORTED AS FACT: the rest: asserted, in the publisher's words or in another's.

Of several reports the one that is least at a distance decides, except that an organisation's own claim goes first.
"""

from collections.abc import Sequence

from eval.muc4_key import Accused
from eval.muc4_roles import Told, names_of, own_words

from testimonia.model.event import EventReport
from testimonia.model.party import Party
from testimonia.model.reading import Reading

CLAIMED, FACT, AUTHORITIES, ACCUSED = (
    "CLAIMED OR ADMITTED",
    "REPORTED AS FACT",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "SUSPECTED OR ACCUSED",
)
POSSIBLE, ACQUITTED = "POSSIBLE", "ACQUITTED"
_FIRST = (CLAIMED, FACT, AUTHORITIES, ACCUSED, POSSIBLE, ACQUITTED)
_STAGES = {"happened": "ACCOMPLISHED", "denied": "ACCOMPLISHED", "planned": "ATTEMPTED", "threatened": "THREATENED"}


def confidence_of(told: Sequence[Told], accused: Accused, reading: Reading) -> str:
    """Say whose word it is that an organisation is the perpetrator.

    Args:
        told: Reports that name it as perpetrator; at least one.
        accused: The organisation.
        reading: The reading that the reports are of.

    Returns:
        The key's word for it.
    """
    own = {r.id for r in reading.referents if r.cls == "org" and names_of(r) & accused.mentions}
    state = {r.id for r in reading.referents if r.kind in ("state_force", "government")}
    if any(_is_claimed(report, own) for report in reading.reports):
        return CLAIMED
    return min((_confidence(one.report, own, state) for one in told), key=_FIRST.index)


def _is_claimed(report: EventReport, own: set[str]) -> bool:
    """Say whether a report tells that the organisation itself takes the responsibility, which others may lay to it as well."""
    if not any(p.referent in own for p in report.responsibility):
        return False
    laid = report.proposal.trigger.lower().startswith((*own_words("accusing"), *own_words("doing")))
    return not laid or any(v.referent in own for v in report.attribution.voices)


def _confidence(report: EventReport, own: set[str], state: set[str]) -> str:
    voices = report.attribution.voices
    stance = report.attribution.stance
    if report.status == "denied" or stance == "denied":
        return ACQUITTED if voices and _is_authority(voices[-1], state) else AUTHORITIES
    if any(v.referent in own for v in voices):
        return CLAIMED
    laid = report.proposal.trigger.lower().startswith(tuple(own_words("accusing")))
    if laid or stance == "claimed" or any(set(p.words.lower().split()) & own_words("doubting") for p in report.initiator):
        return AUTHORITIES if voices and _is_authority(voices[-1], state) else ACCUSED
    if stance in ("reported_anonymous", "estimated") or report.status != "happened":
        return POSSIBLE
    return FACT


def _is_authority(voice: Party, state: set[str]) -> bool:
    return voice.referent in state or bool(set(voice.words.lower().split()) & own_words("authorities"))


def stage_of(told: Sequence[Told]) -> str:
    """Say how far an incident came, as the reports tell that are of it.

    Args:
        told: The reports; at least one.

    Returns:
        ACCOMPLISHED if any report says that it happened; else ATTEMPTED for what was prepared, tried or foiled, which the reader holds as
        planned, and THREATENED for what was threatened, as the first report has it.
    """
    stages = [_STAGES.get(one.report.status, "ACCOMPLISHED") for one in told]
    return "ACCOMPLISHED" if "ACCOMPLISHED" in stages else stages[0]
