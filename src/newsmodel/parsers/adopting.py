"""Docs that another pipeline made for a whole message: cut anew so that the parsers can read them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from newsmodel.parsers.reading import LINE_ENDS

if TYPE_CHECKING:
    from newsmodel.wire.dispatch import Dispatch

__all__ = ["adopt"]


def adopt(doc: Doc, dispatch: Dispatch) -> Doc:
    """Return a copy of an annotated Doc whose sentences never cross a zone of its dispatch.

    A pipeline that knows nothing of the wire takes a dateline for the beginning of a sentence, and the line ends of
    wrapped text for tokens. Here each zone gets sentences of its own, and a line end inside a paragraph becomes the
    blank behind the word before it. Offsets stay what they are; the Doc that was given is left alone.

    Args:
        doc: the Doc of `dispatch.text`, with a dependency parse.
        dispatch: the dispatch.
    """
    kept, words, spaces = _words(doc, dispatch)
    number = {old: new for new, old in enumerate(kept)}
    heads = [number[_kept_head(doc, old, number)] for old in kept]
    relations = [doc[old].dep_ for old in kept]
    sentence = {t.i: at for at, sent in enumerate(doc.sents) for t in sent}
    edges = sorted({edge for zone in dispatch.zones for edge in (zone.span.start, zone.span.end)})
    parts = [(sentence[old], bisect_right(edges, doc[old].idx)) for old in kept]
    _cut(heads, relations, parts)
    return Doc(
        doc.vocab,
        words=words,
        spaces=spaces,
        tags=[doc[old].tag_ for old in kept],
        pos=[doc[old].pos_ for old in kept],
        morphs=[str(doc[old].morph) for old in kept],
        lemmas=[doc[old].lemma_ for old in kept],
        heads=heads,
        deps=relations,
        ents=[_entity(doc, old) for old in kept],
    )


def _words(doc: Doc, dispatch: Dispatch) -> tuple[list[int], list[str], list[bool]]:
    """Return the tokens that stay, by their numbers, their words, and whether a blank stands behind each."""
    starts = [span.start for span in dispatch.paragraphs]
    kept: list[int] = []
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        text = token.text
        if token.is_space:
            at = bisect_right(starts, token.idx) - 1
            if at >= 0 and token.idx < dispatch.paragraphs[at].end:
                text = text.translate(LINE_ENDS)
                if text == " " and not token.whitespace_ and spaces and not spaces[-1]:
                    spaces[-1] = True
                    continue
        kept.append(token.i)
        words.append(text)
        spaces.append(bool(token.whitespace_))
    return kept, words, spaces


def _kept_head(doc: Doc, old: int, number: dict[int, int]) -> int:
    """Return the nearest token above that stays; the token itself where there is none."""
    head = doc[old].head
    while head.i not in number and head.head.i != head.i:
        head = head.head
    return head.i if head.i in number else old


def _cut(heads: list[int], relations: list[str], parts: list[tuple[int, int]]) -> None:
    """Let no head stand in another part: the token nearest to the root heads its part, the others hang on it."""
    depths = _depths(heads)
    roots: dict[tuple[int, int], int] = {}
    orphans = [i for i, head in enumerate(heads) if head == i or parts[head] != parts[i]]
    for i in orphans:
        best = roots.setdefault(parts[i], i)
        if depths[i] < depths[best]:
            roots[parts[i]] = i
    for i in orphans:
        heads[i] = roots[parts[i]]
        if heads[i] == i:
            relations[i] = "ROOT"


def _depths(heads: list[int]) -> list[int]:
    """Return how many steps each token stands below its root."""
    depths = [-1] * len(heads)
    for i in range(len(heads)):
        path, at = [], i
        while depths[at] < 0 and heads[at] != at:
            path.append(at)
            at = heads[at]
        if heads[at] == at:
            depths[at] = 0
        for below, step in enumerate(reversed(path), start=1):
            depths[step] = depths[at] + below
    return depths


def _entity(doc: Doc, old: int) -> str:
    """Return the entity mark of a token as the constructor of a Doc takes it: `B-PER`, `I-PER`, `O`."""
    token = doc[old]
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
