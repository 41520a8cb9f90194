from fakes import noon

from briefreader.model.feed import Feed, FeedState
from briefreader.model.ids import FeedId
from briefreader.views.feeds import failing, feed_list
from briefreader.workspace import Workspace


def test_feeds_are_listed_by_folder_and_name_with_how_they_do(workspace: Workspace) -> None:
    with workspace.store.journal.batch("test", noon()) as batch:
        for id_, title, folder in (("1", "b", "Z"), ("2", "B", ""), ("3", "a", "")):
            feed = Feed(id=FeedId(id_), url=f"https://{id_}.example/", title=title, folder=folder, added_at=noon())
            workspace.store.feeds.add(batch, feed)
    wrong = FeedState(error="the server returned an error (500)", next_at=noon(), new=(1, 2), notes=("x",))
    workspace.store.feeds.set_state(FeedId("2"), wrong)

    assert [(feed.title, state.error) for feed, state in feed_list(workspace.store)] == [
        ("a", None),
        ("B", "the server returned an error (500)"),
        ("b", None),
    ]
    assert feed_list(workspace.store)[1][1] == wrong
    assert failing(workspace.store) == 1
