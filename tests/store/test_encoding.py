from datetime import date
from pathlib import Path

import pytest
from factories import SAMPLES, a_document

from briefreader.analysis.analyse import analyse
from briefreader.ingest.files import read_articles
from briefreader.store.encoding import (
    decode_analysis,
    decode_document,
    encode_analysis,
    encode_layout,
    encode_statements,
)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.[thm][xtd]*")), ids=lambda path: str(path.name))
def test_documents_and_analyses_come_back_as_they_were(path: Path) -> None:
    document = read_articles(path)[0].document
    analysis = analyse(document, date(2026, 6, 10))

    assert decode_document(document.text, encode_layout(document)) == document
    assert decode_analysis(encode_analysis(analysis), encode_statements(analysis)) == analysis


def test_a_watch_line_without_a_date_comes_back() -> None:
    analysis = analyse(a_document("It is late. Watch whether it moves at all."), date(2026, 6, 10))

    assert decode_analysis(encode_analysis(analysis), encode_statements(analysis)).watch_lines[0].due is None


def test_why_a_citation_supports_a_claim_comes_back() -> None:
    document = a_document("Here stands a title\n\nThe harbour took 4,000 ships in May.\n\nSource: Reuters")
    analysis = analyse(document, date(2026, 6, 10))

    assert [support.basis for claim in analysis.claims for support in claim.support] == ["story"]
    assert decode_analysis(encode_analysis(analysis), encode_statements(analysis)) == analysis
