"""Make Textual's selection by mouse exact in the article. Leans on private names of Textual 8.2.8, pinned for that."""

from textual.errors import NoWidget
from textual.geometry import Offset
from textual.screen import Screen

from briefreader.ui.reading.widgets.article_view import ArticleView


def offset_of_selection(
    screen: Screen[None], article: ArticleView, x: int, y: int
) -> tuple[ArticleView, Offset] | None:
    """Return the article and the character at a cell; None where another widget is.

    A widget on the Line API gives Textual no offsets, so the character's own offset stands as a column of line 0. A
    drag that began in the article is answered by the article wherever the pointer goes, else it would select to the
    end of the document.
    """
    state = screen._select_state  # noqa: SLF001 - see above
    dragging = screen._selecting and state is not None  # noqa: SLF001 - see above
    if not (dragging and state and state.start.content_widget is article):
        try:
            if screen.get_widget_at(x, y)[0] is not article:
                return None
        except NoWidget:
            return None
    return article, Offset(article.offset_at_screen(x, y), 0)
