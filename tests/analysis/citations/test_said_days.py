"""The day behind a verb of saying."""

from datetime import date

import pytest
from factories import a_document

from briefreader.analysis.citations.citations import find_citations
from briefreader.analysis.dates.dates import DateContext
from briefreader.analysis.roles.roles import Roles

CONTEXT = DateContext(date(2026, 6, 10), 2026)


def day_of(text: str) -> str:
    """Return the days of the only citation of a text."""
    document = a_document(text, ".md")
    (citation,) = find_citations(Roles(document), CONTEXT)
    return f"{citation.date.first}/{citation.date.last}" if citation.date else ""


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported on 5 March that ships wait.",
        "Reuters reported March 5 that ships wait.",
        "Reuters reported late on 5 March that ships wait.",
        "[Reuters reported](https://www.reuters.com/a) on 5 March that ships wait.",
    ],
)
def test_a_day_behind_a_verb_of_saying_is_that_of_the_citation(text: str) -> None:
    assert day_of(text) == "2026-03-05/2026-03-05"


def test_a_month_behind_the_words_of_a_link_is_that_of_the_citation() -> None:
    assert day_of("Port law blog [reported the case](https://www.reuters.com/a) in February 2026.") == (
        "2026-02-01/2026-02-28"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported on Friday that ships wait.",  # which Friday, the day of reading does not say
        "Gartner expects in 2027 a fall.",  # not when it was said
        "Reuters reported on ships in March.",
        "See [the port](https://www.reuters.com/a) in February 2026.",
    ],
)
def test_other_days_are_not(text: str) -> None:
    assert day_of(text) == ""
