"""Sources in brackets of full width."""

from datetime import date

import pytest

from briefreader.analysis.citations.wide_brackets import find_in_wide_brackets
from briefreader.analysis.dates.dates import DateContext

CONTEXT = DateContext(date(2026, 6, 10), 2026)


def cited(text: str) -> list[tuple[str, str | None, str]]:
    return [
        (one.span.of(text), one.source, str(one.date.last) if one.date else "")
        for one in find_in_wide_brackets(text, CONTEXT)
    ]


def test_each_name_in_the_brackets_is_cited_with_their_day() -> None:
    assert cited("船は遅れた（出典：港湾研究所、ロイター、2026年5月3日）。") == [
        ("（出典：港湾研究所、ロイター、2026年5月3日）", "港湾研究所", "2026-05-03"),
        ("（出典：港湾研究所、ロイター、2026年5月3日）", "ロイター", "2026-05-03"),
    ]


@pytest.mark.parametrize(
    "text", ["船は遅れた（三日間）。", "港口（以下简称甲）", "（来源：）", "（来源：2026年5月3日）"]
)
def test_other_brackets_cite_nobody(text: str) -> None:
    assert cited(text) == []
