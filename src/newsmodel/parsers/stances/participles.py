"""Participles in front of a noun: `die von der SPD geforderte Steuer`, `der vom Minister abgelehnte Plan`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsmodel.german.lexicon import table
from newsmodel.parsers.grammar import preposition
from newsmodel.parsers.stances.arguments import Argument
from newsmodel.parsers.stances.evidence import around
from newsmodel.parsers.stances.finding import Finding
from newsmodel.parsers.stances.holders import holders
from newsmodel.parsers.stances.lexicon import verbs
from newsmodel.parsers.stances.targets import targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token

_ENDINGS = ("en", "er", "es", "em", "e")
_BY = frozenset({"von", "durch"})
_INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "unter", "über", "wider", "hinter")
_SEPARABLE = ("ab", "an", "auf", "aus", "bei", "dar", "durch", "ein", "fest", "heraus", "hin", "los", "mit", "nach",
              "nahe", "nieder", "vor", "voran", "weg", "zu", "zurück")  # fmt: skip
_DENIALS = frozenset({"nicht", "nie", "kaum"})


def participle_findings(word: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stance that a participle before a noun shows, where it says by whom.

    Args:
        word: an attributive adjective or participle.
        scene: the dispatch.
    """
    noun = word.head
    if word.tag_ != "ADJA" or word.dep_ != "amod" or noun.i <= word.i:
        return
    rows = verbs().get(_infinitive(word.text), ())
    # what somebody plans is only what it is about: `die von X geplante Reform` takes no side
    entry = next((p for p in rows if not p.words and "obj" in p.target and p.kind != "intend"), None)
    if entry is None or any(c.lower_ in _DENIALS for c in word.children):
        return
    by = next((c for c in word.children if c.i < word.i and preposition(c) in _BY), None)
    who = () if by is None else holders(by, scene)
    if by is None or not who:
        return
    for found in targets(Argument(noun), scene):
        target = attrs.evolve(found, tokens=tuple(t for t in found.tokens if t.i > word.i) or (noun,))
        if target.actor is not None and target.actor in who:
            continue
        yield Finding(
            anchor=word,
            holders=who,
            target=target,
            polarity=entry.polarity,
            basis=entry.basis,
            evidence=around(word, by.subtree, target.tokens),
            rule=f"stance.participle:{entry.label}",
        )


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["infinitive"] for row in table("stances_participles")}


def _infinitive(form: str) -> str:
    """Return the infinitive of a declined past participle, an empty string where it is none of a known verb."""
    lower = form.lower()
    stem = next((lower.removesuffix(e) for e in _ENDINGS if lower.endswith(e)), lower)
    return _irregular().get(stem) or _regular().get(stem, "")


@cache
def _regular() -> dict[str, str]:
    """The participles that regular verbs of the lexicon would have, with their infinitives."""
    found = {}
    for infinitive in verbs():
        root = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive.removesuffix("n")
        ending = "et" if root.endswith(("t", "d")) else "t"
        prefix = max((p for p in _SEPARABLE if root.startswith(p) and len(root) > len(p) + 2), key=len, default="")
        if root.startswith(_INSEPARABLE) or root.endswith("ier"):
            found[root + ending] = infinitive
        elif prefix:
            inner = root.removeprefix(prefix)
            found[prefix + ("" if inner.startswith(_INSEPARABLE) else "ge") + inner + ending] = infinitive
        else:
            found["ge" + root + ending] = infinitive
    return found
