"""How negation, modals and conditions turn the polarity of a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Polarity
from newsmodel.parsers.grammar import auxiliaries, finite, is_verb, modal
from newsmodel.parsers.stances.edges import end_of, start_of
from newsmodel.parsers.stances.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsmodel.parsers.tokens import Token

_TURNED = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT, Polarity.MIXED: Polarity.MIXED}
# modals under which the subject does not itself do what the verb says
_UNREAL = frozenset({"sollen", "dürfen", "müssen"})
_OPEN = frozenset({"wenn", "falls", "sofern", "ob", "sobald", "solange", "bis"})
_FAR = 8
_CONTRASTS = frozenset({"aber", "allerdings", "jedoch", "dagegen", "hingegen", "indes"})
_ARGUMENTS = frozenset({"obj", "iobj", "nsubj", "nsubj:pass", "obl", "obl:arg", "xcomp"})


def turned(polarity: Polarity) -> Polarity:
    """Return the contrary polarity; mixed stays mixed.

    >>> turned(Polarity.SUPPORT).value
    'oppose'
    """
    return _TURNED[polarity]


def settled(polarity: Polarity, negated: str, *, denied: bool) -> Polarity | None:
    """Return the polarity of a predicate that may be denied.

    Args:
        polarity: of the predicate as the lexicon gives it.
        negated: its behaviour under negation: `flip`, `drop` or `only`.
        denied: whether it is denied here.

    Returns:
        The polarity, None if nobody takes a stance.

    >>> settled(Polarity.OPPOSE, "drop", denied=True) is None
    True
    """
    if not denied:
        return None if negated == "only" else polarity
    return None if negated == "drop" else turned(polarity)


def is_denied(token: Token, beside: Sequence[Token] = ()) -> bool:
    """Tell whether a predicate is denied: `nicht`, `nie`, `kaum`, `kein-`, `weder`, `ohne`; not `nicht nur`.

    Args:
        token: the head of the predicate.
        beside: words of the predicate itself, which deny nothing (`nichts` in `hält nichts von`).
    """
    negators = words("negators", "word")
    if _ends_in_not(token):
        return True
    for child in token.children:
        lower = child.lower_
        if child in beside:
            continue
        if lower in negators and child.dep_ != "nsubj:pass":
            if (lower == "nicht" and _is_not_only(child)) or _is_cut_off(child, token):
                continue
            return True
        if child.tag_ == "PIAT" and lower.startswith("kein"):
            return True
        if child.dep_ in ("case", "mark") and lower == "ohne":
            return True
        if lower in ("mehr", "länger") and any(c.lower_ in negators for c in child.children):
            return True
    if not (is_verb(token) or auxiliaries(token)):
        return False
    for aux in auxiliaries(token):
        if any(c.lower_ in negators and not _is_not_only(c) for c in aux.children):
            return True
    if _has_correlate(token):
        return True
    return any(_argument_denies(child, token) for child in token.children if child not in beside)


def _ends_in_not(verb: Token) -> bool:
    """Whether a main clause ends in `nicht` behind a clause of its own (`unterstützt die Forderung, zu …, aber nicht`)."""
    doc, end = verb.doc, end_of(verb)
    if verb.dep_ not in ("ROOT", "root") or not verb.tag_.endswith("FIN"):
        return False
    last = next((t for t in reversed(doc[max(verb.i, end - 4) : end]) if not (t.is_punct or t.is_space)), verb)
    before = doc[last.i - 1] if last.i else last
    return last.lower_ == "nicht" and before.lower_ in _CONTRASTS and doc[before.i - 1].text == ","


def _argument_denies(argument: Token, verb: Token) -> bool:
    """Whether an argument denies its verb: `kein Geld`, `niemand`, or a `nicht` that the parser hung on the noun."""
    if argument.dep_ not in _ARGUMENTS or is_verb(argument):
        return False
    if argument.dep_.startswith("nsubj") and argument.doc[argument.left_edge.i].lower_ == "weder":
        return True
    if argument.lower_ in ("niemand", "niemanden", "niemandem"):
        return True
    for child in argument.children:
        lower = child.lower_
        if child.i >= argument.i:
            continue
        if lower.startswith("kein") or (lower == "nicht" and argument.i > verb.i):
            return not _is_not_only(child) and not _is_cut_off(child, verb)
    return False


def _is_cut_off(negator: Token, token: Token) -> bool:
    """Whether a comma stands between a negation and all parts of the verb that it seems to deny."""
    doc = token.doc
    parts = [token.i, *(a.i for a in auxiliaries(token))]
    near = min(parts, key=lambda i: abs(i - negator.i))
    return any(t.text in (",", ";") for t in doc[min(near, negator.i) : max(near, negator.i)])


def _is_not_only(token: Token) -> bool:
    doc = token.doc
    return token.i + 1 < len(doc) and doc[token.i + 1].lower_ in ("nur", "allein", "bloß", "zuletzt")


def _has_correlate(token: Token) -> bool:
    """Whether a verb is the second half of `weder … noch`."""
    doc = token.doc
    if token.dep_ != "conj":
        return False
    return any(c.lower_ == "noch" and c.dep_ == "cc" for c in token.children) and any(
        c.lower_ == "weder" for c in doc[start_of(token, 20) : token.i]
    )


def is_open(token: Token, *, denied: bool = False) -> bool:
    """Tell whether a predicate is only asked, supposed, demanded of its subject or possible, not a fact or a will.

    Args:
        token: the predicate.
        denied: whether it is denied: who cannot agree, disagrees.
    """
    over = modal(token)
    if over is not None:
        lemma = over.lemma_.lower()
        if lemma in _UNREAL:
            return True
        if lemma == "können" and not denied and not _is_past(over):
            return True
    current = token
    for _ in range(_FAR):
        for child in current.children:
            if child.dep_ == "mark" and child.lower_ in _OPEN:
                return True
        if is_condition(current):
            return True
        head = current.head
        if head == current or current.dep_ in ("acl:relcl", "parataxis", "ccomp") or not is_verb(head):
            break
        if current.dep_ == "xcomp" and _is_unreal(head):
            return True  # `sollen sich verpflichten, … zu ächten`
        current = head
    return _is_question(token)


def _is_unreal(verb: Token) -> bool:
    over = modal(verb)
    return over is not None and over.lemma_.lower() in _UNREAL


def _is_past(form: Token) -> bool:
    """Whether a modal tells of a fact: who could agree on something (`konnten sich einigen`) has agreed."""
    return "Past" in form.morph.get("Tense") and "Sub" not in form.morph.get("Mood")


def is_condition(verb: Token) -> bool:
    """Tell whether a verb's clause opens with `sollte` (`Sollte er zustimmen, …`)."""
    form = finite(verb)
    return form is not None and form.lemma_.lower() == "sollen" and _is_first(form)


def _is_first(form: Token) -> bool:
    """Whether a finite verb opens its clause (`Sollte er zustimmen, …`)."""
    return bool(form.is_sent_start) or form.doc[form.i - 1].text in (",", "und")


def _is_question(token: Token) -> bool:
    doc, end = token.doc, end_of(token)
    return any(doc[i].text == "?" for i in range(end - 1, max(token.i, end - 4), -1))
