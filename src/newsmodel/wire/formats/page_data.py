"""What a page says of itself: `NewsArticle` of schema.org in JSON-LD, then the meta elements of its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsmodel.codec.strict import read_json
from newsmodel.errors import DecodeError, WireError
from newsmodel.model import Concept, Severity
from newsmodel.wire.blocks import one_line
from newsmodel.wire.concepts import make_concept
from newsmodel.wire.draft import Draft
from newsmodel.wire.json_node import refuse_surrogates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_linked_data", "read_meta"]

_KINDS = frozenset({"Article", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting"})
_MOST = 1000
"""Objects of JSON-LD that are looked at."""


def read_linked_data(root: HtmlElement, draft: Draft) -> str | None:
    """Fill a draft from the first article that the JSON-LD of a page describes.

    Args:
        root: the page.
        draft: what is filled.

    Returns:
        The text of the article, where the JSON-LD holds it.
    """
    article = next(_articles(root, draft), None)
    if article is None:
        return None
    draft.headline = _string(article.get("headline")) or _string(article.get("name"))
    draft.teaser = _string(article.get("description"))
    draft.byline = ", ".join(dict.fromkeys(_names(article.get("author")))) or None
    draft.published = draft.date(_string(article.get("datePublished")), "published")
    draft.language = next(iter(_names(article.get("inLanguage"))), None)
    draft.uri = next(filter(None, map(_address, map(article.get, ("@id", "url", "mainEntityOfPage")))), None)
    draft.version = _string(article.get("version"))
    draft.status = _string(article.get("creativeWorkStatus"))
    draft.usage_terms = next(filter(None, map(_address, map(article.get, ("usageInfo", "license")))), None)
    for key in ("sourceOrganization", "provider", "publisher"):
        draft.agencies += _names(article.get(key))
    for key in ("about", "articleSection", "keywords"):
        draft.subjects += _concepts(article.get(key), divided=key == "keywords")
    for key in ("contentLocation", "locationCreated", "spatialCoverage"):
        draft.places += _concepts(article.get(key))
    return article["articleBody"] if isinstance(article.get("articleBody"), str) else None


def read_meta(root: HtmlElement, draft: Draft) -> None:
    """Fill what a draft still lacks from the head of a page."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name, content = meta.get("property") or meta.get("name"), one_line(meta.get("content"))
        if name and content:
            metas.setdefault(name.lower(), content)
    draft.headline = draft.headline or metas.get("og:title")
    draft.teaser = draft.teaser or metas.get("og:description") or metas.get("description")
    draft.byline = draft.byline or metas.get("author")
    if draft.published is None:
        draft.published = draft.date(metas.get("article:published_time") or metas.get("date"), "published")
    html = next(root.iter("html"), root)
    draft.language = draft.language or one_line(html.get("lang"))
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    draft.uri = draft.uri or one_line(next(links, None)) or metas.get("og:url")
    if not draft.agencies and (site := metas.get("og:site_name")):
        draft.agencies.append(site)
    if not draft.subjects:
        draft.subjects += _concepts(metas.get("news_keywords") or metas.get("keywords"), divided=True)


def _articles(root: HtmlElement, draft: Draft) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            found = read_json((script.text or "").strip())
            refuse_surrogates(found, "html")
        except (DecodeError, WireError) as error:
            draft.complain("wire.linked_data", f"JSON-LD that is none: {error}"[:200], Severity.INFO)
            continue
        queue = [found]
        for _ in range(_MOST):
            if not queue:
                break
            one = queue.pop(0)
            if isinstance(one, list):
                queue += one[:_MOST]
            elif isinstance(one, dict):
                if any(kind in _KINDS or kind.endswith("NewsArticle") for kind in _strings(one.get("@type"))):
                    yield one
                queue += [one.get("@graph"), one.get("mainEntity")]


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one.rpartition("/")[2] for one in values if isinstance(one, str)]


def _string(value: Any) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("@value")
    return one_line(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _address(value: Any) -> str | None:
    """Return a URI or text, or the one by which an object is identified."""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return _string(value)


def _names(value: Any) -> list[str]:
    """Return the names of persons, organizations or languages: strings, or objects with a name."""
    values = value if isinstance(value, list) else [value]
    named = (one.get("alternateName") or one.get("name") if isinstance(one, dict) else one for one in values)
    return [name for name in map(_string, named) if name]


def _concepts(value: Any, *, divided: bool = False) -> Iterator[Concept]:
    values: Iterable[Any] = value if isinstance(value, list) else [value]
    for one in values:
        if isinstance(one, dict):
            found = make_concept(
                _string(one.get("name")), _address({"@id": one.get("@id") or _string(one.get("sameAs"))})
            )
            words: list[Concept | None] = [found]
        else:
            text = _string(one) or ""
            words = [make_concept(word) for word in (text.split(",") if divided else [text])]
        yield from (word for word in words if word is not None)
