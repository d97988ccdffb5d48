"""Errors this package raises on purpose.

* TestimoniaError
  + CodebookError(ValueError)      a codebook file does not say what a codebook must say
  + EdtfError(ValueError)          a date is not written in the EDTF that we read
  + EvidenceError(ValueError)      a quotation does not stand where a record says it stands
  + MissingPartError(ImportError)  an optional part is asked for and not installed
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


class EdtfError(TestimoniaError, ValueError):
    """A date is not written in the part of EDTF (ISO 8601-2) that we read."""


class EvidenceError(TestimoniaError, ValueError):
    """A quotation does not stand in the document where a record says it stands."""


class MissingPartError(TestimoniaError, ImportError):
    """An optional part is asked for and not installed; the message carries the install line."""


class RecordError(TestimoniaError, ValueError):
    """A record contradicts itself, such as a figure whose lower bound exceeds its upper one."""


class SettingsError(TestimoniaError, ValueError):
    """Settings that cannot hold together; the message names both."""


class SidecarError(TestimoniaError, ValueError):
    """A sidecar file is no valid YAML or does not follow its JSON Schema."""


class StoreError(TestimoniaError, RuntimeError):
    """The knowledge base cannot be opened or written."""
