"""The texts that an article had before: kept for ever, to be read."""

from functools import cached_property, partial

from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.dialogs.pager import TableScreen
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.text.wrapping import wrap
from briefreader.views.earlier import EarlierText, earlier_texts

_MARGIN = 8
_WIDEST = 80


class RevisionActions(ActionGroup):
    """Shows the article's earlier versions."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {"texts": self._offer}

    def _offer(self) -> None:
        """Offer the article's other versions, the newest first, and show the chosen one with the notes made on it."""
        reading = self._presenter.ensure_open()
        if reading is None:
            return
        earlier = earlier_texts(self._workspace.store, reading)
        if not earlier:
            self._presenter.show_status("This article has no earlier versions")
            return
        choices = [
            Choice(
                f"Version {one.number}, {one.taken_in_at:%d %b %Y %H:%M}  {one.notes} notes", partial(self._show, one)
            )
            for one in earlier
        ]
        choose(self._app, choices, "Open version")

    def _show(self, text: EarlierText) -> None:
        width = min(_WIDEST, self._app.size.width - _MARGIN)
        lines = [line for words in text.lines for line in _wrapped(words, width)]
        self._app.push_screen(TableScreen(f"Version {text.number}, added {text.taken_in_at:%d %b %Y %H:%M}", lines))


def _wrapped(words: str, width: int) -> list[str]:
    return [words[start:end] for start, end in wrap(words, 0, len(words), width)] or [""]
