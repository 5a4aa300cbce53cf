"""Docs annotated in the TIGER scheme (spaCy's de_core_news models) to Universal Dependencies: the one place for it.

In TIGER the preposition heads its phrase, the auxiliary its verb, the copula its predicate, and a conjunction its
conjuncts; in Universal Dependencies the content word does. Trees are turned accordingly and relations renamed.
"""

from __future__ import annotations

import numpy as np
from spacy.attrs import DEP, HEAD  # type: ignore[import-not-found]
from spacy.tokens import Doc

from newsmodel.german.lexicon import table

__all__ = ["is_tiger", "to_universal"]

_TELLTALE = frozenset({"sb", "oa", "nk", "oc", "mo", "svp"})
_PREPOSITIONS = frozenset({"APPR", "APPRART", "APPO"})
_COPULAS = frozenset({"sein", "werden", "bleiben"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def is_tiger(doc: Doc) -> bool:
    """Return whether the relations of a Doc are those of the TIGER scheme."""
    return any(t.dep_ in _TELLTALE for t in doc)


def to_universal(doc: Doc) -> Doc:
    """Turn the heads and relations of a Doc from TIGER to Universal Dependencies, in place, and return it.

    Args:
        doc: a Doc with parts of speech, STTS tags, lemmas, and a TIGER parse.
    """
    tree = _Tree(doc)
    tree.raise_verbs()
    tree.raise_predicates()
    tree.raise_nouns()
    tree.flatten_coordination()
    relations = tree.renamed()
    strings = doc.vocab.strings
    rows = np.zeros((len(doc), 2), dtype=np.uint64)
    rows[:, 0] = np.array([h - i for i, h in enumerate(tree.heads)], dtype=np.int64).astype(np.uint64)
    rows[:, 1] = [strings.add(relation) for relation in relations]
    return doc.from_array([HEAD, DEP], rows)  # type: ignore[arg-type]


class _Tree:
    """Heads and relations of a Doc while they are turned; a root is its own head."""

    def __init__(self, doc: Doc) -> None:
        self.tokens = list(doc)
        self.heads = [t.head.i for t in self.tokens]
        self.relations = [t.dep_ for t in self.tokens]
        self.done: dict[int, str] = {}
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)

    def _hang(self, word: int, head: int) -> None:
        if self.heads[word] != word:
            self.children[self.heads[word]].remove(word)
        self.heads[word] = head
        if head != word:
            self.children[head].append(word)

    def _raise(self, word: int, relation: str) -> None:
        """Let a word take the place of its head, which hangs on it with `relation` from now on."""
        head = self.heads[word]
        above = self.heads[head]
        self.relations[word] = self.relations[head]
        if head in self.done:
            self.done[word] = self.done.pop(head)
        self._hang(word, word if above == head else above)
        for child in [c for c in self.children[head] if c != word]:
            self._hang(child, word)
        self._hang(head, word)
        self.done[head] = relation

    def _from_above(self) -> list[int]:
        """Return all words, every head before its children."""
        order = [i for i, head in enumerate(self.heads) if head == i]
        for i in order:
            order.extend(self.children[i])
        return order

    def raise_verbs(self) -> None:
        """Put the full verb above its auxiliaries and modals."""
        for i in self._from_above():
            head = self.tokens[self.heads[i]]
            if self.relations[i] != "oc" or head.tag_[:2] not in ("VA", "VM") or self.tokens[i].pos_ not in _VERBAL:
                continue
            if self.tokens[i].tag_.endswith("FIN"):
                continue
            passive = head.lemma_ == "werden" and self.tokens[i].tag_.endswith("PP") and self.tokens[i].text != "worden"
            self._raise(i, "aux:pass" if passive else "aux")

    def raise_predicates(self) -> None:
        """Put the predicate above its copula."""
        for i in self._from_above():
            head = self.tokens[self.heads[i]]
            if self.relations[i] == "pd" and head.lemma_ in _COPULAS and head.i != i:
                self._raise(i, "cop")

    def raise_nouns(self) -> None:
        """Put the noun above its preposition."""
        for i in self._from_above():
            head = self.heads[i]
            if self.relations[i] in ("nk", "cj") and head != i and self.tokens[head].tag_ in _PREPOSITIONS:
                if head not in self.done:
                    self._raise(i, "case")

    def flatten_coordination(self) -> None:
        """Hang every conjunct on the first, and the conjunction on the conjunct behind it."""
        for i in self._from_above():
            head = self.heads[i]
            if self.relations[i] == "cj" and self.relations[head] == "cd" and self.heads[head] != head:
                self._hang(i, self.heads[head])
                self._hang(head, i)
                self.done[i], self.done[head] = "conj", "cc"

    def renamed(self) -> list[str]:
        """Return the relation of every word in Universal Dependencies."""
        rules: dict[str, list[tuple[str, str, str]]] = {}
        for row in table("pipeline_tiger_labels"):
            rules.setdefault(row["tiger"], []).append((row["of"], row["is"], row["ud"]))
        passive = {self.heads[i] for i, relation in self.done.items() if relation == "aux:pass"}
        named = []
        for i, token in enumerate(self.tokens):
            head = self.heads[i]
            if head == i:
                named.append("ROOT")
                continue
            relation = self.done.get(i) or self._look_up(rules, i)
            named.append("nsubj:pass" if relation == "nsubj" and head in passive else relation)
            if relation == "ccomp" and token.tag_ in ("VVINF", "VVIZU", "VAINF", "VMINF"):
                named[-1] = "xcomp"
        return named

    def _look_up(self, rules: dict[str, list[tuple[str, str, str]]], i: int) -> str:
        pos, above = self.tokens[i].pos_, self.tokens[self.heads[i]].pos_
        kind = "noun" if above in _NOMINAL else "verb"
        for of, is_, ud in rules.get(self.relations[i], ()):
            if of in ("", kind) and is_ in ("", pos):
                return ud
        return "dep"
