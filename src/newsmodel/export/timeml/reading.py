"""TimeML as text and TIMEX3 tags with their places in it."""

from __future__ import annotations

from xml.parsers import expat

import attrs

from newsmodel.errors import FormatError

NAME = "timeml"


@attrs.define
class Timex:
    """A TIMEX3 tag.

    Attributes:
        attributes: its attributes.
        place: where it stands in the document, for messages.
        start: where its words begin in the text, in code points.
        end: where they end, exclusive.
    """

    attributes: dict[str, str]
    place: str
    start: int
    end: int

    def get(self, name: str) -> str | None:
        """Return an attribute."""
        return self.attributes.get(name)


def read_document(source: str | bytes) -> tuple[str, list[Timex]]:
    """Read a document.

    Args:
        source: TimeML; bytes in the encoding that the document declares.

    Returns:
        The text, and the TIMEX3 tags in the order in which they open.

    Raises:
        FormatError: it is not well-formed, has a document type (and so might have entities), or is not TimeML.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: reader.start(name, attributes, parser)
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = lambda *_: reader.refuse_document_type(parser)
    try:
        parser.Parse(source, True)
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        raise FormatError(NAME, f"not XML: {expat.ErrorString(error.code)}", place=place) from None
    except (ValueError, LookupError) as error:  # an encoding that Python does not know, a lone surrogate
        if isinstance(error, FormatError):
            raise
        raise FormatError(NAME, f"not XML: {error}") from None
    return "".join(reader.parts), reader.found


class _Reader:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.found: list[Timex] = []
        self._length = 0
        self._open: list[Timex] = []
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str], parser: expat.XMLParserType) -> None:
        place = f"line {parser.CurrentLineNumber}, column {parser.CurrentColumnNumber + 1}"
        if self._depth == 0 and name != "TimeML":
            raise FormatError(NAME, f"the document element is {name}, not TimeML", place=place)
        self._depth += 1
        if name == "TEXT":
            # The head of a document is no part of its text; a date in it is that of the document.
            self.parts, self._length = [], 0
            for timex in self.found:
                timex.start = timex.end = 0
        if name == "TIMEX3":
            timex = Timex(attributes, place, self._length, self._length)
            self.found.append(timex)
            self._open.append(timex)

    def end(self, name: str) -> None:
        self._depth -= 1
        if name == "TIMEX3":
            self._open.pop().end = self._length

    def words(self, words: str) -> None:
        self.parts.append(words)
        self._length += len(words)

    def refuse_document_type(self, parser: expat.XMLParserType) -> None:
        place = f"line {parser.CurrentLineNumber}"
        raise FormatError(NAME, "a document type is not read: it might define entities", place=place)
