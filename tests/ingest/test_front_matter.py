import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.front_matter import split_front_matter


def test_yaml_is_read_with_lists_folded_texts_comments_and_nested_keys() -> None:
    properties, body = split_front_matter(
        '---\ntitle: >-\n  Rents fall\n  in Halden\nauthor:\n  - "[[Ann Bell]]"\n  - \'Jo Lund\'\ntags: [a, "b c"]\n'
        "date: 2026-04-06  # written by hand\nimage:\n  url: https://a.example/\nempty:\n"
        "note: it''s\n  two lines\n---\nText"
    )

    assert properties == {
        "title": ("Rents fall in Halden",),
        "author": ("[[Ann Bell]]", "Jo Lund"),
        "tags": ("a", "b c"),
        "date": ("2026-04-06",),
        "image": (),
        "image.url": ("https://a.example/",),
        "empty": (),
        "note": ("it''s two lines",),
    }
    assert body == "Text"


def test_an_empty_key_does_not_take_the_next_line() -> None:
    properties, _ = split_front_matter("---\ntitle:\nauthor: Ann Bell\n---\nText")

    assert properties == {"title": (), "author": ("Ann Bell",)}


@pytest.mark.parametrize(
    "text",
    [
        '+++\ntitle = "Rents"\ndate = 2026-04-06T08:00:00Z\nauthors = ["Ann Bell"]\n[params]\n  url = "x"\n+++\nText',
        '{\n"title":"Rents","date": "2026-04-06T08:00:00+00:00","authors":"Ann Bell","params": {"url": "x"}\n}\nText',
    ],
)
def test_toml_and_json_are_read(text: str) -> None:
    properties, body = split_front_matter(text)

    assert properties == {
        "title": ("Rents",),
        "date": ("2026-04-06T08:00:00+00:00",),
        "authors": ("Ann Bell",),
        "params.url": ("x",),
    }
    assert body == "Text"


def test_the_properties_of_logseq_are_read() -> None:
    properties, body = split_front_matter("title:: Rents fall\ndate:: [[Apr 6th, 2026]]\n\n# Rents fall")

    assert properties == {"title": ("Rents fall",), "date": ("[[Apr 6th, 2026]]",)}
    assert body.strip() == "# Rents fall"


@pytest.mark.parametrize(
    "text", ["---\nA paragraph between rules.\n---\nText", "+++\nno = = toml\n+++\nText", "Text: x"]
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


@given(st.text(alphabet="-+{}[]:\n \"'ab#>|", max_size=80))
def test_nothing_that_people_write_breaks_it(text: str) -> None:
    properties, body = split_front_matter(f"---\n{text}\n---\nEnd")

    assert body.endswith("End")
    assert all(isinstance(value, str) for values in properties.values() for value in values)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (r'"\u201cRents\u201D fall \"again\""', '“Rents” fall "again"'),
        ('"Rents fall: A Half-Year\\_\\\n  Review"', "Rents fall: A Half-Year\u00a0Review"),
        (r'"\ud83c\udfe0 Rents \x26 flats"', "🏠 Rents & flats"),
        (r"'Rents \u201cfall\u201d'", r"Rents \u201cfall\u201d"),
        (r'"No \q and no \U00110000"', r"No \q and no \U00110000"),
    ],
)
def test_escapes_mean_what_they_do_between_double_quotation_marks(written: str, title: str) -> None:
    assert split_front_matter(f"---\ntitle: {written}\n---\nText")[0] == {"title": (title,)}
