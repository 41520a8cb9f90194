from factories import added, first_key, span_of
from fakes import TODAY

from briefreader.model.ids import ArticleId
from briefreader.views.reading import Reading, reading_of
from briefreader.workflows.correct import correct, hear_again, silence
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace


def again(workspace: Workspace) -> Reading:
    return reading_of(workspace.store, first_key(workspace))


def claims(reading: Reading) -> int:
    return sum(claim.checkable for claim in reading.analysis.claims)


def test_a_correction_is_kept_undone_and_done_again(workspace: Workspace) -> None:
    reading = added(workspace)
    span = next(claim.span for claim in reading.analysis.claims if claim.checkable)

    assert correct(workspace, reading, span, "no_claim") == "unmarked a claim"
    assert claims(again(workspace)) == claims(reading) - 1
    undo(workspace)
    assert claims(again(workspace)) == claims(reading)
    redo(workspace)
    assert claims(again(workspace)) == claims(reading) - 1


def test_a_correction_takes_the_place_of_one_that_says_the_opposite(workspace: Workspace) -> None:
    reading = added(workspace)
    span = next(claim.span for claim in reading.analysis.claims if claim.checkable)
    correct(workspace, reading, span, "no_claim")

    correct(workspace, again(workspace), span, "claim")

    assert [correction.kind for correction in again(workspace).corrections] == ["claim"]
    assert claims(again(workspace)) == claims(reading)


def test_a_rule_is_silenced_here_or_for_good_and_heard_again(workspace: Workspace) -> None:
    reading = added(
        workspace, "A title of some words\n\nHalden has reportedly sold its site. Use fell in Oslo and Bergen too.\n"
    )
    rules = [finding.rule for finding in reading.analysis.findings]
    assert rules == ["HEARSAY_ONLY"]

    silence(workspace, reading, "HEARSAY_ONLY", everywhere=False)
    other = added(workspace, "Another title of words\n\nOrrin has reportedly sold its site in the south of Norway.\n")
    assert len(again(workspace).silenced) + len(again(workspace).analysis.findings) == 1
    assert [finding.rule for finding in other.analysis.findings] == ["HEARSAY_ONLY"]

    silence(workspace, other, "HEARSAY_ONLY", everywhere=True)
    key = workspace.store.articles.place(ArticleId(other.article.id), "inbox", TODAY)[0]
    assert len(reading_of(workspace.store, key).silenced) == 1
    assert hear_again(workspace, reading_of(workspace.store, key)) == 1
    assert len(reading_of(workspace.store, key).silenced) == 0


def test_a_quiet_rule_is_heard_silenced_and_undone(workspace: Workspace) -> None:
    added(workspace, "A title of some words\n\nRents rose by 8% in the north of Norway.\n")
    assert [finding.rule for finding in again(workspace).silenced] == ["UNCITED_NUMBER"]

    assert hear_again(workspace, again(workspace)) == 1
    assert [finding.rule for finding in again(workspace).analysis.findings] == ["UNCITED_NUMBER"]
    silence(workspace, again(workspace), "UNCITED_NUMBER", everywhere=True)
    assert not again(workspace).analysis.findings
    undo(workspace)
    assert [finding.rule for finding in again(workspace).analysis.findings] == ["UNCITED_NUMBER"]


def test_corrections_survive_another_analysis(workspace: Workspace) -> None:
    reading = added(workspace)
    correct(workspace, reading, span_of(reading, "(Grid Weekly, 12 April 2026)"), "source", "Grid Daily")

    workspace.store.revisions.replace_analysis(reading.revision_id, reading.analysis, 99)

    assert again(workspace).analysis.citations[-1].canonical_source == "Grid Daily"


def test_a_source_that_the_reader_named_can_be_named_anew_and_taken_back(workspace: Workspace) -> None:
    reading = added(workspace)
    span = span_of(reading, "late 2027")
    before = len(reading.analysis.citations)
    correct(workspace, reading, span, "citation", "Orrin")

    correct(workspace, again(workspace), span, "source", "Tideline")

    assert again(workspace).analysis.citations[-1].canonical_source == "Tideline"
    correct(workspace, again(workspace), span, "source", "")
    assert len(again(workspace).analysis.citations) == before
    assert again(workspace).corrections == ()


def test_a_claim_that_was_taken_away_comes_back_as_what_it_was(workspace: Workspace) -> None:
    reading = added(workspace)
    claim = next(claim for claim in reading.analysis.claims if claim.checkable and claim.type != "state")
    correct(workspace, reading, claim.span, "no_claim")

    correct(workspace, again(workspace), claim.span, "claim")

    assert claim in again(workspace).analysis.claims
