"""Stores to measure on, made of the sample briefings."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from factories import SAMPLES
from fakes import a_workspace, noon

from briefreader.analysis.analyse import analyse
from briefreader.ingest.files import parse_article, read_articles
from briefreader.model.analysis import ANALYSIS_VERSION
from briefreader.model.ids import ArticleId
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.workflows.add import add_articles

_FIRST_DAY = date(2020, 1, 1)
_A_DAY = 50
_BATCH = 1000
_LONG_WORDS = 50_000


def fill_store(path: Path, count: int) -> None:
    """Make a store of ``count`` articles, each with its text and analysis."""
    samples = [read_articles(file)[0] for file in sorted(SAMPLES.glob("*.[thm][xtd]*"))]
    analyses = [analyse(sample.document, date(2026, 6, 10)) for sample in samples]
    with open_store(path) as store:
        for first in range(0, count, _BATCH):
            with store.journal.batch("added articles", noon()) as batch:
                for number in range(first, min(first + _BATCH, count)):
                    sample, analysis = samples[number % len(samples)], analyses[number % len(samples)]
                    article = replace(
                        sample,
                        id=ArticleId(f"{number:016x}"),
                        title=f"READY {number} {sample.title}",
                        published_on=_FIRST_DAY + timedelta(days=number // _A_DAY),
                    )
                    store.articles.add(batch, article, claims=9, at=noon())
                    text = store.revisions.add(article.id, article.document, analysis, ANALYSIS_VERSION, noon())
                    store.articles.begin_with(article.id, text)


def long_article(path: Path) -> None:
    """Make a store of two articles of 50,000 words each."""
    text = "\n\n".join(read_articles(file)[0].document.text for file in sorted(SAMPLES.glob("*.txt")))
    copies = _LONG_WORDS // len(text.split()) + 1
    with open_store(path) as store:
        for number in (1, 2):
            body = "\n\n".join(f"Part {number} {copy}\n\n{text}" for copy in range(copies))
            article = parse_article(f"A long piece number {number}\n\n{body}".encode(), ".txt", "long")
            add_articles(a_workspace(store, Settings(), noon), [article])
