import json

from factories import a_remark, added, span_of

from briefreader.export.checks import (
    finding_lines,
    render_findings,
    render_review,
    render_suggestions,
    review_lines,
    suggestion_lines,
)
from briefreader.views.reviewing import doubts
from briefreader.views.suggestions import suggestions_of
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace

HEAD = "---\nurl: https://a.example/b\n---\n"


def test_findings_have_their_rule_and_their_words(workspace: Workspace) -> None:
    reading = added(workspace, "Halden has reportedly sold its site.")

    told = json.loads(render_findings(reading))

    found = next(one for one in told["findings"] if one["rule"] == "HEARSAY_ONLY")
    assert reading.document.text[found["start"] : found["end"]] == "Halden has reportedly sold its site."
    assert "    “Halden has reportedly sold its site.”" in list(finding_lines(reading))
    assert told["silenced"] == 0


def test_the_authors_points_have_their_words_and_the_authors_stance(workspace: Workspace) -> None:
    reading = added(workspace, "# Halden\n\n## The bear case\n\n- Halden owes its banks.", ".md")
    found = suggestions_of(reading)

    (told,) = json.loads(render_suggestions(reading, found))["suggestions"]

    assert (told["words"], told["author_stance"]) == ("Halden owes its banks.", "bear")
    assert reading.document.text[told["start"] : told["end"]] == told["words"]
    assert list(suggestion_lines(reading, found)) == ["bear  “Halden owes its banks.”"]


def test_a_note_in_doubt_has_what_was_and_what_is_there_now(workspace: Workspace) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60% in 2025. It rents.", ".md")
    note = annotate(workspace, reading, span_of(reading, "Halden cut its bill by 60% in 2025."), a_remark())
    after = added(workspace, HEAD + "Halden cut its bill by 20% in 2025. It rents.", ".md")

    (told,) = json.loads(render_review(doubts(workspace.store)))["notes"]

    assert (told["id"], told["was"]) == (note.id, "Halden cut its bill by 60% in 2025.")
    assert told["now"] == after.document.text[told["start"] : told["end"]] == "Halden cut its bill by 20% in 2025."
    assert "    now “Halden cut its bill by 20% in 2025.”" in list(review_lines(doubts(workspace.store)))
