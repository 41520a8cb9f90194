"""Check an article that comes from a child process, before anything relies on it."""

from itertools import chain

from briefreader.ingest.clean import is_clean
from briefreader.model.article import Article
from briefreader.model.document import Document


def check_article(article: Article) -> None:
    """Check what our own parsers never break.

    Raises:
        ValueError: a place lies outside the text, blocks are not in order, or a text could act on a terminal.

    """
    document, origin = article.document, article.origin
    said = [article.id, article.title, article.opening, article.publisher, article.byline, article.url, document.text]
    said += article.not_read
    said += [origin.name, origin.url] if origin else []
    said += [inline.target for inline in document.inlines] + [block.marker for block in document.blocks]
    if not all(is_clean(words) for words in said if words):
        raise ValueError("a text that was not cleaned")
    _check_document(document)


def _check_document(document: Document) -> None:
    end, last = 0, len(document.text)
    for block in document.blocks:
        if not end <= block.start <= block.end <= last:
            raise ValueError("blocks that are not in order")
        cells = chain.from_iterable(block.rows)
        if not all(block.start <= first <= after <= block.end for first, after in cells):
            raise ValueError("a table whose cells lie elsewhere")
        end = block.end
    if any(inline.span.end > last for inline in document.inlines):
        raise ValueError("inline spans beyond the text")
