"""Whether a noun speaks of one occasion: idioms, bare generic plurals and nouns that need more beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.grammar import is_verb, obliques, preposition, subject
from newsmodel.parsers.meetings.context import Context, phrases_behind, predicate_at
from newsmodel.parsers.meetings.vocabulary import NounEntry, is_a, is_court, is_public

if TYPE_CHECKING:
    from newsmodel.parsers.meetings.draft import Draft
    from newsmodel.parsers.tokens import Token

_NEAR = 25
_QUARRELS = frozenset({"Debatte", "Diskussion", "Auseinandersetzung"})
_EVENT = frozenset({"bei", "auf", "während", "anlässlich", "nach", "vor", "zu"})


def is_idiom(noun: Token, context: Context) -> bool:
    """Tell whether a noun is part of a set phrase: `ist im Gespräch`, `ins Gespräch bringen`, `Gesprächsstoff`.

    Args:
        noun: the noun.
        context: where it stands.
    """
    if noun.lemma_ == "Empfang" and context.verb is not None and context.verb.lemma_.lower() == "nehmen":
        return True
    if noun.lemma_ in ("Verhandlung", "Sitzung") and _before_court(noun, context):
        return True
    if noun.lemma_ == "Verhandlung" and "Sing" in noun.morph.get("Number") and _in_court_report(noun):
        return True
    if _is_body(noun) or (noun.lemma_ in _QUARRELS and any(case == "um" for case, _ in phrases_behind(noun))):
        return True
    case = next((c for c in noun.children if c.dep_ == "case"), None)
    if case is None or noun.lemma_ not in ("Gespräch", "Diskussion", "Debatte"):
        return False
    if case.lower_ not in ("im", "ins", "zur", "in"):
        return False
    verb = context.verb
    named = any(p == "mit" for p, _ in phrases_behind(noun)) or (verb is not None and bool(obliques(verb, "mit")))
    lemma = "sein" if verb is None or not is_verb(verb) or verb == noun else verb.lemma_.lower()
    return not named and (is_a("being", lemma) or context.slot == "pred" or verb == noun)


def _is_body(noun: Token) -> bool:
    """Whether a noun names a body by its members (`Vertreter des Sozialforums`), not an occasion."""
    head = noun.head
    genitive = noun.dep_.startswith("nmod") and preposition(noun) is None and head.i < noun.i
    return genitive and is_a("member", head.lemma_)


def _in_court_report(noun: Token) -> bool:
    """Whether the sentence of a `Verhandlung`, or the one before or behind it, speaks of a court."""
    doc, start, end = noun.doc, noun.sent.start, noun.sent.end
    low, high = max(start - _NEAR, 0), min(end + _NEAR, len(doc))
    return any(is_court(t) or is_a("trial_word", t.lemma_) for t in doc[low:high])


def _is_protest(draft: Draft, context: Context) -> bool:
    """Whether a `Versammlung` is a demonstration: by who gathers, or because it is dispersed."""
    if draft.kind != "session":
        return False
    verb = context.verb
    if verb is not None and is_verb(verb) and verb.lemma_.lower() == "auflösen":
        return True
    return any(is_a("protester", word) for a in draft.participants for word in a.name.split())


def _before_court(noun: Token, context: Context) -> bool:
    """The sittings of a court are a trial: `in fünf Sitzungen befand das Gericht`, `Verhandlung vor dem Landgericht`."""
    around = [other for case, other in phrases_behind(noun) if case == "vor"]
    around += [c for c in noun.children if c.dep_.startswith("nmod") and c.i > noun.i]
    if context.verb is not None and is_verb(context.verb):
        who = subject(context.verb)
        around += [] if who is None else [who]
        around += obliques(context.verb, "vor")
    return any(is_court(other) for other in around)


def is_grounded(draft: Draft, noun: Token, context: Context, entry: NounEntry, firm: bool) -> bool:
    """Tell whether a noun has beside it what its entry asks for.

    Args:
        draft: what the noun's phrase and verb told so far.
        noun: the noun.
        context: where it stands.
        entry: its entry; `need` says what is asked for.
        firm: whether words other than a tense tell its status.
    """
    some = bool(draft.participants)
    told = _told(context)
    generic = draft.plural and draft.novelty == "bare"
    if _is_protest(draft, context) or (generic and not some and not draft.times):
        return False
    match entry.need:
        case "none":
            return some or bool(draft.times) or told or firm or not generic
        case "actor":
            if generic and not draft.named:
                return told
            return some or told or bool(draft.times) or (draft.novelty == "definite" and firm)
        case "person":
            return any(a.kind is ActorKind.PERSON for a in draft.participants)
        case "firm":
            return (some and not generic) or (told and some)
        case "event":
            return _at_event(context) or told
        case "audience":
            return some and _has_audience(noun, context)
        case _:
            return draft.novelty == "definite"


def _told(context: Context) -> bool:
    """Whether the verb is one that tells what becomes of meetings."""
    if context.verb is None or not is_verb(context.verb):
        return False
    said = predicate_at(context)
    return said is not None and said.verb not in ("geben", "haben", "halten", "kommen", "suchen", "nutzen", "pflegen")


def _at_event(context: Context) -> bool:
    if any(is_a("event", g.lemma_) for g in context.governors):
        return True
    return preposition(context.noun) in _EVENT


def _has_audience(noun: Token, context: Context) -> bool:
    """A speech counts where its public is named: `vor Anhängern`, `im Bundestag`, `an die Nation`, `bei der Konferenz`."""
    phrases = list(phrases_behind(noun))
    if context.verb is not None and is_verb(context.verb):
        phrases += [(preposition(o) or "", o) for o in obliques(context.verb)]
    for case, other in phrases:
        if case in ("vor", "an") and (is_public(other) or other.ent_type_ in ("ORG", "LOC") or other.pos_ == "NOUN"):
            if case == "vor" or is_public(other):
                return True
        if case in ("bei", "auf", "in") and (is_public(other) or other.ent_type_ == "ORG"):
            return True
    return False
