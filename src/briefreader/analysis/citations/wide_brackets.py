"""Sources in brackets of full width, as Chinese and Japanese texts have them: "（出典：…）"."""

import re
from collections.abc import Iterator

from briefreader.analysis.citations.citing import cite
from briefreader.analysis.citations.entries import day_in, is_day, read_entry
from briefreader.analysis.dates.dates import DateContext
from briefreader.model.citation import Citation
from briefreader.model.span import Span

_BRACKETS = re.compile(
    r"[\uff08(\u3010](?:(?:資料|资料|数据|數據|图片|新闻|新聞)?(?:来源|來源|出处|出處)|出典|情報源|引用元?|参考|via)\s?[:\uff1a]\s?"
    r"(?P<names>[^\uff08\uff09()\u3010\u3011\n]{2,80})[\uff09)\u3011]"
)
_BETWEEN = re.compile(r"[\u3001\uff0c,;\uff1b/]\s?")


def find_in_wide_brackets(text: str, context: DateContext) -> Iterator[Citation]:
    """Yield one citation for each name; several share the span of their brackets."""
    for match in _BRACKETS.finditer(text):
        day = day_in(match["names"], context)
        for name in map(str.strip, _BETWEEN.split(match["names"])):
            if name and not is_day(name):
                source = read_entry(name, context).name or name
                yield cite(Span(*match.span()), "paren", source, date=day)
