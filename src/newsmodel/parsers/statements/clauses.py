"""The clauses that words of saying govern: their kind, their extent, what of the sentence is frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import finite, is_finite, is_konjunktiv_form, is_verb, is_zu_infinitive

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

_DASS = frozenset({"dass", "daß", "dass's"})
# they take up what was told instead of asking
_RELATIVE_ADVERBS = frozenset({"wonach", "worauf", "woraufhin", "wobei", "woran", "wogegen"})
_OTHER_MARKS = frozenset(
    [
        "weil",
        "da",
        "wenn",
        "falls",
        "als",
        "nachdem",
        "bevor",
        "ehe",
        "während",
        "obwohl",
        "obgleich",
        "sodass",
        "damit",
        "sofern",
        "solange",
        "sobald",
        "seit",
        "seitdem",
        "bis",
        "indem",
        "zumal",
        "wie",
        "wobei",
        "wodurch",
        "womit",
        "um",
        "ohne",
        "anstatt",
        "statt",
        "sooft",
        "soweit",
        "insofern",
    ]
)


def subtree_range(head: Token) -> tuple[int, int]:
    """Return the indices of the first and last token under a token."""
    return head.left_edge.i, head.right_edge.i


def heads_clause(token: Token) -> bool:
    """Tell whether a token heads a clause: a verb, or a predicate with a copula or a subject."""
    if is_verb(token):
        return True
    return any(c.dep_ in ("cop", "nsubj", "nsubj:pass") for c in token.children)


def clause_kind(head: Token) -> str | None:
    """Return what kind of clause a token heads.

    Args:
        head: a token for which `heads_clause` holds.

    Returns:
        `dass`, `ob` (with w-questions), `zu`, `main`, `sub` for other subordinate clauses, `rel` for relative clauses;
        None where no verb form tells.
    """
    if head.dep_.startswith("acl:relcl"):
        return "rel"
    for child in head.children:
        lower = child.lower_
        if child.dep_ in ("mark", "advmod", "cc", "case") and child.i < head.i:
            if lower in _DASS:
                # `so dass` tells what came of it
                return "sub" if child.i and child.doc[child.i - 1].lower_ == "so" else "dass"
            if lower == "ob":
                return "ob"
            if child.dep_ == "mark" and lower in _OTHER_MARKS and child.tag_ != "PTKZU":
                return "w" if lower == "wie" and child.tag_ == "PWAV" else "sub"
    first = _first_word(head)
    if first is not None and first.i < head.i:
        lower = first.lower_
        if lower in _DASS:
            return "dass"
        if lower == "ob" and first.tag_ == "KOUS":
            return "ob"
        if lower in _RELATIVE_ADVERBS:
            return "rel"
        if first.tag_ in ("PWS", "PWAV", "PWAT") or (
            first.pos_ == "ADP" and first.i + 1 < len(first.doc) and first.doc[first.i + 1].tag_ in ("PWS", "PWAT")
        ):
            return "ob"
        if first.tag_ in ("PRELS", "PRELAT"):
            return "rel"
        if first.tag_ in ("KOUS", "KOUI"):
            return "sub"
    if is_zu_infinitive(head) and finite_inside(head) is None:
        return "zu"
    if finite(head) is not None or finite_inside(head) is not None:
        return "main"
    return None


def _first_word(head: Token) -> Token | None:
    for i in range(head.left_edge.i, head.i + 1):
        token = head.doc[i]
        if not (token.is_punct or token.is_space or token.tag_ == "$("):
            return token
    return None


def finite_inside(head: Token) -> Token | None:
    """Return the finite form that stands at a clause head itself: the head, its auxiliary, modal or copula."""
    if is_finite(head):
        return head
    for child in head.children:
        if child.dep_ in ("aux", "aux:pass", "cop") and is_finite(child):
            return child
    return None


def is_konjunktiv_clause(head: Token) -> bool:
    """Tell whether the finite form of a clause stands in the Konjunktiv."""
    form = finite_inside(head) or finite(head)
    return form is not None and is_konjunktiv_form(form)


def complement_heads(head: Token, noun: Token | None = None) -> list[Token]:
    """Return the heads of the clauses that may be complements of a word of saying, in text order.

    Args:
        head: the verb or predicate of the cue.
        noun: the noun of a phrase, whose clauses count too.

    Returns:
        Clause heads under the cue: direct ones, those under `darauf`, `es`, `das` and under the noun.
    """
    found = {}
    for child in head.children:
        if heads_clause(child) and child.dep_ in _COMPLEMENTS:
            found[child.i] = child
        elif child.tag_ in ("PROAV", "PAV", "PDS") or child.lower_ in ("es", "das", "dies") or child == noun:
            for grandchild in child.children:
                if heads_clause(grandchild) and not grandchild.dep_.startswith("acl:relcl"):
                    found[grandchild.i] = grandchild
        elif child.dep_ in ("xcomp", "advmod", "dep", "obl", "obj", "compound:prt"):
            for grandchild in child.children:
                if grandchild.dep_ in ("ccomp", "xcomp", "acl", "csubj") and heads_clause(grandchild):
                    found[grandchild.i] = grandchild
    return [found[i] for i in sorted(found)]


_COMPLEMENTS = frozenset(
    {"ccomp", "xcomp", "csubj", "csubj:pass", "parataxis", "advcl", "conj", "dep", "obj", "acl", "nsubj", "appos",
     "nsubj:pass", "discourse", "obl"}
)  # fmt: skip
