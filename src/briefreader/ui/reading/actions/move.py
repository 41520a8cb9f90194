"""Moving about: between panes, articles and passages, and back."""

from functools import cached_property, partial

from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.text.marks import Target

_TARGETS: tuple[Target, ...] = ("claim", "citation", "sentence", "annotation")


class MoveActions(ActionGroup):
    """Moves the keys and the cursor; writes nothing."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        jumps = {
            f"{target}.{name}": partial(self._jump, target, direction)
            for target in _TARGETS
            for name, direction in (("next", 1), ("previous", -1))
        }
        return {
            **jumps,
            "pane.next": self._panes.show_next_pane,
            "pane.left": partial(self._panes.show_pane_beside, -1),
            "pane.right": partial(self._panes.show_pane_beside, 1),
            "next": partial(self._panes.feed.action_move, 1),
            "previous": partial(self._panes.feed.action_move, -1),
            "zen": self._panes.toggle_zen,
            "reload": self._presenter.reload,
            "visual": self._select,
            "furniture": self._toggle_furniture,
            "back": partial(self._back, may_quit=True),
            "cancel": partial(self._back, may_quit=False),
        }

    def _jump(self, target: Target, direction: int) -> None:
        if not self._presenter.go_to_next(target, direction):
            self._presenter.show_status(f"No {target} in this article")

    def _select(self) -> None:
        """Select text, or stop selecting."""
        self._presenter.ensure_open()
        if self._panes.article.visual:
            self._panes.article.clear_passage()
        else:
            self._panes.article.start_visual()
            self._panes.show_pane("article")
        self._presenter.show_keys()

    def _toggle_furniture(self) -> None:
        self._presenter.ensure_open()
        self._panes.article.toggle_furniture()

    def _back(self, *, may_quit: bool) -> None:
        """Give up what was begun, then go to the feed, then quit."""
        panes = self._panes
        if self._session.placing:
            self._presenter.give_up_placing()
        elif panes.pane == "feed" and panes.feed.selected:
            panes.feed.select_none()
        elif panes.pane == "feed" and not self._session.listing.is_plain:
            self._presenter.leave_query()
        elif panes.article.passage or panes.article.visual:
            panes.article.clear_passage()
        elif panes.has_class("zen"):
            panes.toggle_zen()
            panes.show_pane("feed")
        elif panes.pane != "feed":
            panes.show_pane("article" if panes.pane == "notes" else "feed")
        elif may_quit:
            self._app.exit()
