from factories import added, span_of

from briefreader.views.passages import subject_in, why_claims
from briefreader.workspace import Workspace

TEXT = """# Friday

## Veldora

Sales fell by 6% from a year earlier. We think that the worst is over.

Veldora will close its yard in Odense by June 2027.

Who pays for the repairs?
"""


def test_a_passage_has_in_brackets_what_it_stands_under(workspace: Workspace) -> None:
    reading = added(workspace, TEXT, ".md")

    assert subject_in(reading, span_of(reading, "Sales fell by 6%")) == "[Veldora] "
    assert subject_in(reading, span_of(reading, "Veldora will close")) == ""


def test_each_claim_says_why_it_is_one_and_of_its_kind(workspace: Workspace) -> None:
    reading = added(workspace, TEXT, ".md")
    told = why_claims(workspace.store, reading)
    claims = {claim.span: claim.type for claim in reading.analysis.claims}

    assert set(told) == {span for span, kind in claims.items() if kind != "question"}
    for why in told.values():
        assert 1 <= len(why.speaks_for) + len(why.speaks_against) <= 5
        assert why.of_its_kind
    assert "a date (future)" in told[span_of(reading, TEXT.split("\n\n")[3])].of_its_kind
