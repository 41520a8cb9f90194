"""One line across the screen: words at its left, words at its right."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from briefreader.ui.wrapping import width_of


class LineBar(Widget):
    """Shows two texts on one line; the right one gives way when there is no room for both."""

    ALLOW_SELECT = False

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """Return the line; what it shows is never markup."""
        room = self.size.width
        left = f" {self.left}"
        right = f"{self.right} " if self.right else ""
        space = room - width_of(left) - width_of(right)
        if space < 1:
            return Content(left)
        return Content(left + " " * space + right)
