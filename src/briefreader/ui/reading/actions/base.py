"""What the groups of actions have in common."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from textual.app import App

from briefreader.ui.reading.presenter import Presenter

Handlers = Mapping[str, Callable[[], object]]
"""What to do, by the action's id. What returns an awaitable is awaited before the next key."""


class ActionGroup:
    """Actions that belong together; a group knows the presenter, never the screen or another group."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._session = presenter.session
        self._panes = presenter.panes
        self._workspace = presenter.session.workspace

    @property
    def _app(self) -> App[Any]:
        return self._panes.app

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        raise NotImplementedError

    def is_enabled(self, action_id: str) -> bool:
        """Whether an action of the group can be done now; a key that does nothing here is left to the others."""
        del action_id
        return True
