"""An article made of its blocks and what is said about it."""

import hashlib
from dataclasses import replace

from briefreader.ingest.clean import clean_line
from briefreader.ingest.drafts import DraftBlock, build_document
from briefreader.ingest.furniture import mark_furniture
from briefreader.ingest.head import Head, read_head
from briefreader.model.article import Article
from briefreader.model.document import HIDDEN_MARKER, Document
from briefreader.model.ids import ArticleId

LONGEST_OPENING = 120
_ID_LENGTH = 16


def build_article(drafts: list[DraftBlock], head: Head) -> Article:
    """Return the article; what ``head`` does not say is read from the text where it says so."""
    drafts = mark_furniture(drafts)
    head = read_head([draft for draft in drafts if not draft.is_hidden], head)
    document = build_document(drafts)
    article = Article(
        id=ArticleId(""),
        title=head.title,
        opening=_opening(document),
        publisher=head.publisher,
        byline=head.byline,
        origin=head.origin,
        url=head.url,
        published_on=head.published_on,
        document=document,
    )
    return replace(article, id=identify(article))


def identify(article: Article) -> ArticleId:
    """Return the id of an article: made of its address, else of its words."""
    return article_id_of(article.url or " ".join(article.document.text.split()))


def article_id_of(key: str) -> ArticleId:
    """Return the id of an article that is known by ``key``."""
    return ArticleId(hashlib.sha256(key.encode()).hexdigest()[:_ID_LENGTH])


def _opening(document: Document) -> str:
    for block in document.blocks:
        if block.kind in ("paragraph", "item") and block.role not in ("furniture", "provenance"):
            return clean_line(document.words_of(block), LONGEST_OPENING)
    shown = (document.words_of(block) for block in document.blocks if block.marker != HIDDEN_MARKER)
    return clean_line("\n".join(shown), LONGEST_OPENING)
