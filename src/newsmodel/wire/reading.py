"""From a message in any wire format to a `Dispatch`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from newsmodel.errors import FieldTypeError, WireError
from newsmodel.model import PartialDate
from newsmodel.wire.detect import detect
from newsmodel.wire.dispatch import Dispatch
from newsmodel.wire.formats.digitalwires import read_digitalwires
from newsmodel.wire.formats.iptc7901 import read_iptc7901
from newsmodel.wire.formats.newsml import read_newsml
from newsmodel.wire.formats.ninjs import read_ninjs
from newsmodel.wire.formats.page import read_page
from newsmodel.wire.plain import read_plain
from newsmodel.wire.source import Payload

__all__ = ["FORMATS", "check_format", "read_payload"]

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
    """Refuse what is no name of a format.

    Args:
        format: one of `FORMATS`, or None for any.

    Raises:
        FieldTypeError: it is neither a str nor None.
        WireError: there is no format of this name.

    Examples:
        >>> check_format("ninjs")
        >>> check_format("telex")
        Traceback (most recent call last):
        newsmodel.errors.WireError: telex: no format of this name; there are plain, digitalwires, newsml-g2, iptc7901, ninjs, html
    """
    if not isinstance(format, str | None):
        raise FieldTypeError("read", "format", "str", format)
    if format is not None and format not in FORMATS:
        raise WireError(f"no format of this name; there are {', '.join(FORMATS)}", format=format[:40])
