"""The digest of the last days."""

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult

from briefreader.export.digest import heading_of
from briefreader.ui.actions import Scope
from briefreader.ui.hints import view_tabs
from briefreader.ui.screens.ledger import LedgerList, LedgerScreen, Place
from briefreader.ui.widgets.entry_list import Entry
from briefreader.views.digest import Digest, DigestItem, digest
from briefreader.workspace import Workspace

DAYS = 7


class DigestScreen(LedgerScreen):
    """Lists what is new of the last seven days; changes nothing."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("ledger",)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._list = LedgerList[DigestItem]()

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self.title_bar
        yield self._list
        yield self.key_bar

    def on_mount(self) -> None:
        """Name the keys."""
        self.name_keys("digest")
        self.set_focus(self._list)

    def show(self) -> None:
        """Make the digest anew."""
        today = self.workspace.clock().date()
        made = digest(self.workspace.store, today - timedelta(days=DAYS - 1), today)
        count = sum(len(section.items) for section in made.sections)
        self.title_bar.left = view_tabs("digest", count, self.workspace.settings.keys)
        self.title_bar.right = heading_of(made)
        self._list.show_entries(_entries(made))

    def action_go(self) -> None:
        """Go to the article that it is about."""
        item = self._list.entry.subject if self._list.entry else None
        if item and item.article_id:
            self.dismiss(Place(item.article_id, None))


def _entries(made: Digest) -> Iterator[Entry[DigestItem]]:
    for section in made.sections:
        yield Entry((("heading", section.title),))
        for item in section.items:
            about = (("hint", item.about),) if item.about else ()
            yield Entry((("text", item.words), *about), item)
        if not section.items:
            yield Entry((("hint", f"{section.nothing}."),))
        yield Entry((("text", ""),))
