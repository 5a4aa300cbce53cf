"""Meetings and statements point at the very times of the article that say when they are."""

from __future__ import annotations

import pytest

import newsmodel


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministerin Anna Berg sagte am Montag, der Hafen werde gebaut.", "Montag"),
        ("Der Hafen werde gebaut, sagte Ministerin Anna Berg am Montagabend in Kiel.", "Montagabend"),
        ("Die seit 2010 amtierende Ministerin Anna Berg sagte am Montag, der Hafen werde gebaut.", "Montag"),
        ("Die seit 2010 amtierende Ministerin Anna Berg sagte, der Hafen werde gebaut.", None),
        ("Nach zweistündigen Gesprächen sagte Ministerin Anna Berg am Montag, der Hafen werde gebaut.", "Montag"),
        ("Ministerin Anna Berg sagte, der Hafen werde am Montag gebaut.", None),
        ("Ministerin Anna Berg teilte gestern mit, der Hafen werde gebaut.", "gestern"),
    ],
)
def test_when_it_was_said(text: str, expected: str | None) -> None:
    article = newsmodel.parse("Kiel (dpa) - " + text, published="2024-04-03")
    (statement,) = article.statements
    time = statement.time
    assert (time and article[time.span]) == expected
    assert time is None or any(time is other for other in article.times)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kanzler Max Berg trifft am Freitag in Kiel Ministerin Anna Hansen.", [("Freitag", "2024-04-05")]),
        ("Kanzler Max Berg traf am Montag in Kiel Ministerin Anna Hansen.", [("Montag", "2024-04-01")]),
        (
            "Kanzler Max Berg und Ministerin Anna Hansen wollen sich am 5. Mai um 14 Uhr in Kiel treffen.",
            [("5. Mai", "2024-05-05"), ("14 Uhr", "2024-05-05T14:00")],
        ),
    ],
)
def test_when_they_meet(text: str, expected: list[tuple[str, str]]) -> None:
    article = newsmodel.parse("Kiel (dpa) - " + text, published="2024-04-03")
    (meeting,) = article.meetings
    assert [(article[time.span], time.value) for time in meeting.times] == expected
    assert all(any(time is other for other in article.times) for time in meeting.times)


def test_a_contradiction_is_a_diagnostic_of_the_article() -> None:
    article = newsmodel.parse("Kiel (dpa) - Der Rat tagt am Freitag, dem 4. April 2024.", published="2024-04-03")
    (found,) = [d for d in article.diagnostics if d.code == "time.weekday_contradicts_date"]
    assert found.span is not None
    assert article[found.span] == "Freitag, dem 4. April 2024"
