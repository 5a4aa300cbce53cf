"""UIMA CAS as XMI and as JSON, out and in, through dkpro-cassis: for DKPro, INCEpTION and other UIMA tools.

Needs the extra `newsmodel[cas]`. Offsets are code points here and in cassis, UTF-16 units in the files, as UIMA has them.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsmodel.codec import to_dict
from newsmodel.errors import FormatError
from newsmodel.export._xml import check_characters
from newsmodel.export.cas.reading import NAME, read_cas
from newsmodel.export.cas.types import make_type_system, require_cassis
from newsmodel.export.cas.writing import write_cas
from newsmodel.export.formats import Format
from newsmodel.model import Article

if TYPE_CHECKING:
    from cassis import Cas

__all__ = [
    "JSON",
    "XMI",
    "export_cas",
    "import_cas",
    "project_cas",
    "type_system",
]


def export_cas(article: Article) -> Cas:
    """Return an article as a CAS.

    Args:
        article: the article.

    Returns:
        The CAS, with the type system of `type_system()`; `to_xmi()` and `to_json()` write it.

    Raises:
        MissingExtraError: dkpro-cassis is not installed.

    Examples:
        >>> from newsmodel import Issue, Span
        >>> rate = Issue(label="Leitzins", spans=(Span(start=4, end=12),))
        >>> cas = export_cas(Article(text="Der Leitzins steigt.", issues=(rate,)))
        >>> [found.get_covered_text() for found in cas.select("newsmodel.Issue")]
        ['Leitzins']
    """
    return write_cas(article)


def import_cas(cas: Cas) -> Article:
    """Return the article that a CAS holds.

    Read is what hangs on its one `newsmodel.Article`; annotations of other types, and those that no list of the article
    names, are passed over.

    Args:
        cas: the CAS.

    Returns:
        The article.

    Raises:
        FormatError: it holds no article, or one that is at fault; with the type and id of the feature structure.

    Examples:
        >>> import_cas(export_cas(Article(text="Der Rat tagt."))).text
        'Der Rat tagt.'
    """
    return read_cas(cas)


def project_cas(article: Article) -> Article:
    """Return the article: nothing is lost.

    Args:
        article: the article.

    Returns:
        The same.

    Examples:
        >>> article = Article(text="Der Rat tagt.")
        >>> project_cas(article) is article
        True
    """
    return article


def type_system() -> str:
    """Return the type system, which goes with an XMI file.

    Returns:
        A UIMA type system description, as XML.

    Raises:
        MissingExtraError: dkpro-cassis is not installed.

    Examples:
        >>> "newsmodel.Statement" in type_system()
        True
    """
    return str(make_type_system().to_xml())


def _dump_xmi(article: Article) -> str:
    for place, text in _strings(to_dict(article), ""):
        check_characters(XMI.name, text, place)
    return str(export_cas(article).to_xmi())


def _strings(plain: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(plain, str):
        yield place, plain
    elif isinstance(plain, dict):
        for name, value in plain.items():
            yield from _strings(value, f"{place}.{name}" if place else name)
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            yield from _strings(value, f"{place}[{index}]")


def _load_xmi(source: str | bytes) -> Article:
    text = _decoded(XMI.name, source)
    if "<!DOCTYPE" in text:
        raise FormatError(XMI.name, "a document type is not read: it might define entities")
    cassis = require_cassis()
    return _read(XMI.name, lambda: cassis.load_cas_from_xmi(text, typesystem=make_type_system(), lenient=True))


def _load_json(source: str | bytes) -> Article:
    text = _decoded(JSON.name, source)
    cassis = require_cassis()
    return _read(JSON.name, lambda: cassis.load_cas_from_json(text))


def _decoded(name: str, source: str | bytes) -> str:
    try:
        return source if isinstance(source, str) else source.decode()
    except UnicodeDecodeError as error:
        raise FormatError(name, f"not UTF-8: {error.reason} at byte {error.start}") from None


def _read(name: str, load: Any) -> Article:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of types that we do not know, which are passed over
            cas = load()
    except Exception as error:
        raise FormatError(name, f"not a CAS: {type(error).__name__}: {error}") from error
    try:
        return import_cas(cas)
    except FormatError as error:
        raise FormatError(name, error.reason, place=error.place) from error


_CANNOT = "A character that XML cannot hold (controls, U+FFFE, U+FFFF), in any string, cannot be written: FormatError."

XMI = Format(
    name=f"{NAME}-xmi",
    title="UIMA CAS, XMI (with the type system of newsmodel.export.cas.type_system)",
    suffix=".xmi",
    losses=(_CANNOT,),
    dump=_dump_xmi,
    load=_load_xmi,
    project=project_cas,
    extra="cas",
)
JSON = Format(
    name=f"{NAME}-json",
    title="UIMA CAS, JSON",
    suffix=".cas.json",
    losses=(),
    dump=lambda article: str(export_cas(article).to_json()),
    load=_load_json,
    project=project_cas,
    extra="cas",
)
