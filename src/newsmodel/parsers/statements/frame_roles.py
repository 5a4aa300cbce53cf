"""What belongs to a frame besides its verb: speaker, addressee, denial, the rest of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar import (
    agent,
    conjuncts,
    finite,
    grammatical_subject,
    is_finite,
    is_negated,
    is_passive,
    is_verb,
    objects,
    obliques,
    preposition,
    subject,
)
from newsmodel.parsers.statements.addressees import addressee_of
from newsmodel.parsers.statements.clauses import (
    heads_clause,
    subtree_range,
)
from newsmodel.parsers.statements.cues import documents, noun_form
from newsmodel.parsers.statements.scene import Draft, Scene

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Span, Token

NO_SPEAKER = frozenset({"es", "man", "das", "dies", "was", "dieses", "niemand", "nichts"})
_NOMINATIVE = frozenset({"er", "ich", "wir", "du"})
_NEAR = 8
_SPEAKING_PLACES = ("in", "aus", "bei", "laut", "nach")


def fill_frame(scene: Scene, sentence: Span, draft: Draft) -> None:
    """Give a draft its speaker, addressee, denial and frame from the clause of its cue."""
    verb = draft.verb
    if verb is None:
        return
    draft.source = speaker_of(verb, draft.content)
    if draft.source is None and verb.pos_ == "NOUN":
        # `Ziel der Stiftung ist es, …`
        owners = (c for c in verb.children if c.dep_ == "det:poss" or "Gen" in c.morph.get("Case"))
        draft.source = next((c for c in owners if c.dep_ in ("nmod", "det:poss")), None)
    draft.addressee = addressee_of(verb, draft)
    draft.negated = is_negated(verb) if heads_clause(verb) else False
    draft.frame = frame_tokens(scene, sentence, verb, draft.content)


def speaker_of(verb: Token, content: set[int]) -> Token | None:
    """Return the head of the phrase that names who speaks.

    The subject; in passives the agent; failing that a document or source in a prepositional phrase
    (`in der Erklärung hieß es`, `aus Kreisen verlautete`).
    """
    if verb.lemma_.lower() == "zitieren":
        # who is quoted speaks, not who quotes
        quoted = _quoted_person(verb, content)
        if quoted is not None or is_passive(verb):
            return quoted
    found = agent(verb) if is_passive(verb) else _agreeing(verb, subject(verb), content)
    if found is not None and found.i not in content and found.lower_ not in NO_SPEAKER and not is_verb(found):
        return found
    if found is None and not is_passive(verb):
        found = subject_by_position(verb, content)
        if found is not None:
            return found
        found = _object_that_speaks(verb, content)
        if found is not None:
            return found
    named = documents()
    for place in _SPEAKING_PLACES:
        for word in obliques(verb, place):
            if word.i in content:
                continue
            # `eine Erklärung, in der es heißt`
            noun = word
            if word.tag_ == "PRELS" and verb.dep_.startswith("acl") and verb.head != verb:
                noun = verb.head
            if noun_form(noun, named) is not None or (place in ("aus", "bei") and noun.ent_type_ in ("ORG", "PER")):
                return noun
            if place == "aus" and noun.lemma_.lower().endswith(("kreis", "kreise", "umfeld", "umgebung")):
                return noun
    if verb.lemma_.lower() in ("heißen", "verlauten"):
        for place in ("von", "aus", "bei", "in", "auf"):
            for noun in obliques(verb, place):
                if noun.i not in content and noun.pos_ == "NOUN" and noun.ent_type_ != "LOC":
                    return noun
                if noun.i not in content and noun.pos_ == "PROPN" and place in ("von", "aus", "bei"):
                    return noun
    for noun in obliques(verb, "von"):
        if noun.text in ("Seiten", "Seite") and noun.i not in content:
            inner = next((c for c in noun.children if c.dep_ == "nmod"), None)
            return inner or noun
    return None


def _quoted_person(verb: Token, content: set[int]) -> Token | None:
    if is_passive(verb):
        person = grammatical_subject(verb)
    else:
        person = next((t for t in objects(verb) if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    return person if person is not None and person.i not in content else None


def subject_by_position(verb: Token, content: set[int]) -> Token | None:
    """The nominative noun next to a finite verb whose subject the parser gave to another word."""
    if not is_finite(verb):
        return None
    doc, sentence = verb.doc, verb.sent
    for step in (1, -1):
        for i in range(verb.i + step, verb.i + 9 * step, step):
            if not sentence.start <= i < sentence.end or i in content:
                break
            token = doc[i]
            if token.is_punct:
                break
            if token.pos_ in ("NOUN", "PROPN", "PRON") and "Nom" in token.morph.get("Case"):
                if token.dep_ == "appos" and preposition(token.head) is not None:
                    continue
                if token.head.i == verb.i or token.dep_ in ("nsubj", "ROOT", "root", "parataxis", "appos"):
                    return None if token.lower_ in NO_SPEAKER else token
    return None


def _agreeing(verb: Token, found: Token | None, content: set[int]) -> Token | None:
    """The subject, or the noun behind the verb where the parser took a fronted object for it (`Den Plan lobte er`).

    What stands behind the finite verb is the subject if it is a pronoun in the nominative, or agrees with the verb in
    number while what stands in front does not.
    """
    form = finite(verb)
    if found is None or form is None or found.i > form.i or found.pos_ == "PRON":
        return found
    number = form.morph.get("Number")
    for other in verb.children:
        if not form.i < other.i <= form.i + _NEAR or other.i in content or preposition(other) is not None:
            continue
        if other.dep_ not in ("nsubj", "obj", "iobj", "obl:arg", "appos"):
            continue
        if other.text in _NOMINATIVE:
            return other
        if other.pos_ in ("NOUN", "PROPN") and number and _number(found) != number[0] == _number(other):
            return other
    return found


def _number(noun: Token) -> str:
    if len(conjuncts(noun)) > 1:
        return "Plur"
    return next(iter(noun.morph.get("Number")), "")


def _object_that_speaks(verb: Token, content: set[int]) -> Token | None:
    """The noun behind a verb whose content is a clause: it is the subject, even if the parser calls it the object."""
    if not is_finite(verb) or not content:
        return None
    for noun in objects(verb):
        if noun.i > verb.i and noun.i not in content and noun.pos_ in ("NOUN", "PROPN", "X"):
            return noun if "Dat" not in noun.morph.get("Case") else None
    return None


def frame_tokens(scene: Scene, sentence: Span, verb: Token, content: set[int]) -> set[int]:
    """Return what belongs to the clause of a verb of saying outside its content, with the mark that joins both."""
    first, last = subtree_range(verb)
    first, last = max(first, sentence.start), min(last, sentence.end - 1)
    low, high = (min(content), max(content)) if content else (last + 1, last)
    if high < verb.i:
        # behind the content: from the comma on; what is joined with `und` to the verb is no frame
        start = high + 1
        end = last
        for child in verb.children:
            if child.dep_ == "conj" and child.i > verb.i and heads_clause(child):
                end = min(end, max(verb.i, child.left_edge.i - 1))
        tokens = set(range(start, end + 1))
    elif low > verb.i:
        start = first
        tokens = set(range(start, low))
        if not any(t.i in tokens for t in verb.children) and verb.i not in tokens:
            tokens = {verb.i}
    else:
        tokens = set(range(first, last + 1)) - content
    tokens -= content
    return _without_edges(scene, tokens)


def _without_edges(scene: Scene, tokens: set[int]) -> set[int]:
    """Drop the full stop of the sentence and quotation marks at the edges; keep the comma or colon of the joint."""
    doc = scene.doc
    for i in sorted(tokens, reverse=True):
        if doc[i].is_space or doc[i].text in ".!?" or (doc[i].tag_ == "$(" and doc[i].text not in ")]"):
            tokens.discard(i)
        else:
            break
    for i in sorted(tokens):
        if doc[i].is_space or doc[i].text in ".!?;:" or (doc[i].tag_ == "$(" and doc[i].text not in "–-(["):
            tokens.discard(i)
        else:
            break
    return tokens
