"""What tense, modals, mood and negation of a verb say of the meeting that it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from newsmodel.model import MeetingStatus
from newsmodel.parsers.grammar import auxiliaries, finite, is_negated, is_verb, is_zu_infinitive, modal, tense
from newsmodel.parsers.meetings.context import above, predicate_of
from newsmodel.parsers.meetings.vocabulary import governor, modifier

if TYPE_CHECKING:
    from newsmodel.parsers.meetings.scene import Direction
    from newsmodel.parsers.tokens import Token

_CONDITIONS = frozenset({"wenn", "falls", "sofern", "ob"})
_UNREAL_ADVERBS = frozenset({"eigentlich", "ursprünglich", "beinahe", "fast", "sonst"})
_DEPTH = 6
STATUSES = {status.value: status for status in MeetingStatus}


@attrs.frozen(kw_only=True, eq=False)
class Verdict:
    """A reading of the status.

    Attributes:
        status: None where the words deny that there is such a meeting, or speak of a habit.
        firm: whether a predicate, modal or modifier says so, rather than tense alone.
        words: the tokens that show it.
    """

    status: MeetingStatus | None
    firm: bool = False
    words: tuple[Token, ...] = ()


def mood_of(verb: Token, direction: Direction | None, *, lasting: bool, depth: int = 0) -> Verdict:
    """Return the status that a verb gives to the meeting that it names or holds.

    Args:
        verb: the verb of the meeting, or a neutral one over it (`führen`, `stattfinden`).
        direction: the side of the publication on which the times of the meeting lie.
        lasting: whether the present tense of the verb means now (`verhandeln`), not soon (`sich treffen`).
        depth: how many clauses were climbed already.
    """
    adverbs = _adverbs(verb)
    if "habitual" in adverbs.values():
        return Verdict(status=None, firm=True)
    completed = _completed(verb, direction, lasting=lasting, depth=depth)
    if completed is not None:
        return completed
    verdict = _own_mood(verb, direction, lasting=lasting)
    if verdict.status in (MeetingStatus.PLANNED, MeetingStatus.ONGOING, MeetingStatus.HELD):
        open_word = next((w for w, effect in adverbs.items() if effect == "proposed"), None)
        if open_word is not None and verdict.status is not MeetingStatus.HELD:
            return Verdict(status=MeetingStatus.PROPOSED, firm=True, words=(verb, open_word))
        ahead = next((w for w, effect in adverbs.items() if effect == "planned"), None)
        if ahead is not None and tense_of(verb) != "past":
            return Verdict(status=MeetingStatus.PLANNED, firm=True, words=(verb, ahead))
    return verdict


def _adverbs(verb: Token) -> dict[Token, str]:
    found = {}
    for child in verb.children:
        if child.dep_ in ("advmod", "advcl", "obl", "amod") and child.pos_ in ("ADV", "ADJ"):
            effect = modifier(child)
            if effect is not None:
                found[child] = effect
    return found


def _completed(verb: Token, direction: Direction | None, *, lasting: bool, depth: int) -> Verdict | None:
    """The status that the verb or noun gives which this verb's clause completes: `schlug vor, zu verhandeln`."""
    found = above(verb)
    if found is None or depth > _DEPTH:
        return None
    head, infinitive = found
    if is_verb(head):
        said = predicate_of(head, "zu-clause")
        if said is not None:
            status = STATUSES[said.effect]
            if infinitive or status in (MeetingStatus.PROPOSED, MeetingStatus.DECLINED):
                return told(status, head, is_negated(head))
        noun = _announcing(verb.left_edge) if infinitive else None
        if noun is not None:
            return told(STATUSES[governor(noun) or ""], noun, is_negated(head))
        if infinitive:
            return mood_of(head, direction, lasting=lasting, depth=depth + 1)
        return None
    effect = governor(head) or modifier(head)
    if effect in STATUSES and infinitive:
        denied = is_negated(head) or any(c.lower_.startswith("kein") for c in head.children)
        return told(STATUSES[effect], head, denied)
    return None


def _announcing(first: Token) -> Token | None:
    """The noun in front of the comma of an infinitive clause, if it tells a status: `den Beschluss, … zu führen`."""
    at = first.i if first.text == "," else first.i - 1
    if at <= first.sent.start or first.doc[at].text != ",":
        return None
    noun = first.doc[at - 1]
    return noun if noun.pos_ == "NOUN" and governor(noun) in STATUSES else None


def announced(noun: Token) -> Verdict | None:
    """Return what a noun in front of an infinitive clause says of a meeting that begins this clause.

    Args:
        noun: the noun that names the meeting (`den Beschluss, Gespräche mit der Partei zu führen`).
    """
    start = min([noun.i, *(c.i for c in noun.children if c.dep_ in ("det", "amod", "case", "advmod") and c.i < noun.i)])
    announcing = _announcing(noun.doc[start])
    if announcing is None:
        return None
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.text in ",;:":
            return None
        if token.tag_ in ("PTKZU", "VVIZU"):
            denied = any(c.lower_.startswith("kein") for c in announcing.children)
            return told(STATUSES[governor(announcing) or ""], announcing, denied)
    return None


def _is_unreal(form: Token, verb: Token) -> bool:
    """Whether `hätte` or `wäre` with a participle tells what did not happen.

    In the plural these forms stand for the Konjunktiv I of reported speech, which looks like the indicative there
    (`die Minister hätten sich getroffen`), unless a word says otherwise (`eigentlich`, `beinahe`).
    """
    lower = form.lower_
    if lower in ("hätten", "wären"):
        return any(c.lower_ in _UNREAL_ADVERBS for c in verb.children)
    return lower.startswith(("hätte", "wäre"))


def told(status: MeetingStatus, head: Token, denied: bool) -> Verdict:
    """Return the verdict of a word that tells a status, with its denial.

    Args:
        status: what the word tells: `absagen` cancelled.
        head: the word.
        denied: whether it is denied: `schloss ein Treffen nicht aus` leaves it possible, `nicht bereit` declines.
    """
    if not denied:
        form = finite(head) if is_verb(head) else None
        unreal = form is not None and "Sub" in form.morph.get("Mood") and "Past" in form.morph.get("Tense")
        off = status in (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)
        over = modal(head) if is_verb(head) else None
        might = over is not None and over.lemma_.lower() in ("können", "dürfen")
        if off and (might or (unreal and over is None)):
            return Verdict(status=MeetingStatus.PLANNED, firm=False, words=(head,))
        return Verdict(status=status, firm=True, words=(head,))
    match status:
        case MeetingStatus.DECLINED | MeetingStatus.POSTPONED:
            return Verdict(status=MeetingStatus.PROPOSED, firm=True, words=(head,))
        case MeetingStatus.CANCELLED:
            return Verdict(status=MeetingStatus.PLANNED, firm=True, words=(head,))
        case MeetingStatus.PROPOSED:
            return Verdict(status=MeetingStatus.DECLINED, firm=False, words=(head,))
        case _:
            return Verdict(status=None, firm=True, words=(head,))


def tense_of(verb: Token) -> Literal["past", "present", "future"]:
    """Return the tense of a verb; a weak form that may be preterite or Konjunktiv II (`fassten`) is preterite."""
    found = tense(verb)
    form = finite(verb)
    if found == "present" and form is not None and form != verb and form.lemma_.lower() == "haben":
        if not is_zu_infinitive(verb) and modal(verb) is None:
            return "past"  # a participle that looks like its infinitive: `haben beraten`
    if found == "present" and form is not None and form.tag_ == "VVFIN" and form.lower_.endswith(("te", "ten")):
        if "Past" in form.morph.get("Tense"):
            return "past"
    return found


def _own_mood(verb: Token, direction: Direction | None, *, lasting: bool) -> Verdict:
    denied = is_negated(verb)
    form = finite(verb)
    if any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.children):
        return Verdict(status=None if denied else MeetingStatus.PROPOSED, firm=False, words=(verb,))
    auxiliary = modal(verb)
    if auxiliary is not None and is_zu_infinitive(verb):
        # no modal stands over `zu`: the parser lost a verb between the two
        return Verdict(status=MeetingStatus.PLANNED, words=(verb,))
    if auxiliary is not None:
        return _modal_mood(verb, auxiliary, form, denied=denied, direction=direction)
    when = tense_of(verb)
    subjunctive = form is not None and "Sub" in form.morph.get("Mood")
    if when == "future" or (form is not None and form.lemma_.lower() == "werden" and verb.tag_.endswith("INF")):
        if denied:
            return Verdict(status=MeetingStatus.CANCELLED, firm=False, words=(verb,))
        unreal = subjunctive and form is not None and form.lower_.startswith("würde")
        reported = verb.dep_ in ("ccomp", "parataxis") or (form is not None and "Plur" in form.morph.get("Number"))
        if unreal and not reported:
            return Verdict(status=MeetingStatus.PROPOSED, firm=False, words=(verb,))
        return Verdict(status=MeetingStatus.PLANNED, firm=True, words=(verb,))
    if when == "past":
        if subjunctive and form is not None and _is_unreal(form, verb):
            return Verdict(status=None if denied else MeetingStatus.CANCELLED, firm=False, words=(verb,))
        return Verdict(status=None if denied else MeetingStatus.HELD, firm=True, words=(verb,))
    if denied:
        return Verdict(status=None, words=(verb,))
    if direction == "past":
        return Verdict(status=MeetingStatus.HELD, words=(verb,))
    if direction == "future" or not lasting or subjunctive:
        return Verdict(status=MeetingStatus.PLANNED, words=(verb,))
    return Verdict(status=MeetingStatus.ONGOING, words=(verb,))


def _modal_mood(
    verb: Token, auxiliary: Token, form: Token | None, *, denied: bool, direction: Direction | None
) -> Verdict:
    lemma = auxiliary.lemma_.lower()
    subjunctive = form is not None and "Sub" in form.morph.get("Mood")
    past = form is not None and "Past" in form.morph.get("Tense")
    words = (auxiliary, verb)
    if form is not None and form.lemma_.lower() in ("haben", "sein") and subjunctive and past:
        # `hätte reisen sollen`: what was to be and did not come
        return Verdict(status=None if denied else MeetingStatus.CANCELLED, firm=True, words=words)
    perfect = any(a.lemma_.lower() in ("haben", "sein") and a.tag_ == "VAINF" for a in auxiliaries(verb))
    if perfect and lemma in ("sollen", "wollen", "müssen", "dürfen", "können"):
        return Verdict(status=None if denied else MeetingStatus.HELD, firm=True, words=words)
    match lemma:
        case "wollen":
            status = MeetingStatus.DECLINED if denied else MeetingStatus.PLANNED
        case "sollen" | "dürfen":
            status = MeetingStatus.CANCELLED if denied else MeetingStatus.PLANNED
        case "müssen":
            if denied:
                return Verdict(status=None, firm=True, words=words)
            open_ = subjunctive or (form is not None and form.lower_.startswith("müsst"))
            status = MeetingStatus.PROPOSED if open_ and past else MeetingStatus.PLANNED
        case "können":
            if past and not subjunctive and form is not None and form.lower_.startswith("konnt"):
                status = MeetingStatus.CANCELLED if denied else MeetingStatus.HELD
            elif denied:
                status = MeetingStatus.CANCELLED
            else:
                status = MeetingStatus.PROPOSED
        case _:
            status = MeetingStatus.DECLINED if denied else MeetingStatus.PROPOSED
    if status is MeetingStatus.PLANNED and direction == "past" and past and not subjunctive:
        return Verdict(status=status, firm=False, words=words)
    return Verdict(status=status, firm=True, words=words)
