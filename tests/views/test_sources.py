from factories import an_article
from fakes import TODAY, noon

from briefreader.model.feed import Feed
from briefreader.model.ids import ArticleId, FeedId
from briefreader.store.feeds import KnownEntry
from briefreader.views.querying import asked, matching_keys
from briefreader.views.sources import counted_sources
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import move_to
from briefreader.workspace import Workspace


def test_feeds_stand_under_their_folders_with_what_is_in_the_inbox_and_their_queries_find_it(
    workspace: Workspace,
) -> None:
    with workspace.store.journal.batch("test", noon()) as batch:
        for id_, title, folder in (("1", "Beta", "Zeta"), ("2", 'The "Wire" today', ""), ("3", "Alpha", "Zeta")):
            feed = Feed(id=FeedId(id_), url=f"https://{id_}.example/", title=title, folder=folder, added_at=noon())
            workspace.store.feeds.add(batch, feed)
    for number, id_ in enumerate("1123"):
        [one] = add_articles(workspace, [an_article(f"Text {number}.")])
        entry = KnownEntry(ArticleId(one.article.id), "", 0)
        workspace.store.feeds.set_entry(FeedId(id_), str(number), entry, owns=True)
    move_to(workspace, one.article.id, "archive")

    sources = counted_sources(workspace.store, TODAY)

    assert [(one.name, one.folder, one.articles) for one in sources] == [
        ('The "Wire" today', "", 1),
        ("Zeta", None, 2),
        ("Alpha", "Zeta", 0),
        ("Beta", "Zeta", 2),
    ]
    found = [matching_keys(workspace.store, asked(one.query, TODAY), TODAY, within="inbox") for one in sources]
    assert list(map(len, found)) == [1, 2, 0, 2]
