"""Negation, Konjunktiv and tense of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsmodel.german.mood import has_subjunctive_ending
from newsmodel.parsers.grammar.verbs import auxiliaries, finite, is_finite, is_verb
from newsmodel.parsers.tokens import remembered

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

_NEGATIONS = frozenset(
    {"nicht", "nie", "niemals", "nimmer", "keineswegs", "keinesfalls", "mitnichten", "weder", "keinerlei", "nirgends"}
)
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_ARGUMENTS = frozenset({"obj", "iobj", "nsubj", "nsubj:pass", "obl", "obl:arg", "xcomp"})


@remembered
def is_negated(verb: Token) -> bool:
    """Tell whether a verb is denied: `nicht`, `nie`, `weder`, `kein` on an argument, `ohne … zu`."""
    for child in verb.children:
        lower = child.lower_
        if lower in _NEGATIONS or (lower == "ohne" and child.dep_ in ("mark", "case")):
            return True
        if child.dep_ in _ARGUMENTS and not is_verb(child):
            if lower in ("niemand", "niemanden", "niemandem", "nichts"):
                return True
            if any(g.lemma_.lower().startswith("kein") or g.lower_.startswith("kein") for g in child.children):
                return True
            # `nicht` hung onto the noun in front of which it stands still denies the verb
            if any(g.lower_ == "nicht" and g.i < child.i and child.i > verb.i for g in child.children):
                return not any(g.lower_ in ("nur", "allein") for g in child.children)
    return any(c.lower_ in _NEGATIONS for aux in auxiliaries(verb) for c in aux.children)


def is_konjunktiv(verb: Token) -> bool:
    """Tell whether the finite form of a verb's group stands in the Konjunktiv (I or II)."""
    form = finite(verb)
    return form is not None and is_konjunktiv_form(form)


def is_konjunktiv_form(form: Token) -> bool:
    """Tell whether a finite form stands in the Konjunktiv, by its feature or by an ending that leaves no choice.

    A present form in -e (`werfe`, `nehme sie`) is Konjunktiv I unless it stands beside `ich`; forms in -te are left to
    the tagger (`newsmodel.german.mood` says why).

    Args:
        form: a finite verb form.

    Returns:
        True for the Konjunktiv.
    """
    if "Sub" in form.morph.get("Mood"):
        return True
    return form.tag_ in _FINITE and has_subjunctive_ending(form.text, form.lemma_) and not _says_ich(form)


def _says_ich(form: Token) -> bool:
    verb = form.head if form.dep_.startswith(("aux", "cop")) else form
    return any(c.lower_ == "ich" for c in verb.children)


@remembered
def tense(verb: Token) -> Literal["past", "present", "future"]:
    """Return the time a verb's group tells of: perfect and pluperfect count as past.

    Args:
        verb: a verb.

    Returns:
        `past`, `present` or `future`; `present` where no finite form is found.
    """
    form = finite(verb)
    if form is None:
        return "present"
    group = [verb, *auxiliaries(verb)]
    lemmas = {aux.lemma_.lower() for aux in group if aux != verb}
    participle = verb.tag_.endswith("PP") or "Part" in verb.morph.get("VerbForm")
    if form.lemma_.lower() == "werden" and form != verb:
        if any(t.tag_.endswith("INF") for t in group if t != form):
            return "future"
    if form.lemma_.lower() in ("haben", "sein") and form != verb and participle:
        passive_of_state = form.lemma_.lower() == "sein" and any(
            a.dep_ == "aux:pass" and a == form for a in auxiliaries(verb)
        )
        if not passive_of_state:
            return "past"
    if "worden" in (t.lower_ for t in group):
        return "past"
    if "Past" in form.morph.get("Tense") and "Sub" not in form.morph.get("Mood"):
        return "past"
    if participle and lemmas == set() and not is_finite(verb):
        return "past"
    return "present"
