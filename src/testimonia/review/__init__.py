"""Review, stage 5 of 6: what people decide about what programs proposed.

Takes: entities and judgements as they stand, and what somebody decides.
Gives: judgements to append, each with who decided, when and why; questions that are open, the likeliest first.
Never does: change or delete a judgement, decide anything by itself, or touch a claim.
"""

from testimonia.review.identity import Decider, Question, keep_apart, make_one, open_questions, part, take_back

__all__ = ["Decider", "Question", "keep_apart", "make_one", "open_questions", "part", "take_back"]
