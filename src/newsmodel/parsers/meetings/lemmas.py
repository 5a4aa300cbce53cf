"""The lemma of a verb that these tables know, also where the pipeline's lemma of a rare form is wrong."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsmodel.german.lexicon import table
from newsmodel.parsers.grammar import full_lemma, particle
from newsmodel.parsers.tokens import remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsmodel.parsers.tokens import Token

_WEAK_ENDINGS = ("eten", "etet", "ete", "ten", "tet", "te", "et", "st", "t", "en", "e", "n")
_LONGEST_PARTICLE = 9
_BEGINNING = 3


@cache
def _known() -> frozenset[str]:
    words = {row["verb"] for row in table("meetings_verbs")}
    words.update(row["verb"].rpartition(" ")[2] for row in table("meetings_predicates"))
    return frozenset(words)


@cache
def _strong() -> Mapping[str, str]:
    return {form: row["verb"] for row in table("meetings_strong_forms") for form in row["forms"].split()}


@remembered
def verb_lemma(verb: Token) -> str:
    """Return the lemma of a verb with its separated particle in front.

    The pipeline's lemma holds where the tables know it; else the form itself is taken back to an infinitive that they
    know (`fällt … aus`: ausfallen, `vereinbart`: vereinbaren).

    Args:
        verb: a verb.
    """
    if verb.tag_.endswith(("PP", "INF", "IZU")):
        lemma, front = verb.lemma_.lower(), ""
    else:
        part = particle(verb)
        lemma, front = full_lemma(verb), "" if part is None else part.lower_
    if lemma in _known():
        return lemma
    form = verb.lower_
    return _of_strong(form, front) or (None if _fits(lemma, front, form) else _of_weak(form, front)) or lemma


def _fits(lemma: str, front: str, form: str) -> bool:
    """Whether a lemma looks like that of the form, so that only strong verbs may prove it wrong."""
    bare = lemma.removeprefix(front)
    return bare[:_BEGINNING] == form[:_BEGINNING]


@lru_cache(maxsize=1 << 14)
def _of_strong(form: str, front: str) -> str | None:
    known, strong = _known(), _strong()
    if form in strong and front + strong[form] in known:
        return front + strong[form]
    for end in range(1, min(_LONGEST_PARTICLE, len(form))):
        rest = form[end:]
        if rest in strong and form[:end] + strong[rest] in known:
            return form[:end] + strong[rest]
    return None


@lru_cache(maxsize=1 << 14)
def _of_weak(form: str, front: str) -> str | None:
    known = _known()
    for ending in _WEAK_ENDINGS:
        if form.endswith(ending):
            stem = form[: -len(ending)]
            for base in (stem, stem.replace("ge", "", 1)):
                for infinitive in (front + base + "en", front + base + "n"):
                    if infinitive in known:
                        return infinitive
    return None
