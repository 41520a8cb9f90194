"""What is new since a day, and what to do about it; the same store and days give the same digest."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefreader.model.days import evening_of
from briefreader.model.ids import ArticleId
from briefreader.store.store import Store
from briefreader.views.crosscheck import crosscheck
from briefreader.views.inbox import list_keys, rows_in_order
from briefreader.views.movement import movements
from briefreader.views.querying import asked, matching_keys
from briefreader.views.reviewing import doubts
from briefreader.views.scoring import by_score, scoring
from briefreader.views.stories import stories
from briefreader.views.thesis_board import board

DAYS = 7
"""What a digest is of, when nothing else is said: so many days, today among them."""
_DUE_DAYS = 7
_USUAL_DAYS = 28
_UNUSUAL, _FEWEST, _LEAST_BASE = 2.0, 3, 20
_MOST_TO_READ = 7
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One thing that a digest tells."""

    words: str
    about: str = ""
    """More of it, or why it is told; empty for nothing."""
    article_id: ArticleId | None = None
    """The article that it leads to; None for none."""


@dataclass(frozen=True, slots=True)
class DigestSection:
    """Things of one kind."""

    title: str
    items: tuple[DigestItem, ...]
    nothing: str
    """What to say when there are none."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What is new from one day to another, both among them."""

    since: date
    as_of: date
    sections: tuple[DigestSection, ...]


def digest(store: Store, since: date, as_of: date) -> Digest:
    """Return what is new; the section that a reader acts on first comes first."""
    made = (
        ("New stories", _new_stories(store, since, as_of), "No new stories"),
        ("Changes to your theses", _moved(store, since, as_of), "No changes"),
        ("Conflicts and changed values", _conflicts(store, since, as_of), "No new conflicts"),
        ("Notes to review", _edited(store), "No notes to review"),
        ("What to watch", _due(store, as_of), f"Nothing due within {_DUE_DAYS} days"),
        ("Mentioned unusually often", _unusual(store, since, as_of), "No names"),
        ("Top articles to read", _to_read(store, as_of), "No unread articles in the inbox"),
    )
    sections = tuple(DigestSection(title, tuple(items), nothing) for title, items, nothing in made)
    return Digest(since, as_of, sections)


def _new_stories(store: Store, since: date, as_of: date) -> Iterator[DigestItem]:
    for story in stories(store, since, as_of):
        first = story.articles[-1]
        outlets = ", ".join(dict.fromkeys(one.publisher or "no publisher" for one in story.articles))
        yield DigestItem(f"{first.name}  +{len(story.articles) - 1}", outlets, first.id)


def _moved(store: Store, since: date, as_of: date) -> Iterator[DigestItem]:
    for thesis in store.theses.all():
        then, now = (board(store, thesis.id, day, evening_of(day)) for day in (since - timedelta(days=1), as_of))
        moved = movements(then, now)
        if any(one.change for one in moved):
            change = f"{then.belief.probability:.0%} to {now.belief.probability:.0%}"
            first = moved[0].item
            words = first.annotation.quote.exact if first.annotation.quote else first.annotation.note
            yield DigestItem(f"{thesis.title}  {change}", _short(words), first.annotation.article_id)


def _conflicts(store: Store, since: date, as_of: date) -> Iterator[DigestItem]:
    for row in crosscheck(store, store.articles.ids_between(since, as_of)):
        last = max(one.day for one in row.said)
        if since <= last <= as_of and row.disagreements and row.kind not in ("agree", "range"):
            one = row.disagreements[0]
            both = f"{one.first.outlet}: {_short(one.first.quote)} / {one.second.outlet}: {_short(one.second.quote)}"
            yield DigestItem(f"{row.kind}: {row.about}", both, one.second.article_id)


def _edited(store: Store) -> Iterator[DigestItem]:
    """Yield the notes whose texts have changed under them, those with other numbers first."""
    waiting = sorted(doubts(store), key=lambda one: "number" not in one.anchor.changes)
    for one in waiting:
        title = one.reading.article.name
        yield DigestItem(f"{title}: {one.anchor.standing}", _short(one.was), one.reading.article.id)


def _due(store: Store, as_of: date) -> Iterator[DigestItem]:
    open_ = [item for item in store.watch_items.all() if item.resolution is None]
    for item in sorted(open_, key=lambda item: (item.due.last, item.id)):
        if item.due.last <= as_of + timedelta(days=_DUE_DAYS):
            when = "overdue since" if item.due.last < as_of else "due by"
            article = item.passage.article_id if item.passage else None
            yield DigestItem(item.question, f"{when} {item.due.last:%d %b %Y}", article)


def _unusual(store: Store, since: date, as_of: date) -> Iterator[DigestItem]:
    """Yield the names that stand in more articles than in as many of the 28 days before, by more than chance.

    Fewer than 20 articles in those days say nothing of what is usual.

    Method: z = (x - m) / sqrt(m + 1) over 2, with m the mean of the days before.
    """
    if len(store.articles.ids_between(since - timedelta(days=_USUAL_DAYS), since - timedelta(days=1))) < _LEAST_BASE:
        return
    now = store.statements.named_between(since, as_of)
    before = store.statements.named_between(since - timedelta(days=_USUAL_DAYS), since - timedelta(days=1))
    days = (as_of - since).days + 1
    found = []
    for name, count in now.items():
        usual = before.get(name, 0) * days / _USUAL_DAYS
        beyond = (count - usual) / math.sqrt(usual + 1)
        if count >= _FEWEST and beyond > _UNUSUAL:
            found.append((-beyond, name, count, usual))
    for _, name, count, usual in sorted(found):
        yield DigestItem(name, f"{count} articles (usually {usual:.1f})")


def _to_read(store: Store, as_of: date) -> Iterator[DigestItem]:
    """Yield what is unread and scores most, of each story the newest."""
    unread = set(matching_keys(store, asked("is:unread", as_of), as_of, within="inbox"))
    keys = [key for key in list_keys(store, "inbox", as_of, by_story=True) if key in unread]
    counted = scoring(store, as_of)
    for row in rows_in_order(store, by_score(store, keys, as_of)[:_MOST_TO_READ]):
        points = counted.of(row.key, store.articles.provenances([row.key])[row.key])
        yield DigestItem(row.name, "; ".join(one.reason for one in points), row.id)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
