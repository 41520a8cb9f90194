from factories import added

from briefreader.views.reading import reading_of
from briefreader.views.suggestions import suggestions_of
from briefreader.workflows.annotate import Remark, annotate, evidence_at, refuse_suggestion
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace

TEXT = """\
Halden Rents Its Halls Out

Bull Case
- Rental revenue grows by 30% a year.
- Demand rose again in spring.

Bear Case
- Costs may fall behind the plan.
"""


def test_the_author_s_case_is_suggested_until_it_is_answered(workspace: Workspace) -> None:
    reading = added(workspace, TEXT)
    first, second, third = suggestions_of(reading)
    assert [one.polarity for one in (first, second, third)] == ["bull", "bull", "bear"]
    assert workspace.store.annotations.all() == ()

    annotate(workspace, reading, first.span, Remark(evidence=evidence_at(workspace, reading, first.span, "bear")))
    refuse_suggestion(workspace, reading, third)

    again = reading_of(workspace.store, reading.article.key)
    assert suggestions_of(again) == (second,)
    assert again.annotations[0].evidence is not None
    assert again.annotations[0].evidence.author == "bull"
    undo(workspace)
    assert suggestions_of(reading_of(workspace.store, reading.article.key)) == (second, third)
