import pytest

from briefreader.analysis.claims import claim_words as words


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("It will open.", True),
        ("Halden plans to open a hall.", True),
        ("Halden’s plans to open were dropped.", False),
        ("It is set to open.", True),
        ("It opened.", False),
    ],
)
def test_commitments_about_the_future(text: str, is_one: bool) -> None:  # noqa: FBT001 - a table of cases
    assert bool(words.COMMITTED.search(text)) == is_one


@pytest.mark.parametrize(("text", "is_one"), [("more than 20 halls", False), ("more halls than Orrin", True)])
def test_more_than_a_number_compares_nothing(text: str, is_one: bool) -> None:  # noqa: FBT001 - a table of cases
    assert bool(words.COMPARED.search(text)) == is_one
