"""Triage: move, mark or snooze the current article, the selected articles, or all below the cursor."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property, partial

from briefreader.model.article import STATES, State
from briefreader.model.ids import ArticleKey
from briefreader.model.watch import Due
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.text.phrases import quoted, sentence
from briefreader.views.querying import asked, matching_keys
from briefreader.views.reading import Reading
from briefreader.views.watchlist import days_ahead
from briefreader.workflows.triage import mark_all, mark_read, move_all, move_to, snooze

_WEEK = 7


class TriageActions(ActionGroup):
    """Moves articles between lists; the cursor goes on to what comes next."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        states: dict[str, State] = {state: state for state in STATES}
        return {
            **{name: partial(self._move_to, state) for name, state in states.items()},
            "feed.open": self._begin_reading,
            "read": self._toggle_read,
            "unread.next": partial(self._step_unread, 1),
            "unread.previous": partial(self._step_unread, -1),
            "archive-below": self._archive_below,
            "snooze": self._snooze,
        }

    def _move_to(self, state: State) -> None:
        """Put what is selected on another list, or else the article under the cursor."""
        reading = self._presenter.ensure_open()
        if self._panes.feed.selected:
            self._move_all(sorted(self._panes.feed.selected), state)
        elif reading:
            line = self._panes.feed.story_line(reading.article.key)
            left = len(line.others) if line and not line.is_open else 0
            with self._presenter.remembering():
                done = move_to(self._workspace, reading.article.id, state)
            self._presenter.after_move(reading.article.key, state)
            rest = f"; {left} more in the story" if left else ""
            self._presenter.show_status(f"{sentence(done)}: {quoted(reading.article)}{rest} (u to undo)")

    def _move_all(self, keys: Sequence[int], state: State) -> None:
        with self._presenter.remembering():
            done = move_all(self._workspace, keys, state)
        self._done(done)

    def _step_unread(self, direction: int) -> None:
        """Go to the next unread article, or to the previous one."""
        today = self._workspace.today()
        unread = matching_keys(
            self._workspace.store, asked("is:unread", today), today, within=self._session.listing.name
        )
        if not self._panes.feed.go_on_to(set(unread), direction):
            self._presenter.show_status("No more unread articles")

    def _toggle_read(self) -> None:
        """Mark what is selected, or else the article, the other way round than the article is."""
        reading = self._presenter.ensure_open()
        if reading is None:
            return
        is_read = not reading.article.is_read
        if self._panes.feed.selected:
            with self._presenter.remembering():
                done = mark_all(self._workspace, list(self._panes.feed.selected), is_read=is_read)
            self._done(done)
        else:
            self._mark_read(reading, is_read=is_read)

    def _mark_read(self, reading: Reading, *, is_read: bool) -> None:
        if reading.article.is_read != is_read:
            with self._presenter.remembering():
                mark_read(self._workspace, reading.article.id, is_read=is_read)
            self._presenter.refresh_article()

    def _chosen(self, reading: Reading) -> Sequence[int]:
        """Return what is selected, or else the article: never others that its row stands for."""
        return sorted(self._panes.feed.selected) or [reading.article.key]

    def _begin_reading(self) -> None:
        """Count the article as read from now on, and go on where the reader left it."""
        self._panes.show_pane("article")
        if reading := self._presenter.ensure_open():
            self._mark_read(reading, is_read=True)
            self._session.begin_reading()
            self._panes.article.go_on_from(reading.article.progress)

    def _archive_below(self) -> None:
        """Archive what is listed below the cursor, or also what its rows stand for, once the reader saw how many."""
        shown = list(self._panes.feed.below)
        if not shown:
            self._presenter.show_status("Nothing below")
            return
        unseen = self._unseen(shown)
        everything = [*shown, *unseen]
        choices = [Choice(f"Archive {_counted(shown)} below", lambda: self._move_all(shown, "archive"))]
        if unseen:
            name = f"Archive all {len(everything):,}, including {len(unseen):,} hidden in the same stories"
            choices.append(Choice(name, lambda: self._move_all(everything, "archive")))
        choose(self._app, [*choices, Choice("Cancel", lambda: None)], f"Archive {_counted(shown)}?")

    def _unseen(self, keys: Sequence[int]) -> list[ArticleKey]:
        """Return what rows of a whole list stand for without showing it."""
        if not self._session.listing.is_whole:
            return []
        from briefreader.views.stories import standing_for  # noqa: PLC0415 - on first use

        meant = standing_for(self._workspace.store, keys, self._workspace.today())
        rows = self._panes.feed.rows_of(meant)
        return [key for key in meant if key not in rows]

    def _snooze(self) -> None:
        """Ask until when, and take what is selected, or else the article, out of the inbox until then."""
        reading = self._presenter.ensure_open()
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
            Choice(f"{day:%a %d %b %Y}  {why}", partial(self._snooze_until, keys, day))
            for day, why in sorted({**days, **own}.items())
        ]
        question = "Snooze until?" if only else f"Snooze all {len(keys):,} articles until?"
        choose(self._app, [*choices, Choice("Another date…", partial(self._ask_day, keys))], question)

    def _ask_day(self, keys: Sequence[int]) -> None:
        from briefreader.model.typed_days import first_ahead, in_words  # noqa: PLC0415 - on first use
        from briefreader.ui.dialogs.prompt import ask_days  # noqa: PLC0415 - on first use

        today = self._workspace.today()

        def take(due: Due) -> None:
            if day := first_ahead(due, today):
                self._snooze_until(keys, day)

        def wrong(due: Due) -> str | None:
            return None if first_ahead(due, today) else f"{in_words(due, today)}: not a future date"

        ask_days(self._app, "Snooze until?", take, wrong, today=today, direction="ahead")

    def _snooze_until(self, keys: Sequence[int], day: date) -> None:
        with self._presenter.remembering():
            done = snooze(self._workspace, keys, day)
        if len(keys) == 1 and not self._panes.feed.selected:
            self._presenter.after_move(ArticleKey(keys[0]), "snoozed")
            self._presenter.show_status(f"{sentence(done)} (u to undo)")
        else:
            self._done(done)

    def _done(self, what: str) -> None:
        self._panes.feed.select_none()
        self._presenter.reload()
        self._presenter.show_status(f"{sentence(what)} (u to undo)")


def _counted(keys: Sequence[int]) -> str:
    return f"{len(keys):,} article{'' if len(keys) == 1 else 's'}"
