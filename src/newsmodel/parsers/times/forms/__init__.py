"""Forms: what an expression says before it is known when it was published."""

from newsmodel.parsers.times.forms.base import Form, Moment, Side
from newsmodel.parsers.times.forms.parts import Clock, Daypart, Night, Part
from newsmodel.parsers.times.forms.plain import HERE, Fixed, MinutesAway, NewYear, SameDay, Shifted
from newsmodel.parsers.times.forms.weekly import Weekday, WeekdayIn, Weekend
from newsmodel.parsers.times.forms.yearly import DayIn, DayOfMonth, Yearly, YearlyIn

__all__ = [
    "HERE", "Clock", "DayIn", "DayOfMonth", "Daypart", "Fixed", "Form", "MinutesAway", "Moment", "NewYear", "Night",
    "Part", "SameDay", "Shifted", "Side", "Weekday", "WeekdayIn", "Weekend", "Yearly", "YearlyIn",
]  # fmt: skip
