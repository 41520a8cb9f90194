"""Change theses and what is on them, from the board."""

from collections.abc import Callable, Mapping
from functools import partial

from briefreader.model.thesis import Thesis
from briefreader.model.typed_days import problem_of, read_days, understood
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.dialogs.form import FormScreen
from briefreader.ui.dialogs.prompt import AskScreen
from briefreader.ui.screens.base import LedgerScreen
from briefreader.views.theses import theses
from briefreader.views.thesis_board import BoardItem
from briefreader.workflows.watch import WatchWords, watch
from briefreader.workflows.weigh import (
    ThesisWords,
    add_thesis,
    change_thesis,
    delete_thesis,
    put_on_thesis,
    review_thesis,
    set_origin,
)
from briefreader.workflows.written import Unclear, parse_thesis, thesis_fields, understood_in

_LABELS = {
    "title": "Title",
    "bull": "Bull case (falsifiable)",
    "bear": "Bear case (falsifiable)",
    "subject": "Company or question",
    "prior": "Prior: probability of the bull case before evidence",
    "horizon": "Decision date",
    "review": "Next review",
    "premortem": "Ways this could fail (separate with ;)",
}


class ThesisEditor:
    """Asks what to write, saves it, and has the screen show it."""

    def __init__(self, screen: LedgerScreen, show_last: Callable[[], None]) -> None:
        """Make an editor; ``show_last`` goes to the thesis that was added last."""
        self._screen = screen
        self._show_last = show_last
        self._workspace = screen.workspace

    def write(self, thesis: Thesis | None, *, change: bool) -> None:
        """Ask for a thesis; ``change``: for the one given, else for a new one."""
        if change and thesis is None:
            return

        def take(written: Mapping[str, str]) -> ThesisWords | Unclear:
            return parse_thesis(written, self._workspace.today())

        def keep(words: ThesisWords) -> None:
            if thesis:
                change_thesis(self._workspace, thesis, words)
            else:
                add_thesis(self._workspace, words)
                self._show_last()
            self._screen.done(f"Saved “{words.title}”")

        self._screen.app.push_screen(FormScreen(_LABELS, thesis_fields(thesis), take, keep, self._understood))

    def _understood(self, name: str, written: str) -> str:
        return understood_in(name, written, self._workspace.today())

    def delete_thesis(self, thesis: Thesis | None) -> None:
        """Take a thesis away; its evidence is on none then."""
        if thesis:
            delete_thesis(self._workspace, thesis)
            self._screen.done("Thesis deleted. Its evidence is kept, unassigned.")

    def review(self, thesis: Thesis | None) -> None:
        """Ask when to look again, and say that it was looked at."""
        if thesis is None:
            return

        today = self._workspace.today()

        def keep(words: str | None) -> None:
            if words is None:
                return
            due = read_days(words, today) if words else None
            review_thesis(self._workspace, thesis, due.last if due else None)
            self._screen.done("Marked as reviewed")

        def wrong(words: str) -> str | None:
            is_good = not words or read_days(words, today)
            return None if is_good else problem_of(words)

        question, hint = "Reviewed today. Next review?", "a date, or empty"
        self._screen.app.push_screen(
            AskScreen(question, hint, "in 45 days", wrong, partial(understood, today=today)), keep
        )

    def watch_premortem(self, thesis: Thesis | None) -> None:
        """Offer the reasons to fail, and watch for the chosen one."""
        if thesis is None or not thesis.premortem:
            self._screen.say("No failure reasons yet (E to add some)")
            return

        today = self._workspace.today()
        due = read_days(str(thesis.horizon_on) if thesis.horizon_on else "in 90 days", today)
        if due is None:
            return
        until = due

        def keep(line: str) -> None:
            words = WatchWords(question=line, due=until, side="bear if it happens", thesis_id=thesis.id)
            watch(self._workspace, words)
            self._screen.done("Added to the watchlist until the decision date")

        choices = [Choice(line, partial(keep, line)) for line in thesis.premortem]
        choose(self._screen.app, choices, "Watch for which failure reason?")

    def assign(self, item: BoardItem | None) -> None:
        """Ask for the thesis of a piece of evidence."""
        if item is None:
            return

        def put(thesis: Thesis | None) -> None:
            put_on_thesis(self._workspace, item.annotation, thesis)
            self._screen.done(f"Assigned to {thesis.title}" if thesis else "Unassigned")

        self.choose_thesis(put)

    def choose_thesis(self, put: Callable[[Thesis | None], None]) -> None:
        """Offer the theses, and hand on the chosen one."""
        known = theses(self._workspace.store)
        choices = [Choice(one.title, partial(put, one), one.bull) for one in known]
        choices.append(Choice("No thesis", partial(put, None), "Shown as unassigned"))
        choose(self._screen.app, choices, "Which thesis?")

    def ask_origin(self, item: BoardItem | None) -> None:
        """Ask who first reported what the evidence says."""
        if item is None:
            return

        def keep(origin: str | None) -> None:
            if origin is not None:
                set_origin(self._workspace, item.annotation, origin)
                self._screen.done("Origin saved")

        hint = "Leave empty if unknown."
        question = "Who first reported this?"
        self._screen.app.push_screen(AskScreen(question, hint, item.evidence.origin or ""), keep)
