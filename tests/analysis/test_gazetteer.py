import pytest

from briefreader.analysis.gazetteer import identify, is_known


@pytest.mark.parametrize(
    ("name", "usual", "type_"),
    [
        ("WSJ", "The Wall Street Journal", "publisher"),
        ("the Reuters", "Reuters", "wire"),
        ("www.ft.com", "Financial Times", "publisher"),
        ("Moody’s", "Moody's", "analyst"),
        ("Halden Compute", "Halden Compute", "unknown"),
    ],
)
def test_a_source_has_one_usual_name(name: str, usual: str, type_: str) -> None:
    assert identify(name) == (usual, type_)


def test_a_name_that_nobody_knows_is_not_known() -> None:
    assert not is_known("Kestrel Brief")
