"""Judgements: `hält X für falsch`, `nennt X einen Fehler`, and in somebody's words `X sei notwendig`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Basis, Polarity
from newsmodel.parsers.grammar import auxiliaries, finite, grammatical_subject, is_verb, preposition
from newsmodel.parsers.stances.arguments import Argument, argument, logical_subject
from newsmodel.parsers.stances.edges import end_of
from newsmodel.parsers.stances.evidence import around
from newsmodel.parsers.stances.finding import Finding
from newsmodel.parsers.stances.holders import holders
from newsmodel.parsers.stances.lexicon import judgements, judging_verbs, lemma_of, words
from newsmodel.parsers.stances.polarity import is_denied, is_open, turned
from newsmodel.parsers.stances.reasons import reason
from newsmodel.parsers.stances.targets import targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.tokens import Token

_NOT_COMPLEMENT = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "punct", "mark", "cc", "conj"})


def judgement_findings(verb: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stance of a verb that lays a judgement on its object.

    Args:
        verb: a full verb.
        scene: the dispatch.
    """
    joined = judging_verbs().get(lemma_of(verb))
    if joined is None:
        return
    complement, word, polarity = _complement(verb, joined)
    found = argument(verb, "obj", scene)
    if complement is None and found is not None and lemma_of(verb) == "sehen":
        # `sieht in dem Plan eine Gefahr`
        word, polarity = judged(found.head)
        complement, found = found.head, argument(verb, "p:in", scene)
        if found is None:
            return
    if complement is None or word is None or polarity is None:
        return
    if found is None or found.head == complement:
        found = argument(verb, "dass", scene) or argument(verb, "zu", scene)
    if found is None or found.head == complement:
        return
    denied = is_denied(verb, beside=(complement, *complement.children))
    holder = logical_subject(verb)
    who = () if holder is None else holders(holder, scene)
    if not who or is_open(verb, denied=denied):
        return
    for target in targets(found, scene):
        if target.actor is not None and target.actor in who:
            continue
        why = reason(verb, None, target.head)
        yield Finding(
            anchor=verb,
            holders=who,
            target=target,
            polarity=turned(polarity) if denied else polarity,
            basis=Basis.EXPRESSED,
            evidence=around(verb, target.tokens, (complement, word), why),
            reason=why,
            rule=f"stance.judging:{lemma_of(verb)}+{word.lemma_}",
        )


def _complement(verb: Token, joined: frozenset[str]) -> tuple[Token | None, Token | None, Polarity | None]:
    # `den Plan als Fehler`: the parser may join the complement to the object
    joined_to = (c for o in verb.children if o.dep_ in ("obj", "nsubj:pass") for c in o.children if c.dep_ == "conj")
    for child in (*verb.children, *joined_to):
        if (child.dep_ in _NOT_COMPLEMENT and not _has_als(child)) or is_verb(child):
            continue
        by = preposition(child) or next((c.lower_ for c in child.children if c.lower_ == "als"), None)
        if (by or "-") not in joined:
            continue
        word, polarity = judged(child)
        if word is not None and polarity is not None:
            return child, word, polarity
    return _behind_clause(verb, joined)


def _behind_clause(verb: Token, joined: frozenset[str]) -> tuple[Token, Token, Polarity] | tuple[None, None, None]:
    """The judgement behind a relative clause that the parser drew into it: `hält X, die …, für falsch`.

    Relative clauses end with their verb; what follows it and the comma belongs to the clause around.
    """
    doc, end = verb.doc, end_of(verb)
    for i in range(verb.i + 1, end):
        token = doc[i]
        form = finite(token.head)
        if not token.head.dep_.startswith("acl") or form is None or form.i > i or token.head.i < verb.i:
            continue
        by = preposition(token)
        if by is None or by not in joined or not any(t.text == "," for t in doc[form.i : i]):
            continue
        word, polarity = judged(token)
        if word is not None and polarity is not None:
            return token, word, polarity
    return None, None, None


def _has_als(token: Token) -> bool:
    return any(c.lower_ == "als" for c in token.children)


def judged(token: Token) -> tuple[Token | None, Polarity | None]:
    """Return the word of judgement in a predicate and its polarity, turned by `kein` or `nicht` at it.

    Args:
        token: the head of the predicate (`Fehler`, `falsch`, `Lösung` in `keine gute Lösung`).

    Returns:
        The word and the polarity, None and None for a neutral predicate.
    """
    for word in (token, *(c for c in token.children if c.dep_ == "amod")):
        polarity = _polarity_of(word)
        if polarity is not None and not (word.pos_ == "ADV" and word is not token):
            denied = any(c.lower_ == "nicht" or c.lower_.startswith("kein") for c in token.children)
            return word, turned(polarity) if denied else polarity
    return None, None


def _polarity_of(word: Token) -> Polarity | None:
    """The polarity of a word of judgement, of a compound that of its last part (`Militärputsch`)."""
    for form in (word.lemma_, word.text, word.lemma_.lower()):
        if form in judgements():
            return judgements()[form]
    if word.pos_ != "NOUN":
        return None
    lemma = word.lemma_.lower()
    last = next((h for h in words("compounds", where="judgement") if lemma.endswith(h.lower()) and h != lemma), None)
    return judgements().get(last) if last is not None else None


def appraisal_findings(word: Token, scene: Scene) -> Iterator[Finding]:
    """Yield the stance of a speaker whose words judge something (`Der Schritt sei überfällig`).

    Args:
        word: the head of a predicate with a copula.
        scene: the dispatch.
    """
    statement = scene.said_in(word)
    if statement is None or not statement.speakers or statement.negated:
        return
    if not any(a.dep_ == "cop" for a in auxiliaries(word)) or is_verb(word):
        return
    marked, polarity = judged(word)
    if marked is None or polarity is None or is_open(word, denied=True):
        return
    subject = grammatical_subject(word)
    found = argument(word, "dass", scene) or argument(word, "zu", scene)
    if found is None and subject is not None and not is_verb(subject):
        found = Argument(subject)
    if found is None:
        return
    denied = any(c.lower_ in ("nicht", "kaum", "nie") for a in auxiliaries(word) for c in a.children)
    if subject is not None and any(c.lower_.startswith("kein") for c in subject.children):
        denied = not denied
    for target in targets(found, scene):
        if target.actor is not None and target.actor in statement.speakers:
            continue
        yield Finding(
            anchor=word,
            holders=statement.speakers,
            target=target,
            polarity=turned(polarity) if denied else polarity,
            basis=Basis.EXPRESSED,
            evidence=around(word, auxiliaries(word), target.tokens),
            reason=reason(word, None),
            rule=f"stance.appraisal:{marked.lemma_}",
            evident=False,
        )
