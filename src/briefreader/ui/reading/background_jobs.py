"""What goes on beside the app: the new analysis of old articles, and asking feeds for new ones."""

import json
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal

from textual.message import Message
from textual.timer import Timer

from briefreader.model.errors import BriefreaderError
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.reading.presenter import Presenter
from briefreader.ui.text.phrases import sentence
from briefreader.views.outdated import has_outdated
from briefreader.views.store_file import newer_schema, store_file

if TYPE_CHECKING:
    from briefreader.ui.jobs.daily_backup import DailyBackup
    from briefreader.ui.jobs.process import ChildProcess

Job = Literal["reanalyse", "refresh", "fetch", "backup"]

_TELL_EACH_S = 0.2
_ASK_AFTER_S = 0.5


class JobProgress(Message):
    """What a job has said; None when it has ended."""

    def __init__(self, job: Job, told: dict[str, Any] | None) -> None:
        super().__init__()
        self.job = job
        self.told = told


class BackgroundJobs(ActionGroup):
    """Starts jobs, at most one of each kind, and says how far they are."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._running: dict[Job, ChildProcess] = {}
        self._new = self._changed = self._failed = self._total = 0
        self._waiting: list[datetime] = []
        self._unread: list[str] = []
        self._is_stopped = self._may_force = False
        self._timers: list[Timer] = []
        self.daily_backup: DailyBackup | None = None
        """None unless one was due."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {"refresh": partial(self._refresh, at_once=True), "fetch": self._fetch}

    def begin(self) -> None:
        """Analyse anew what older rules have analysed, and copy the store once a day; a newer store is only read."""
        from briefreader.workflows.backup import (  # noqa: PLC0415 - not for the first frame
            is_backup_due,
            remove_copies_left_behind,
        )

        if newer := newer_schema(self._workspace.store):
            self._presenter.show_status(
                f"This store was written by a newer briefreader (schema {newer}). It is read-only here."
            )
            return
        if has_outdated(self._workspace.store):
            self._start("reanalyse", "--json")
        file = store_file(self._workspace.store)
        if file is None:
            return
        if is_backup_due(self._workspace):
            from briefreader.ui.jobs.daily_backup import DailyBackup  # noqa: PLC0415 - once a day

            self.daily_backup = DailyBackup(
                file, lambda words: self._panes.post_message(JobProgress("backup", {"words": words}))
            )
        clear = partial(remove_copies_left_behind, Path(file), self._workspace.clock())
        self._panes.run_worker(clear, thread=True, group="clear")
        self._panes.run_worker(partial(self._check_pages, Path(file)), thread=True, group="check")

    def _check_pages(self, file: Path) -> None:
        """Say when the store is damaged; this takes up to a second, which the first frame does not wait for."""
        from briefreader.workflows.first_sight import check_pages  # noqa: PLC0415 - not for the first frame

        try:
            check_pages(file, again=True)
        except (BriefreaderError, OSError) as problem:
            self._panes.post_message(JobProgress("backup", {"words": sentence(str(problem))}))

    def refresh_each(self, minutes: int) -> None:
        """Ask feeds soon, and then every so many minutes, from now on; for 0, only when told."""
        for timer in self._timers:
            timer.stop()
        ask = partial(self._refresh, at_once=False)
        self._timers = (
            [self._panes.set_timer(_ASK_AFTER_S, ask), self._panes.set_interval(60 * minutes, ask)] if minutes else []
        )

    def _refresh(self, *, at_once: bool) -> None:
        """Ask feeds; when that goes on already, stop it.

        ``at_once``: by the reader's key, which asks a server that has asked to wait when it is pressed once more.
        """
        if self._workspace.offline:
            self._presenter.show_status("Offline (--offline): nothing was fetched")
        elif running := self._running.get("refresh"):
            self._is_stopped = True
            running.stop()
        else:
            self._new = self._changed = self._failed = self._total = 0
            self._waiting, self._unread = [], []
            how = ["--force"] if at_once and self._may_force else ["--now"] if at_once else []
            self._start("refresh", "--json", *how)
            self._is_stopped, self._may_force = False, at_once
            if at_once:
                self._presenter.show_status("Refreshing feeds… (r to stop)")

    def _fetch(self) -> None:
        """Fetch the whole text of the article."""
        reading = self._presenter.ensure_open()
        if reading is None:
            return
        if self._workspace.offline:
            self._presenter.show_status("Offline (--offline): nothing was fetched")
        elif "fetch" not in self._running:
            self._presenter.show_status("Fetching the page…")
            self._start("fetch", reading.article.id)

    def stop(self) -> None:
        """End all jobs but the backup; the next start goes on with them."""
        for running in self._running.values():
            running.stop()

    def hear(self, message: JobProgress) -> None:
        """Say how far a job is, or show what it has brought."""
        told = message.told
        if told is None:
            self._running.pop(message.job, None)
        if told and "words" in told and message.job in ("reanalyse", "backup"):
            self._presenter.show_status(told["words"])
        elif message.job == "reanalyse" and told:
            self._show_reanalysed(told["done"], told["total"])
        elif message.job == "refresh":
            self._hear_refresh(told)
        elif message.job == "fetch" and told:
            self._presenter.reload_if_changed()
            self._presenter.show_status(told["words"])

    def _show_reanalysed(self, done: int, total: int) -> None:
        """Say how far the new analysis is; with its end, show what it has found."""
        if done < total:
            self._presenter.show_status(f"Re-analysing articles: {done:,} of {total:,}")
            return
        self._session.note_version()
        self._panes.feed.refresh_all()
        self._presenter.refresh_article()
        self._presenter.show_status(
            f"Re-analysed {total:,} article{'s' if total > 1 else ''}. Your notes are unchanged."
        )

    def _hear_refresh(self, told: dict[str, Any] | None) -> None:
        if told is None:
            self._presenter.reload_if_changed()
            self._may_force = self._may_force and bool(self._waiting)
            self._presenter.show_status(self._outcome())
        elif "words" in told:
            self._presenter.show_status(told["words"])
        elif "folder" in told:
            self._new += told["new"]
            self._changed += told["changed"]
            self._unread = told["errors"]
        elif "page" in told:
            self._presenter.show_status(
                f"Fetching full text: {told['done']} of {told['total']}, {self._new} new (r to stop)"
            )
        else:
            self._new += told["new"]
            self._changed += told["changed"]
            self._failed += told["outcome"] == "failed"
            self._waiting += [datetime.fromisoformat(told["next_at"])] if told["outcome"] == "waits" else []
            self._total = told["total"]
            self._presenter.show_status(
                f"Refreshing feeds: {told['done']} of {told['total']}, {self._new} new (r to stop)"
            )

    def _outcome(self) -> str:
        if self._is_stopped:
            return f"Stopped. {_articles(self._new)} (finished feeds are saved)"
        from briefreader.views.feeds import feed_list  # noqa: PLC0415 - not for the first frame

        has_folder = bool(self._workspace.settings.inbox_folder)
        if not has_folder and not self._total and not feed_list(self._workspace.store):
            return "No feeds yet (6 to add one)"
        failed = f" · {self._failed} feed{'s' if self._failed > 1 else ''} failed (see 6)" if self._failed else ""
        changed = f" · {self._changed} changed" if self._changed else ""
        unread = " · ".join(["", *self._unread])
        return f"{_articles(self._new)}{changed}{failed}{self._who_waits()}{unread}"

    def _who_waits(self) -> str:
        if not self._waiting:
            return ""
        from briefreader.model.feed import clock_words  # noqa: PLC0415 - not for the first frame

        until = clock_words(min(self._waiting), self._workspace.clock())
        again = " (r again to refresh anyway)" if self._may_force else ""
        return f" · {len(self._waiting)} asked to wait until {until}{again}"

    def _start(self, job: Job, *arguments: str) -> None:
        file = store_file(self._workspace.store)
        if file and job not in self._running:
            from briefreader.ui.jobs.process import ChildProcess  # noqa: PLC0415 - on first use

            running = self._running[job] = ChildProcess(file, job, *arguments)
            self._panes.run_worker(lambda: self._follow(job, running), thread=True, group=job)

    def _follow(self, job: Job, running: "ChildProcess") -> None:
        """Post what a job says; of what comes fast, the last."""
        at = 0.0
        for line in running.lines():
            told = _parsed(line)
            is_last = told.get("done") == told.get("total")
            if job == "refresh" or is_last or monotonic() - at > _TELL_EACH_S:
                at = monotonic()
                self._panes.post_message(JobProgress(job, told))
        self._panes.post_message(JobProgress(job, None))


def _articles(new: int) -> str:
    return f"{new or 'No'} new article{'' if new == 1 else 's'}"


def _parsed(line: str) -> dict[str, Any]:
    """Return a line of JSON; any other line as words."""
    try:
        told = json.loads(line)
    except ValueError:
        told = None
    return told if isinstance(told, dict) else {"words": line.removeprefix("briefreader: ")}
