"""The reader's views: what each finds, in which order they stand, and which act on what arrives."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from briefreader.model.saved_view import RULE_ACTIONS, RuleAction, SavedView, rule_words
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.dialogs.prompt import AskScreen
from briefreader.ui.keys.actions import Scope, bindings_for
from briefreader.ui.keys.hints import view_tabs
from briefreader.ui.screens.loading import CountedScreen
from briefreader.ui.text.phrases import sentence
from briefreader.ui.widgets.entry_list import Entry
from briefreader.views.saved_views import counted_views
from briefreader.workflows.rules import act, fitting, set_rule
from briefreader.workflows.saved_views import forget_view, move_view, rename_view
from briefreader.workspace import Workspace

Counts = list[tuple[SavedView, int | None]]

_NOTHING = "No saved searches yet. Press / to search, then F to save the search."


class ViewsScreen(CountedScreen[Counts, SavedView]):
    """Lists the views in the reader's order, which keys change."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("views")]
    SCOPE: ClassVar[Scope] = "views"
    PLACE = "views"

    def count(self, workspace: Workspace) -> Counts:
        """Count what each view finds."""
        return counted_views(workspace.store, workspace.today())

    def show_counted(self, counted: Counts) -> None:
        """Show the views; the cursor stays on its own."""
        here = self._view
        self.title_bar.left = view_tabs("views", len(counted), self.workspace.settings.keys)
        rules = sum(view.on_arrival is not None for view, _ in counted)
        self.title_bar.right = f"{rules} rule{'' if rules == 1 else 's'}" if rules else ""
        again = next((view for view, _ in counted if here and view.id == here.id), None)
        self.list.show_entries(_entries(counted), again)

    @property
    def _view(self) -> SavedView | None:
        return self.list.entry.subject if self.list.entry else None

    def action_go(self) -> None:
        """List what the view finds."""
        if view := self._view:
            self.dismiss(view)

    def action_move(self, by: int) -> None:
        """Put the view before or after its neighbour."""
        if view := self._view:
            move_view(self.workspace, view, by)
            self.done(f"Moved {view.name} {'up' if by < 0 else 'down'}")

    def action_rename(self) -> None:
        """Ask for another name."""
        view = self._view
        if view is None:
            return

        def keep(name: str | None) -> None:
            if name:
                rename_view(self.workspace, view, name)
                self.done(f"Renamed to {name}")

        self.app.push_screen(AskScreen("Name of the saved search", "any name", view.name), keep)

    def action_forget(self) -> None:
        """Forget the view."""
        if view := self._view:
            forget_view(self.workspace, view)
            self.done(f"Deleted {view.name}. Its articles are kept.")

    def action_rule(self) -> None:
        """Ask what becomes of what arrives and fits; of a rule, make a mere view again."""
        view = self._view
        if view is None:
            return
        if view.on_arrival:
            self._make_rule(view, None)
            return
        choices = [Choice(sentence(words), partial(self._confirm, view, to)) for to, words in RULE_ACTIONS.items()]
        choose(self.app, choices, "What to do with new articles that match?")

    def _confirm(self, view: SavedView, action: RuleAction) -> None:
        """Say the rule in words, with what fits it now, before anything is done."""
        keys = fitting(self.workspace, view)
        rule = rule_words(view.query, action)
        choices = [
            Choice(
                "For new articles only",
                partial(self._make_rule, view, action),
                f"{rule}. Existing articles stay as they are.",
            )
        ]
        if keys:
            now = f"Also for {len(keys):,} matching articles in the inbox now"
            choices.append(
                Choice(
                    now,
                    partial(self._make_rule, view, action, keys),
                    f"{rule}, and the matching articles in the inbox too.",
                )
            )
        choose(self.app, choices, "Turn this rule on?")

    def _make_rule(self, view: SavedView, action: RuleAction | None, keys: Sequence[int] = ()) -> None:
        set_rule(self.workspace, view, action)
        done = act(self.workspace, view, action, keys) if action else None
        self.done(done or (rule_words(view.query, action) if action else f"Rule {view.name} turned off"))


def _entries(counted: Counts) -> Iterator[Entry[SavedView]]:
    if not counted:
        yield Entry((("hint", _NOTHING),))
    for view, count in counted:
        found = "?" if count is None else f"{count:,}"
        rule = (("bull", f"{'':9}new articles: {RULE_ACTIONS[view.on_arrival]}"),) if view.on_arrival else ()
        yield Entry((("text", f"{found:>7}  {view.name}"), ("hint", f"{'':9}/ {view.query}"), *rule), view)
