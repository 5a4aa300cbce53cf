"""The mood of finite verbs where their form leaves no choice.

`Mood=Sub` is how reported speech shows, and few sentences of a treebank have it. What German paradigms settle is taken
from them: no verb but `mögen` (`möchte`) has a third person singular in -e in the present indicative, and the umlaut or
ending of `fände`, `ginge`, `hätten` is no form of an indicative.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsmodel.german.lexicon import table

_ENDINGS = {"singular": ("e", "est"), "all": ("e", "est", "en", "et")}
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NEAR = 4
_EXCEPTIONS = frozenset({"möchte", "moechte"})


@cache
def _forms() -> frozenset[str]:
    forms = {row["stem"] + ending for row in table("pipeline_subjunctives") for ending in _ENDINGS[row["forms"]]}
    return frozenset(forms | {form.translate(_SPELLED_OUT) for form in forms})


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(row["prefix"] for row in table("pipeline_verb_prefixes"))


def is_second_subjunctive(form: str) -> bool:
    """Return whether a verb form can be nothing but the Konjunktiv II.

    >>> [is_second_subjunctive(form) for form in ("fände", "zurückträten", "ginge", "gingen", "sagte")]
    [True, True, True, False, False]
    """
    low = form.lower()
    forms = _forms()
    return low in forms or any(low[:cut] in _prefixes() and low[cut:] in forms for cut in range(2, len(low) - 2))


def is_first_subjunctive(form: str, lemma: str, near: Sequence[str]) -> bool:
    """Return whether a form of the third person singular can be nothing but the Konjunktiv I.

    Args:
        form: the form; with a capital it opens a sentence, and may be an imperative (`Siehe oben`).
        lemma: its lemma; of a past form (`vermisste`) it is not the form with an n.
        near: the words around it, in lower case; beside `ich` a form in -e is the first person's, whatever was found.

    >>> is_first_subjunctive("wolle", "wollen", ["er"]), is_first_subjunctive("glaube", "glauben", ["ich"])
    (True, False)
    """
    return form + "n" == lemma and form not in _EXCEPTIONS and "ich" not in near


def has_subjunctive_ending(form: str, lemma: str) -> bool:
    """Return whether a finite form ends as no third person of the indicative does: in -e, but not in -te.

    Weaker than the two above, for Docs whose lemmas are not known to be ours: that of `nehme … teil` may be `teilnehmen`.
    Forms in -te could be past forms of weak verbs. That the first person ends in -e too is for the caller to see: by the
    subject.

    Args:
        form: a finite verb form.
        lemma: its lemma.

    >>> [has_subjunctive_ending(*pair) for pair in (("nehme", "teilnehmen"), ("käme", "kommen"), ("sagte", "sagen"))]
    [True, True, False]
    """
    low = form.lower()
    return low.endswith("e") and not low.endswith("te") and low != "wurde" and lemma.lower() != low


def near(forms: Sequence[str], i: int) -> list[str]:
    """Return the words around one, in lower case."""
    return [form.lower() for form in forms[max(0, i - _NEAR) : i + _NEAR + 1]]
