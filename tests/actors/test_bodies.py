"""Bodies, countries and groups: what acts, what is only a place, and what is one and the same."""

from __future__ import annotations

import pytest
from tests.actors.read import cast_of, mentions, named

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.gazetteer import Entry, Gazetteer

COUNTRIES = [
    ("Portugal lehnt den Vertrag ab.", "Portugal", True),
    ("Der Gipfel findet in Portugal statt.", "Portugal", False),
    ("Die Gespräche mit Portugal dauern an.", "Portugal", True),
    ("Portugals Küste ist lang.", "Portugal", False),
    ("Portugals Angebot überzeugte den Rat.", "Portugal", True),
    ("Lissabon wies die Kritik zurück.", "Portugal", True),
    ("Die Minister trafen sich in Lissabon.", "Portugal", False),
    ("Die Vereinigten Staaten stimmten dagegen.", "USA", True),
    ("Gegen die Schweiz wurden Vorwürfe erhoben.", "Schweiz", True),
]


@pytest.mark.parametrize(("text", "name", "acts"), COUNTRIES)
def test_a_country_acts_or_is_a_place(text: str, name: str, acts: bool) -> None:
    found = [a for a in cast_of(text)[1].actors if a.name == name and a.mentions]
    assert bool(found) is acts
    assert all(a.kind is ActorKind.COUNTRY for a in found)


@pytest.mark.parametrize("name", ["Vereinigten Staaten", "Vereinigten Staaten von Amerika"])
def test_a_country_of_several_words_is_one_mention(name: str) -> None:
    text = f"Die {name} stimmten dagegen."
    assert mentions(text, named(text, "USA")) == [name]


def test_long_form_and_acronym_are_one() -> None:
    text = "Der Verband Norddeutscher Reeder (VNR) klagt. Der VNR fordert Hilfe."
    actor = named(text, "Verband Norddeutscher Reeder")
    assert mentions(text, actor) == ["Verband Norddeutscher Reeder", "VNR", "VNR"]


def test_known_names_of_one_body_are_one() -> None:
    text = "Die Vereinten Nationen warnten vor Hunger. Die UN riefen zu Spenden auf."
    (actor,) = (a for a in cast_of(text)[1].actors if "UN" in mentions(text, a))
    assert mentions(text, actor) == ["Vereinten Nationen", "UN"]


def test_a_company_is_taken_up_by_a_general_noun() -> None:
    text = "Der Reifenhersteller Continental baut Stellen ab. Der Konzern begründete das mit der Krise."
    assert mentions(text, named(text, "Continental")) == ["Continental", "Konzern"]


def test_the_country_named_last_is_the_land() -> None:
    text = "Uruguay will mehr Fleisch ausführen. Das Land verhandelt darüber mit Japan."
    assert mentions(text, named(text, "Uruguay")) == ["Uruguay", "Land"]


def test_a_side_is_its_government() -> None:
    text = "Die chinesische Regierung lud zu Gesprächen ein. Die chinesische Seite zeigte sich zufrieden."
    assert "chinesische Seite" in mentions(text, named(text, "chinesische Regierung"))


def test_both_are_a_mention_of_each() -> None:
    text = "Kenia und Uganda stritten über den See. Die beiden Länder einigten sich nun."
    for name in ("Kenia", "Uganda"):
        assert mentions(text, named(text, name))[-1] == "beiden Länder"


def test_a_number_means_the_last_named() -> None:
    text = "Die Gewerkschaften Verdi, GEW und GDL berieten sich. Alle drei Gewerkschaften lehnen das Angebot ab."
    for name in ("Verdi", "GEW", "GDL"):
        assert mentions(text, named(text, name))[-1] == "Alle drei Gewerkschaften"


def test_groups() -> None:
    text = "Vertreter beider Parteien trafen sich. Mehrere Anwohner protestierten gegen den Lärm."
    kinds = {a.name: a.kind for a in cast_of(text)[1].actors}
    assert kinds["Vertreter beider Parteien"] is kinds["mehrere Anwohner"] is ActorKind.GROUP


def test_an_institution_bears_the_name_of_its_place() -> None:
    text = "Das Landgericht Göttingen verurteilte ihn. Das Gericht sah die Schuld als erwiesen an."
    assert mentions(text, named(text, "Landgericht Göttingen")) == ["Landgericht Göttingen", "Gericht"]


def test_a_gazetteer_finds_and_joins() -> None:
    text = "Am Montag stimmte die quux dem Plan zu. Die Quuxwerke bestätigten das."
    entry = Entry(name="Quuxwerke AG", aliases=["quux", "Quuxwerke"], wikidata="Q42")
    _, cast = cast_of(text, Gazetteer((entry,)))
    (actor,) = (a for a in cast.actors if a.wikidata == "Q42")
    assert (actor.name, actor.kind) == ("Quuxwerke AG", ActorKind.ORGANIZATION)
    assert mentions(text, actor) == ["quux", "Quuxwerke"]


def test_a_gazetteer_refuses_one_str_of_aliases() -> None:
    with pytest.raises(TypeError, match=r"Entry\.aliases must be a sequence of names, not str 'quux'"):
        Entry(name="Quuxwerke AG", aliases="quux")
