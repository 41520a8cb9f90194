"""One line across the screen: words at its left, words at its right."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from briefreader.ui.wrapping import width_of


class LineBar(Widget):
    """Shows two texts on one line; the right one gives way when there is no room for both."""

    ALLOW_SELECT = False

    left: reactive[str | Content] = reactive("")
    right: reactive[str | Content] = reactive("")

    def render(self) -> Content:
        """Return the line; what it shows is never markup."""
        left, right = (side if isinstance(side, Content) else Content(side) for side in (self.left, self.right))
        space = self.size.width - 1 - width_of(left.plain) - width_of(right.plain) - bool(right)
        if space < 1:
            return Content.assemble(" ", left)
        return Content.assemble(" ", left, " " * space, right, " " if right else "")
