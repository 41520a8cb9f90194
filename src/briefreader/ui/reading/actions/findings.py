"""What the reader does about findings, claims and citations: explain, silence, correct."""

from typing import TYPE_CHECKING

from briefreader.model.citation import Citation
from briefreader.model.finding import RULES, Finding
from briefreader.ui.text.phrases import sentence
from briefreader.views.reading import Reading
from briefreader.workflows.correct import citation_at, cite, hear_again, silence, toggle_claim
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.dialogs.finding import Wish
    from briefreader.ui.reading.presenter import Desk
    from briefreader.ui.reading.screen import ReadScreen


class Checking:
    """Explains findings, and keeps what the reader says of them."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace

    def explain(self, finding: Finding) -> None:
        """Show the rule, what decided it, and both places."""
        from briefreader.ui.dialogs.finding import FindingScreen  # noqa: PLC0415 - on first use

        reading = self._desk.reading
        if reading is None:
            return

        def answer(wish: "Wish | None") -> None:
            self._after(finding, reading, wish)

        self._screen.app.push_screen(FindingScreen(finding, reading.document.text), answer)

    def _after(self, finding: Finding, reading: Reading, wish: "Wish | None") -> None:
        place = finding.other if wish == "other" else finding.span or finding.other
        if wish in ("go", "other") and place:
            self._screen.article.go_to(place)
            self._screen.show_pane("article")
            self._desk.show_keys()
        elif wish in ("silence", "silence-always"):
            self._silence(reading, finding, everywhere=wish == "silence-always")

    def silence(self, finding: Finding, *, everywhere: bool) -> None:
        """Hear no more of a finding's rule."""
        if self._desk.reading:
            self._silence(self._desk.reading, finding, everywhere=everywhere)

    def _silence(self, reading: Reading, finding: Finding, *, everywhere: bool) -> None:
        silence(self._workspace, reading, finding.rule, everywhere=everywhere)
        self._desk.refresh_article()
        where = "Rule turned off" if everywhere else "Dismissed here"
        self._desk.say(f"{where}: {RULES[finding.rule][0]} (u to undo)")

    def hear_again(self) -> None:
        """Hear all rules again that are silenced here or for good."""
        reading = self._desk.catch_up()
        if reading is None or not reading.silenced:
            self._desk.say("No dismissed findings")
            return
        count = hear_again(self._workspace, reading)
        self._desk.refresh_article()
        self._desk.say(f"Restored {count} rule{'s' if count > 1 else ''} (u to undo)")

    def correct_claim(self) -> None:
        """Take the claim at hand away, or make a claim of the passage."""
        reading, span = self._desk.catch_up(), self._screen.article.passage
        if reading is None or span is None:
            self._desk.say("Select a passage first: ] claim, ) sentence, v text")
            return
        self._say_corrected(toggle_claim(self._workspace, reading, span))

    def correct_citation(self) -> None:
        """Ask who is cited: by the citation at hand, or by the passage."""
        from briefreader.ui.dialogs.prompt import AskScreen  # noqa: PLC0415 - on first use

        reading, span = self._desk.catch_up(), self._screen.article.passage
        if reading is None or span is None:
            self._desk.say("Select a passage first: } citation, ) sentence, v text")
            return
        citation = citation_at(reading, span)
        question, hint = _question(citation)

        def answer(source: str | None) -> None:
            if source is not None and (verb := cite(self._workspace, reading, span, source)):
                self._say_corrected(verb)

        self._screen.app.push_screen(AskScreen(question, hint, (citation and citation.canonical_source) or ""), answer)

    def _say_corrected(self, verb: str) -> None:
        self._screen.article.clear_passage()
        self._desk.refresh_article()
        self._desk.say(f"{sentence(verb)} (u to undo)")


def _question(citation: Citation | None) -> tuple[str, str]:
    if citation:
        return "Source?", "Leave empty to remove the citation."
    return "Source of this passage?", "for example Reuters"
