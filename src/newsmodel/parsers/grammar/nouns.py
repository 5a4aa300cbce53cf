"""Noun phrases: their preposition, their coordination, their extent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.tokens import remembered

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

_CONTRACTED = {
    "am": "an", "ans": "an", "aufs": "auf", "beim": "bei", "durchs": "durch", "fürs": "für", "im": "in", "ins": "in",
    "übers": "über", "ums": "um", "vom": "von", "vors": "vor", "zum": "zu", "zur": "zu",
}  # fmt: skip
_CLAUSES = frozenset({"acl:relcl", "acl", "parataxis", "advcl", "ccomp", "dep"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_BEFORE_HEAD = frozenset({"amod", "nummod", "compound", "flat", "det", "det:poss", "advmod", "nmod", "case"})


@remembered
def preposition(noun: Token) -> str | None:
    """Return the preposition or postposition of a noun, without an article melted into it.

    Args:
        noun: head of a noun phrase.

    Returns:
        The word in lower case (`im` gives `in`), of several (`bis zu`) the last; None if there is none.
    """
    found = None
    for child in noun.children:
        if child.dep_ == "case" and child.pos_ in ("ADP", "ADV", "CCONJ", "SCONJ", "X"):
            found = child
            if child.i > noun.i:
                break
    if found is None:
        return None
    lower = found.lower_
    return _CONTRACTED.get(lower, lower)


@remembered
def conjuncts(token: Token) -> tuple[Token, ...]:
    """Return all members of the coordination that a token belongs to, in text order, the token among them.

    A verb that the parser hung onto a noun is no member of its coordination.
    """
    top = token
    while top.dep_ == "conj" and top.head != top and _same_class(top, top.head):
        top = top.head
    members = [top]
    stack = [top]
    while stack:
        for child in stack.pop().children:
            if child.dep_ == "conj" and _same_class(child, top):
                members.append(child)
                stack.append(child)
    members.sort(key=lambda t: t.i)
    return tuple(members)


def _same_class(one: Token, other: Token) -> bool:
    return (one.pos_ in _NOMINAL) == (other.pos_ in _NOMINAL)


def phrase(noun: Token, *, coordination: bool = False) -> tuple[Token, ...]:
    """Return the contiguous noun phrase of a head: article, adjectives, genitives, prepositional and appositive parts.

    Left out are its own preposition, relative and other clauses, and punctuation at the edges.

    Args:
        noun: head of the phrase.
        coordination: whether the further members of a coordination are taken in.

    Returns:
        The tokens in text order; at least the head.
    """
    kept = {noun.i: noun}
    stack = [noun]
    while stack:
        parent = stack.pop()
        for child in parent.children:
            dep = child.dep_
            if dep in _CLAUSES or (child.pos_ in ("VERB", "AUX") and dep != "amod"):
                continue
            if parent == noun and (dep == "case" or (dep in ("conj", "cc") and not coordination)):
                continue
            if parent == noun and dep in ("advmod", "cc", "mark") and child.i < noun.i and child.tag_ in ("ADV", "KON"):
                continue
            kept[child.i] = child
            stack.append(child)
    return _run_around(noun, kept)


def _run_around(noun: Token, kept: dict[int, Token]) -> tuple[Token, ...]:
    start = end = noun.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    run = [kept[i] for i in range(start, end + 1)]
    while run[0] != noun and (run[0].is_punct or run[0].is_space) and run[0].text not in "„\"«»“‚'›‹":
        run.pop(0)
    while run[-1] != noun and (run[-1].is_punct or run[-1].is_space) and run[-1].text not in ")”“\"«»’'‹›":
        run.pop()
    return tuple(run)


def shortest_phrase(noun: Token, *, article: bool = False) -> tuple[Token, ...]:
    """Return a noun with what stands before it in its phrase and the further words of a name, nothing behind.

    Args:
        noun: head of the phrase.
        article: whether an article, possessive or demonstrative in front is kept.

    Returns:
        The tokens in text order.
    """
    kept = {noun.i: noun}
    for child in noun.children:
        dep = child.dep_
        if dep in ("flat", "flat:name", "compound", "fixed"):
            kept.update((t.i, t) for t in child.subtree)
        elif child.i < noun.i and dep in _BEFORE_HEAD and dep != "case":
            if dep in ("det", "det:poss") and not article and child.tag_ in ("ART", "PDAT", "PPOSAT", ""):
                continue
            if dep in ("advmod", "nmod"):
                continue
            kept.update((t.i, t) for t in child.subtree)
    return _run_around(noun, kept)
