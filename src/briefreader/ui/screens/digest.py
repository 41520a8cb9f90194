"""The digest of the last days."""

from collections.abc import Iterator
from datetime import timedelta

from briefreader.export.digest import heading_of
from briefreader.ui.keys.hints import view_tabs
from briefreader.ui.screens.base import Place
from briefreader.ui.screens.loading import CountedScreen
from briefreader.ui.widgets.entry_list import Entry
from briefreader.views.digest import DAYS, Digest, DigestItem, digest
from briefreader.workspace import Workspace


class DigestScreen(CountedScreen[Digest, DigestItem]):
    """Lists what is new of the last seven days; changes nothing."""

    PLACE = "digest"

    def count(self, workspace: Workspace) -> Digest:
        """Make the digest."""
        today = workspace.today()
        return digest(workspace.store, today - timedelta(days=DAYS - 1), today)

    def show_counted(self, counted: Digest) -> None:
        """Show the digest."""
        count = sum(len(section.items) for section in counted.sections)
        self.title_bar.left = view_tabs("digest", count, self.workspace.settings.keys)
        self.title_bar.right = heading_of(counted)
        self.list.show_entries(_entries(counted))

    def action_go(self) -> None:
        """Go to the article that it is about."""
        item = self.list.entry.subject if self.list.entry else None
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
