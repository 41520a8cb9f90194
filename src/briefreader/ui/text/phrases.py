"""How titles and sentences are worded."""

from briefreader.model.article import ArticleRow

_LONGEST_TITLE = 50


def sentence(words: str) -> str:
    """Return words as a sentence begins, with all other letters as they are."""
    return words[:1].upper() + words[1:]


def quoted(article: ArticleRow) -> str:
    """Return an article's title, short enough for a line."""
    title = article.title or article.opening
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
