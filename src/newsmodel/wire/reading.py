"""From a message in any wire format to a `Dispatch`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from newsmodel.errors import WireError
from newsmodel.model import PartialDate
from newsmodel.wire.detect import detect
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.formats.digitalwires import read_digitalwires
from newsmodel.wire.formats.iptc7901 import read_iptc7901
from newsmodel.wire.formats.newsml import read_newsml
from newsmodel.wire.formats.ninjs import read_ninjs
from newsmodel.wire.formats.page import read_page
from newsmodel.wire.plain import read_plain
from newsmodel.wire.source import Payload, Source, load
from newsmodel.wire.streams import members

__all__ = ["FORMATS", "read_payload", "read_source_dispatches"]

Reader: TypeAlias = Callable[[Payload, PartialDate | None], Dispatch]


def _read_text(payload: Payload, published: PartialDate | None = None) -> Dispatch:
    return read_plain(payload.text(), published=published)


FORMATS: dict[str, Reader] = {
    "plain": _read_text,
    "digitalwires": read_digitalwires,
    "newsml-g2": read_newsml,
    "iptc7901": read_iptc7901,
    "ninjs": read_ninjs,
    "html": read_page,
}
"""The reader of each format; the names are those that `newsmodel.read(format=…)` takes."""


def read_payload(payload: Payload, *, format: str | None = None, published: PartialDate | None = None) -> Dispatch:
    """Return the dispatch of a message.

    Args:
        payload: the message.
        format: one of `FORMATS`; None to detect it.
        published: when it was published; overrides what the message says.

    Raises:
        WireError: the format is none of these, or the message is not in it or broken.
        MissingExtraError: the package that the format needs is not installed.

    >>> read_payload(Payload("bytes", b"Kiel (dpa) - Der Hafen ist zu.")).dateline.places
    ('Kiel',)
    """
    check_format(format)
    return FORMATS[format or detect(payload)](payload, published)


def check_format(format: str | None) -> None:
    """Refuse a name that is none of `FORMATS`."""
    if format is not None and format not in FORMATS:
        raise WireError(f"no format of this name; there are {', '.join(FORMATS)}", format=str(format)[:40])


def read_source_dispatches(source: Source) -> Dispatch | Iterator[Dispatch]:
    """Return the dispatch of one message, or an iterator over those of a folder or archive, without any parsing.

    Args:
        source: see `newsmodel.read`.

    Examples:
        >>> read_source_dispatches(b"Kiel (dpa) - Der Hafen ist zu.").dateline.places
        ('Kiel',)
    """
    inside = members(source)
    return read_payload(load(source)) if inside is None else map(read_payload, inside)
