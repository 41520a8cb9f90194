"""What the two lines of an article in the feed say; loaded before Textual, for the first frame."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import set_cell_size

from briefreader.ui.text.wrapping import width_of

if TYPE_CHECKING:
    from briefreader.model.article import ArticleRow
    from briefreader.views.first_rows import FeedRow

ROW_LINES = 2
_WORDS_A_MINUTE = 230
_DAYS_COUNTED = 7
_LEFT_OPEN = frozenset("of the and for & de des du la le di der die und für a an in on at to –".split())
"""Words that a shortened name does not end with."""
_FEWEST_CELLS_OF_OTHERS = len(" + A…")


class StoryLine(NamedTuple):
    """How a row stands to the other articles of its story that are on the same list."""

    others: tuple[str | None, ...]
    """Their publishers, the newest first; None where none is known."""
    is_open: bool = False
    """Whether they have rows of their own, below the newest."""
    is_nested: bool = False
    """Whether this row is one of those."""


def title_line(
    article: "FeedRow | ArticleRow",
    width: int,
    story: StoryLine | None = None,
    *,
    here: bool,
    is_selected: bool = False,
) -> str:
    """Return the cursor's sign, whether it is selected or unread, and the title."""
    sign = "▌" if here else " "
    unread = "x" if is_selected else " " if article.is_read else "●"
    inset = "└ " if story and story.is_nested else ""
    return fit(f"{sign}{unread} {inset}{article.title or f'“{article.opening}”'}", width)


def meta_line(
    article: "FeedRow | ArticleRow",
    width: int,
    today: date,
    place: str = "",
    score: float | None = None,
    story: StoryLine | None = None,
) -> str:
    """Return publisher and day at the left; score, how many the row stands for, minutes, claims and notes at the right.

    ``place`` is the list that it is on, where several are shown; the score is not shown when it is None. A row that
    stands for several articles names the publishers of all where there is room. Minutes, claims, notes and score give
    way to its own publisher and its day, in this order, but minutes after claims where reading has begun; the day is
    never cut.
    """
    minutes = max(1, -(-article.words // _WORDS_A_MINUTE))
    begun = f"{article.progress:.0%} of " if 0 < article.progress < 1 else ""
    heads_story = story is not None and not story.is_nested
    right = {
        "score": "" if score is None else f"{score:.1f}",
        "story": f"{'▾' if story.is_open else '▸'}{1 + len(story.others)}" if story and heads_story else "",
        "minutes": f"{begun}{minutes}m",
        "claims": f"{article.claims}○",
        "notes": f"{article.notes}*" if article.notes else "",
    }
    inset = ("     " if story and story.is_nested else "   ") + (f"{place} · " if place else "")
    outlet = article.publisher or (f"from {article.origin_name}" if article.origin_name else "no publisher")
    day = f" · {shown_day(article.published_on, today)}"
    others = f" + {named(story.others)}" if story and heads_story and not story.is_open else ""
    first = ("claims", "minutes") if begun else ("minutes", "claims")
    for giving_way in (*first, "notes", "score", None):
        last = "  ".join(filter(None, right.values()))
        last = f" {last} " if last else ""
        room = width - width_of(last)
        if giving_way is None or width_of(inset + outlet + day) <= room:
            break
        right[giving_way] = ""
    left = fit(inset + shortened(outlet, room - width_of(inset + day)), max(0, room - width_of(day))).rstrip() + day
    left += fit(others, room - width_of(left)) if room - width_of(left) > _FEWEST_CELLS_OF_OTHERS else ""
    return set_cell_size(set_cell_size(left, max(0, room)) + last, width)


def shown_day(day: date | None, today: date) -> str:
    """Return a day as lists show it: "today", "3 d" within a week, "6 Jul", with the year only when it is another."""
    if day is None:
        return "no date"
    days = (today - day).days
    if 0 <= days < _DAYS_COUNTED:
        return f"{days} d" if days else "today"
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def named(publishers: Sequence[str | None]) -> str:
    """Return each publisher once, with how many articles are theirs when it is more than one."""
    counted = Counter(one or "no publisher" for one in publishers)
    return ", ".join(name if count == 1 else f"{name} ({count})" for name, count in counted.items())


def shortened(name: str, width: int) -> str:
    """Return a name in at most so many cells: whole words and an ellipsis, or its letters where one word fills it."""
    words = name.split()
    kept = len(words)
    while kept and (width_of(" ".join(words[:kept])) >= width or words[kept - 1].lower() in _LEFT_OPEN):
        kept -= 1
    whole = " ".join(words[:kept])
    if width_of(name) <= width:
        return name
    return f"{whole}…" if width_of(whole) * 2 >= width else fit(name, max(0, width)).rstrip()


def fit(text: str, width: int) -> str:
    """Return text of just ``width`` cells; what is cut off ends in an ellipsis."""
    if width_of(text) > width:
        text = set_cell_size(text, max(0, width - 1)).rstrip() + "…"
    return set_cell_size(text, width)
