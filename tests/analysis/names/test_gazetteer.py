import pytest
from growth import grows_in_proportion

from briefreader.analysis.names.gazetteer import identify, is_known, publisher_of


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


@pytest.mark.parametrize(
    ("host", "name"),
    [("www.a.b.c.news.bbc.co.uk", "BBC"), ("a.reuters.com", "Reuters"), ("kestrel.example", "kestrel.example")],
)
def test_a_site_is_known_by_the_last_parts_of_its_host(host: str, name: str) -> None:
    assert publisher_of(host).name == name


def test_a_host_of_many_names_takes_no_more_than_its_length() -> None:
    assert grows_in_proportion(lambda size: publisher_of("www." * size), 4_000)
