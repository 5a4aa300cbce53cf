"""The words of stance, read from the tables `stances_*` of `german/data` and indexed by lemma."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsmodel.german.lexicon import table
from newsmodel.model import Basis, Polarity
from newsmodel.parsers.grammar import full_lemma, particle
from newsmodel.parsers.tokens import remembered

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

TURNABLE = frozenset({"intend", "propose", "threaten", "enact", "hope"})
"""Kinds whose clause `den Plan zu verhindern` opposes the plan: what is wanted is that its object goes."""


@attrs.frozen(slots=True, kw_only=True)
class Predicate:
    """One entry: a verb, verb phrase, noun or adjective of stance.

    Attributes:
        lemma: its head, as the pipeline gives it.
        words: further words of the phrase; `sich` stands for the reflexive.
        holder: argument slots that may hold the holder, in order of preference.
        target: argument slots that may hold the target, in order of preference.
        polarity: towards the target.
        basis: said or done.
        negated: what the negated predicate says: `flip`, `drop`, or `only` (it counts only negated).
        kind: what sort of act it is (demand, criticise, accuse, …).
        genitive: for nouns, what a genitive at them is: `holder`, `target` or `either`.
    """

    lemma: str
    words: tuple[str, ...] = ()
    holder: tuple[str, ...] = ("subj",)
    target: tuple[str, ...]
    polarity: Polarity
    basis: Basis = Basis.EXPRESSED
    negated: str = "drop"
    kind: str
    genitive: str = "either"

    @property
    def label(self) -> str:
        """The entry in words, for `rule` (`nehmen+in+Kauf`)."""
        return "+".join((self.lemma, *self.words))


@cache
def verbs() -> dict[str, tuple[Predicate, ...]]:
    """Return the entries of verbs by lemma, those with more further words first.

    >>> [p.polarity.value for p in verbs()["kritisieren"]]
    ['oppose']
    """
    found: dict[str, list[Predicate]] = {}
    for row in table("stances_verbs"):
        entry = Predicate(
            lemma=row["lemma"],
            words=tuple(row["words"].split()),
            holder=tuple(row["holder"].split("|")),
            target=tuple(row["target"].split("|")),
            polarity=Polarity(row["polarity"]),
            basis=Basis(row["basis"]),
            negated=row["negated"],
            kind=row["kind"],
        )
        found.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(sorted(rows, key=lambda p: -len(p.words))) for lemma, rows in found.items()}


@remembered
def lemma_of(verb: Token) -> str:
    """Return the lemma of a verb with its particle; of irregular past forms that the pipeline does not know too."""
    lemma = full_lemma(verb)
    if lemma in verbs():
        return lemma
    form = verb.lower_
    for row in table("stances_preterites"):
        if form.endswith(row["form"]):
            apart = particle(verb)
            before = "" if apart is None else apart.lower_
            return before + form.removesuffix(row["form"]) + row["infinitive"]
    return lemma


@cache
def nouns() -> dict[str, tuple[Predicate, ...]]:
    """Return the entries of nouns by lemma.

    >>> nouns()["Forderung"][0].target[0]
    'p:nach'
    """
    found: dict[str, list[Predicate]] = {}
    for row in table("stances_nouns"):
        entry = Predicate(
            lemma=row["lemma"],
            target=tuple(row["target"].split("|")),
            polarity=Polarity(row["polarity"]),
            basis=Basis(row["basis"]),
            negated=row["negated"],
            kind=row["kind"],
            genitive=row["genitive"],
        )
        found.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(rows) for lemma, rows in found.items()}


@cache
def adjectives() -> dict[str, tuple[Predicate, ...]]:
    """Return the entries of adjectives by lemma."""
    found: dict[str, list[Predicate]] = {}
    for row in table("stances_adjectives"):
        entry = Predicate(
            lemma=row["lemma"],
            target=tuple(row["target"].split("|")),
            polarity=Polarity(row["polarity"]),
            negated=row["negated"],
            kind=row["kind"],
        )
        found.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(rows) for lemma, rows in found.items()}


@cache
def judgements() -> dict[str, Polarity]:
    """Return the polarity of words that judge what they are said of, by lemma.

    >>> judgements()["falsch"].value, judgements()["Fortschritt"].value
    ('oppose', 'support')
    """
    return {row["lemma"]: Polarity(row["polarity"]) for row in table("stances_judgements")}


@cache
def judging_verbs() -> dict[str, frozenset[str]]:
    """Return by lemma the words (`für`, `als`, `-` for none) that join a judgement to a verb."""
    return {row["lemma"]: frozenset(row["joined"].split("|")) for row in table("stances_judging_verbs")}


@cache
def support_verbs() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return by lemma where a noun of stance stands at a verb and which arguments then hold the stance."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in table("stances_support_verbs"):
        found.setdefault(row["lemma"], []).append((row["slot"], tuple(row["holder"].split("|"))))
    return {lemma: tuple(rows) for lemma, rows in found.items()}


@cache
def prepositions(name: str) -> dict[str, str]:
    """Return the preposition that goes with each verb of a table `stances_NAME`.

    >>> prepositions("pointing")["sprechen"]
    'von'
    """
    return {row["lemma"]: row["preposition"] for row in table(f"stances_{name}")}


@cache
def pairs(name: str) -> frozenset[tuple[str, str]]:
    """Return lemma and preposition of each row of a table `stances_NAME`.

    >>> ("Wille", "nach") in pairs("behests")
    True
    """
    return frozenset((row["lemma"], row["preposition"]) for row in table(f"stances_{name}"))


@cache
def words(name: str, column: str = "lemma", *, where: str = "") -> frozenset[str]:
    """Return one column of a table `stances_NAME` as a set, of the rows whose class is `where` if that is given."""
    return frozenset(row[column] for row in table(f"stances_{name}") if not where or row["class"] == where)
