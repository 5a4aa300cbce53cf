"""States, federal states and blocs: their names, adjectives, inhabitants and capitals."""

from __future__ import annotations

from functools import cache

import attrs

from newsmodel.german.lexicon import table

_ENDINGS = ("", "e", "er", "en", "es", "em")


@attrs.frozen(slots=True)
class Country:
    """A state, federal state or bloc.

    Attributes:
        name: the usual German short name.
        gender: m, f, n or p (plural).
        level: state, part (of a state) or bloc.
    """

    name: str
    gender: str
    level: str


@cache
def _names() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for row in table("actors_countries"):
        country = Country(name=row["name"], gender=row["gender"], level=row["level"])
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            found.setdefault(name, country)
    return found


@cache
def _capitals() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for row in table("actors_countries"):
        if row["level"] == "part":
            continue  # Munich is first of all itself
        for city in filter(None, row["capitals"].split(";")):
            found.setdefault(city, _names()[row["name"]])
    return found


@cache
def _adjectives() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for row in table("actors_countries"):
        if row["adjective"]:
            for end in _ENDINGS:
                found.setdefault(row["adjective"].lower() + end, _names()[row["name"]])
    for end in _ENDINGS:
        found["us-amerikanisch" + end] = _names()["USA"]
        found["bayrisch" + end] = _names()["Bayern"]
        found["schweizer"] = _names()["Schweiz"]
    return found


@cache
def _people() -> dict[str, tuple[Country, str]]:
    found: dict[str, tuple[Country, str]] = {}
    for row in table("actors_countries"):
        base, country = row["people"], _names()[row["name"]]
        if not base:
            continue
        stem = base.removesuffix("e")
        forms = {base: "", base + "s": "", stem + "in": "s", stem + "innen": "p"}
        if base.endswith("er"):
            forms[base + "n"] = "p"
        elif base.endswith("e"):
            forms |= {base + "n": "", base: "s"}
        else:
            forms[base + "en"] = "p"
        for form, number in forms.items():
            found.setdefault(form, (country, number))
    return found


def country_names() -> tuple[str, ...]:
    """Return all names of states, federal states and blocs, in every form that the table lists."""
    return tuple(_names())


def country(name: str) -> Country | None:
    """Return the country of a name, genitive s or not.

    >>> country("Israels").name, country("Vereinigten Staaten").name
    ('Israel', 'USA')
    """
    known = _names()
    return known.get(name) or (known.get(name[:-1]) if name.endswith("s") else None)


def capital_of(name: str) -> Country | None:
    """Return the country whose capital, and so whose government, a name may stand for.

    >>> capital_of("Moskau").name
    'Russland'
    """
    known = _capitals()
    return known.get(name) or (known.get(name[:-1]) if name.endswith("s") else None)


def by_adjective(word: str) -> Country | None:
    """Return the country of an adjective in any form.

    >>> by_adjective("türkischer").name
    'Türkei'
    """
    return _adjectives().get(word.lower())


def by_people(word: str) -> tuple[Country, str] | None:
    """Return the country of a word for its people, and the number (s, p, or "" where the form leaves it open).

    >>> by_people("Israelis")[0].name
    'Israel'
    """
    return _people().get(word)
