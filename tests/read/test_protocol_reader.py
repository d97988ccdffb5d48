"""Any object with a name and a `read` is a reader; the built-in grammar can stand behind that door."""

from dataclasses import dataclass

from tests.read.reading import OPTIONS, Read, check_grounded, document_of

from testimonia.model.document import Document
from testimonia.model.reading import Reading
from testimonia.read.parser.session import Parser
from testimonia.read.protocol import Reader
from testimonia.read.reader import read_document


@dataclass(frozen=True, slots=True)
class GrammarReader:
    """The grammar behind the door that every reader comes through."""

    parser: Parser
    name: str = "grammar"

    def read(self, document: Document) -> Reading:
        """Read one document."""
        return read_document(document, parser=self.parser, options=OPTIONS)


def test_the_grammar_reads_through_the_door_of_readers(parser: Parser) -> None:
    reader: Reader = GrammarReader(parser)
    document = document_of("The Moro National Liberation Front was founded in 1972.")
    reading = reader.read(document)
    assert (reading.reader, [claim.predicate for claim in reading.claims]) == (reader.name, ["founded"])
    check_grounded(Read(document, reading))
