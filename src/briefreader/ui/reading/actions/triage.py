"""Deciding what becomes of articles: of the one under the cursor, of those selected, of all below."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from briefreader.model.article import State
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.model.watch import Due
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.text.phrases import quoted, sentence
from briefreader.views.querying import asked, matching_keys
from briefreader.views.reading import Reading
from briefreader.views.watchlist import days_ahead
from briefreader.workflows.triage import keep_progress, mark_all, mark_read, move_all, move_to, snooze
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.reading.presenter import Desk
    from briefreader.ui.reading.screen import ReadScreen

_WEEK = 7


class Triaging:
    """Moves articles between lists; the cursor goes on to what comes next."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace
        self._begun: ArticleId | None = None

    def move_to(self, state: State) -> None:
        """Put what is selected on another list, or else the article under the cursor."""
        reading = self._desk.catch_up()
        if self._screen.feed.selected:
            self._move_all(sorted(self._screen.feed.selected), state)
        elif reading:
            line = self._desk.storying.line_of(reading.article.key)
            left = len(line.others) if line and not line.is_open else 0
            with self._desk.undoing.remembering():
                done = move_to(self._workspace, reading.article.id, state)
            self._desk.went(reading.article.key, state)
            rest = f"; {left} more in the story" if left else ""
            self._desk.say(f"{sentence(done)}: {quoted(reading.article)}{rest} (u to undo)")

    def _move_all(self, keys: Sequence[int], state: State) -> None:
        with self._desk.undoing.remembering():
            done = move_all(self._workspace, keys, state)
        self._done(done)

    def step_unread(self, direction: int) -> None:
        """Go to the next unread article, or to the previous one."""
        today = self._workspace.today()
        unread = matching_keys(self._workspace.store, asked("is:unread", today), today, within=self._desk.listing.name)
        if not self._screen.feed.go_on_to(set(unread), direction):
            self._desk.say("No more unread articles")

    def mark_read(self, *, is_read: bool | None) -> None:
        """Mark what is selected read or unread, or else the article; the other way round than it is when None."""
        reading = self._desk.catch_up()
        if reading is None:
            return
        wanted = not reading.article.is_read if is_read is None else is_read
        if self._screen.feed.selected and is_read is None:
            with self._desk.undoing.remembering():
                done = mark_all(self._workspace, list(self._screen.feed.selected), is_read=wanted)
            self._done(done)
        elif reading.article.is_read != wanted:
            with self._desk.undoing.remembering():
                mark_read(self._workspace, reading.article.id, is_read=wanted)
            self._desk.refresh_article()

    def _chosen(self, reading: Reading) -> Sequence[int]:
        """Return what is selected, or else the article: never others that its row stands for."""
        return sorted(self._screen.feed.selected) or [reading.article.key]

    def begin_reading(self) -> None:
        """Count the article as read from now on, and go on where the reader left it."""
        reading = self._desk.catch_up()
        if reading:
            self.mark_read(is_read=True)
            self._begun = reading.article.id
            self._screen.article.go_on_from(reading.article.progress)

    def keep_progress(self) -> None:
        """Note how far the article has been read that was begun, before it is left."""
        reading, begun, self._begun = self._desk.reading, self._begun, None
        if reading and reading.article.id == begun:
            progress = round(self._screen.article.progress, 2)
            if progress > reading.article.progress:
                keep_progress(self._workspace, begun, progress)
                self._screen.feed.refresh_article(reading.article.key)

    def archive_below(self) -> None:
        """Archive what is listed below the cursor, or also what its rows stand for, once the reader saw how many."""
        shown = list(self._screen.feed.below)
        if not shown:
            self._desk.say("Nothing below")
            return
        unseen = self._unseen(shown)
        everything = [*shown, *unseen]
        choices = [Choice(f"Archive {_counted(shown)} below", lambda: self._move_all(shown, "archive"))]
        if unseen:
            name = f"Archive all {len(everything):,}, including {len(unseen):,} hidden in the same stories"
            choices.append(Choice(name, lambda: self._move_all(everything, "archive")))
        choose(self._screen.app, [*choices, Choice("Cancel", lambda: None)], f"Archive {_counted(shown)}?")

    def _unseen(self, keys: Sequence[int]) -> list[ArticleKey]:
        """Return what rows of a whole list stand for without showing it."""
        if not self._desk.listing.is_whole:
            return []
        from briefreader.views.stories import standing_for  # noqa: PLC0415 - on first use

        meant = standing_for(self._workspace.store, keys, self._workspace.today())
        rows = self._screen.feed.rows_of(meant)
        return [key for key in meant if key not in rows]

    def snooze(self) -> None:
        """Ask until when, and take what is selected, or else the article, out of the inbox until then."""
        reading = self._desk.catch_up()
        if reading is None:
            return
        keys = self._chosen(reading)
        today = self._workspace.today()
        monday = today + timedelta(days=_WEEK - today.weekday())
        days = {
            today + timedelta(days=1): "tomorrow",
            monday: "next week",
            today + timedelta(days=30): "in 30 days",
        }
        only = reading if len(keys) == 1 and reading.article.key in keys else None
        ahead = days_ahead(only, today) if only else []
        own = {day: f"in the article: {why}" for day, why in ahead}
        choices = [
            Choice(f"{day:%a %d %b %Y}  {why}", partial(self._snooze, keys, day))
            for day, why in sorted({**days, **own}.items())
        ]
        question = "Snooze until?" if only else f"Snooze all {len(keys):,} articles until?"
        choose(self._screen.app, [*choices, Choice("Another date…", partial(self._ask_day, keys))], question)

    def _ask_day(self, keys: Sequence[int]) -> None:
        from briefreader.model.typed_days import first_ahead, in_words  # noqa: PLC0415 - on first use
        from briefreader.ui.dialogs.prompt import ask_days  # noqa: PLC0415 - on first use

        today = self._workspace.today()

        def take(due: Due) -> None:
            if day := first_ahead(due, today):
                self._snooze(keys, day)

        def wrong(due: Due) -> str | None:
            return None if first_ahead(due, today) else f"{in_words(due, today)}: not a future date"

        ask_days(self._screen.app, "Snooze until?", take, wrong, today=today, direction="ahead")

    def _snooze(self, keys: Sequence[int], day: date) -> None:
        with self._desk.undoing.remembering():
            done = snooze(self._workspace, keys, day)
        if len(keys) == 1 and not self._screen.feed.selected:
            self._desk.went(ArticleKey(keys[0]), "snoozed")
            self._desk.say(f"{sentence(done)} (u to undo)")
        else:
            self._done(done)

    def _done(self, what: str) -> None:
        self._screen.feed.select_none()
        self._desk.reload()
        self._desk.say(f"{sentence(what)} (u to undo)")


def _counted(keys: Sequence[int]) -> str:
    return f"{len(keys):,} article{'' if len(keys) == 1 else 's'}"
