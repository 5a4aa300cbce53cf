"""From a reading to its cast: names, titles, nominal phrases, entities, Actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import Actor, Span
from newsmodel.parsers.actors.acting import country_acts, misc_acts
from newsmodel.parsers.actors.anaphora import Anaphora
from newsmodel.parsers.actors.building import Builder
from newsmodel.parsers.actors.cast import Cast
from newsmodel.parsers.actors.drafts import Draft, Entity, Title
from newsmodel.parsers.actors.linking import NameLinker
from newsmodel.parsers.actors.names import find_names
from newsmodel.parsers.actors.nominals import NominalFinder
from newsmodel.parsers.actors.pronouns import Pronouns
from newsmodel.parsers.actors.sentences import Sentences
from newsmodel.parsers.actors.titles import TitleFinder

if TYPE_CHECKING:
    from newsmodel.parsers.actors.gazetteer import Gazetteer
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Doc, Token


def find_actors(reading: Reading, gazetteer: Gazetteer | None = None) -> Cast:
    """Return the actors of a dispatch.

    Args:
        reading: the annotated dispatch.
        gazetteer: names and aliases of the user's own.

    Returns:
        The cast: one Actor for every person, body, country and group that acts, speaks, meets, is addressed, or holds
        or receives a stance, with all its mentions.
    """
    doc = reading.doc
    names = find_names(reading, gazetteer)
    sentences = Sentences(reading)
    titles = TitleFinder(doc, names, sentences)
    titles.find()
    nominals = NominalFinder(reading, names, titles.used, sentences).find()
    for draft in names:
        draft.acts = _acts(draft)
    linker = NameLinker(doc)
    linker.link(names)
    anaphora = Anaphora(doc, linker, names, sentences)
    anaphora.resolve(nominals)
    drafts = [*names, *(d for d in nominals if d.entity is not None or d.also)]
    drafts.sort(key=lambda d: (d.start, d.end))
    drafts.extend(_bodies_of_roles(linker, drafts, doc))
    builder = Builder(doc, linker.entities, drafts)
    actors = builder.build()
    placed = _placed(drafts, builder)
    return Cast(actors, by_token=_by_token(doc, placed), referents=Pronouns(doc, _for_pronouns(placed), sentences))


def _acts(draft: Draft) -> bool:
    if draft.inside:
        return False
    if draft.entry is not None or draft.layer in {"person", "body", "group"}:
        return True
    if draft.layer == "country":
        return country_acts(draft)
    if draft.layer == "place":
        return draft.country is not None and country_acts(draft)
    return misc_acts(draft)


def _bodies_of_roles(linker: NameLinker, drafts: list[Draft], doc: Doc) -> list[Draft]:
    """Give titles their bodies; return mentions of bodies that stand in a compound alone (`SPD-Vorsitzende`)."""
    extra: list[Draft] = []
    mentioned = {id(d.entity) for d in drafts if d.acts and d.entity is not None}
    titled: list[tuple[Title, Entity]] = [(t, e) for e in list(linker.entities) for t in e.titles]
    for title, _ in titled:
        if title.draft is not None or title.of is not None:
            continue
        if title.prefix is not None:
            name, start = title.prefix
            entity = linker.make_body(name)
            title.of = entity
            if id(entity) not in mentioned and title.tokens is not None:
                mentioned.add(id(entity))
                extra.append(_in_compound(doc, entity, title.tokens[1], name, start))
        elif title.country is not None:
            title.of = linker.make_country(title.country.name)
    return extra


def _in_compound(doc: Doc, entity: Entity, token: int, name: str, start: int) -> Draft:
    from newsmodel.model import MentionType

    draft = Draft(
        start=token,
        end=token + 1,
        head=doc[token],
        type=MentionType.NAME,
        layer="body",
        words=(name,),
        number="s",
        chars=(start, start + len(name)),
    )
    entity.take(draft)
    return draft


_Placed = tuple[Draft, Entity, Actor]


def _placed(drafts: list[Draft], builder: Builder) -> list[_Placed]:
    found = []
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        if not draft.acts:
            continue
        for entity in ([draft.entity] if draft.entity is not None else []) + list(draft.also):
            actor = builder.actor_of(entity)
            if actor is not None:
                found.append((draft, entity, actor))
    return found


def _by_token(doc: Doc, placed: list[_Placed]) -> dict[int, tuple[tuple[Actor, Span], ...]]:
    found: dict[int, list[tuple[Actor, Span]]] = {}
    for draft, _, actor in placed:
        start, end = draft.offsets(doc)
        span = Span(start=start, end=end)
        for i in range(draft.start, draft.end):
            found.setdefault(i, []).append((actor, span))
    return {i: tuple(sorted(pairs, key=lambda pair: len(pair[1]))) for i, pairs in found.items()}


def _for_pronouns(placed: list[_Placed]) -> list[tuple[int, Token, Entity, Actor, bool]]:
    return [(d.start, d.head, e, a, d.noun is None) for d, e, a in placed if d.chars is None]
