"""One line across the screen: words at its left, words at its right."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from briefreader.ui.text.wrapping import width_of

_GAP = Content("  ")
_KEPT = 2
"""So many of the last pieces are never left out: what takes back, and what explains."""


class LineBar(Widget):
    """Shows two texts on one line; the right one gives way when there is no room for both, then the gaps narrow."""

    ALLOW_SELECT = False

    left: reactive[str | Content | Sequence[Content]] = reactive("")
    """Of pieces, those in the middle give way when there is no room for all."""
    right: reactive[str | Content] = reactive("")

    def render(self) -> Content:
        """Return the line; what it shows is never markup."""
        left, right = self._fitting(self.left), _content(self.right)
        space = self.size.width - 1 - width_of(left.plain) - width_of(right.plain) - bool(right)
        if space < 1:
            return Content.assemble(" ", left)
        return Content.assemble(" ", left, " " * space, right, " " if right else "")

    def _fitting(self, left: str | Content | Sequence[Content]) -> Content:
        if isinstance(left, str | Content):
            whole = _content(left)
            return whole if width_of(whole.plain) < self.size.width else Content(" ").join(whole.split(_GAP.plain))
        pieces = list(left)
        while len(pieces) > _KEPT and width_of(_GAP.join(pieces).plain) > self.size.width - 1:
            del pieces[-_KEPT - 1]
        return _GAP.join(pieces)


def _content(words: str | Content) -> Content:
    return words if isinstance(words, Content) else Content(words)
