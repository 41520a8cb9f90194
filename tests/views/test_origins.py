import pytest
from factories import added, span_of

from briefreader.views.origins import author_stance, origin_of
from briefreader.workspace import Workspace

TEXT = """\
Halden Rents Its Halls Out

Halden cut its power bill by 60% (Reuters, 12 April 2026). Northlight will move next year.

Bull Case
- Rental revenue grows by 30% a year.

Bear Case
- Costs may fall behind the plan.
"""


@pytest.mark.parametrize(
    ("words", "origin"),
    [
        ("cut its power bill by 60%", ("Reuters", "cited")),
        ("(Reuters, 12 April 2026)", ("Reuters", "cited")),
    ],
)
def test_a_passage_comes_from_whom_it_cites(workspace: Workspace, words: str, origin: tuple[str, str]) -> None:
    reading = added(workspace, TEXT)

    assert origin_of(reading, span_of(reading, words)) == origin


def test_without_a_citation_the_article_s_own_origin_stands_then_its_publisher(workspace: Workspace) -> None:
    declared = "---\npublisher: DeepTrendLab\n---\n# A take\n\nCurated from TechCrunch AI\n\nPower is dear in spring."
    published = "---\npublisher: Grid Weekly\n---\n# A take\n\nPower is dear in spring."

    assert origin_of(added(workspace, declared, ".md"), None) == ("TechCrunch AI", "declared")
    assert origin_of(added(workspace, published, ".md"), None) == ("Grid Weekly", "publisher")
    assert origin_of(added(workspace, "Power is dear in spring."), None) == (None, None)


def test_the_author_s_stance_is_that_of_the_article_s_own_lists(workspace: Workspace) -> None:
    reading = added(workspace, TEXT)

    assert author_stance(reading.analysis, span_of(reading, "Rental revenue")) == "bull"
    assert author_stance(reading.analysis, span_of(reading, "Costs may fall")) == "bear"
    assert author_stance(reading.analysis, span_of(reading, "Halden cut")) is None
    assert author_stance(reading.analysis, None) is None
