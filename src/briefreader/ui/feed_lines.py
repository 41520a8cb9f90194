"""What the two lines of an article in the feed say; loaded before Textual, for the first frame."""

from typing import TYPE_CHECKING

from rich.cells import set_cell_size

from briefreader.ui.wrapping import width_of

if TYPE_CHECKING:
    from briefreader.model.article import ArticleRow
    from briefreader.views.first_rows import FeedRow

ROW_LINES = 2
_WORDS_A_MINUTE = 230


def title_line(article: "FeedRow | ArticleRow", width: int, *, here: bool, is_selected: bool = False) -> str:
    """Return the cursor's sign, whether it is selected or unread, and the title."""
    sign = "▌" if here else " "
    unread = "x" if is_selected else " " if article.is_read else "●"
    return fit(f"{sign}{unread} {article.title or f'“{article.opening}”'}", width)


def meta_line(article: "FeedRow | ArticleRow", width: int, place: str = "", score: float | None = None) -> str:
    """Return publisher and day at the left; score, similar articles, minutes, claims and notes at the right.

    ``place`` is the list that it is on, where several are shown; the score is not shown when it is None.
    """
    minutes = max(1, -(-article.words // _WORDS_A_MINUTE))
    begun = f"{article.progress:.0%} of " if 0 < article.progress < 1 else ""
    right = f"{begun}{minutes}m  {article.claims}○"
    right += f"  {article.notes}*" if article.notes else ""
    right = f"+{article.similar}  {right}" if article.similar else right
    right = right if score is None else f"{score:.1f}  {right}"
    who = f"{place} · " if place else ""
    who += article.publisher or (f"from {article.origin_name}" if article.origin_name else "no publisher")
    day = f" · {article.published_on:%d %b %Y}" if article.published_on else ""
    room = width - width_of(right) - 2
    return set_cell_size(fit(f"   {who}{day}", max(0, room)) + f" {right} ", width)


def fit(text: str, width: int) -> str:
    """Return text of just ``width`` cells; what is cut off ends in an ellipsis."""
    if width_of(text) > width:
        text = set_cell_size(text, max(0, width - 1)).rstrip() + "…"
    return set_cell_size(text, width)
