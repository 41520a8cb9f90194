"""An article made of its blocks and what is said about it."""

import hashlib
import re
from dataclasses import replace

from briefreader.ingest.choosing import choose
from briefreader.ingest.clean import clean_line
from briefreader.ingest.drafts import DraftBlock, build_document
from briefreader.ingest.furniture import mark_furniture
from briefreader.ingest.head import read_lines
from briefreader.ingest.hosts import day_in_address
from briefreader.ingest.readings import Head
from briefreader.model.article import Article
from briefreader.model.document import HIDDEN_MARKER, Document
from briefreader.model.ids import ArticleId

LONGEST_OPENING = 120
_ID_LENGTH = 16
_NO_NAME = re.compile(
    r"(?:untitled|document|article|note|page|index|readme|download|text|clip|new)?\W*\d*", re.IGNORECASE
)
_FEWEST_NAME_WORDS = 2


def build_article(drafts: list[DraftBlock], head: Head, file_name: str = "") -> Article:
    """Return the article: each field as it is read most surely, in ``head``, in the text or in the name of the file."""
    drafts = mark_furniture(drafts)
    read_lines([draft for draft in drafts if not draft.is_hidden], head)
    _read_file_name(file_name, head)
    document = build_document(drafts)
    chosen = choose(head, document.text)
    article = Article(
        id=ArticleId(""),
        title=chosen.title,
        opening=_opening(document),
        publisher=chosen.publisher,
        byline=chosen.byline,
        origin=chosen.origin,
        url=chosen.url,
        published_on=chosen.published_on,
        evidence=chosen.evidence,
        document=document,
    )
    return replace(article, id=identify(article))


def _read_file_name(file_name: str, head: Head) -> None:
    """Note the day in a file's name, and its words for a title where nothing else is one."""
    stem = re.sub(r"\.\w{1,8}$", "", file_name)
    head.date(day_in_address(stem), "file name", 0.55)
    words = re.sub(r"(?<![a-z])(?:19|20)\d\d[-_]?\d\d[-_]?\d\d(?![a-z\d])|^\d+(?=[-_])", " ", stem)
    words = " ".join(re.split(r"[-_\s]+", words)).strip()
    if len(words.split()) >= _FEWEST_NAME_WORDS and not _NO_NAME.fullmatch(words):
        head.title(words, "file name", 0.3)


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
