"""How well predictions agree with hand-coded dispatches: figures with intervals, on texts of your own.

`read_annotated` reads hand-coded data (the gold format of newsmodel, or brat), `evaluate` lays it beside what
`newsmodel.parse` found. Every figure is micro over the dispatches: right, gold and predicted items are summed up first.

| figure | right is |
|---|---|
| `mentions` | a mention that overlaps a gold one by more than half of both |
| `actors` | CEAF-e: actors aligned one to one by their mentions; each pair counts 2·common/(all) |
| `names`, `kind` | of the aligned actors, those with the same name, the same kind |
| `titles`, `role_bodies` | a title that overlaps by more than half; a body that a role or affiliation names |
| `meetings` | meetings aligned one to one by overlapping anchors |
| `m_status`, `m_format` | of the aligned meetings, those of the same status, format |
| `m_participants`, `m_hosts` | the same actor as participant, as host or mediator |
| `m_times` | of the aligned meetings with a time in gold, those with one of its expressions |
| `m_place`, `m_reason` | a place, a reason that shares half of its characters |
| `m_duration`, `m_topics`, `m_cancelled_by` | the same duration; a topic that shares 0.3 of its characters; the same actor |
| `meeting_full` | an aligned meeting of the same status whose participants agree with F1 of at least 0.5 |
| `statements` | a content that shares F1 of at least 0.5 of its characters (reported acts: most of the shorter one) |
| `s_type`, `who_said_what` | of the aligned statements, those of the same type; aligned, and a speaker is right |
| `stances` | a holder in common, the same polarity, and the same target (words: F1 of at least 0.3) |
| `stance_holder_polarity` | a holder in common, the same polarity, overlapping evidence |
| `stance_basis`, `stance_reason`, `attributed_to` | of the aligned stances: the same basis; reason; source |
| `times`, `time_values` | a time that shares half of its characters; with the same type and value too |
"""

from newsmodel.evaluation.annotated import LAYERS, Annotated
from newsmodel.evaluation.evaluating import evaluate
from newsmodel.evaluation.figures import Evaluation, Figure
from newsmodel.evaluation.reading import read_annotated

__all__ = ["LAYERS", "Annotated", "Evaluation", "Figure", "evaluate", "read_annotated"]
