"""What the reader does about findings, claims and citations: explain, silence, correct."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from briefreader.model.citation import Citation
from briefreader.model.finding import RULES, Finding
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.text.phrases import sentence
from briefreader.views.reading import Reading
from briefreader.workflows.correct import citation_at, cite, hear_again, silence, toggle_claim

if TYPE_CHECKING:
    from briefreader.ui.dialogs.finding import Wish


class FindingActions(ActionGroup):
    """Explains findings, and keeps what the reader says of them."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {
            "notes.go": self._explain,
            "notes.delete": partial(self._dismiss_chosen, everywhere=False),
            "notes.silence": partial(self._dismiss_chosen, everywhere=True),
            "hear-again": self._restore,
            "correct.claim": self._correct_claim,
            "correct.citation": self._correct_citation,
        }

    def is_enabled(self, action_id: str) -> bool:
        """Whether an action can be done now; those on a note only on a finding."""
        return not action_id.startswith("notes.") or self._panes.note.finding is not None

    def _explain(self) -> None:
        """Show the rule, what decided it, and both places."""
        from briefreader.ui.dialogs.finding import FindingScreen  # noqa: PLC0415 - on first use

        reading, finding = self._session.reading, self._panes.note.finding
        if reading is None or finding is None:
            return

        def answer(wish: "Wish | None") -> None:
            self._after(finding, reading, wish)

        self._app.push_screen(FindingScreen(finding, reading.document.text), answer)

    def _after(self, finding: Finding, reading: Reading, wish: "Wish | None") -> None:
        place = finding.other if wish == "other" else finding.span or finding.other
        if wish in ("go", "other") and place:
            self._panes.article.go_to(place)
            self._panes.show_pane("article")
            self._presenter.show_keys()
        elif wish in ("silence", "silence-always"):
            self._dismiss(reading, finding, everywhere=wish == "silence-always")

    def _dismiss_chosen(self, *, everywhere: bool) -> None:
        reading, finding = self._session.reading, self._panes.note.finding
        if reading and finding:
            self._dismiss(reading, finding, everywhere=everywhere)

    def _dismiss(self, reading: Reading, finding: Finding, *, everywhere: bool) -> None:
        silence(self._workspace, reading, finding.rule, everywhere=everywhere)
        self._presenter.refresh_article()
        where = "Rule turned off" if everywhere else "Dismissed here"
        self._presenter.show_status(f"{where}: {RULES[finding.rule][0]} (u to undo)")

    def _restore(self) -> None:
        """Restore the findings dismissed in this article and the rules turned off everywhere."""
        reading = self._presenter.ensure_open()
        if reading is None or not reading.silenced:
            self._presenter.show_status("No dismissed findings")
            return
        count = hear_again(self._workspace, reading)
        self._presenter.refresh_article()
        self._presenter.show_status(f"Restored {count} rule{'s' if count > 1 else ''} (u to undo)")

    def _correct_claim(self) -> None:
        """Take the claim at hand away, or make a claim of the passage."""
        reading, span = self._presenter.ensure_open(), self._panes.article.passage
        if reading is None or span is None:
            self._presenter.show_status("Select a passage first: ] claim, ) sentence, v text")
            return
        self._say_corrected(toggle_claim(self._workspace, reading, span))

    def _correct_citation(self) -> None:
        """Ask who is cited: by the citation at hand, or by the passage."""
        from briefreader.ui.dialogs.prompt import AskScreen  # noqa: PLC0415 - on first use

        reading, span = self._presenter.ensure_open(), self._panes.article.passage
        if reading is None or span is None:
            self._presenter.show_status("Select a passage first: } citation, ) sentence, v text")
            return
        citation = citation_at(reading, span)
        question, hint = _question(citation)

        def answer(source: str | None) -> None:
            if source is not None and (verb := cite(self._workspace, reading, span, source)):
                self._say_corrected(verb)

        self._app.push_screen(AskScreen(question, hint, (citation and citation.canonical_source) or ""), answer)

    def _say_corrected(self, verb: str) -> None:
        self._panes.article.clear_passage()
        self._presenter.refresh_article()
        self._presenter.show_status(f"{sentence(verb)} (u to undo)")


def _question(citation: Citation | None) -> tuple[str, str]:
    if citation:
        return "Source?", "Leave empty to remove the citation."
    return "Source of this passage?", "for example Reuters"
