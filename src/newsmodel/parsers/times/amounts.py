"""Amounts and durations: `zweieinhalb Stunden`, `rund 1.500 Tage`, `mehrere Wochen`, `jahrelang`."""

from __future__ import annotations

from fractions import Fraction

from newsmodel.model import TimeType
from newsmodel.parsers.times import numerals
from newsmodel.parsers.times.atoms import Line, remembered
from newsmodel.parsers.times.match import Amount, Match
from newsmodel.parsers.times.vocabulary import stems

_HALF = Fraction(1, 2)
_ADJECTIVES = ("ige", "igen", "iger", "iges", "igem", "ig")
_TERM_ENDINGS = ("haft", "strafe", "zeit", "vertrag", "krieg", "sperre", "frist", "pause", "phase", "dauer")
_REPEATED = ("lich", "liche", "lichen", "licher", "liches", "lichem")


def iso_duration(amount: Fraction | None, measure: str) -> str:
    """Write a duration.

    Args:
        amount: how many, None for an open number.
        measure: the unit as in `times_units.tsv`: amount and ISO letters (`3 M`, `1/4 TH`).

    Returns:
        The TIMEX3 value.

    >>> iso_duration(Fraction(5, 2), "1 TH"), iso_duration(Fraction(3, 2), "1 Y"), iso_duration(None, "10 Y")
    ('PT2H30M', 'P18M', 'PXDE')
    """
    size, iso = measure.split()
    clock, letter = ("T", iso[1]) if iso[0] == "T" else ("", iso)
    if amount is None:
        return f"P{clock}X{ {'10': 'DE', '100': 'CE', '1000': 'ML'}.get(size, letter) }"
    total = amount * Fraction(size)
    whole, rest = divmod(total, 1)
    if not rest:
        return f"P{clock}{whole}{letter}"
    finer = {"TH": (60, "M"), "TM": (60, "S"), "Y": (12, "M"), "D": (24, "H")}.get(iso)
    if finer is None or (rest * finer[0]).denominator != 1:
        return f"P{clock}{round(float(total), 3):g}{letter}"
    small = rest * finer[0]
    if iso == "Y":
        return f"P{whole * 12 + small}M"
    join = "T" if iso == "D" else ""
    return f"P{clock}{f'{whole}{letter}' if whole else ''}{join}{small}{finer[1]}"


@remembered
def read_amount(line: Line, i: int) -> Amount | None:
    """Read a number in digits or words.

    Grammar: [approx] (digits | word | article [halb-] | vague), with `,5` and `.000` after digits.

    Args:
        line: the atoms.
        i: where the amount begins.

    Returns:
        The amount, None where there is none.
    """
    mod = None
    start = i
    if line.word(i) in ("mehr", "weniger") and line.word(i + 1) == "als":
        mod, i = ("MORE_THAN" if line.word(i) == "mehr" else "LESS_THAN"), i + 2
    elif line.word(i) == "bis" and line.word(i + 1) == "zu":
        mod, i = "EQUAL_OR_LESS", i + 2
    elif (approx := line.kind(i, "approx")) and not line.kind(i, "one"):
        mod, i = (None if approx == "EQUAL" else approx), i + 1
        if line.word(i) == "." and line.glued(i):  # ca.
            i += 1
    amount = _digits(line, i) or _word(line, i)
    if amount is None or (amount.end == i and start == i):
        return None
    inner = line.kind(amount.end, "approx")
    if inner and amount.value == 1:  # ein knappes Jahr
        return Amount(value=amount.value, end=amount.end + 1, mod=inner)
    return Amount(value=amount.value, end=amount.end, mod=mod)


def _digits(line: Line, i: int) -> Amount | None:
    number = line.number(i)
    if number is None:
        return None
    value, j = Fraction(number), i + 1
    while line.word(j) == "." and line.glued(j) and line.glued(j + 1) and line.digits(j + 1) == 3 and value < 10**9:
        value, j = value * 1000 + (line.number(j + 1) or 0), j + 2
    if line.word(j) == "," and line.glued(j) and line.glued(j + 1) and 0 < line.digits(j + 1) <= 3:
        value, j = value + Fraction(line.number(j + 1) or 0, 10 ** line.digits(j + 1)), j + 2
    if line.digits(j) == 1 and line.word(j + 1) == "/" and line.glued(j + 1) and line.digits(j + 2) == 1:  # 2 1/2 Jahre
        above, below = line.number(j) or 0, line.number(j + 2) or 0
        if 0 < above < below and not line.glued(j):
            value, j = value + Fraction(above, below), j + 3
    if line.word(j) == "½":
        value, j = value + _HALF, j + 1
    return Amount(value=value, end=j)


def _word(line: Line, i: int) -> Amount | None:
    word = line.word(i)
    if not word:
        return None
    if line.kind(i, "one"):
        if line.kind(i + 1, "fraction") == "1/2":
            return Amount(value=_HALF, end=i + 2)
        if line.word(i + 1) == "paar" and not line.capital(i + 1):
            return Amount(value=None, end=i + 2)
        if line.kind(i + 1, "fraction"):
            return Amount(value=Fraction(line.kind(i + 1, "fraction") or 1), end=i + 2)
        return Amount(value=Fraction(1), end=i + 1)
    if fraction := line.kind(i, "fraction"):
        return Amount(value=Fraction(fraction), end=i + 1)
    half = numerals.with_half(word)
    if half is not None:
        return Amount(value=half + _HALF, end=i + 1)
    if line.kind(i, "vague"):
        return Amount(value=None, end=i + 1)
    if both := line.kind(i, "both"):
        return Amount(value=Fraction(both), end=i + 1)
    number = numerals.cardinal(word)
    return Amount(value=Fraction(number), end=i + 1) if number is not None else None


@remembered
def read_measured(line: Line, i: int) -> tuple[Amount, int] | None:
    """Read an amount with its unit of time: `zwei lange Jahre`, `42 - Jahre`.

    Args:
        line: the atoms.
        i: where the amount begins.

    Returns:
        The amount and the position of the unit; None where there is none.
    """
    amount = read_amount(line, i)
    if amount is None:
        return None
    j = amount.end
    if line.kind(j, "filler") and line.kind(j + 1, "measure"):
        j += 1
    if line.word(j) == "-" and not line.glued(j) and line.kind(j + 1, "measure"):
        j += 1
    if not line.kind(j, "measure") or (line.word(j + 1) == "-" and line.glued(j + 1)):
        return None
    if line.word(j) in ("min", "tags") or (amount.value is None and not line.kind(j, "units")):
        return None
    return amount, j


def duration(line: Line, i: int) -> Match | None:
    """Find a length of time: `zwei Stunden`, `drei Jahre und vier Monate`, `sechs Jahre lang`."""
    found = read_measured(line, i)
    if found is None:
        return None
    amount, j = found
    value = iso_duration(amount.value, line.kind(j, "measure") or "")
    end = j + 1
    if line.word(end) == "und" and (more := read_measured(line, end + 1)) and amount.value is not None:
        second, k = more
        joined = _join(value, iso_duration(second.value, line.kind(k, "measure") or ""))
        if joined and second.value is not None:
            value, end = joined, k + 1
    if line.word(end) == "lang":
        end += 1
    return Match(start=i, end=end, rule="duration", type=TimeType.DURATION, value=value, mod=amount.mod, duration=value)


def _join(first: str, second: str) -> str | None:
    """Join P3Y and P4M, PT1H and PT30M; None unless the second is the finer."""
    order = {"PY": 0, "PM": 1, "PW": 2, "PD": 3, "PTH": 4, "PTM": 5, "PTS": 6}
    ranks = []
    for value in (first, second):
        shape = "".join(c for c in value if c.isalpha())
        if shape not in order:
            return None
        ranks.append(order[shape])
    if ranks[0] >= ranks[1]:
        return None
    if "T" in first:
        return first + second.removeprefix("PT")
    return first + second.removeprefix("P")


def compound(line: Line, i: int) -> Match | None:
    """Find the length in `24-Stunden-Rennen`, `Zehn-Tage-Frist`; in `35-Stunden-Woche` the whole word is one."""
    number = line.number(i) if line.digits(i) else numerals.cardinal(line.word(i))
    if number is None or not all(line.glued(k) for k in (i + 1, i + 2, i + 3, i + 4)):
        return None
    if line.word(i + 1) != "-" or line.word(i + 3) != "-" or not (measure := line.kind(i + 2, "measure")):
        return None
    end = i + 5 if line.kind(i + 4, "unit") else i + 3
    value = iso_duration(Fraction(number), measure)
    return Match(start=i, end=end, rule="duration.compound", type=TimeType.DURATION, value=value, duration=value)


def open_duration(line: Line, i: int) -> Match | None:
    """Find plural units without a number after seit, über, vor, nach: `seit Jahren`; and `jahrelang`."""
    word = line.word(i)
    if word.endswith("lang") and len(word) > 4:
        stem = word.removesuffix("lang")
        for form in (stem, stem.removesuffix("n")):
            unit = "tage" if form == "tage" else form
            if measure := _measure_of(unit):
                return _open(i, i + 1, measure)
    if word.endswith(("lange", "langen", "langer", "langes", "langem")):
        stem = word[: word.rindex("lang")]
        if measure := _measure_of(stem):
            return _open(i, i + 1, measure)
    if line.kind(i, "units") and line.word(i - 1) in ("seit", "über", "vor", "nach", "um", "binnen"):
        return _open(i, i + 1, line.kind(i, "measure") or "")
    return None


def _open(start: int, end: int, measure: str) -> Match:
    value = iso_duration(None, measure)
    return Match(start=start, end=end, rule="duration.open", type=TimeType.DURATION, value=value, duration=value)


def _measure_of(word: str) -> str | None:
    from newsmodel.parsers.times.vocabulary import words

    return words().get(word, {}).get("measure")


def duration_adjective(line: Line, i: int) -> Match | None:
    """Find `dreistündig`, `zweiwöchige`, `10-tägig`, `mehrjährig`; and the sets `zweijährlich`, `dreistündlich`.

    `-jährig` is an age unless a noun of duration follows.
    """
    word, start = line.word(i), i
    number = line.number(i)
    if number is not None and line.word(i + 1) == "-" and line.glued(i + 1) and line.glued(i + 2):
        i, word = i + 2, line.word(i + 2)
    elif number is not None and line.glued(i + 1):
        i, word = i + 1, line.word(i + 1)
    elif number is not None:
        return None
    for endings, repeated in ((_ADJECTIVES, False), (_REPEATED, True)):
        ending = next((e for e in endings if word.endswith(e)), None)
        if ending is None:
            continue
        body = word.removesuffix(ending)
        for stem, measure in stems():
            if body.endswith(stem):
                return _adjective(line, start, i, body.removesuffix(stem), number, measure, repeated)
    return None


def _adjective(
    line: Line, start: int, i: int, head: str, number: int | None, measure: str, repeated: bool
) -> Match | None:
    half = numerals.with_half(head) if head else None
    value: Fraction | None
    if number is not None and not head:
        value = Fraction(number)
    elif not head and measure.split(maxsplit=1)[0] != "1":  # halbstündig, vierteljährig
        value = Fraction(1)
    elif half is not None:
        value = half + _HALF
    elif head in ("mehr", "viel", "lang"):
        value = None
    elif head == "halb":
        value = _HALF
    elif head == "anderthalb":
        value = Fraction(3, 2)
    elif head and (counted := numerals.cardinal(head)) is not None:
        value = Fraction(counted)
    else:
        return None
    written = iso_duration(value, measure)
    if repeated:
        return Match(start=start, end=i + 1, rule="set.adjective", type=TimeType.SET, value=written, quant="EVERY")
    a_person = number is not None and line.capital(i)  # der 22-Jährige
    if measure == "1 Y" and value is not None and (a_person or not _is_term(line, i + 1)):
        return Match(start=start, end=i + 1, rule="trap.age")
    return Match(
        start=start, end=i + 1, rule="duration.adjective", type=TimeType.DURATION, value=written, duration=written
    )


def _is_term(line: Line, i: int) -> bool:
    """Whether a noun of duration stands within the next three words."""
    noun = next((j for j in range(i, i + 3) if line.capital(j)), None)
    if noun is None:
        return False
    return line.kind(noun, "term") is not None or line.word(noun).endswith(_TERM_ENDINGS)
