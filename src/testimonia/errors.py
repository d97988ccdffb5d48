"""Errors this package raises on purpose.

* TestimoniaError
  + CodebookError(ValueError)      a codebook file does not say what a codebook must say
  + DecisionError(ValueError)      what somebody decides cannot be decided so
  + EdtfError(ValueError)          a date is not written in the EDTF that we read
  + EvidenceError(ValueError)      a quotation does not stand where a record says it stands
  + LensError(ValueError)          a lens asks for what there is not
  + MissingPartError(ImportError)  an optional part is asked for and not installed
  + NameNotFoundError(LookupError) nobody, or more than one, answers to a name
  + QuestionError(ValueError)      a question in SQL cannot be asked so
  + RecordError(ValueError)        a record contradicts itself
  + SettingsError(ValueError)      settings that cannot hold together
  + SidecarError(ValueError)       a sidecar file does not follow its schema
  + StoreError(RuntimeError)       the knowledge base cannot be opened or written

Broken *documents* never raise: they become `testimonia.model.problem.Problem` records and the run goes on.
"""


class TestimoniaError(Exception):
    """Root of every error raised on purpose by this package."""

    __test__ = False  # the name begins with "Test"; pytest must not collect it


class CodebookError(TestimoniaError, ValueError):
    """A codebook file does not say what a codebook must say."""


class DecisionError(TestimoniaError, ValueError):
    """A decision cannot be taken as asked, such as to divide an entity into itself and nothing."""


class EdtfError(TestimoniaError, ValueError):
    """A date is not written in the part of EDTF (ISO 8601-2) that we read."""


class EvidenceError(TestimoniaError, ValueError):
    """A quotation does not stand in the document where a record says it stands."""


class LensError(TestimoniaError, ValueError):
    """A lens asks for a kind, a stance or a time that there is not."""


class MissingPartError(TestimoniaError, ImportError):
    """An optional part is asked for and not installed; the message carries the install line."""


class NameNotFoundError(TestimoniaError, LookupError):
    """Nobody, or more than one, answers to a name; the message says whom it may mean."""


class QuestionError(TestimoniaError, ValueError):
    """A question in SQL cannot be asked so; the message says what is wrong with it."""


class RecordError(TestimoniaError, ValueError):
    """A record contradicts itself, such as a figure whose lower bound exceeds its upper one."""


class SettingsError(TestimoniaError, ValueError):
    """Settings that cannot hold together; the message names both."""


class SidecarError(TestimoniaError, ValueError):
    """A sidecar file is no valid YAML or does not follow its JSON Schema."""


class StoreError(TestimoniaError, RuntimeError):
    """The knowledge base cannot be opened or written."""
