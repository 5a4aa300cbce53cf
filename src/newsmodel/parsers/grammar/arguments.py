"""The arguments of a verb: logical subject, agent, objects, prepositional phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.parsers.grammar.nouns import preposition
from newsmodel.parsers.grammar.verbs import auxiliaries, finite, is_finite, is_infinitive, is_verb
from newsmodel.parsers.tokens import remembered

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Token

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")
# verbs whose object, not whose subject, does what the zu-infinitive tells
_OBJECT_CONTROL = frozenset({
    "bitten", "auffordern", "aufrufen", "zwingen", "hindern", "drängen", "ermahnen", "ermuntern", "ermutigen",
    "beauftragen", "anweisen", "überreden", "überzeugen", "veranlassen", "mahnen", "verpflichten", "lassen",
    "beschuldigen", "bezichtigen", "verdächtigen", "raten", "empfehlen", "vorwerfen", "erlauben", "verbieten",
    "untersagen", "befehlen", "gestatten", "ermöglichen", "nahelegen", "helfen",
})  # fmt: skip
# `nach eigenen Angaben mit dem Minister`: the phrase behind such a noun belongs to the verb, for the parser hangs it on
# the noun, which takes none but these
_SOURCES = frozenset({"angabe", "aussage", "wort", "darstellung", "auskunft", "bekunden", "einschätzung", "meinung"})
_OF_SOURCES = frozenset({"von", "aus", "zu", "über"})
_FAR = 12
_JOINING = frozenset({"und", "oder", "sowie", "aber", ","})
_CLAUSE_MARKS = frozenset({",", ":", ";"})
_RELATIVE = frozenset({"PRELS", "PRELAT", "PWS"})


@remembered
def grammatical_subject(verb: Token) -> Token | None:
    """Return the subject that stands at a verb itself, active or passive, None if there is none."""
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if len(found) == 1 and _is_shared_subject(verb, found[0]):
        return None
    if found:
        if _is_fronted_object(found) or _is_title_of(found):
            return found[1]
        return found[-1] if _is_of_clause_before(verb, found) else found[0]
    for aux in auxiliaries(verb):
        for child in aux.children:
            if child.dep_ in _SUBJECTS:
                return child
    return _apposed_subject(verb)


def _apposed_subject(verb: Token) -> Token | None:
    """The subject that the parser took for an apposition of the object: `Ministerin A hat Präsident B gebeten`.

    An apposition stands beside its noun: what stands in front of the finite verb is none of a noun behind it.
    """
    form = finite(verb)
    if form is None:
        return None
    for noun in verb.children:
        if noun.dep_ in ("obj", "iobj") and noun.i > form.i:
            return next((c for c in noun.children if c.dep_ == "appos" and c.i < form.i), None)
    return None


def _is_shared_subject(verb: Token, noun: Token) -> bool:
    """Whether a verb that `und` joins has its subject from the verb before, so that a noun behind it is its object.

    `X lehnt den Plan ab und möchte Y Alternativen zeigen`: a main clause that begins with its finite verb has no
    subject of its own, if that of the clause before stands in front.
    """
    form = finite(verb)
    if verb.dep_ != "conj" or form is None or noun.i < form.i or form.i == 0 or noun.pos_ == "PRON":
        return False
    if verb.doc[form.i - 1].lower_ not in _JOINING or not is_verb(verb.head):
        return False
    first = finite(verb.head)
    before = [c for c in verb.head.children if c.dep_ in _SUBJECTS]
    own = first is not None and len(before) == 1 and before[0].i < first.i and before[0].tag_ not in _RELATIVE
    # `kam und ging` of one thing, not `am Montag kam X und ging Y`
    return own and "Nom" in (before[0].morph.get("Case") or ("Nom",))


def _is_title_of(found: list[Token]) -> bool:
    """Whether a title and the name behind it were both made subjects (`Präsidentin Maria Berg und Jan Holm kamen`)."""
    if len(found) != 2 or found[0].i + 1 != found[1].i:
        return False
    return found[0].pos_ == "NOUN" and found[1].pos_ == "PROPN" and found[1].ent_type_ == "PER"


def _is_of_clause_before(verb: Token, found: list[Token]) -> bool:
    """Whether the first of two subjects belongs to the clause that a comma ends right in front of the finite verb.

    `Grund sei die Festnahme, teilte das Amt mit`: an inserted or closing verb of saying has its subject behind it, with
    no comma between (`X, der Chef des Amtes, sagte, dass der Antrag` is of X).
    """
    form = finite(verb)
    if len(found) < 2 or form is None or form.i == 0 or verb.doc[form.i - 1].text != ",":
        return False
    between = verb.doc[form.i + 1 : found[-1].i]
    return found[0].i < form.i < found[-1].i and all(token.text not in _CLAUSE_MARKS for token in between)


def _is_fronted_object(found: list[Token]) -> bool:
    """Whether the first of two subjects is `das` or `dies` in front of the real one (`Das beschloss der Rat`)."""
    if len(found) != 2 or found[0].lower_ not in ("das", "dies"):
        return False
    return found[0].tag_ == "PDS" and found[1].pos_ in ("NOUN", "PROPN") and found[0].dep_ == "nsubj"


@remembered
def subject(verb: Token) -> Token | None:
    """Return who does what a verb tells.

    Looks at the verb, then at the verb that it is joined to or depends on (`kam und sagte`, `versprach zu kommen`).

    Args:
        verb: a verb.

    Returns:
        The head of the subject; None for passives (see `agent`) and where nobody is named.
    """
    current = verb
    for _ in range(_FAR):
        found = grammatical_subject(current)
        if found is not None:
            if is_passive(current):
                return None
            return None if found.dep_.startswith("csubj") else found
        if current == verb and is_passive(verb):
            return None
        head = current.head
        if current.dep_ == "conj" and current != head and not is_verb(head) and grammatical_subject(head) is None:
            # joined to the noun that completes the verb: `wird X Partei und würde … führen`
            current, head = head, head.head
            if current.dep_ in ("xcomp", "obj", "obl") and is_verb(head) and grammatical_subject(head) is not None:
                return None if is_passive(head) else grammatical_subject(head)
            return None
        if head == current or not (is_verb(head) or grammatical_subject(head) is not None):
            return None
        dep = current.dep_
        if dep == "conj":
            current = head
        elif dep in ("xcomp", "ccomp", "advcl", "csubj") and not is_finite(current) and not _has_finite(current):
            if head.lemma_.lower() in _OBJECT_CONTROL and dep != "advcl":
                people = objects(head)
                if people:
                    return people[0]
            current = head
        else:
            return None
    return None


def _has_finite(verb: Token) -> bool:
    return any(is_finite(aux) for aux in auxiliaries(verb))


@remembered
def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive (`wurde abgesagt`, `ist abgesagt`)."""
    if is_infinitive(verb):
        # `wird absagen` is future, whatever relation the parser gave to `wird`
        return False
    if _consults(verb):
        return False
    for child in verb.children:
        dep = child.dep_
        if dep == "aux:pass":
            return True
        if dep == "aux" and child.lemma_.lower() == "werden" and verb.tag_.endswith("PP"):
            return True
    if verb.dep_ == "conj" and verb.tag_.endswith("PP") and not auxiliaries(verb) and is_verb(verb.head):
        return is_passive(verb.head)
    return False


def _consults(verb: Token) -> bool:
    """`wird der Rat darüber beraten`: future, though the participle looks the same; passives of it have no subject."""
    if verb.lower_ != verb.lemma_.lower() or not any(c.dep_ in _SUBJECTS for c in verb.children):
        return False
    return any(
        c.lower_ in ("darüber", "worüber", "hierüber") or preposition(c) == "über"
        for c in verb.children
        if c.dep_.startswith(("obl", "advmod"))
    )


@remembered
def agent(verb: Token) -> Token | None:
    """Return who does what a passive tells (`von` or `durch`), None if nobody is named or the verb is active."""
    if not is_passive(verb) and verb.dep_ != "amod":
        return None
    by = None
    for child in verb.children:
        if child.dep_ == "obl:agent":
            return child
        if by is None and child.dep_.startswith(("obl", "nmod")) and preposition(child) == "von":
            by = child
    if by is not None:
        return by
    return next((c for c in verb.children if c.dep_.startswith("obl") and preposition(c) == "durch"), None)


@remembered
def objects(verb: Token) -> tuple[Token, ...]:
    """Return the objects of a verb without preposition, accusative and dative, in text order; no reflexive."""
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    taken = _is_fronted_object(subjects) or (len(subjects) == 1 and _is_shared_subject(verb, subjects[0]))
    fronted = subjects[0] if taken else None
    return tuple(
        child
        for child in verb.children
        if (
            child == fronted
            or child.dep_ in ("obj", "iobj")
            or (child.dep_ == "obl:arg" and preposition(child) is None)
        )
        and child.tag_ != "PRF"
        and not is_verb(child)
        and "Yes" not in child.morph.get("Reflex")
    )


def obliques(verb: Token, preposition_: str | None = None) -> tuple[Token, ...]:
    """Return the prepositional phrases at a verb.

    Args:
        verb: a verb.
        preposition_: if given, only those with this preposition (`über`; contractions count: `im` is `in`).

    Returns:
        The head nouns in text order.
    """
    found = []
    for child in verb.children:
        if child.dep_.startswith(("obl", "nmod")) or child.dep_ in ("obj", "iobj"):
            case = preposition(child)
            if case is not None and (preposition_ is None or case == preposition_):
                found.append(child)
            if case in ("nach", "laut") and child.lemma_.lower() in _SOURCES:
                found += _misplaced(child, preposition_)
    return tuple(found)


def _misplaced(source: Token, preposition_: str | None) -> list[Token]:
    """Return phrases that hang on `nach … Angaben` and belong to its verb."""
    cases = [(child, preposition(child)) for child in source.children if child.dep_ == "nmod" and child.i > source.i]
    return [c for c, case in cases if case and case not in _OF_SOURCES and preposition_ in (None, case)]
