"""What one more article costs in a large archive, and how fast the archive answers about one."""

import time
from pathlib import Path

from factories import an_article
from fakes import a_workspace, noon

from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.crosscheck import crosscheck
from briefreader.views.related import related
from briefreader.workflows.add import add_articles

_ROUNDS = 20
_TEXT = "Nvidia leases {0} halls to OpenAI for years. It pays $3{0} million a year, and OpenAI hires {0} people there."


def across_ms(store: Path) -> dict[str, list[float]]:
    """Return the milliseconds of adding an article, of holding its claims against all, and of what is related."""
    times: dict[str, list[float]] = {"added, with its story": [], "held against all": [], "related": []}
    with open_store(store) as opened:
        workspace = a_workspace(opened, Settings(), noon)
        for number in range(_ROUNDS):
            marks = [time.perf_counter()]
            [one] = add_articles(workspace, [an_article(_TEXT.format(number))])
            marks.append(time.perf_counter())
            crosscheck(opened, [one.article.id])
            marks.append(time.perf_counter())
            related(opened, opened.articles.rows([number + 1]).popitem()[0])
            marks.append(time.perf_counter())
            for kind, before, after in zip(times, marks, marks[1:], strict=False):
                times[kind].append((after - before) * 1000)
    return times
