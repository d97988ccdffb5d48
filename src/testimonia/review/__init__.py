"""Review, stage 5 of 6: what people decide about what programs proposed.

Takes: claims, event reports, entities and judgements as they stand, and what somebody decides.
Gives: decisions and judgements to append, each with who decided, when and why; records made by hand; what is open, the most urgent first.
Never does: change or delete a decision, a judgement or a proposal, or decide anything by itself.
"""

from testimonia.review.corrections import Change, changed
from testimonia.review.decider import Decider
from testimonia.review.decisions import accept, add, correct, reject, remark, withdraw
from testimonia.review.identity import keep_apart, make_one, open_questions, part, take_back
from testimonia.review.making import ClaimDraft, Desk, FigureDraft, Named, ReportDraft, make_claim, make_report
from testimonia.review.progress import paces
from testimonia.review.queue import questions, tier_name, urgencies

__all__ = [
    "Change",
    "ClaimDraft",
    "Decider",
    "Desk",
    "FigureDraft",
    "Named",
    "ReportDraft",
    "accept",
    "add",
    "changed",
    "correct",
    "keep_apart",
    "make_claim",
    "make_one",
    "make_report",
    "open_questions",
    "paces",
    "part",
    "questions",
    "reject",
    "remark",
    "take_back",
    "tier_name",
    "urgencies",
    "withdraw",
]
