from datetime import date

from factories import an_article
from fakes import TODAY

from briefreader.views.entity import entity_page, glossary
from briefreader.workflows.add import add_articles
from briefreader.workspace import Workspace

DAYS = [date(2026, month, 1) for month in (1, 2, 3, 4)]


def add(workspace: Workspace, *texts: str) -> None:
    for text, day in zip(texts, DAYS, strict=False):
        add_articles(workspace, [an_article(text, published_on=day)])


def test_figures_stand_in_the_order_of_days_and_what_is_far_from_them_is_named(workspace: Workspace) -> None:
    add(workspace, *(f"OpenAI holds {count} accelerators there." for count in ("40,000", "42,000", "90,000", "44,000")))

    page = entity_page(workspace.store, "OpenAI", TODAY)

    [line] = page.lines
    assert line.key == "count in accelerator | openai"
    assert [(one.said.day, one.value, one.is_outlier) for one in line.figures] == [
        (DAYS[0], 40_000, False),
        (DAYS[1], 42_000, False),
        (DAYS[2], 90_000, True),
        (DAYS[3], 44_000, False),
    ]
    assert len(page.articles) == 4


def test_what_happened_is_told_once_an_article_the_oldest_first(workspace: Workspace) -> None:
    add(
        workspace,
        "OpenAI leases halls to Nvidia. OpenAI leased more to Nvidia.",
        "Nvidia was founded in 1993.",
    )

    page = entity_page(workspace.store, "Nvidia", TODAY)

    assert [one.statement.key for one in page.events] == ["lease | nvidia + openai", "found | nvidia"]
    assert page.lines == ()


def test_key_terms_of_all_articles_are_listed_with_theirs(workspace: Workspace) -> None:
    add(workspace, "A title here\n\nText of it.\n\nKey Terms\n• Moat — an advantage.\n• Hall — a room.")

    assert [(one.term, one.meaning) for one in glossary(workspace.store, TODAY)] == [
        ("Hall", "a room."),
        ("Moat", "an advantage."),
    ]
