"""Messages of digitalwires, and of any format that is put together from fields."""

from __future__ import annotations

from typing import Any

import pytest
from tests.wire.samples import codes, digitalwires, ninjs, read, zones

from newsmodel import PartialDate


@pytest.mark.parametrize(
    ("dateline", "places", "agency"),
    [
        ("Tel Aviv/Beirut (dpa) - ", ("Tel Aviv", "Beirut"), "dpa"),
        ("Frankfurt/Main (dpa-AFX) - ", ("Frankfurt/Main",), "dpa-AFX"),
        ("MADRID, 21 Nov. 2024 (Europa Press) -", ("MADRID",), "Europa Press"),
        ("NEW DELHI (AP) — ", ("NEW DELHI",), "AP"),
        ("WASHINGTON, Nov 21 (Reuters) - ", ("WASHINGTON",), "Reuters"),
        ("Athen (dpa)\xa0- ", ("Athen",), "dpa"),
        ("Bern, 3. Mai (awp/sda) -", ("Bern",), "awp/sda"),
        ("WASHINGTON —", ("WASHINGTON",), None),
        ("Kiel", ("Kiel",), None),
    ],
)
def test_the_field_for_the_dateline(dateline: str, places: tuple[str, ...], agency: str | None) -> None:
    dispatch = digitalwires(
        dateline=dateline, article_html="<p>Der Rat tagt.</p>", version_created="2024-11-22T10:00:00Z"
    )
    assert dispatch.dateline is not None
    assert (dispatch.dateline.places, dispatch.dateline.agency) == (places, agency)
    assert dispatch.text == f"{dateline.strip()} Der Rat tagt."
    if "21" in dateline:
        assert str(dispatch.dateline.date) == "2024-11-21"


DATELINE = '<span class="dateline">New York <span class="credit">(dpa)</span> - </span>'


@pytest.mark.parametrize(
    "fields",
    [
        {"article_html": f"<p>{DATELINE}Der Rat tagt.</p>"},
        {"article_html": f"<p>{DATELINE}Der Rat tagt.</p>", "dateline": "New York (dpa) - "},
        {"article_html": "<p>New York (dpa) - Der Rat tagt.</p>", "dateline": "New York (dpa) - "},
        {"article_html": "<p>New York (dpa) - Der Rat tagt.</p>"},
        {"article_html": "<section>New York (dpa) -\n Der <b>Rat</b> tagt.</section>"},
        {"article_html": f"<p>{DATELINE}</p><p>Der Rat tagt.</p>"},
        {"article_html": "<p> </p><p>Der Rat tagt.</p>", "dateline": "New York (dpa) -"},
    ],
)
def test_a_dateline_stands_once_wherever_it_comes_from(fields: dict[str, str]) -> None:
    dispatch = digitalwires(**fields)
    assert dispatch.text == "New York (dpa) - Der Rat tagt."
    assert dispatch.dateline is not None
    assert dispatch.dateline.places == ("New York",)


def test_a_dateline_in_the_middle_of_a_paragraph_is_none() -> None:
    dispatch = digitalwires(article_html=f"<p>Der Rat von {DATELINE} tagt.</p>")
    assert dispatch.dateline is None


def test_what_the_body_repeats_of_the_fields_is_taken_out() -> None:
    markup = (
        '<h1>Rat tagt</h1><p class="teaser">Es  geht los.</p><p>Von Ute Dorn</p><p>Der Rat tagt.</p><p>Rat tagt</p>'
    )
    dispatch = digitalwires(headline="Rat tagt", teaser="Es geht los.", byline="Von Ute Dorn", article_html=markup)
    assert zones(dispatch) == [("paragraph", "Der Rat tagt."), ("paragraph", "Rat tagt")]


def test_fields_that_only_the_body_has() -> None:
    markup = (
        '<h1>Rat tagt</h1><p class="kicker">Kiel</p><p class="byline">Von Ute Dorn</p><p>Der Rat tagt.</p><h1>Noch</h1>'
    )
    dispatch = ninjs(body_html=markup)
    assert (dispatch.headline, dispatch.kicker, dispatch.byline) == ("Rat tagt", "Kiel", "Von Ute Dorn")
    assert zones(dispatch) == [("paragraph", "Der Rat tagt."), ("subhead", "Noch")]


def test_a_sign_off_at_the_end_of_the_body() -> None:
    for end in ("<p>/abc/DP/xy</p>", "/abc/DP/xy"):
        dispatch = ninjs(body_html=f"<p>Der Rat tagt.</p><p>Das war alles.{end}")
        assert dispatch.signoff is not None
        assert dispatch.signoff.codes == ("abc", "DP", "xy")
        assert zones(dispatch)[1:] == [("paragraph", "Das war alles."), ("signoff", "/abc/DP/xy")]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"urgency": 0}, "wire.urgency"),
        ({"urgency": "hoch"}, "wire.urgency"),
        ({"urgency": 10}, "wire.urgency"),
        ({"version_created": "gestern"}, "wire.published"),
        ({"version_created": "2024-02-31T10:00:00Z"}, "wire.published"),
        ({"embargoed": "bald"}, "wire.embargoed"),
        ({"article_html": None}, "wire.no_body"),
        ({"associations": [{"type": "image"}]}, "wire.media"),
    ],
)
def test_what_cannot_be_read_in_a_field_is_a_diagnostic(fields: dict[str, Any], found: str) -> None:
    assert found in codes(digitalwires(**fields))


def test_publication_as_the_caller_says() -> None:
    day = PartialDate(year=2023, month=1, day=2)
    dispatch = read(b'{"uri": "urn:x", "versioncreated": "2024-05-14", "body_text": "Der Rat tagt."}', published=day)
    assert dispatch.published == day


def test_another_heading_above_the_body_is_a_note() -> None:
    dispatch = digitalwires(headline="Rat tagt", article_html="<h1>Es geht los</h1><p>Kiel (dpa) - Der Rat tagt.</p>")
    assert zones(dispatch)[-1] == ("note", "Es geht los")
    assert dispatch.text.startswith("Kiel (dpa) - Der Rat tagt.")


def test_a_summary_that_is_the_first_paragraph_stays_in_the_body() -> None:
    for first in ("Kiel (dpa) - Der Rat tagt.", "Der Rat tagt."):
        assert digitalwires(teaser=first, article_html=f"<p>{first}</p>").text == first
    both = digitalwires(
        teaser="Kiel (dpa) - Der Rat tagt.", article_html="<p>Kiel (dpa) - Der Rat tagt.</p><p>Er berät.</p>"
    )
    assert len(both.paragraphs) == 2


def test_dpa_says_by_the_urgency_what_it_calls_a_message() -> None:
    assert digitalwires(urgency=2, creditline="dpa").signal == "eil"
    assert digitalwires(urgency=1, creditline="dpa", signal="sig:correction").signal == "correction"
    assert digitalwires(urgency=2, creditline="AP").signal is None
