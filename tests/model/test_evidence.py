import pytest

from briefreader.model.evidence import Evidence, Field, Place


@pytest.mark.parametrize(
    ("field", "place", "confidence", "sureness"),
    [
        ("date", "front matter", 0.9, "sure"),
        ("date", "front matter", 0.89, "likely"),
        ("title", "page heading", 0.98, "likely"),
        ("byline", "last lines", 0.6, "likely"),
        ("byline", "last lines", 0.59, "guess"),
        ("title", "page heading", 0.5, "guess"),
    ],
)
def test_a_place_that_is_often_wrong_is_never_sure(
    field: Field, place: Place, confidence: float, sureness: str
) -> None:
    evidence = Evidence(field, place, confidence)

    assert (evidence.sureness, evidence.is_guess) == (sureness, sureness == "guess")
