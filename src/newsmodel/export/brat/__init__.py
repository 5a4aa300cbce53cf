"""brat standoff, out and in: https://brat.nlplab.org/standoff.html.

A document is two files, the text and an `.ann` file, beside an `annotation.conf` for the folder. What brat has no
notation for (a rule, the value of a time, a duration, the full name of an actor) stands in notes, as JSON.
"""

from __future__ import annotations

from importlib.resources import files

import attrs

from newsmodel.errors import FormatError, TextError
from newsmodel.export._archive import pack, unpack
from newsmodel.export.brat.lines import read_lines
from newsmodel.export.brat.project import LOSSES, project_brat
from newsmodel.export.brat.read import build_article
from newsmodel.export.brat.write import write_lines
from newsmodel.export.formats import Format
from newsmodel.model import Article
from newsmodel.model._base import check_unicode

__all__ = ["FORMAT", "BratDocument", "annotation_conf", "export_brat", "import_brat", "project_brat", "visual_conf"]


@attrs.frozen
class BratDocument:
    """A document of brat.

    Attributes:
        text: the `.txt` file, character for character the text of the article.
        annotations: the `.ann` file; offsets are code points, end exclusive.
    """

    text: str
    annotations: str


def export_brat(article: Article) -> BratDocument:
    """Return an article as a document of brat.

    Args:
        article: the article.

    Returns:
        The document; it holds what `project_brat` returns.

    Examples:
        >>> from newsmodel import Actor, ActorKind, Mention, MentionType, Span
        >>> mention = Mention(span=Span(start=4, end=7), type=MentionType.NOMINAL)
        >>> council = Actor(name="Rat", kind=ActorKind.ORGANIZATION, mentions=(mention,))
        >>> print(export_brat(Article(text="Der Rat tagt.", actors=(council,))).annotations, end="")
        T1	Organization 4 7	Rat
        A1	MentionType T1 nominal
        #1	AnnotatorNotes T1	{"name": "Rat"}
    """
    carried = project_brat(article)
    return BratDocument(text=carried.text, annotations=write_lines(carried))


def import_brat(document: BratDocument) -> Article:
    r"""Return the article that a document of brat describes.

    Annotations of other types than those of `annotation_conf()` are passed over; so are remarks.

    Args:
        document: the document, written by `export_brat` or drawn by hand in its scheme.

    Returns:
        The article.

    Raises:
        FormatError: it is not brat standoff, or an annotation lacks what its class needs; with the line or the id.

    Examples:
        >>> import_brat(BratDocument("Der Rat tagt.", "T1\tOrganization 4 7\tRat\n")).actors
        (Actor('Rat', organization, 1 mentions),)
    """
    for name, content in (("text", document.text), ("annotations", document.annotations)):
        try:
            check_unicode(content, name)
        except TextError as error:
            raise FormatError("brat", error.reason, place=f"{name}, offset {error.offset}") from None
    return build_article(document.text, read_lines(document.annotations, document.text))


def annotation_conf() -> str:
    """Return the `annotation.conf` of the scheme: types, roles, attributes and their values.

    Returns:
        The text of the file.

    Examples:
        >>> "Statement" in annotation_conf()
        True
    """
    return files("newsmodel.export.brat").joinpath("annotation.conf").read_text(encoding="utf-8")


def visual_conf() -> str:
    """Return the `visual.conf` of the scheme: colours and short labels.

    Returns:
        The text of the file.

    Examples:
        >>> "[drawing]" in visual_conf()
        True
    """
    return files("newsmodel.export.brat").joinpath("visual.conf").read_text(encoding="utf-8")


def _dump(article: Article) -> bytes:
    document = export_brat(article)
    return pack(
        {
            "article.txt": document.text,
            "article.ann": document.annotations,
            "annotation.conf": annotation_conf(),
            "visual.conf": visual_conf(),
        }
    )


def _load(source: str | bytes) -> Article:
    found = unpack("brat", source, (".txt", ".ann"))
    return import_brat(BratDocument(text=found[".txt"], annotations=found[".ann"]))


FORMAT = Format(
    name="brat",
    title="brat standoff: a zip of .txt, .ann, annotation.conf and visual.conf",
    suffix=".brat.zip",
    losses=LOSSES,
    dump=_dump,
    load=_load,
    project=project_brat,
)
