"""Choosing what to list, and keeping queries as views."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from briefreader.model.article import LISTS, ListName
from briefreader.model.query import ORDERS
from briefreader.model.saved_view import RULE_ACTIONS, RuleAction, SavedView, rule_words
from briefreader.ui.choosing import Choice, choose
from briefreader.ui.listing import LIST_NAMES, ORDER_NAMES, Listing
from briefreader.views.querying import asked
from briefreader.views.saved_views import counted_views, saved_views
from briefreader.views.sources import counted_sources
from briefreader.workflows.rules import act, fitting, set_rule
from briefreader.workflows.saved_views import forget_view, keep_view, move_view, rename_view
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.read import ReadScreen


class Viewing:
    """Offers the lists and the reader's views."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace

    def offer(self, counts: Mapping[ListName, int]) -> None:
        """Offer all that can be listed, with how much it holds."""
        lists = [Choice(f"{LIST_NAMES[name]}  {counts[name]:,}", partial(self.open_list, name)) for name in LISTS]
        today = self._workspace.today()
        views = [
            Choice(f"{view.name}  {'?' if count is None else f'{count:,}'}", partial(self.open, view), _told(view))
            for view, count in counted_views(self._workspace.store, today)
        ]
        text = self._desk.listing.text
        keep = [Choice("Keep this query as a view …", self._keep, f"/ {text}")] if text else []
        change = [Choice("Change the views …", self._change)] if views else []
        choose(self._screen.app, [*keep, *lists, *views, *self._sources(today), *change], "Which list, view or feed?")

    def _sources(self, today: date) -> Iterator[Choice]:
        """Yield the feeds that brought what is in the inbox, and their folders."""
        for source in counted_sources(self._workspace.store, today):
            listing = partial(self.find, source.query, "inbox")
            where = "Folder" if source.folder is None else f"Feed in {source.folder}" if source.folder else "Feed"
            yield Choice(f"{source.name}  {source.articles:,}", listing, f"{where} · in the inbox")

    def find(self, text: str, name: ListName | None, view: str = "") -> None:
        """List what a query finds, in a list or anywhere; ``view`` is the name that it has."""
        listing = Listing(name, text, asked(text, self._workspace.today()), view=view)
        self._desk.show_listing(listing, listing.keys(self._workspace))
        self._screen.show_pane("feed")

    def offer_orders(self) -> None:
        """Offer the orders in which what is listed can stand."""
        choices = [
            Choice(ORDER_NAMES[order], partial(self._desk.order, order))
            for order in ORDERS
            if (order != "relevance" or self._desk.listing.text)
            and (order != "score" or self._workspace.settings.scores)
        ]
        choose(self._screen.app, choices, "In which order?")

    def explain_score(self) -> None:
        """Say what the article has points for."""
        from briefreader.views.scoring import explained, total  # noqa: PLC0415 - it brings the gazetteer

        key = self._screen.feed.key
        if not self._workspace.settings.scores:
            self._desk.say("Scores are switched off in the settings: f2")
        elif key is not None:
            points = explained(self._workspace.store, key, self._workspace.today())
            lines = [f"{one.points:.1f}  {one.reason}" for one in points] or ["nothing gives it points"]
            self._screen.app.notify("\n".join(lines), title=f"Score {total(points):.1f}", markup=False)

    def open(self, view: SavedView) -> None:
        """List what a view finds, under its name."""
        self.find(view.query, None, view.name)

    def open_list(self, name: ListName) -> None:
        """List the articles of a list."""
        self._desk.open_list(name)
        self._screen.show_pane("feed")

    def _keep(self) -> None:
        listing = self._desk.listing
        text = f"({listing.text}) is:{listing.name}" if listing.name else listing.text
        self._ask(
            "What is the view called?", listing.text.rstrip("*"), lambda name: keep_view(self._workspace, name, text)
        )

    def _ask(self, question: str, value: str, act: Callable[[str], object]) -> None:
        from briefreader.ui.screens.ask import AskScreen  # noqa: PLC0415 - on first use

        def take(answer: str | None) -> None:
            if answer:
                act(answer)
                self._desk.say(f"Kept: {answer}  F lists it, u undoes")

        self._screen.app.push_screen(AskScreen(question, "a name of your own", value), take)

    def _change(self) -> None:
        views = saved_views(self._workspace.store)
        choose(
            self._screen.app,
            [Choice(view.name, partial(self._change_one, view), _told(view)) for view in views],
            "Which view?",
        )

    def _change_one(self, view: SavedView) -> None:
        rename = partial(rename_view, self._workspace, view)
        choices = [
            Choice("Rename it …", lambda: self._ask("What is the view called?", view.name, rename)),
            Choice("Move it up", lambda: move_view(self._workspace, view, -1)),
            Choice("Move it down", lambda: move_view(self._workspace, view, 1)),
            self._rule_choice(view),
            Choice("Forget it; what it finds stays", lambda: forget_view(self._workspace, view)),
        ]
        choose(self._screen.app, choices, view.name)

    def _rule_choice(self, view: SavedView) -> Choice:
        if view.on_arrival:
            stop = partial(self._make_rule, view, None)
            return Choice("Act on what arrives no more", stop, f"Now: {view.rule}")
        return Choice("Act on what arrives …", partial(self._offer_actions, view))

    def _offer_actions(self, view: SavedView) -> None:
        """Offer what may become of what arrives, and say it in words before anything is done."""
        choices = [
            Choice(f"{words[0].upper()}{words[1:]}", partial(self._confirm, view, action))
            for action, words in RULE_ACTIONS.items()
        ]
        choose(self._screen.app, choices, "What becomes of what arrives and fits?")

    def _confirm(self, view: SavedView, action: RuleAction) -> None:
        keys = fitting(self._workspace, view)
        rule = rule_words(view.query, action)
        choices = [Choice("From now on", partial(self._make_rule, view, action), f"{rule}. Nothing is changed now.")]
        if keys:
            now = f"From now on, and now: {len(keys):,} in the inbox"
            choices.append(Choice(now, partial(self._make_rule, view, action, keys), f"{rule}, and so are these."))
        choose(self._screen.app, choices, "Make this a rule?")

    def _make_rule(self, view: SavedView, action: RuleAction | None, keys: Sequence[int] = ()) -> None:
        set_rule(self._workspace, view, action)
        with self._desk.undoing.remembering():
            done = act(self._workspace, view, action, keys) if action else None
        if done:
            self._desk.reload()
        rule = rule_words(view.query, action) if action else f"{view.name} is a mere view"
        self._desk.say(f"{done or rule}  u undoes")


def _told(view: SavedView) -> str:
    return f"/ {view.query}" + (f"\non arrival: {RULE_ACTIONS[view.on_arrival]}" if view.on_arrival else "")
