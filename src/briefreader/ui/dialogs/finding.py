"""Why a check has something to say: the rule, what decided it, and both places."""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefreader.model.finding import RULES, Finding
from briefreader.model.span import Span
from briefreader.ui.text.marks import FINDING_SIGNS

Wish = Literal["go", "other", "silence", "silence-always"]

_SEVERITIES = {"error": "error", "warn": "warning", "info": "info"}
_LONGEST = 400


class FindingScreen(ModalScreen[Wish | None]):
    """Explains a finding; answers with what the reader wishes to do about it."""

    CSS_PATH = "finding.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss('go')", show=False),
        Binding("o", "dismiss('other')", show=False),
        Binding("d", "dismiss('silence')", show=False),
        Binding("D", "dismiss('silence-always')", show=False),
        Binding("q,escape", "dismiss", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
    ]

    def __init__(self, finding: Finding, text: str) -> None:
        super().__init__()
        self._finding = finding
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay out the explanation."""
        with VerticalScroll():
            yield Static(Content("\n").join(explained(self._finding, self._text)))

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def explained(finding: Finding, text: str) -> list[Content]:
    """Return the lines that explain a finding; words of the article are never markup."""
    title, reason = RULES[finding.rule]
    lines = [
        Content.styled(f"{FINDING_SIGNS[finding.severity]} {title}", "bold"),
        Content(f"{finding.rule}, {_SEVERITIES[finding.severity]}"),
        Content(""),
        Content(finding.message[:1].upper() + finding.message[1:]),
        Content(""),
        Content(reason),
    ]
    for name, span in (("HERE", finding.span), ("AGAINST", finding.other)):
        if span:
            lines += [Content(""), Content.styled(name, "bold"), Content(f"“{_short(span, text)}”")]
    keys = ["enter open" if finding.span else "", "o other passage" if finding.other else ""]
    keys += ["d dismiss here", "D turn rule off", "q close"]
    return [*lines, Content(""), Content("  ".join(filter(None, keys)))]


def _short(span: Span, text: str) -> str:
    words = " ".join(span.of(text).split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
