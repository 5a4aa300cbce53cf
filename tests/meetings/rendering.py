"""German sentences about meetings, written out from templates: what a rendered meeting must come back as."""

import attrs

PEOPLE = (
    "Außenministerin Anna Lindner",
    "Ministerpräsident Pavel Novak",
    "Bundeskanzler Jonas Weber",
    "Präsidentin Maria Santos",
    "Innenminister Erik Dahl",
    "Regierungschef Tomas Varga",
    "Gewerkschaftschef Uwe Brandt",
    "Verteidigungsministerin Ines Molina",
)
PAST = ("am Montag", "am Dienstagabend", "gestern", "in der vergangenen Woche")
AHEAD = ("in der kommenden Woche", "am kommenden Freitag", "morgen", "im nächsten Monat")
PLACES = ("Wien", "Genf", "Kopenhagen", "Ankara")
TOPICS = ("die Energiepreise", "das Handelsabkommen", "die Lage im Grenzgebiet", "den Haushalt")


@attrs.frozen(kw_only=True)
class Template:
    """A sentence pattern and the meeting that it tells of.

    Attributes:
        text: with {a} and {b} for two people, {t} a time, {o} a place, {x} a topic.
        status: the status to be found.
        format: the format to be found.
        when: which times fit: `past`, `ahead` or an empty string.
        both: whether both people take part (else only that a meeting is found is asked).
    """

    text: str
    status: str
    format: str
    when: str = ""
    both: bool = True

    @property
    def firm(self) -> bool:
        """Whether the sentence has no object before its subject, which no parser tells apart for sure."""
        return not self.text.startswith(("{t} traf", "Die Videokonferenz"))


def render(template: Template, one: str, other: str, time: str, place: str, topic: str) -> str:
    """Write a template out, its first letter a capital."""
    text = template.text.format(a=one, b=other, t=time, o=place, x=topic)
    return text[0].upper() + text[1:]


def _t(text: str, status: str, form: str = "in_person", when: str = "", *, both: bool = True) -> Template:
    return Template(text=text, status=status, format=form, when=when, both=both)


TEMPLATES = (
    # held
    _t("{a} hat sich {t} mit {b} getroffen.", "held", when="past"),
    _t("{a} und {b} trafen sich {t} in {o}.", "held", when="past"),
    _t("{t} traf {a} in {o} {b}.", "held", when="past"),
    _t("{a} empfing {b} {t} in {o}.", "held", when="past"),
    _t("{b} ist {t} in {o} von {a} empfangen worden.", "held", when="past"),
    _t("{a} telefonierte {t} mit {b} über {x}.", "held", "phone", when="past"),
    _t("{t} haben {a} und {b} miteinander telefoniert.", "held", "phone", when="past"),
    _t("Bei einem Treffen mit {b} sprach sich {a} für einen Kompromiss aus.", "held"),
    _t("Nach einem Gespräch mit {b} zeigte sich {a} zuversichtlich.", "held", "unknown"),
    _t("Das Treffen zwischen {a} und {b} fand {t} in {o} statt.", "held", when="past"),
    _t("{t} kam es in {o} zu einem Treffen zwischen {a} und {b}.", "held", when="past"),
    _t("{a} führte {t} Gespräche mit {b}.", "held", "unknown", when="past"),
    _t("In einer Videokonferenz mit {b} warb {a} {t} für das Vorhaben.", "held", "video", when="past"),
    _t("{a} und {b} haben {t} per Videoschalte über {x} beraten.", "held", "video", when="past"),
    _t("In einem Telefonat mit {b} sprach {a} {t} über {x}.", "held", "phone", when="past"),
    _t("{a} war {t} zu Gesprächen mit {b} zusammengekommen.", "held", "in_person", when="past"),
    # ongoing
    _t("{a} und {b} verhandeln derzeit über {x}.", "ongoing", "unknown"),
    _t("Die Gespräche zwischen {a} und {b} dauern an.", "ongoing", "unknown"),
    _t("Die Verhandlungen zwischen {a} und {b} über {x} laufen noch.", "ongoing", "unknown"),
    _t("{a} hat Verhandlungen mit {b} aufgenommen.", "ongoing", "unknown"),
    # planned
    _t("{a} will sich {t} mit {b} treffen.", "planned", when="ahead"),
    _t("{a} und {b} wollen {t} in {o} zusammenkommen.", "planned", when="ahead"),
    _t("{t} wird {a} {b} in {o} empfangen.", "planned", when="ahead"),
    _t("{a} soll {t} mit {b} telefonieren.", "planned", "phone", when="ahead"),
    _t("Für {o} ist ein Treffen zwischen {a} und {b} geplant.", "planned"),
    _t("{a} kündigte ein Treffen mit {b} an.", "planned"),
    _t("{a} und {b} haben ein Treffen in {o} vereinbart.", "planned"),
    _t("{a} stellte ein Treffen mit {b} in Aussicht.", "planned"),
    _t("Das geplante Treffen von {a} und {b} soll {t} stattfinden.", "planned", when="ahead"),
    _t("{a} plant, sich {t} mit {b} zu treffen.", "planned", when="ahead"),
    _t("{a} und {b} haben sich darauf verständigt, {t} Verhandlungen aufzunehmen.", "planned", "unknown", when="ahead"),
    _t("{a} hat {b} zugesagt, {t} persönliche Gespräche zu führen.", "planned", "in_person", when="ahead", both=False),
    _t(
        "{a} teilte mit, {t} werde ein virtuelles Treffen mit {b} stattfinden.",
        "planned",
        "video",
        when="ahead",
        both=False,
    ),
    # proposed
    _t("{a} schlug {b} ein Treffen in {o} vor.", "proposed", both=False),
    _t("{a} hat {b} um ein Gespräch gebeten.", "proposed", "unknown"),
    _t("{a} bot {b} ein Gespräch an.", "proposed", "unknown"),
    _t("{a} könnte sich {t} mit {b} treffen.", "proposed", when="ahead"),
    _t("Möglicherweise trifft sich {a} {t} mit {b}.", "proposed", when="ahead"),
    _t("{a} erwägt ein Treffen mit {b}.", "proposed"),
    _t("{a} zeigte sich zu Gesprächen mit {b} bereit.", "proposed", "unknown"),
    _t("{a} hat sich bereiterklärt, mit {b} zu verhandeln.", "proposed", "unknown"),
    _t("{a} forderte Verhandlungen mit {b}.", "proposed", "unknown"),
    _t("{a} rief {b} zu einem Treffen auf.", "proposed"),
    # postponed
    _t("{a} hat das Treffen mit {b} verschoben.", "postponed"),
    _t("Das Treffen zwischen {a} und {b} ist auf unbestimmte Zeit verschoben worden.", "postponed"),
    _t("Die Verhandlungen zwischen {a} und {b} wurden vertagt.", "postponed", "unknown"),
    _t("{a} verschob einen Besuch bei {b} wegen einer Erkrankung.", "postponed"),
    _t("Die Videokonferenz mit {b} musste {a} verschieben.", "postponed", "video"),
    # cancelled
    _t("{a} sagte das Treffen mit {b} ab.", "cancelled"),
    _t("{a} hat das Treffen mit {b} kurzfristig abgesagt.", "cancelled"),
    _t("Das Treffen zwischen {a} und {b} wurde abgesagt.", "cancelled"),
    _t("Das für {o} geplante Treffen von {a} und {b} ist geplatzt.", "cancelled"),
    _t("Das Telefonat zwischen {a} und {b} fällt aus.", "cancelled", "phone"),
    _t("Nach der Absage des Treffens mit {b} äußerte sich {a} enttäuscht.", "cancelled", both=False),
    _t("Eigentlich hätte sich {a} {t} mit {b} treffen sollen.", "cancelled", when="past"),
    # declined
    _t("{a} lehnte ein Treffen mit {b} ab.", "declined"),
    _t("{a} hat ein Gespräch mit {b} abgelehnt.", "declined", "unknown"),
    _t("{a} will sich nicht mit {b} treffen.", "declined"),
    _t("{a} weigert sich, mit {b} zu verhandeln.", "declined", "unknown"),
    _t("{a} schloss ein Treffen mit {b} aus.", "declined"),
    _t("{a} schlug eine Einladung zu einem Gespräch mit {b} aus.", "declined", "unknown", both=False),
)
