"""Problem: what could not be done, where, and the way out. Bad input is data."""

from dataclasses import dataclass

from testimonia.model.identifiers import identify
from testimonia.model.kinds import Stage


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong and did not stop the run.

    `origin` names the file as the user gave it, with the member of an archive or the row of a table after `!`. `place` says where inside
    (offsets, page, row) or is None. `rule` is a short, stable code such as `capture.empty`. `fatal` is True where the document is not in
    the KB.
    """

    origin: str
    stage: Stage
    rule: str
    what: str
    remedy: str
    place: str | None = None
    document: str | None = None
    fatal: bool = True

    @property
    def id(self) -> str:
        """A content hash over origin, stage, rule, place and message."""
        return identify("pr", self.origin, self.stage, self.rule, self.place, self.what)
