from dataclasses import replace

import pytest
from factories import an_article
from fakes import TODAY, noon

from briefreader.model.analysis import Analysis, Entity, Term
from briefreader.model.document import Block, Document, InlineSpan
from briefreader.model.span import Span
from briefreader.model.statement import Statement
from briefreader.workflows.parsing import Analysed, analysed

TEXT = "Halden cut its bill by 60% in April 2026 (Reuters, 3 May 2026). It expects to rent halls for $5m by 2028."


def test_what_our_own_extractors_find_is_taken() -> None:
    read = analysed(an_article(TEXT), noon(), TODAY)

    assert read.analysis.claims
    assert Analysed(read.article, read.analysis) == read


@pytest.mark.parametrize(
    "analysis",
    [
        Analysis(terms=(Term("a", "b", Span(0, 10_000)),)),
        Analysis(entities=(Entity("Halden", "company", (Span(0, 6), Span(9_000, 9_001))),)),
        Analysis(statements=(Statement(span=Span(0, 6), family="rent", parties=(), words=Span(9_000, 9_001)),)),
    ],
)
def test_places_beyond_the_text_are_refused(analysis: Analysis) -> None:
    with pytest.raises(ValueError, match="beyond the text"):
        Analysed(an_article(TEXT), analysis)


def test_a_claim_that_names_a_citation_that_is_not_there_is_refused() -> None:
    read = analysed(an_article(TEXT), noon(), TODAY)

    with pytest.raises(ValueError, match="not there"):
        Analysed(read.article, replace(read.analysis, citations=()))


@pytest.mark.parametrize(
    "document",
    [
        Document("Words.", (Block(kind="paragraph", start=0, end=60),)),
        Document("Words.", (Block(kind="paragraph", start=3, end=6), Block(kind="paragraph", start=0, end=3))),
        Document("Words.", (Block(kind="paragraph", start=4, end=2),)),
        Document("Words.", (Block(kind="table", start=0, end=6, rows=(((0, 60),),)),)),
        Document("Words.", (), (InlineSpan(span=Span(0, 60), style="link"),)),
        Document("Wo\x1b[2Jrds.", ()),
        Document("Wo\u202erds.", ()),
    ],
)
def test_a_text_whose_blocks_contradict_it_or_that_acts_is_refused(document: Document) -> None:
    with pytest.raises(ValueError, match=r"blocks|cells|spans|cleaned"):
        Analysed(replace(an_article(TEXT), document=document), Analysis())
