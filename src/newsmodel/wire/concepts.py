"""Subjects and places with their codes: qcodes and URIs of code lists."""

from __future__ import annotations

import re

from newsmodel.model import Concept
from newsmodel.wire.blocks import one_line

__all__ = ["make_concept", "split_code"]

_URI = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*:\S*[/#:])(?P<code>[^/#:\s]+)/?")


def split_code(code: str) -> tuple[str | None, str]:
    """Divide a qcode (`medtop:20000651`) or the URI of a code into code list and code.

    Args:
        code: the qcode or URI.

    >>> split_code("medtop:20000651")
    ('medtop', '20000651')
    >>> split_code("http://cv.iptc.org/newscodes/mediatopic/20000651")
    ('http://cv.iptc.org/newscodes/mediatopic/', '20000651')
    >>> split_code("Hafen")
    (None, 'Hafen')
    """
    code = code.strip()
    head, colon, tail = code.partition(":")
    if colon and head and tail and "/" not in code and ":" not in tail:
        return head, tail
    match = _URI.fullmatch(code)
    return (match["scheme"], match["code"]) if match else (None, code)


def make_concept(name: str | None, code: str | None = None, scheme: str | None = None) -> Concept | None:
    """Return a concept, None where neither name nor code says anything.

    Args:
        name: in words; the code stands in for it.
        code: a qcode, a URI, or a bare code.
        scheme: the code list of a bare code.

    >>> make_concept("Partei", "medtop:20000651")
    Concept(name='Partei', scheme='medtop', code='20000651')
    >>> make_concept(" ") is None
    True
    """
    own, bare = split_code(code) if code and code.strip() else (None, None)
    if scheme and code and code.strip():
        own, bare = scheme.strip(), code.strip()
    words = one_line(name) or bare
    return Concept(name=words, scheme=own, code=bare) if words else None
