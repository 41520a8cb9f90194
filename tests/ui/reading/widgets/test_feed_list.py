from array import array
from collections.abc import Mapping, Sequence

from factories import a_listed_article
from fakes import TODAY
from textual.app import App, ComposeResult

from briefreader.model.article import ArticleRow
from briefreader.model.ids import ArticleKey
from briefreader.ui.reading.widgets.feed_list import FeedList


class FeedApp(App[None]):
    def __init__(self, count: int) -> None:
        super().__init__()
        self.fetched = 0
        self.feed = FeedList(self._fetch, lambda: TODAY)
        self._count = count

    def _fetch(self, keys: Sequence[int]) -> Mapping[ArticleKey, ArticleRow]:
        self.fetched += len(keys)
        return {ArticleKey(key): a_listed_article(key) for key in keys}

    def compose(self) -> ComposeResult:
        yield self.feed

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"unread": "white", "dimmed": "gray"}

    def on_mount(self) -> None:
        self.feed.list_keys(array("q", range(self._count)))
        self.feed.focus()


async def test_only_what_is_shown_is_fetched_of_a_hundred_thousand() -> None:
    app = FeedApp(100_000)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert 0 < app.fetched <= 128
        app.fetched = 0
        for _ in range(40):
            await pilot.press("j")
        assert app.fetched == 0
        await pilot.press("G")
        await pilot.pause()
        assert app.feed.key == 99_999
        assert app.fetched <= 128
        await pilot.press("pageup", "pagedown", "g", "k")
        assert app.feed.key == 0


async def test_taking_a_row_off_keeps_the_cursor_at_its_row_and_putting_it_back_goes_there() -> None:
    app = FeedApp(5)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j")
        app.feed.drop(ArticleKey(2))
        assert app.feed.key == 3
        app.feed.put(ArticleKey(2), 2)
        assert (app.feed.key, len(app.feed)) == (2, 5)
        app.feed.put(ArticleKey(2), 0)
        assert (app.feed.key, len(app.feed)) == (2, 5)
        app.feed.drop(ArticleKey(99))
        await pilot.press("G")
        app.feed.drop(ArticleKey(4))
        assert app.feed.key == 3


async def test_the_cursor_stays_on_its_article_when_the_list_changes() -> None:
    app = FeedApp(5)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j")
        app.feed.list_keys(array("q", [9, 8, 2, 1]), position=app.feed.position)
        assert app.feed.key == 2
        app.feed.list_keys(array("q", [9, 8, 1]), position=app.feed.position)
        assert app.feed.key == 1
        app.feed.list_keys(array("q", []), empty="Nothing")
        assert app.feed.key is None
        await pilot.press("j", "enter")
