from textual.app import App, ComposeResult
from textual.content import Content

from briefreader.ui.widgets.line_bar import LineBar


class BarApp(App[None]):
    def compose(self) -> ComposeResult:
        yield LineBar()


async def shown(width: int) -> str:
    app = BarApp()
    async with app.run_test(size=(width, 1)):
        bar = app.query_one(LineBar)
        bar.left = [Content(word) for word in ("j move", "enter read", "e archive", "u undo", "? help")]
        bar.right = "1/9"
        return bar.render().plain


async def test_hints_in_the_middle_give_way_before_undo_and_help() -> None:
    assert await shown(60) == " j move  enter read  e archive  u undo  ? help          1/9 "
    assert await shown(40) == " j move  enter read  u undo  ? help 1/9 "
    assert await shown(20) == " u undo  ? help 1/9 "
