"""newsmodel's own JSON, which carries everything."""

from newsmodel.codec import dumps, loads
from newsmodel.export.formats import Format
from newsmodel.model import Article


def project_json(article: Article) -> Article:
    """Return the article: nothing is lost.

    Args:
        article: the article.

    Returns:
        The same.

    Examples:
        >>> article = Article(text="Der Rat tagt.")
        >>> project_json(article) is article
        True
    """
    return article


FORMAT = Format(
    name="json",
    title="newsmodel JSON, schema version 1",
    suffix=".json",
    losses=(),
    dump=dumps,
    load=loads,
    project=project_json,
)
