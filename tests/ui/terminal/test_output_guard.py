import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from briefreader.ui.terminal.output_guard import ControlGuard


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\x1b]0;PWNED\x07two", "one]0;PWNEDtwo"),
        ("a\x9b2J\x00b\x7f", "a2Jb"),
        ("a\u202eb\ufeff", "ab"),
        ("plain — “text” 価", "plain — “text” 価"),
    ],
)
def test_nothing_that_acts_on_a_terminal_passes(text: str, shown: str) -> None:
    (segment,) = ControlGuard().apply([Segment(text, Style(bold=True))], Color.parse("black"))

    assert segment == Segment(shown, Style(bold=True))


def test_addresses_of_links_are_guarded_too() -> None:
    (segment,) = ControlGuard().apply([Segment("x", Style(link="https://a/\x1b\\"))], Color.parse("black"))

    assert segment.style is not None
    assert segment.style.link == "https://a/\\"


def test_what_textual_itself_says_to_the_terminal_passes() -> None:
    control = Segment("\x1b[H", None, [(1,)])  # type: ignore[list-item]

    assert ControlGuard().apply([control], Color.parse("black")) == [control]
