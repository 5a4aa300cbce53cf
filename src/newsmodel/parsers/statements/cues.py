"""The lexicon of saying: which words tell that somebody says, thinks or writes, and which complements they take."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeVar

import attrs

from newsmodel.german.lexicon import table
from newsmodel.parsers.grammar import full_lemma, particle, reflexive

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

_CLAUSES = frozenset({"dass", "ob", "zu", "main", "quote"})
# adverbs that the tagger takes for particles (`sagte weiter`)
_FREE = frozenset({"weiter", "dazu", "damit", "hierzu", "davon", "darauf", "zuvor", "gegenüber", "heraus"})
_WORD_DEPS = frozenset(
    {"obj", "obl", "obl:arg", "xcomp", "advmod", "compound:prt", "nmod", "compound", "dep", "ccomp", "iobj", "aux"}
)


@attrs.frozen(slots=True)
class Entry:
    """What a table says about one word: the complements it takes and the medium it implies (empty if open)."""

    takes: frozenset[str]
    medium: str

    @property
    def clauses(self) -> frozenset[str]:
        """The kinds of clauses it takes."""
        return self.takes & _CLAUSES


@attrs.frozen(slots=True, eq=False)
class Cue:
    """A word of saying in the text.

    Attributes:
        head: the verb, or the predicate of `der Ansicht sein`.
        words: the tokens of the cue: verb, particle, reflexive, the further words of a phrase.
        entry: what it takes and its medium.
        lemma: lemma of the verb with its particle.
        noun: the noun of a phrase (`Hoffnung` in `äußerte die Hoffnung`), to which clauses may be attached.
    """

    head: Token
    words: tuple[Token, ...]
    entry: Entry
    lemma: str
    noun: Token | None = None


_T = TypeVar("_T")


class Words(dict[str, _T]):
    """A table by lemma, with its lemmas as a set that is hashed once."""

    @functools.cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas."""
        return frozenset(self)


@functools.cache
def verbs() -> dict[tuple[str, bool], Entry]:
    """Return the verbs by lemma and reflexivity."""
    return {
        (row["lemma"], row["reflexive"] == "yes"): Entry(frozenset(row["takes"].split()), row["medium"])
        for row in table("statements_verbs")
    }


@functools.cache
def phrases() -> dict[str, dict[str, Entry]]:
    """Return the phrases: verb to further word to entry."""
    found: dict[str, dict[str, Entry]] = {}
    for row in table("statements_phrases"):
        entry = Entry(frozenset(row["takes"].split()), row["medium"])
        found.setdefault(row["lemma"], {})[row["word"]] = entry
    return found


@functools.cache
def nouns() -> Words[Entry]:
    """Return the nouns of saying by lemma."""
    rows = table("statements_nouns")
    return Words({row["lemma"]: Entry(frozenset(row["takes"].split()), row["medium"]) for row in rows})


@functools.cache
def sources() -> frozenset[str]:
    """Return the nouns that follow `nach` as a source (`nach Angaben`)."""
    return frozenset(row["lemma"] for row in table("statements_nouns") if row["source"] == "yes")


@functools.cache
def documents() -> Words[str]:
    """Return the nouns for texts and occasions that speak for their authors, with their medium."""
    return Words({row["lemma"]: row["medium"] for row in table("statements_documents")})


@functools.cache
def titled() -> frozenset[str]:
    """Return the nouns that are followed by a name or title in quotation marks."""
    return frozenset(row["lemma"] for row in table("statements_titled"))


def noun_form(token: Token, words: frozenset[str] | Words[Entry] | Words[str]) -> str | None:
    """Return the entry of a table that a noun belongs to: its lemma, or the last part of a compound.

    Args:
        token: a noun.
        words: the lemmas of a table.

    Returns:
        The lemma in the table (`Polizeiangaben`: `Angabe`), None if there is none.
    """
    if token.pos_ not in ("NOUN", "PROPN", "X"):
        return None
    return _noun_form(token.lemma_, token.text, words if isinstance(words, frozenset) else words.lemmas)


@functools.lru_cache(maxsize=20000)
def _noun_form(lemma: str, text: str, words: frozenset[str]) -> str | None:
    for form in (lemma, text):
        for stem in (form, *(form[: -len(end)] for end in ("en", "n", "s", "es", "e") if form.endswith(end))):
            if stem in words:
                return stem
            last = stem.rsplit("-", 1)[-1]
            if last != stem and last in words:
                return last
            # the last part of a compound starts in lower case; short ones (`Rat`, `Ruf`) are left to whole words
            for at in range(3, len(stem) - 4):
                end = stem[at:].capitalize()
                if len(end) >= 5 and end in words:
                    return end
    return None


def find_cue(verb: Token) -> Cue | None:
    """Return the cue that a verb or a predicate with copula heads.

    Args:
        verb: a verb form that is no auxiliary, or an adjective, noun or adverb with a copula.

    Returns:
        The cue, None if the lexicon has no such verb or phrase.
    """
    copula = next((c for c in verb.children if c.dep_ == "cop"), None)
    if copula is not None:
        return _copula_cue(verb, copula)
    part, sich = particle(verb), reflexive(verb)
    lemma = full_lemma(verb)
    simple = verb.lemma_.lower()
    phrase = _phrase(verb, lemma, simple)
    table_ = verbs()
    if part is not None and part.text in _FREE and (lemma, False) not in table_:
        part, lemma = None, simple
    entry = table_.get((lemma, sich is not None))
    if entry is None and sich is None and verb.text[:2] != "er":
        entry = table_.get((lemma, False))
    if entry is None and sich is not None:
        # a dative reflexive does not make another verb of it (`sagte sich`)
        entry = table_.get((lemma, False))
        if entry is not None and entry.takes <= {"np"}:
            entry = None
    words = [t for t in (verb, part, sich if sich is not None and sich.i != verb.i else None) if t is not None]
    if phrase is not None:
        word, further = phrase
        takes = further.takes if entry is None else further.takes | entry.clauses
        merged = Entry(takes, further.medium or (entry.medium if entry else ""))
        noun = word if word.pos_ == "NOUN" else None
        words.append(word)
        case = next((c for c in word.children if c.dep_ == "case"), None)
        if noun is not None and case is not None:
            words.append(case)
        return Cue(verb, tuple(sorted(set(words), key=lambda t: t.i)), merged, lemma, noun)
    if entry is None:
        return None
    return Cue(verb, tuple(sorted(set(words), key=lambda t: t.i)), entry, lemma)


def _phrase(verb: Token, lemma: str, simple: str) -> tuple[Token, Entry] | None:
    known = phrases()
    options = [known[name] for name in dict.fromkeys((lemma, simple)) if name in known]
    if not options:
        return None
    for child in verb.children:
        if child.dep_ not in _WORD_DEPS:
            continue
        for option in options:
            for form in (child.text, child.lemma_, child.lower_):
                if form in option:
                    return child, option[form]
    return None


def _copula_cue(predicate: Token, copula: Token) -> Cue | None:
    known = phrases().get(copula.lemma_.lower(), {})
    for form in (predicate.text, predicate.lemma_, predicate.lower_):
        if form in known:
            noun = predicate if predicate.pos_ == "NOUN" else None
            entry = known[form]
            words = tuple(sorted((copula, predicate), key=lambda t: t.i))
            return Cue(predicate, words, entry, copula.lemma_.lower(), noun)
    return None
