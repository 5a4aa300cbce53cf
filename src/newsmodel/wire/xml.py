"""XML without entities, document types or network, and with bounds: through defusedxml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsmodel.errors import WireError
from newsmodel.extras import load_extra
from newsmodel.wire.blocks import Block
from newsmodel.wire.collector import DEEPEST, Collector
from newsmodel.wire.source import Payload

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["local", "parse_xml", "read_tree"]

EXTRA = "xml"


def parse_xml(payload: Payload, format: str) -> Element:
    """Return the root element of a document.

    Args:
        payload: the document, in any encoding that its declaration names.
        format: the wire format, for errors.

    Raises:
        WireError: it is not well-formed, nested too deep, or declares a document type or entities.
        MissingExtraError: defusedxml is not installed.
    """
    load_extra("defusedxml", EXTRA)
    from xml.etree.ElementTree import ParseError, TreeBuilder

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    class Builder(TreeBuilder):
        """Counts how deep it is while it builds, so that a hostile document costs no more than its first elements."""

        depth = 0

        def start(self, tag: str, attrs: dict[Any, Any], /) -> Element:
            self.depth += 1
            if self.depth > DEEPEST:
                raise WireError(f"elements nested deeper than {DEEPEST}", format=format, place=payload.name)
            return super().start(tag, attrs)

        def end(self, tag: str, /) -> Element:
            self.depth -= 1
            return super().end(tag)

    parser = DefusedXMLParser(target=Builder(), forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(payload.content)
        root: Element = parser.close()
    except DefusedXmlException as error:
        reason = "a document type or entities are declared, which no message needs"
        raise WireError(reason, format=format, place=payload.name) from error
    except ParseError as error:
        line, column = error.position
        reason = f"not well-formed XML: {str(error).partition(':')[0]}"
        place = f"{payload.name}: line {line}, column {column + 1}"
        raise WireError(reason, format=format, place=place) from error
    except WireError:
        raise
    except (ValueError, LookupError) as error:  # an encoding that is none, or takes several bytes a character
        raise WireError(f"not readable as XML: {error}", format=format, place=payload.name) from error
    return root


def local(element: Element) -> str:
    """Return the name of an element without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def read_tree(element: Element, *, format: str, place: str, notes: bool = False) -> list[Block]:
    """Return the blocks of what an element holds: XHTML or NITF, told by names, whatever their namespaces.

    Args:
        element: the element around the markup; its own name says nothing.
        format: the wire format, for errors.
        place: where it stands in the message, for errors.
        notes: whether it holds notes as a whole.
    """
    collector = Collector(format=format, place=place, notes=notes)
    collector.words(element.text or "")
    open_elements: list[tuple[str, Iterator[Element], str]] = [("", iter(element), "")]
    while open_elements:
        name, children, tail = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            if name:
                collector.end(name)
            collector.words(tail)
            continue
        inner = local(child).lower()
        if not inner:  # a comment or processing instruction, which lxml keeps in its trees
            collector.words(child.tail or "")
            continue
        collector.start(inner, {key.rpartition("}")[2].lower(): value for key, value in child.attrib.items()})
        collector.words(child.text or "")
        open_elements.append((inner, iter(child), child.tail or ""))
    return collector.finish()
