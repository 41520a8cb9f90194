"""The same claim in several articles: who says it, whose word it is, where they disagree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from briefreader.export.crosscheck import origins_in_words
from briefreader.model.crosscheck import ClaimRow, Said
from briefreader.model.ids import ArticleId
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.keys.actions import Scope, bindings_for
from briefreader.ui.keys.hints import view_tabs
from briefreader.ui.screens.base import Place
from briefreader.ui.screens.claims.lines import HANG, heading_of, said_line, seen_in_words, value_of
from briefreader.ui.screens.loading import CountedScreen
from briefreader.ui.widgets.entry_list import Entry, Part
from briefreader.views.crosscheck import crosscheck
from briefreader.workflows.verdicts import give_verdict, join_claims, part_claim, take_verdict_back
from briefreader.workspace import Workspace

_NOTHING = (
    "No shared claims yet. briefreader compares claims that report the same event between the same parties, or the same"
    " figure for the same party. Add more articles to find some."
)
_MOST_LINKS = 3


@dataclass(frozen=True, slots=True)
class _Line:
    row: ClaimRow
    said: Said


class ClaimsScreen(CountedScreen[list[ClaimRow], _Line]):
    """Lists the claims, conflicts first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("claims")]
    SCOPE: ClassVar[Scope] = "claims"
    PLACE = "claims"
    WAITING = "Comparing articles… (q to go back)"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._rows: list[ClaimRow] = []
        self._only_conflicts = False

    def count(self, workspace: Workspace) -> list[ClaimRow]:
        """Hold the articles against one another."""
        return crosscheck(workspace.store)

    def show_counted(self, counted: list[ClaimRow]) -> None:
        """List the claims."""
        self._rows = counted
        conflicts = [row for row in counted if row.kind.endswith("conflict")]
        self.title_bar.left = view_tabs("claims", len(counted), self.workspace.settings.keys)
        self.title_bar.right = f"{len(conflicts)} conflict{'' if len(conflicts) == 1 else 's'}" + (
            "   conflicts only" if self._only_conflicts else ""
        )
        self.list.show_entries(_entries(conflicts if self._only_conflicts else counted))

    @property
    def _line(self) -> _Line | None:
        return self.list.entry.subject if self.list.entry else None

    @property
    def _shared_line(self) -> _Line | None:
        """The line of a claim that several articles make; None, told to the reader, where one contradicts itself."""
        line = self._line
        if line and line.row.articles == 1:
            self.say("This article contradicts itself. There is no other article to choose (enter to open it).")
            return None
        return line

    def action_go(self) -> None:
        """Go to where it stands."""
        if line := self._line:
            self.dismiss(Place(line.said.article_id, line.said.span))

    def action_conflicts(self) -> None:
        """List conflicts only, or all."""
        self._only_conflicts = not self._only_conflicts
        self.show_counted(self._rows)

    def action_verdict(self) -> None:
        """Ask who is right."""
        line = self._shared_line
        if line is None:
            return
        row = line.row
        keep = partial(self._keep, row)
        choices = [Choice(f"{one.outlet} is right", partial(keep, one.article_id), value_of(one)) for one in row.said]
        choices.append(Choice("None of them is right", partial(keep, None)))
        if row.verdict:
            choices.append(Choice("Remove the verdict", partial(self._take_back, row)))
        choose(self.app, choices, row.about)

    def action_join(self) -> None:
        """Ask which other claim is the same."""
        line = self._shared_line
        if line:
            others = [row for row in self._rows if row.key != line.row.key and row.articles > 1]
            join = partial(self._join, line.row)
            choose(
                self.app, [Choice(row.about, partial(join, row)) for row in others], f"Merge “{line.row.about}” with"
            )

    def action_part(self) -> None:
        """Take the article out of the claim."""
        if line := self._shared_line:
            part_claim(self.workspace, line.row, line.said.article_id)
            self.done(f"Removed {line.said.outlet} from the claim")

    def _join(self, row: ClaimRow, other: ClaimRow) -> None:
        join_claims(self.workspace, row, other)
        self.done("Claims merged")

    def _keep(self, row: ClaimRow, article_id: ArticleId | None) -> None:
        give_verdict(self.workspace, row, article_id)
        self.done("Verdict saved")

    def _take_back(self, row: ClaimRow) -> None:
        take_verdict_back(self.workspace, row.key)
        self.done("Verdict removed")


def _entries(rows: Sequence[ClaimRow]) -> Iterator[Entry[_Line]]:
    if not rows:
        yield Entry((("hint", _NOTHING),))
    for row in rows:
        counts = f"{row.articles} article{'' if row.articles == 1 else 's'}, {origins_in_words(row)}"
        alarm = "  same-source repeat" if row.kind == "agree" and row.is_false_corroboration else ""
        head: Part = "bear" if row.kind.endswith("conflict") else "heading"
        about = f"{counts}, {seen_in_words(row)}{alarm}"
        yield Entry(((head, heading_of(row)), ("hint", about), ("hint", f"Comparable: {row.why}")))
        for one in row.said:
            right = "✓ " if row.verdict and row.verdict.article_id == one.article_id else "  "
            yield Entry((("text", f"{right}{said_line(one)}"),), _Line(row, one), HANG)
        for one in _against(row):
            yield Entry((("bear", f"! {said_line(one, is_quoted=True)}"),), _Line(row, one), HANG)
        links = [link for group in row.groups for link in group.links]
        told = [*links[:_MOST_LINKS], *([f"{len(links) - _MOST_LINKS} more links"] if len(links) > _MOST_LINKS else [])]
        yield Entry((*(("hint", f"  = {link}") for link in told), ("text", "")))


def _against(row: ClaimRow) -> list[Said]:
    """Return what contradicts a row and is not in it: another sentence of an article, or another claim altogether."""
    sides = [side for one in row.disagreements for side in (one.first, one.second)]
    return list(dict.fromkeys(side for side in sides if side not in row.said))
