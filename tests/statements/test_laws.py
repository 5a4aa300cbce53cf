"""Laws 5 and 6 for statements, over drawn texts: what is rendered comes back, and neutral paragraphs change nothing."""

from __future__ import annotations

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, Statement, StatementType

NAMES = ("Petra Lorenz", "Jens Albrecht", "Miriam Kaya", "Olaf Wendt", "Sabine Faber", "Ralf Krüger")
SUBJECTS = ("der Hafen", "die Brücke", "das Werk", "der Verband", "die Klinik", "das Museum")
PREDICATES = ("im Herbst geschlossen", "bald saniert", "im Mai verkauft", "später eröffnet", "neu gebaut")
NEUTRAL = (
    "Der Zug fährt um acht Uhr nach Bremen.",
    "Die Stadt hat zwei Flüsse und einen alten Hafen.",
    "Am Abend regnete es im Norden.",
    "Das Museum liegt in der Nähe des Bahnhofs. Es hat drei Stockwerke.",
    "Die Fähre braucht vierzig Minuten.",
)
MARKS = (("„", "“"), ("»", "«"), ("«", "»"), ('"', '"'), ("“", "”"))


@attrs.frozen
class Told:
    """A sentence and what it tells."""

    text: str
    kind: StatementType
    content: str
    speaker: str


@st.composite
def told(draw: st.DrawFn) -> Told:
    """One statement in one of the common frames."""
    name, subject, rest = (
        draw(st.sampled_from(NAMES)),
        draw(st.sampled_from(SUBJECTS)),
        draw(st.sampled_from(PREDICATES)),
    )
    verb, part = draw(st.sampled_from((("sagte", ""), ("erklärte", ""), ("teilte", " mit"), ("räumte", " ein"))))
    opening, closing = draw(st.sampled_from(MARKS))
    indirect, direct = StatementType.INDIRECT, StatementType.DIRECT
    konjunktiv, plain = f"{subject} werde {rest}", f"{subject} wird {rest}"
    capital = plain[0].upper() + plain[1:]
    return draw(
        st.sampled_from(
            (
                Told(f"{name} {verb}{part}, {konjunktiv}.", indirect, konjunktiv, name),
                Told(f"{name} {verb}{part}, dass {subject} {rest} wird.", indirect, f"dass {subject} {rest} wird", name),
                Told(f"Laut {name} wird {subject} {rest}.", indirect, f"wird {subject} {rest}", name),
                Told(f"Nach Angaben von {name} wird {subject} {rest}.", indirect, f"wird {subject} {rest}", name),
                Told(f"Wie {name} {verb or ''}{part}, wird {subject} {rest}.".replace("teilte mit", "mitteilte")
                     .replace("räumte ein", "einräumte"), indirect, f"wird {subject} {rest}", name),
                Told(f"{name} {verb}{part}: {opening}{capital}.{closing}", direct, f"{capital}.", name),
                Told(f"{opening}{capital}{closing}, {verb} {name}{part}.", direct, capital, name),
                Told(f"{opening}{capital}{closing}, so {name}.", direct, capital, name),
            )
        )
    )  # fmt: skip


def statements(text: str) -> tuple[Article, tuple[Statement, ...]]:
    """Parse a text."""
    article = newsmodel.parse(text, published="2025-02-10")
    return article, article.statements


def facts(article: Article) -> list[tuple[StatementType, str, tuple[str, ...]]]:
    """Return type, content and speakers of the statements, without offsets."""
    return [
        (s.type, " | ".join(article[span] for span in s.content), tuple(actor.name for actor in s.speakers))
        for s in article.statements
    ]


FEW = settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(told())
def test_what_is_rendered_comes_back(one: Told) -> None:
    """Law 6: exactly one statement, with this type, content and speaker."""
    article, _ = statements(one.text)
    assert facts(article) == [(one.kind, one.content, (one.speaker,))]


@FEW
@given(st.lists(told(), min_size=1, max_size=3), st.sampled_from(NEUTRAL), st.integers(0, 3))
def test_a_paragraph_without_quotation_changes_none(paragraphs: list[Told], neutral: str, at: int) -> None:
    """Law 5: wherever a paragraph that quotes nobody is put between others, the statements stay the same."""
    texts = [one.text for one in paragraphs]
    alone, _ = statements("\n\n".join(texts))
    texts.insert(at, neutral)
    among, _ = statements("\n\n".join(texts))
    assert facts(alone) == facts(among)


@FEW
@given(st.permutations(NAMES), st.sampled_from(SUBJECTS), st.sampled_from(PREDICATES))
def test_joint_speakers(names: list[str], subject: str, rest: str) -> None:
    """Two who say it are both its speakers."""
    article, found = statements(f"{names[0]} und {names[1]} erklärten, {subject} werde {rest}.")
    assert [actor.name for actor in found[0].speakers] == names[:2], facts(article)


@FEW
@given(st.permutations(NAMES), st.sampled_from(SUBJECTS), st.sampled_from(PREDICATES))
def test_who_is_spoken_to(names: list[str], subject: str, rest: str) -> None:
    """The dative of `versichern` and `gegenüber` name the addressee."""
    for text in (
        f"{names[0]} versicherte {names[1]}, {subject} werde {rest}.",
        f"{names[0]} sagte gegenüber {names[1]}, {subject} werde {rest}.",
    ):
        article, found = statements(text)
        assert [actor.name for actor in found[0].speakers] == [names[0]], text
        assert [actor.name for actor in found[0].addressees] == [names[1]], (text, facts(article))
