"""Every type and frame on sentences of our own: type, content, cue and speakers."""

from __future__ import annotations

import pytest

import newsmodel
from newsmodel import Article, Statement, StatementType

DIRECT, INDIRECT, REPORTED = StatementType.DIRECT, StatementType.INDIRECT, StatementType.REPORTED


def words(article: Article, statement: Statement, part: str) -> str:
    """Return the words of a part, runs joined by a stroke."""
    return " | ".join(article[span] for span in getattr(statement, part))


def only(text: str) -> tuple[Article, Statement]:
    """Parse a text in which one statement stands."""
    article = newsmodel.parse(text, published="2025-06-03")
    assert len(article.statements) == 1, [words(article, s, "content") for s in article.statements]
    return article, article.statements[0]


@pytest.mark.parametrize(
    ("text", "kind", "content", "cue", "speaker"),
    [
        (
            "Ministerin Karla Brandt sagte, der Tunnel werde später fertig.",
            INDIRECT, "der Tunnel werde später fertig", "sagte", "Karla Brandt",
        ),
        (
            "Karla Brandt teilte mit, dass der Tunnel später fertig wird.",
            INDIRECT, "dass der Tunnel später fertig wird", "teilte mit", "Karla Brandt",
        ),
        (
            "Der Tunnel werde später fertig, sagte Karla Brandt am Montag.",
            INDIRECT, "Der Tunnel werde später fertig", "sagte", "Karla Brandt",
        ),
        (
            "Karla Brandt versprach, den Tunnel zu bauen.",
            INDIRECT, "den Tunnel zu bauen", "versprach", "Karla Brandt",
        ),
        (
            "Karla Brandt fragte, ob der Tunnel fertig sei.",
            INDIRECT, "ob der Tunnel fertig sei", "fragte", "Karla Brandt",
        ),
        (
            "Laut Karla Brandt ist der Tunnel bald fertig.",
            INDIRECT, "ist der Tunnel bald fertig", "Laut", "Karla Brandt",
        ),
        (
            "Der Tunnel ist Karla Brandt zufolge bald fertig.",
            INDIRECT, "Der Tunnel ist | bald fertig", "zufolge", "Karla Brandt",
        ),
        (
            "Nach Angaben von Karla Brandt ist der Tunnel bald fertig.",
            INDIRECT, "ist der Tunnel bald fertig", "Nach Angaben", "Karla Brandt",
        ),
        (
            "Wie Karla Brandt sagte, ist der Tunnel bald fertig.",
            INDIRECT, "ist der Tunnel bald fertig", "sagte", "Karla Brandt",
        ),
        (
            "Der Tunnel sei bald fertig, so Karla Brandt.",
            INDIRECT, "Der Tunnel sei bald fertig", "so", "Karla Brandt",
        ),
        (
            "„Der Tunnel ist bald fertig“, sagte Karla Brandt.",
            DIRECT, "Der Tunnel ist bald fertig", "sagte", "Karla Brandt",
        ),
        (
            "Karla Brandt sagte: «Der Tunnel ist bald fertig.»",
            DIRECT, "Der Tunnel ist bald fertig.", "sagte", "Karla Brandt",
        ),
        (
            "»Der Tunnel«, sagte Karla Brandt, »ist bald fertig.«",
            DIRECT, "Der Tunnel | ist bald fertig.", "sagte", "Karla Brandt",
        ),
        (
            "Karla Brandt kritisierte den langsamen Bau des Tunnels.",
            REPORTED, "den langsamen Bau des Tunnels", "kritisierte", "Karla Brandt",
        ),
        (
            "Karla Brandt warnte vor hohen Kosten.",
            REPORTED, "vor hohen Kosten", "warnte", "Karla Brandt",
        ),
    ],
)  # fmt: skip
def test_one_sentence(text: str, kind: StatementType, content: str, cue: str, speaker: str) -> None:
    """One frame, one statement."""
    article, found = only(text)
    assert found.type is kind
    assert words(article, found, "content") == content
    assert words(article, found, "cue").replace(" | ", " ") == cue
    assert [actor.name for actor in found.speakers] == [speaker]


def test_konjunktiv_and_sollen_go_on() -> None:
    """Sentences without a frame take the speaker over."""
    article = newsmodel.parse(
        "Karla Brandt sagte, der Tunnel werde später fertig. Die Arbeiten seien schwierig. Die Kosten sollen steigen.",
        published="2025-06-03",
    )
    kinds = [s.type for s in article.statements]
    assert kinds == [INDIRECT, StatementType.INDIRECT_FREE_INDIRECT, StatementType.FREE_INDIRECT]
    assert {a.name for s in article.statements for a in s.speakers} == {"Karla Brandt"}
    assert words(article, article.statements[1], "content") == "Die Arbeiten seien schwierig"


def test_unnamed_sources_stay_unnamed() -> None:
    """`hieß es` and passives without an agent have no speaker."""
    _, found = only("Bisher hieß es, der Tunnel werde später fertig.")
    assert found.speakers == ()


def test_a_quotation_inside_a_saying_has_it_as_parent() -> None:
    """Nesting goes by place."""
    article = newsmodel.parse("Karla Brandt sagte, der Bau sei „viel zu langsam und teuer“.", published="2025-06-03")
    outer, inner = article.statements
    assert inner.type is DIRECT
    assert inner.parent == outer
    assert words(article, inner, "content") == "viel zu langsam und teuer"


@pytest.mark.parametrize(
    "text",
    [
        "Der Film „Nacht am Meer“ läuft im Kino.",
        "Das Schiff «Seeadler» liegt im Hafen.",
        "Die sogenannte „Wende“ kam spät.",
        "Der Zug fährt um acht Uhr nach Bremen.",
    ],
)
def test_names_titles_and_facts_are_no_statements(text: str) -> None:
    """Marks alone make no quotation."""
    assert newsmodel.parse(text, published="2025-06-03").statements == ()


def test_a_neutral_paragraph_in_front_changes_nothing() -> None:
    """Law 5: only the offsets move."""
    text = "Karla Brandt sagte, der Tunnel werde später fertig. „Wir brauchen mehr Zeit“, sagte sie."
    front = "Der Zug fährt um acht Uhr nach Bremen.\n\n"
    one = newsmodel.parse(text, published="2025-06-03")
    other = newsmodel.parse(front + text, published="2025-06-03")
    assert [words(one, s, "content") for s in one.statements] == [words(other, s, "content") for s in other.statements]
    assert [s.content[0].start + len(front) for s in one.statements] == [s.content[0].start for s in other.statements]


@pytest.mark.parametrize(
    "text",
    [
        "", "„“", '"', "« « « »", "„Was“ „denn“ „nun“", "sagte sagte, sagte", "Er sagte: „", "Laut", "so, so, so X",
        "Wie, wie, wie sagte", "demnach demnach", '"A" "B" "C", sagte', "„A“, sagte X, „B“, sagte Y, „C“",
        "He said: \"We are done.\" That's all.", "Nach nach laut zufolge gemäß", "wonach wonach, dass dass",
    ],
)  # fmt: skip
def test_odd_input_never_breaks(text: str) -> None:
    """Any text gives an article."""
    assert newsmodel.parse(text, published="2025-06-03").text == text


@pytest.mark.parametrize(
    ("text", "kind", "content", "speaker"),
    [
        ("„Der Tunnel wird teuer.“ Das sagte Karla Brandt.", DIRECT, "Der Tunnel wird teuer.", "Karla Brandt"),
        ("Laut „Nordkurier“ wird der Tunnel im Mai eröffnet.", INDIRECT, "wird der Tunnel im Mai eröffnet", None),
        ("Für Karla Brandt sei der Tunnel zu teuer.", INDIRECT, "sei der Tunnel zu teuer", "Karla Brandt"),
        (
            "Karla Brandt kündigte in einer Rede an, gegen den Bau vorzugehen.",
            INDIRECT, "gegen den Bau vorzugehen", "Karla Brandt",
        ),
        (
            "Karla Brandt berichtete im Zusammenhang mit dem Unfall, der Wagen gehöre einem Händler.",
            INDIRECT, "der Wagen gehöre einem Händler", "Karla Brandt",
        ),
        (
            "Von Karla Brandt kam die Information, bei dem Fahrer handele es sich um einen Händler.",
            INDIRECT, "bei dem Fahrer handele es sich um einen Händler", None,
        ),
    ],
)  # fmt: skip
def test_frames_that_the_parse_alone_does_not_tell(
    text: str, kind: StatementType, content: str, speaker: str | None
) -> None:
    """The clause behind the comma, names in marks, quotations resumed in the next sentence."""
    article = newsmodel.parse(text, published="2025-06-03")
    found = [s for s in article.statements if s.type is kind and words(article, s, "content") == content]
    assert found, [(s.type, words(article, s, "content")) for s in article.statements]
    assert speaker is None or [actor.name for actor in found[0].speakers] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Der Tunnel ist gesperrt, so dass der Verkehr ruht.",
        "Wenn ein Minister behauptet, dass der Tunnel sicher ist, wird er geprüft.",
        "Befürchten Sie, dass der Tunnel gesperrt wird?",
        "Messungen im Mai zeigen, dass der Tunnel feucht ist.",
        "Man kann sagen, dass der Tunnel lang ist.",
        "Das dürfte den Bau verteuern.",
    ],
)
def test_conditions_questions_and_proofs_are_no_statements(text: str) -> None:
    """Nobody says anything in them."""
    assert newsmodel.parse(text, published="2025-06-03").statements == ()


def test_one_who_speaks_without_content_is_the_speaker_of_what_follows() -> None:
    """`äußerte sich besorgt`: the Konjunktiv sentence behind it is hers, and the act itself no statement."""
    text = "Karla Brandt sagte, der Tunnel sei teuer. Auch Jens Vogt äußerte sich besorgt. Der Bau dauere zu lange."
    article = newsmodel.parse(text, published="2025-06-03")
    last = article.statements[-1]
    assert last.type is StatementType.INDIRECT_FREE_INDIRECT
    assert [actor.name for actor in last.speakers] == ["Jens Vogt"]


def test_words_in_marks_inside_a_carried_sentence() -> None:
    """They are direct, nested in the Konjunktiv sentence, by its speaker."""
    text = "Karla Brandt sagte, der Tunnel sei teuer. Der Bau sei „aus dem Ruder gelaufen“."
    article = newsmodel.parse(text, published="2025-06-03")
    quoted = next(s for s in article.statements if s.type is DIRECT)
    assert words(article, quoted, "content") == "aus dem Ruder gelaufen"
    assert quoted.parent is not None
    assert quoted.parent.type is StatementType.INDIRECT_FREE_INDIRECT
    assert [actor.name for actor in quoted.speakers] == ["Karla Brandt"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Karla Brandt trat vor die Presse. Den Plan ihrer Vorgänger bezeichnete sie als „falsch“.", "Karla Brandt"),
        ("Die Pläne der Stadt bezeichnete Karla Brandt als „völlig falsch“.", "Karla Brandt"),
    ],
)
def test_a_fronted_object_is_no_speaker(text: str, speaker: str) -> None:
    """Case and number tell the subject."""
    article = newsmodel.parse(text, published="2025-06-03")
    assert [actor.name for actor in article.statements[-1].speakers] == [speaker]


@pytest.mark.parametrize(
    ("verb", "medium"), [("sagte", "speech"), ("schrieb", "writing"), ("glaubte", "thought"), ("kritisierte", None)]
)
def test_the_medium_is_what_the_word_implies(verb: str, medium: str | None) -> None:
    """`kritisieren` may be done in speech or writing."""
    article, statement = only(f"Karla Brandt {verb}, der Tunnel sei zu teuer.")
    assert statement.medium == medium, article.statements


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Karla Brandt forderte Jens Vogt auf, den Tunnel zu bauen.", "Jens Vogt"),
        ("Karla Brandt sagte in einem Interview mit Jens Vogt, der Tunnel sei teuer.", "Jens Vogt"),
        ("Jens Vogt wurde vorgeworfen, den Tunnel falsch geplant zu haben.", "Jens Vogt"),
    ],
)
def test_addressees(text: str, addressee: str) -> None:
    """Objects, partners of an interview, the dative of a passive."""
    article = newsmodel.parse(text, published="2025-06-03")
    assert [actor.name for actor in article.statements[0].addressees] == [addressee]


def test_a_parent_that_is_no_statement_gives_way_to_the_next_one_out() -> None:
    """An act that is told in its wording is dropped; the quotation in it does not hang on it."""
    article = newsmodel.parse(
        "Kiel (dpa) - Von einem „tiefen Einschnitt in die Freiheit der Bürger“ spricht der Landtag, wenn Akten „heimlich "
        "gesammelt, gespeichert und unter Zugabe weiterer Akten ausgewertet wurden“."
    )
    assert len(article.statements) >= 2
    assert all(s.parent is None or s.parent in article.statements for s in article.statements)


def test_what_is_talked_about_stands_before_whom_it_is_talked_to() -> None:
    article = newsmodel.parse("Kiel (dpa) - Ministerin Anna Berg sprach mit Landrat Jan Voss über die Deiche.")
    assert [article[s.content] for s in article.statements] == ["über die Deiche"]
