"""Works in which anything can stand."""

from datetime import date

from hypothesis import strategies as st

from briefreader.model.interval import Interval
from briefreader.views.works import Work

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from(" {}\\%$&#_~^\"'@,="))
LINES = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
DAY = date(2026, 4, 13)
WORK = Work(
    key="bloomberg20260413",
    title=None,
    publisher="Bloomberg",
    issued=Interval(DAY, DAY),
    url="https://a.example/b?c={d}&e=%7B",
    accessed_on=date(2026, 6, 15),
    kind="internal memo",
    cited_in=("One", "Two"),
    tags=("q1", "margins"),
)
WORKS = st.builds(
    Work,
    key=st.just("k"),
    title=st.none() | LINES,
    author=st.none() | LINES,
    publisher=st.none() | LINES,
    issued=st.none() | st.builds(Interval, st.dates(), st.none() | st.dates()),
    url=st.none() | st.just(WORK.url),
    accessed_on=st.none() | st.dates(),
    kind=st.none() | LINES,
    cited_in=st.lists(LINES, max_size=2).map(tuple),
    tags=st.lists(LINES, max_size=2).map(tuple),
)
