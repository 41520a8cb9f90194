from datetime import date, timedelta

from factories import SAMPLES, an_article
from fakes import TODAY

from briefreader.model.ids import ArticleKey
from briefreader.views.inbox import whole_list
from briefreader.views.querying import asked, matching_keys
from briefreader.views.related import related
from briefreader.workflows.add import add_articles, add_files
from briefreader.workflows.triage import move_to
from briefreader.workspace import Workspace

LEASE = "Halden rents its Bergen halls out under a lease. The landlord keeps the substations of the fjord."


def key_of(workspace: Workspace, text: str) -> ArticleKey:
    [key] = matching_keys(workspace.store, asked(text, TODAY), TODAY)
    return ArticleKey(key)


def test_the_other_articles_of_a_story_come_first_and_say_why(workspace: Workspace) -> None:
    add_files(workspace, [SAMPLES])

    found = related(workspace.store, key_of(workspace, "publisher:fathom landlord"))

    assert "Bergen" in str(found[0].article.title)
    assert found[0].reason.startswith("shares ")
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_what_is_in_the_trash_or_shares_nothing_is_left_out_and_old_texts_count_less(workspace: Workspace) -> None:
    texts = {
        "new": an_article(f"{LEASE} It is new.", published_on=TODAY),
        "old": an_article(f"{LEASE} It is old.", published_on=TODAY - timedelta(days=400)),
        "trash": an_article(f"{LEASE} It is rubbish.", published_on=TODAY),
        "other": an_article("Chip makers warn of costs.", published_on=date(2026, 1, 1)),
    }
    add_articles(workspace, texts.values())
    move_to(workspace, texts["trash"].id, "trash")
    add_articles(workspace, [an_article(f"{LEASE} It asks.", published_on=TODAY)])

    found = related(workspace.store, key_of(workspace, "asks"))

    assert [one.article.id for one in found] == [texts["new"].id, texts["old"].id]
    assert found[0].score > 1.5 * found[1].score


def test_an_archive_of_one_has_nothing_related(workspace: Workspace) -> None:
    add_articles(workspace, [an_article(LEASE)])
    [row] = whole_list(workspace.store, "inbox", TODAY)

    assert related(workspace.store, row.key) == []


def test_who_writes_makes_no_articles_related(workspace: Workspace) -> None:
    words = ("Wind kept ferries in port", "Pears ripen early in Ashby", "Bees come back to the moor")
    texts = [f"{one}, reports Odalys Vantongeren. Odalys Vantongeren writes on news." for one in words]
    add_articles(workspace, [an_article(text, byline="Odalys Vantongeren") for text in texts])

    for text in words:
        found = related(workspace.store, key_of(workspace, text.split()[0]))
        assert not {"odalys", "vantongeren"} & {word for one in found for word in one.words}
