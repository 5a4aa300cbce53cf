"""Texts of any length that a nasty mind would send: what tempts a rule to look ahead, back or around without end."""

from __future__ import annotations

from collections.abc import Callable

_SYLLABLES = ("ba", "rel", "ko", "min", "tes", "la", "gor", "nu", "wei", "sta")

Shape = Callable[[int], str]
"""Gives a text of a length, in characters."""


def word(number: int) -> str:
    """Return a made-up word, another for each number below 100,000, in lower case."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:05d}")


def name(number: int) -> str:
    """Return a first and a last name, others for each number below 100,000."""
    digits = [_SYLLABLES[int(digit)] for digit in f"{number:05d}"]
    return f"{''.join(digits[:3]).title()} {''.join(digits[3:]).title()}"


def repeated(unit: str) -> Shape:
    """Return the shape that repeats a text."""
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def numbered(template: str, *, opening: str = "") -> Shape:
    """Return the shape that repeats a text with ever new words in it: `{name}`, `{word}` and `{Word}`."""

    def shape(length: int) -> str:
        parts, size, number = [opening], len(opening), 0
        while size < length:
            new = word(number)
            parts.append(template.format(name=name(number), word=new, Word=new.title(), number=number))
            size += len(parts[-1])
            number += 1
        return "".join(parts)[:length]

    return shape


def around(opening: str, core: str, closing: str) -> Shape:
    """Return the shape that opens as often as it can and then closes as often."""

    def shape(length: int) -> str:
        depth = max(0, length - len(core)) // len(opening + closing)
        return opening * depth + core + closing * depth

    return shape


many_actors = numbered("Minister {name} traf am Montag seinen Kollegen und lehnte den Plan ab, wie er sagte. ")
"""Ever new people meet, speak and quarrel."""


def endless_sentence(length: int) -> str:
    """Return one sentence of clauses that `und` joins."""
    clause = "dass der Rat den Plan der Stadt ablehnt und "
    return ("Der Minister sagte, " + clause * (length // len(clause) + 1))[: length - 5] + "geht."


INTRO = "Kiel (dpa) - Die Regierung hat den Plan nach einem Treffen am Montag abgelehnt. "
"""A beginning that makes what follows German, and gives rules something to look back at."""

HOSTILE: dict[str, Shape] = {
    # marks
    "only opening marks": repeated("„"),
    "only straight marks": repeated('"'),
    "only commas": repeated(","),
    "only full stops": repeated("."),
    "only hyphens": repeated("-"),
    "only brackets": repeated("("),
    "nested marks": around("„", "Ja", "“"),
    "nested brackets": around("(", "SPD", ") "),
    "nested quotations": repeated("„Er sagte: ‚Sie sagte: "),
    "styles in styles": around("„Er sagte: «", "Ja", "»“ "),
    "quotations": repeated("«Ja», sagte er. "),
    "quotations never closed": repeated("„Ja, sagte er. "),
    "a quotation a paragraph": repeated("„Der Rat tagt.\n\n"),
    "split quotations": repeated("„Der Rat tagt“, sagte Anna Berg, "),
    "bracketed places": repeated("(Kiel) "),
    # characters
    "one long word": repeated("ab"),
    "one long compound": repeated("Berg-"),
    "combining marks": repeated("e\u0301\u0323"),
    "one letter and its marks": lambda length: "e" + "\u0301" * (length - 1),
    "joined emoji": repeated("\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    "addresses": repeated("https://a.de/b?c=d&"),
    "markup": repeated("<p>Ja</p>"),
    # lines
    "only blanks": repeated(" "),
    "only line ends": repeated("\n"),
    "blank lines": repeated(" \n \t\n"),
    "short lines": repeated("Der Rat\n"),
    "headings": repeated("Rat tagt in Kiel\n\n"),
    "lists": repeated("- Der Rat\n"),
    "datelines in a line": repeated("Kiel (dpa) - "),
    "datelines": repeated("Kiel (dpa) - Der Rat tagt.\n\n"),
    "notes": repeated("# Notizblock\n\n## Orte\n- [Rat](Kiel)\n\n"),
    "sign-offs": repeated("dpa ab yydd n1 cd\n"),
    # sentences without end
    "one endless sentence": endless_sentence,
    "sayings in sayings": lambda length: f"Er sagte, {repeated('dass Anna Berg sagte, ')(length - 30)}dass er geht.",
    "clauses in clauses": repeated("der Mann, der den Rat traf, "),
    "relative pronouns": repeated("der Mann, der "),
    "genitives": repeated("der Sprecher der Regierung "),
    "one coordination": repeated("Anna Berg und "),
    "a list of names": numbered("{name}, ", opening="Es kamen "),
    "one verb": repeated("sagte "),
    "one conjunction": repeated("dass "),
    "one source": repeated("laut Anna Berg "),
    "criticism": repeated("kritisierte die Kritik an der Kritik "),
    # numbers and times
    "numbers with full stops": repeated("12."),
    "numbers": repeated("17 3,5 1.000 "),
    "dates": repeated("am 5. Mai "),
    "days in a list": repeated("am 5., "),
    "ranges": repeated("von Montag bis "),
    "clock times": repeated("um 10.30 Uhr "),
    # much of everything
    "thousands of actors": many_actors,
    "thousands of one surname": numbered("Minister {Word} Berg traf den Rat. Berg lehnte den Plan ab. "),
    "thousands of bodies": numbered("Der {Word}konzern Dorn und der {Word}verband lehnten ab. Der Konzern schwieg. "),
    "thousands of issues": numbered(
        "Anna Berg lehnte das {Word}gesetz ab und sprach mit Jan Holm über das {Word}gesetz. "
    ),
    "thousands of guests": numbered("{name} nahm an dem Treffen teil. ", opening="Anna Berg traf Jan Holm in Kiel. "),
    "thousands of rounds": numbered("{name} nahm an den Gesprächen teil. Die Runde tagte am Montag. "),
    "one meeting": repeated("Anna Berg traf Jan Holm. Das Treffen dauerte lange. Es wurde auf Montag verschoben. "),
    "meetings": repeated("Treffen der Minister mit dem Treffen "),
    "one minister": repeated("Die SPD-Ministerin Anna Berg lobte ihr Land. Der Regierungschef lobte ihre Partei. "),
    "pronouns": repeated("Anna Berg sagte, sie komme. Sie sprach mit ihm. "),
    "joint documents": repeated("Beide Seiten veröffentlichten eine gemeinsame Erklärung. "),
}
