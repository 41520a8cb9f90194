"""The last gate before the terminal: nothing that acts on it passes, whatever came in before."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from briefreader.model.control_characters import CONTROL_CHARACTERS
from briefreader.model.signs import ASCII

_TABLE = dict.fromkeys(map(ord, CONTROL_CHARACTERS))


class ControlGuard(LineFilter):
    """Takes control and direction characters out of every line, and out of the addresses of links.

    They take no room on the screen, so that nothing moves. Text is cleaned when it is taken in; this is for what
    gets past that.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the line without what acts on a terminal; nearly always, that is the line as it is."""
        if all(text.isprintable() and not (style and style.link) for text, style, control in segments if not control):
            return segments
        return [_safe(segment) for segment in segments]


class AsciiSigns(LineFilter):
    """Shows our signs and lines in ASCII; nothing moves, because each is as wide as it was."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the line without signs that the terminal may not have."""
        return [
            segment
            if segment.control or segment.text.isascii()
            else Segment(segment.text.translate(ASCII), segment.style)
            for segment in segments
        ]


def _safe(segment: Segment) -> Segment:
    text, style, control = segment
    if control:
        return segment
    if style is not None and style.link and style.link.translate(_TABLE) != style.link:
        style += Style(link=style.link.translate(_TABLE))
    return Segment(text if text.isprintable() else text.translate(_TABLE), style)
